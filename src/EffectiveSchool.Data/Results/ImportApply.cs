namespace EffectiveSchool.Data.Results;

/// <summary>Stores a checked batch among the results, or gives it up.</summary>
public sealed class ImportApply(PortalDb db, ImportCheck check, Confirmations confirmations, TimeProvider clock)
{
    /// <summary>Stores new and changed rows. Returns a refusal, or null.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="skipRefused">False: all or nothing.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public async Task<string?> ApplyAsync(int batchId, bool skipRefused, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockBatchAsync(batchId, cancellationToken) is not { } batch)
        {
            return "Загрузка не найдена.";
        }

        if (batch.State != BatchState.Checked)
        {
            return "Записать можно только проверенную и ещё не записанную загрузку.";
        }

        await db.LockResultsAsync(batch.RegionId, cancellationToken);
        if (await check.JudgeAgainAsync(batch, cancellationToken) > 0)
        {
            await transaction.CommitAsync(cancellationToken);
            return "Пока вы смотрели, реестр или записанные результаты изменились. Проверка обновлена — посмотрите её ещё раз.";
        }

        if (await RefuseAsync(batchId, skipRefused, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await StoreAsync(batch, cancellationToken);
        await db.StoreComparisonsAsync(batch, cancellationToken);
        batch.State = BatchState.Applied;
        batch.AppliedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Gives up a batch that was not stored. Returns a refusal, or null.</summary>
    public async Task<string?> CancelAsync(int batchId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockBatchAsync(batchId, cancellationToken) is not { State: BatchState.Reading or BatchState.Checked } batch)
        {
            return "Отказаться можно только от ещё не записанной загрузки.";
        }

        batch.State = BatchState.Cancelled;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>
    /// Remembers the school that a person recognised behind the code or name of a row, for this and later batches of the same sender,
    /// and checks the batch anew. Returns a refusal, or null.
    /// </summary>
    public async Task<string?> ConfirmAsync(int batchId, long rowId, int schoolId, Guid userId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockBatchAsync(batchId, cancellationToken) is not { State: BatchState.Checked } batch)
        {
            return "Указать школу можно только в проверенной и ещё не записанной загрузке.";
        }

        var row = await db.ImportRows.AsNoTracking().SingleOrDefaultAsync(r => r.Id == rowId && r.BatchId == batchId, cancellationToken);
        var isOwn = await db.Schools.AnyAsync(s => s.Id == schoolId && s.RegionId == batch.RegionId && (batch.MunicipalityId == null || s.MunicipalityId == batch.MunicipalityId), cancellationToken);
        if (row is not { MayBeMatched: true } || !isOwn)
        {
            return "Школу указывают только для строки, школы которой нет в реестре, и только из своего реестра. Посмотрите проверку ещё раз.";
        }

        var written = await db.Database.SqlQuery<string>($"""select alias_key({row.CodeKinds}, {row.Code}, {row.AsWritten}, {row.Municipality}) as "Value" """).SingleAsync(cancellationToken);
        var alias = await db.Aliases.SingleOrDefaultAsync(
            a => a.RegionId == batch.RegionId && a.MunicipalityId == batch.MunicipalityId && a.Written == written, cancellationToken);
        if (alias is null)
        {
            alias = new SchoolAlias
            {
                RegionId = batch.RegionId, MunicipalityId = batch.MunicipalityId, Written = written, SchoolId = schoolId, ConfirmedBy = userId, ConfirmedAt = clock.GetUtcNow(),
            };
            db.Aliases.Add(alias);
        }

        (alias.SchoolId, alias.ConfirmedBy, alias.ConfirmedAt) = (schoolId, userId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await check.JudgeAgainAsync(batch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Lets the batch replace results of a later version, or no longer, and checks it anew. Returns a refusal, or null.</summary>
    public async Task<string?> ReplaceLaterAsync(int batchId, bool replace, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockBatchAsync(batchId, cancellationToken) is not { State: BatchState.Checked } batch)
        {
            return "Разрешить замену можно только для проверенной и ещё не записанной загрузки.";
        }

        batch.ReplacesLater = replace;
        await db.SaveChangesAsync(cancellationToken);
        await check.JudgeAgainAsync(batch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Checks a batch that waits for a decision anew: the registry has changed. Returns a refusal, or null.</summary>
    public async Task<string?> RecheckAsync(int batchId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockBatchAsync(batchId, cancellationToken) is not { State: BatchState.Checked } batch)
        {
            return "Проверить заново можно только ещё не записанную загрузку.";
        }

        await check.JudgeAgainAsync(batch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private async Task<string?> RefuseAsync(int batchId, bool skipRefused, CancellationToken cancellationToken)
    {
        var unread = await db.Files.AnyAsync(f => f.BatchId == batchId && f.Refusal != null, cancellationToken);
        var refused = await db.ImportRows.AnyAsync(r => r.BatchId == batchId && r.Outcome == RowOutcome.Refused, cancellationToken);
        if (!skipRefused && (unread || refused))
        {
            return refused
                ? "Есть непринятые строки, поэтому целиком ничего не записано. Исправьте их или запишите остальное без них."
                : "Есть непрочитанные файлы, поэтому целиком ничего не записано. Исправьте их или запишите остальное без них.";
        }

        return await db.ImportRows.AnyAsync(r => r.BatchId == batchId && (r.Outcome == RowOutcome.New || r.Outcome == RowOutcome.Changed), cancellationToken)
            ? null
            : "Записывать нечего: новых и изменённых строк нет.";
    }

    /// <summary>Stores new and changed rows of the batch within the open transaction, and what they replace.</summary>
    internal async Task StoreAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into result_changes (batch_id, school_id, procedure_id, year, old, kept)
            select i.batch_id, i.school_id, i.procedure_id, i.year, case when r.id is not null then to_jsonb(r) end, false
            from import_rows i
            left join results r on r.school_id = i.school_id and r.procedure_id = i.procedure_id and r.year = i.year
            where i.batch_id = {batch.Id} and i.outcome in ('New', 'Changed') and i.lowered is null
            """,
            cancellationToken);

        var of = $"загрузка № {batch.Id}";
        await confirmations.WithdrawAsync(db.ResultChanges.Where(c => c.BatchId == batch.Id), of, cancellationToken);

        // Marks and the mean that the row does not bring stay only while the counts they belong to stay.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into results as r (region_id, school_id, procedure_id, year, participants, failed, twos, threes, fours, fives, mean_score, published_marker, version, file_id, sheet, row)
            select {batch.RegionId}, school_id, procedure_id, year, participants, failed, twos, threes, fours, fives, mean_score, published_marker, version, file_id, sheet, row
            from import_rows where batch_id = {batch.Id} and outcome in ('New', 'Changed') and lowered is null
            on conflict (school_id, procedure_id, year) do update set
              participants = excluded.participants, failed = excluded.failed, published_marker = excluded.published_marker,
              twos = case when (r.participants, r.failed) is not distinct from (excluded.participants, excluded.failed) then coalesce(excluded.twos, r.twos) else excluded.twos end,
              threes = case when (r.participants, r.failed) is not distinct from (excluded.participants, excluded.failed) then coalesce(excluded.threes, r.threes) else excluded.threes end,
              fours = case when (r.participants, r.failed) is not distinct from (excluded.participants, excluded.failed) then coalesce(excluded.fours, r.fours) else excluded.fours end,
              fives = case when (r.participants, r.failed) is not distinct from (excluded.participants, excluded.failed) then coalesce(excluded.fives, r.fives) else excluded.fives end,
              mean_score = case when (r.participants, r.failed) is not distinct from (excluded.participants, excluded.failed) then coalesce(excluded.mean_score, r.mean_score) else excluded.mean_score end,
              version = case when {batch.ReplacesLater} then excluded.version else coalesce(excluded.version, r.version) end,
              file_id = excluded.file_id, sheet = excluded.sheet, row = excluded.row
            """,
            cancellationToken);
    }
}
