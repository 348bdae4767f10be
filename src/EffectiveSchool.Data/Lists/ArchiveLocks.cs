namespace EffectiveSchool.Data.Lists;

public static class ArchiveLocks
{
    /// <summary>The archive as it stands now, held until the transaction ends; null where the scope has none such.</summary>
    public static Task<ProfileArchive?> LockArchiveAsync(this PortalDb db, int archiveId, CancellationToken cancellationToken) =>
        db.ProfileArchives.FromSql($"select * from profile_archives where id = {archiveId} for update").SingleOrDefaultAsync(cancellationToken);
}
