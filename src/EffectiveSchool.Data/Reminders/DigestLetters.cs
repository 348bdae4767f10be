namespace EffectiveSchool.Data.Reminders;

/// <summary>Keeps daily letters from going out twice. Works as the system.</summary>
public sealed class DigestLetters(PortalDb db, TimeProvider clock)
{
    /// <summary>A letter that the server does not take is tried this often a day.</summary>
    public const int MostTries = 12;

    /// <summary>Those whose letter of the day is still to be dealt with.</summary>
    public async Task<IReadOnlyList<Guid>> WaitingAsync(int regionId, DateOnly day, CancellationToken cancellationToken) =>
        await db.Users
            .Where(u => u.RegionId == regionId && !u.IsClosed && u.PasswordHash != null && u.Email != null
                && !db.ReminderSettings.Any(r => r.UserId == u.Id && r.DigestOff)
                && !db.DigestLetters.Any(l => l.UserId == u.Id && l.Day == day && !(l.State == DigestState.NotTaken && l.Tries < MostTries)))
            .OrderBy(u => u.Id)
            .Select(u => u.Id)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Takes the letter up, for good, before anything is sent: of any number of portals one alone is told true, and once only
    /// unless it reports back that the letter was not taken.
    /// </summary>
    public async Task<bool> TryTakeUpAsync(Guid userId, DateOnly day, CancellationToken cancellationToken)
    {
        var (now, sending, notTaken) = (clock.GetUtcNow(), nameof(DigestState.Sending), nameof(DigestState.NotTaken));
        return await db.Database.ExecuteSqlAsync(
            $"""
            insert into digest_letters as letter (user_id, day, state, tries, at) values ({userId}, {day}, {sending}, 1, {now})
            on conflict (user_id, day) do update set state = {sending}, tries = letter.tries + 1, at = {now}
              where letter.state = {notTaken} and letter.tries < {MostTries}
            """,
            cancellationToken) == 1;
    }

    /// <summary>Notes that there is nothing to say, so that nobody looks again this day.</summary>
    public Task NoteNothingAsync(Guid userId, DateOnly day, CancellationToken cancellationToken)
    {
        var (now, nothing) = (clock.GetUtcNow(), nameof(DigestState.Nothing));
        return db.Database.ExecuteSqlAsync(
            $"insert into digest_letters (user_id, day, state, tries, at) values ({userId}, {day}, {nothing}, 0, {now}) on conflict do nothing", cancellationToken);
    }

    /// <summary>Notes what became of a letter taken up.</summary>
    public Task NoteAsync(Guid userId, DateOnly day, DigestState state, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.DigestLetters.Where(l => l.UserId == userId && l.Day == day)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.State, state).SetProperty(l => l.At, now), cancellationToken);
    }
}
