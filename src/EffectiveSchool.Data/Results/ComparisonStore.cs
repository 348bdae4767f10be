namespace EffectiveSchool.Data.Results;

/// <summary>
/// The rows of a batch that compare marks with the journal (those with «lowered»), from their judgement to their undo: the
/// steps of a batch do with them what they do with results, in the same transaction.
/// </summary>
internal static class ComparisonStore
{
    /// <summary>Judges the rows of «judged» whose schools were found against each other and against what is stored.</summary>
    public static async Task JudgeComparisonsAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(
            """
            with repeated as (
              select place, count(*) over same as times, min(place) over same as kept,
                min(lowered) over same <> max(lowered) over same or min(confirmed) over same <> max(confirmed) over same or min(raised) over same <> max(raised) over same as contradict
              from judged where outcome = 'New' and lowered is not null
              window same as (partition by school_id, procedure_id, year))
            update judged i set
              outcome = case when d.contradict then 'Refused' else 'Same' end,
              refusal_kind = case when d.contradict then 'Repeated' end,
              reason = case when d.contradict then 'Сравнение этой школы, процедуры и года встречается в загрузке ещё раз с другими числами.' else 'Повтор другой строки этой загрузки.' end,
              what_to_do = case when d.contradict then 'Оставьте в файлах одну верную строку.' end
            from repeated d
            where i.place = d.place and d.times > 1 and (d.contradict or i.place <> d.kept)
            """,
            cancellationToken);
        await db.Database.ExecuteSqlRawAsync(
            """
            update judged i set
              outcome = case when (c.lowered, c.confirmed, c.raised) = (i.lowered, i.confirmed, i.raised) then 'Same' else 'Changed' end,
              before = 'понизили ' || c.lowered || ', подтвердили ' || c.confirmed || ', повысили ' || c.raised
            from mark_comparisons c
            where i.outcome = 'New' and i.lowered is not null
              and c.school_id = i.school_id and c.procedure_id = i.procedure_id and c.year = i.year
            """,
            cancellationToken);
    }

    /// <summary>Stores new and changed comparisons of a batch and keeps what they replace.</summary>
    public static async Task StoreComparisonsAsync(this PortalDb db, ImportBatch batch, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into mark_comparison_changes (batch_id, school_id, procedure_id, year, old, kept)
            select i.batch_id, i.school_id, i.procedure_id, i.year, case when c.id is not null then to_jsonb(c) end, false
            from import_rows i
            left join mark_comparisons c on c.school_id = i.school_id and c.procedure_id = i.procedure_id and c.year = i.year
            where i.batch_id = {batch.Id} and i.outcome in ('New', 'Changed') and i.lowered is not null
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into mark_comparisons (region_id, school_id, procedure_id, year, participants, lowered, confirmed, raised, file_id, sheet, row)
            select {batch.RegionId}, school_id, procedure_id, year, participants, lowered, confirmed, raised, file_id, sheet, row
            from import_rows where batch_id = {batch.Id} and outcome in ('New', 'Changed') and lowered is not null
            on conflict (school_id, procedure_id, year) do update set
              participants = excluded.participants, lowered = excluded.lowered, confirmed = excluded.confirmed, raised = excluded.raised,
              file_id = excluded.file_id, sheet = excluded.sheet, row = excluded.row
            """,
            cancellationToken);
    }

    /// <summary>Comparisons return to what they were before the batch, unless another batch changed them later.</summary>
    public static async Task UndoComparisonsAsync(this PortalDb db, int batchId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            update mark_comparison_changes c set kept = true
            from mark_comparisons m join import_files f on f.id = m.file_id
            where c.batch_id = {batchId} and m.school_id = c.school_id and m.procedure_id = c.procedure_id and m.year = c.year and f.batch_id <> {batchId}
            """,
            cancellationToken);
        await db.CollectReturningAsync("mark_comparison_changes", "returning_comparisons", batchId, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from mark_comparisons m using returning_comparisons b
            where b.old is null and m.school_id = b.school_id and m.procedure_id = b.procedure_id and m.year = b.year
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update mark_comparisons m set
              participants = o.participants, lowered = o.lowered, confirmed = o.confirmed, raised = o.raised, file_id = o.file_id, sheet = o.sheet, row = o.row
            from returning_comparisons b cross join lateral jsonb_populate_record(null::mark_comparisons, b.old) o
            where b.old is not null and m.school_id = b.school_id and m.procedure_id = b.procedure_id and m.year = b.year
            """,
            cancellationToken);
    }

    /// <summary>
    /// What returns when a batch is undone, in a temporary table: what stood before each of its changes. That may itself come
    /// from a batch that has been undone since: then what stood before that one returns.
    /// </summary>
    /// <param name="changes">The table of changes.</param>
    /// <param name="returning">The temporary table; dropped with the transaction.</param>
    public static Task CollectReturningAsync(this PortalDb db, string changes, string returning, int batchId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(ReturningSql(changes, returning), [batchId], cancellationToken);

    /// <summary>Both names are the portal's own words.</summary>
    private static string ReturningSql(string changes, string returning) =>
        $$"""
        create temporary table {{returning}} on commit drop as
        with recursive before as (
          select c.school_id, c.procedure_id, c.year, c.old from {{changes}} c where c.batch_id = {0} and not c.kept
          union all
          select c.school_id, c.procedure_id, c.year, c.old
          from before b
          join import_files f on f.id = (b.old ->> 'file_id')::integer
          join import_batches undone on undone.id = f.batch_id and undone.state = 'Undone'
          join {{changes}} c on c.batch_id = undone.id and c.school_id = b.school_id and c.procedure_id = b.procedure_id and c.year = b.year)
        select b.* from before b
        where b.old is null or not exists (
          select 1 from import_files f join import_batches undone on undone.id = f.batch_id
          where f.id = (b.old ->> 'file_id')::integer and undone.state = 'Undone')
        """;
}
