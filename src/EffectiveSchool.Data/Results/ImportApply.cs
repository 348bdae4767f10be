using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Data.Results;

/// <summary>A result that an undo left alone because something changed it later.</summary>
public sealed record KeptResult(string School, string Procedure, int Year);

/// <summary>Applies a checked batch to the results and takes it back.</summary>
public sealed class ImportApply(PortalDb db, ImportStage stage, TimeProvider clock)
{
    /// <summary>Stores new and changed rows. Returns a refusal, or null.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="skipRefused">False: all or nothing.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public async Task<string?> ApplyAsync(int batchId, bool skipRefused, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(batchId, cancellationToken) is not { } batch)
        {
            return "Загрузка не найдена.";
        }

        if (batch.State != BatchState.Checked)
        {
            return "Записать можно только проверенную и ещё не записанную загрузку.";
        }

        var shown = await TallyAsync(batchId, cancellationToken);
        await stage.CompareAsync(batchId, batch.RegionId, cancellationToken);
        var now = await TallyAsync(batchId, cancellationToken);
        if (!shown.SequenceEqual(now))
        {
            await transaction.CommitAsync(cancellationToken);
            return "Пока вы смотрели, записанные результаты изменились. Проверка обновлена — посмотрите её ещё раз.";
        }

        if (!skipRefused && now.Any(t => t.Outcome == RowOutcome.Refused))
        {
            return "Есть непринятые строки, поэтому целиком файлы не записаны. Исправьте их или запишите без этих строк.";
        }

        if (!now.Any(t => t.Outcome is RowOutcome.New or RowOutcome.Changed))
        {
            return "Записывать нечего: новых и изменённых строк нет.";
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into result_changes (batch_id, school_id, procedure_id, year, old)
            select i.batch_id, i.school_id, i.procedure_id, i.year, to_jsonb(r)
            from import_rows i
            left join results r on r.school_id = i.school_id and r.procedure_id = i.procedure_id and r.year = i.year
            where i.batch_id = {batchId} and i.outcome in ('New', 'Changed')
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into results (region_id, school_id, procedure_id, year, participants, failed, twos, threes, fours, fives, mean_score, published_marker, file_id, sheet, row)
            select {batch.RegionId}, school_id, procedure_id, year, participants, failed, twos, threes, fours, fives, mean_score, published_marker, file_id, sheet, row
            from import_rows where batch_id = {batchId} and outcome in ('New', 'Changed')
            on conflict (school_id, procedure_id, year) do update set
              participants = excluded.participants, failed = excluded.failed, twos = excluded.twos, threes = excluded.threes, fours = excluded.fours,
              fives = excluded.fives, mean_score = excluded.mean_score, published_marker = excluded.published_marker,
              file_id = excluded.file_id, sheet = excluded.sheet, row = excluded.row
            """,
            cancellationToken);
        batch.State = BatchState.Applied;
        batch.AppliedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Takes an applied batch back: results return to what they were, unless something changed them later.</summary>
    /// <returns>A refusal or null, and the results that were kept.</returns>
    public async Task<(string? Refusal, IReadOnlyList<KeptResult> Kept)> UndoAsync(int batchId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(batchId, cancellationToken) is not { } batch)
        {
            return ("Загрузка не найдена.", []);
        }

        if (batch.State != BatchState.Applied)
        {
            return ("Отменить можно только записанную загрузку.", []);
        }

        var kept = await KeptAsync(batchId, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from results r using result_changes c
            where c.batch_id = {batchId} and c.old is null
              and r.school_id = c.school_id and r.procedure_id = c.procedure_id and r.year = c.year
              and r.file_id in (select id from import_files where batch_id = {batchId})
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update results r set
              participants = o.participants, failed = o.failed, twos = o.twos, threes = o.threes, fours = o.fours, fives = o.fives,
              mean_score = o.mean_score, published_marker = o.published_marker, file_id = o.file_id, sheet = o.sheet, row = o.row
            from result_changes c cross join lateral jsonb_populate_record(null::results, c.old) o
            where c.batch_id = {batchId} and c.old is not null
              and r.school_id = c.school_id and r.procedure_id = c.procedure_id and r.year = c.year
              and r.file_id in (select id from import_files where batch_id = {batchId})
            """,
            cancellationToken);
        batch.State = BatchState.Undone;
        batch.UndoneAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (null, kept);
    }

    /// <summary>What an undo would keep, because another batch has changed it since.</summary>
    public async Task<List<KeptResult>> KeptAsync(int batchId, CancellationToken cancellationToken) => await (
        from change in db.ResultChanges
        where change.BatchId == batchId
        join result in db.Results on new { change.SchoolId, change.ProcedureId, change.Year } equals new { result.SchoolId, result.ProcedureId, result.Year }
        where result.File.BatchId != batchId
        orderby result.School.Name, result.Procedure.Position
        select new KeptResult(result.School.Name, result.Procedure.Code, result.Year)).ToListAsync(cancellationToken);

    private async Task<ImportBatch?> LockAsync(int batchId, CancellationToken cancellationToken) =>
        await db.Batches.FromSql($"select * from import_batches where id = {batchId} for update").AsTracking().SingleOrDefaultAsync(cancellationToken);

    private async Task<List<(RowOutcome Outcome, int Count)>> TallyAsync(int batchId, CancellationToken cancellationToken)
    {
        var rows = await db.ImportRows.Where(r => r.BatchId == batchId).GroupBy(r => r.Outcome)
            .Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Key, r.Count))];
    }
}
