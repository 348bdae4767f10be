using EffectiveSchool.Data.Setup;
using NpgsqlTypes;

namespace EffectiveSchool.Data.Results;

/// <summary>Brings the rows of a batch into the dry run.</summary>
public sealed class ImportStage(PortalDb db, ImportCheck check)
{
    private static readonly string StoreJudged = $$"""
        insert into import_rows (batch_id, {{BulkCopy.Names(ImportCheck.Columns)}}, school_id, before, outcome, refusal_kind)
        select {0}, {{BulkCopy.Names(ImportCheck.Columns)}}, school_id, before, outcome, refusal_kind from judged order by place
        """;

    /// <summary>
    /// Ends the reading of a batch: its rows are checked and what was recognised is kept, all in one transaction. Nothing
    /// is stored among the results.
    /// </summary>
    /// <param name="batchId">A batch that is being read; any other (cancelled, read by another process) is left as it is.</param>
    /// <param name="rows">The rows, read as they are asked for.</param>
    /// <param name="findings">Asked for after the last row.</param>
    /// <param name="rowsRead">Asked for after the last row.</param>
    /// <param name="cancellationToken">Cancels; the batch stays in reading.</param>
    public async Task FinishReadingAsync(
        int batchId, IEnumerable<StagedRow> rows, Func<IReadOnlyList<FileFindings>> findings, Func<int> rowsRead, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await CopyAsync(rows, cancellationToken);
        if (await db.LockBatchAsync(batchId, cancellationToken) is not { State: BatchState.Reading } batch)
        {
            return;
        }

        await check.JudgeStagedAsync(batch, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(StoreJudged, [batchId], cancellationToken);

        var files = await db.Files.Where(f => f.BatchId == batchId).ToListAsync(cancellationToken);
        foreach (var (file, found) in files.Join(findings(), f => f.Id, f => f.FileId, (file, found) => (file, found)))
        {
            (file.Sections, file.Warnings, file.Refusal) = (found.Sections, found.Warnings, found.Refusal);
        }

        batch.State = BatchState.Checked;
        batch.RowsRead = rowsRead();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task CopyAsync(IEnumerable<StagedRow> rows, CancellationToken cancellationToken)
    {
        var procedures = await db.Procedures.ToDictionaryAsync(p => p.Code, p => (int?)p.Id, StringComparer.Ordinal, cancellationToken);
        await BulkCopy.ToTempTableAsync(
            db,
            "staged",
            ImportCheck.Columns,
            rows,
            async (copy, row) =>
            {
                await copy.WriteAsync(row.FileId, NpgsqlDbType.Integer);
                await copy.WriteOrNullAsync(row.Sheet);
                await copy.WriteOrNullAsync(row.Row, NpgsqlDbType.Integer);
                await copy.WriteOrNullAsync(row.Cell);
                await copy.WriteAsync(row.AsWritten, NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(row.Municipality);
                await copy.WriteOrNullAsync(row.Code);
                await copy.WriteAsync(row.CodeKinds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(row.Procedure is null ? null : procedures.GetValueOrDefault(row.Procedure), NpgsqlDbType.Integer);
                await copy.WriteOrNullAsync(row.Year, NpgsqlDbType.Integer);
                foreach (var figure in new[] { row.Figures.Participants, row.Figures.Failed, row.Figures.Twos, row.Figures.Threes, row.Figures.Fours, row.Figures.Fives })
                {
                    await copy.WriteOrNullAsync(figure, NpgsqlDbType.Integer);
                }

                await copy.WriteOrNullAsync(row.Figures.MeanScore, NpgsqlDbType.Numeric);
                await copy.WriteOrNullAsync(row.Figures.PublishedMarker, NpgsqlDbType.Boolean);
                foreach (var figure in new[] { row.Figures.Lowered, row.Figures.Confirmed, row.Figures.Raised })
                {
                    await copy.WriteOrNullAsync(figure, NpgsqlDbType.Integer);
                }

                await copy.WriteOrNullAsync(row.Figures.Version?.ToString());
                await copy.WriteOrNullAsync(row.Reason);
                await copy.WriteOrNullAsync(row.WhatToDo);
            },
            cancellationToken);
    }
}
