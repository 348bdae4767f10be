namespace EffectiveSchool.Data.Results;

/// <summary>A result that an undo leaves alone because another batch changed it later.</summary>
public sealed record KeptResult(string School, string Procedure, int Year);

/// <summary>Takes a stored batch back.</summary>
public sealed class ImportUndo(PortalDb db, Confirmations confirmations, TimeProvider clock)
{
    /// <summary>
    /// Results return to what they were before the batch, unless another batch changed them later: those are kept and named
    /// by <see cref="Kept"/>. Returns a refusal, or null.
    /// </summary>
    public async Task<string?> UndoAsync(int batchId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockBatchAsync(batchId, cancellationToken) is not { State: BatchState.Applied } batch)
        {
            return "Отменить можно только записанную загрузку.";
        }

        if (await RefusalAsync(batchId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await db.LockResultsAsync(batch.RegionId, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update result_changes c set kept = true
            from results r join import_files f on f.id = r.file_id
            where c.batch_id = {batchId} and r.school_id = c.school_id and r.procedure_id = c.procedure_id and r.year = c.year and f.batch_id <> {batchId}
            """,
            cancellationToken);

        await db.CollectReturningAsync("result_changes", "returning_results", batchId, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from results r using returning_results b
            where b.old is null and r.school_id = b.school_id and r.procedure_id = b.procedure_id and r.year = b.year
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update results r set
              participants = o.participants, failed = o.failed, twos = o.twos, threes = o.threes, fours = o.fours, fives = o.fives,
              mean_score = o.mean_score, published_marker = o.published_marker, version = o.version, file_id = o.file_id, sheet = o.sheet, row = o.row
            from returning_results b cross join lateral jsonb_populate_record(null::results, b.old) o
            where b.old is not null and r.school_id = b.school_id and r.procedure_id = b.procedure_id and r.year = b.year
            """,
            cancellationToken);
        await db.UndoComparisonsAsync(batchId, cancellationToken);
        await confirmations.WithdrawAsync(db.ResultChanges.Where(c => c.BatchId == batchId && !c.Kept), $"отмена загрузки № {batchId}", cancellationToken);
        batch.State = BatchState.Undone;
        batch.UndoneAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Why a stored batch is not taken back: a decision on an objection stands on it. Null where nothing does.</summary>
    public async Task<string?> RefusalAsync(int batchId, CancellationToken cancellationToken)
    {
        var upheld = await db.Objections.Where(o => o.CorrectionBatchId == batchId).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken);
        return upheld.Count == 0
            ? null
            : $"Загрузка № {batchId} — исправление, по которому {(upheld.Count == 1 ? $"удовлетворено возражение № {upheld[0]}" : $"удовлетворены возражения № {string.Join(", ", upheld)}")}: отменить её нельзя. Если исправленное число неверно, загрузите файл с верным.";
    }

    /// <summary>What an undo would keep, or has kept; sorted, for paging.</summary>
    public IQueryable<KeptResult> Kept(int batchId)
    {
        var isApplied = db.Batches.Where(b => b.Id == batchId && b.State == BatchState.Applied);
        var results = db.ResultChanges.Where(c => c.BatchId == batchId
            && (c.Kept || (isApplied.Any() && db.Results.Any(r => r.SchoolId == c.SchoolId && r.ProcedureId == c.ProcedureId && r.Year == c.Year && r.File.BatchId != batchId))))
            .Select(c => new { c.SchoolId, c.ProcedureId, c.Year, IsComparison = false });
        var comparisons = db.MarkComparisonChanges.Where(c => c.BatchId == batchId
            && (c.Kept || (isApplied.Any() && db.MarkComparisons.Any(m => m.SchoolId == c.SchoolId && m.ProcedureId == c.ProcedureId && m.Year == c.Year && m.File.BatchId != batchId))))
            .Select(c => new { c.SchoolId, c.ProcedureId, c.Year, IsComparison = true });
        return
            from change in results.Concat(comparisons)
            join school in db.Schools on change.SchoolId equals school.Id
            join procedure in db.Procedures on change.ProcedureId equals procedure.Id
            orderby school.Name, procedure.Position, change.Year, change.IsComparison
            select new KeptResult(school.Name, change.IsComparison ? procedure.Code + ", сравнение с журналом" : procedure.Code, change.Year);
    }
}
