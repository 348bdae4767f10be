namespace EffectiveSchool.Data.Results;

/// <summary>Remembers what a person says of the columns of a file, and has the batch read once more.</summary>
public sealed class ImportReread(PortalDb db, TimeProvider clock)
{
    /// <summary>Remembers the columns for this and later files of the same sender, in the place of what was said of the same headings before.</summary>
    /// <param name="mapping">What was said; the moment is set here.</param>
    public async Task RememberAsync(ColumnMapping mapping, CancellationToken cancellationToken)
    {
        var known = await db.ColumnMappings.SingleOrDefaultAsync(
            m => m.RegionId == mapping.RegionId && m.MunicipalityId == mapping.MunicipalityId && m.Kind == mapping.Kind && m.Signature == mapping.Signature, cancellationToken);
        if (known is null)
        {
            db.ColumnMappings.Add(mapping);
            known = mapping;
        }

        (known.Written, known.Ours, known.ConfirmedBy, known.ConfirmedAt) = (mapping.Written, mapping.Ours, mapping.ConfirmedBy, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Puts a checked batch back to be read; its dry run is forgotten, its files stay. Returns a refusal, or null.</summary>
    public async Task<string?> StartAsync(int batchId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockBatchAsync(batchId, cancellationToken) is not { State: BatchState.Checked } batch)
        {
            return "Сопоставить столбцы можно только в проверенной и ещё не записанной загрузке.";
        }

        await db.ImportRows.Where(r => r.BatchId == batchId).ExecuteDeleteAsync(cancellationToken);
        (batch.State, batch.RowsRead) = (BatchState.Reading, 0);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
