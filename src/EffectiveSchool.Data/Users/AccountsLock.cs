namespace EffectiveSchool.Data.Users;

/// <summary>Two who act on the same accounts wait for one another, until the end of the transaction.</summary>
public static class AccountsLock
{
    /// <summary>Any number, the same for everybody.</summary>
    private const long Key = 726_001;

    public static Task TakeAsync(PortalDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", cancellationToken);
}
