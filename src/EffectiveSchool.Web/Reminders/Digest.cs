using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Imports;
using EffectiveSchool.Web.Mail;

namespace EffectiveSchool.Web.Reminders;

/// <summary>What a round of daily letters came to.</summary>
public sealed record DigestOutcome
{
    public int Sent { get; set; }

    public int Nothing { get; set; }

    public int NotTaken { get; set; }

    public int Unknown { get; set; }

    public int Failed { get; set; }

    /// <summary>Letters that went wrong.</summary>
    public int Faults => NotTaken + Unknown + Failed;

    public override string ToString() =>
        $"отправлено: {Sent}, не о чем писать: {Nothing}" + (Faults == 0 ? "" : $", не принято сервером: {NotTaken}, судьба неизвестна: {Unknown}, ошибок: {Failed}");
}

/// <summary>
/// Daily letters: to every person of a region once its hour has come. May be run as often as one likes and by any number of
/// portals at once: nobody gets two letters on a day (<see cref="DigestLetters"/>).
/// </summary>
public sealed class Digest(IServiceProvider services, MailSender mail, MailSettings settings, TimeProvider clock, ILogger<Digest> log)
{
    /// <param name="cancellationToken">Ends the round between two letters; one that is on its way is seen through.</param>
    public async Task<DigestOutcome> SendAsync(CancellationToken cancellationToken)
    {
        var outcome = new DigestOutcome();
        await using var scope = services.CreateScopeAs(AccessScope.System);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var letters = scope.ServiceProvider.GetRequiredService<DigestLetters>();
        foreach (var region in await db.Regions.OrderBy(r => r.Id).ToListAsync(cancellationToken))
        {
            if (DayOf(region) is not { } day)
            {
                continue;
            }

            foreach (var userId in await letters.WaitingAsync(region.Id, day, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    await SendAsync(await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, cancellationToken), day, letters, outcome);
                }
                catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
                {
                    // Whatever is wrong with one person's letter, the others get theirs.
                    log.LogError(fault, "Fault {Number}: the daily letter of {User} failed", FaultNumber.New(), userId);
                    outcome.Failed++;
                }
            }
        }

        return outcome;
    }

    private async Task SendAsync(PortalUser user, DateOnly day, DigestLetters letters, DigestOutcome outcome)
    {
        await using var own = services.CreateScopeAs(user.Scope, user.Id);
        var summary = await own.ServiceProvider.GetRequiredService<DueWork>().SummaryAsync(DueWork.ReaderOf(user.Role, user.Scope), day, CancellationToken.None);
        if (summary.IsEmpty)
        {
            await letters.NoteNothingAsync(user.Id, day, CancellationToken.None);
            outcome.Nothing++;
            return;
        }

        // From here on the letter is never sent again unless the server certainly has not taken it.
        if (!await letters.TryTakeUpAsync(user.Id, day, CancellationToken.None))
        {
            return;
        }

        switch (await mail.SendAsync(DigestText.Write(user, summary, day, settings.Portal), CancellationToken.None))
        {
            case SendOutcome.Sent:
                await letters.NoteAsync(user.Id, day, DigestState.Sent, CancellationToken.None);
                outcome.Sent++;
                break;
            case SendOutcome.NotTaken:
                await letters.NoteAsync(user.Id, day, DigestState.NotTaken, CancellationToken.None);
                outcome.NotTaken++;
                break;
            default:
                outcome.Unknown++;
                break;
        }
    }

    private DateOnly? DayOf(Region region) =>
        region.Digest.DayAt(clock.GetUtcNow().TimeIn(region.TimeZone));
}
