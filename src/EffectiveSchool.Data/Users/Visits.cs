namespace EffectiveSchool.Data.Users;

/// <summary>When people come: changes are told of since the time before.</summary>
public static class Visits
{
    /// <summary>Notes that a person has signed in; past the journal, for it changes nothing of the account.</summary>
    public static Task NoteVisitAsync(this PortalDb db, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.PreviousVisitAt, u => u.VisitedAt).SetProperty(u => u.VisitedAt, now), cancellationToken);
}
