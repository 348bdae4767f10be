namespace EffectiveSchool.Data.Results;

internal static class BatchLocks
{
    /// <summary>Any number that no other advisory lock of the portal uses.</summary>
    private const int ResultsOfRegion = 4101;

    /// <summary>What is done with a locked batch may take long: a file can hold all the years of a region.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The batch as it stands now, held until the transaction ends; null where the scope has none such.</summary>
    public static async Task<ImportBatch?> LockBatchAsync(this PortalDb db, int batchId, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(Patience);
        var batch = await db.Batches.FromSql($"select * from import_batches where id = {batchId} for update").SingleOrDefaultAsync(cancellationToken);
        if (batch is not null)
        {
            // The context may have known it before the lock was won.
            await db.Entry(batch).ReloadAsync(cancellationToken);
        }

        return batch;
    }

    /// <summary>
    /// One at a time applies to or undoes in the results of a region: what a batch replaced must be what stood there when it
    /// was replaced.
    /// </summary>
    public static Task LockResultsAsync(this PortalDb db, int regionId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({ResultsOfRegion}, {regionId})", cancellationToken);
}
