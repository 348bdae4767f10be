using EffectiveSchool.Data.Setup;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace EffectiveSchool.Data.Results;

/// <summary>A row as a file gave it, on its way into the dry run.</summary>
/// <param name="FileId">The file of the batch.</param>
/// <param name="Sheet">Sheet, null for csv.</param>
/// <param name="Row">1-based row.</param>
/// <param name="Cell">Address of the cell that a refusal is about.</param>
/// <param name="AsWritten">How the row names the school.</param>
/// <param name="AliasKey">What a remembered choice is found by: the digits, or the name as search writes it.</param>
/// <param name="Code">Digits of the code, or null.</param>
/// <param name="CodeKinds">Kinds the code may be of.</param>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Reason">Why the reader refused the row; null where it read it.</param>
/// <param name="WhatToDo">The way out of the refusal.</param>
public sealed record StagedRow(
    int FileId,
    string? Sheet,
    int? Row,
    string? Cell,
    string AsWritten,
    string? AliasKey,
    string? Code,
    IReadOnlyList<string> CodeKinds,
    string? Procedure,
    int? Year,
    StagedFigures Figures,
    string? Reason = null,
    string? WhatToDo = null);

/// <summary>The figures of a row.</summary>
public sealed record StagedFigures(
    int? Participants = null,
    int? Failed = null,
    int? Twos = null,
    int? Threes = null,
    int? Fours = null,
    int? Fives = null,
    decimal? MeanScore = null,
    bool? PublishedMarker = null);

/// <summary>Puts the rows of a batch beside the registry and the stored results: the dry run.</summary>
public sealed class ImportStage(PortalDb db)
{
    /// <summary>Replaces the dry run of the batch by these rows. Nothing is stored among the results.</summary>
    public async Task StageAsync(ImportBatch batch, IEnumerable<StagedRow> rows, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await BulkCopy.ToTempTableAsync(
            db,
            "staged",
            "file_id integer, sheet text, row_number integer, cell text, as_written text, alias_key text, code text, code_kinds text[], procedure text, year integer, participants integer, failed integer, twos integer, threes integer, fours integer, fives integer, mean_score numeric, published_marker boolean, reason text, what_to_do text",
            rows,
            async (copy, row) =>
            {
                await copy.WriteAsync(row.FileId, NpgsqlDbType.Integer);
                await copy.WriteOrNullAsync(row.Sheet);
                await copy.WriteOrNullAsync(row.Row, NpgsqlDbType.Integer);
                await copy.WriteOrNullAsync(row.Cell);
                await copy.WriteAsync(row.AsWritten, NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(row.AliasKey);
                await copy.WriteOrNullAsync(row.Code);
                await copy.WriteAsync(row.CodeKinds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(row.Procedure);
                await copy.WriteOrNullAsync(row.Year, NpgsqlDbType.Integer);
                foreach (var figure in new[] { row.Figures.Participants, row.Figures.Failed, row.Figures.Twos, row.Figures.Threes, row.Figures.Fours, row.Figures.Fives })
                {
                    await copy.WriteOrNullAsync(figure, NpgsqlDbType.Integer);
                }

                await copy.WriteOrNullAsync(row.Figures.MeanScore, NpgsqlDbType.Numeric);
                await copy.WriteOrNullAsync(row.Figures.PublishedMarker, NpgsqlDbType.Boolean);
                await copy.WriteOrNullAsync(row.Reason);
                await copy.WriteOrNullAsync(row.WhatToDo);
            },
            cancellationToken);
        await db.Database.ExecuteSqlAsync($"delete from import_rows where batch_id = {batch.Id}", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into import_rows (batch_id, file_id, outcome, sheet, row, cell, as_written, code, school_id, procedure_id, year,
              participants, failed, twos, threes, fours, fives, mean_score, published_marker, reason, what_to_do)
            select {batch.Id}, t.file_id, case when t.reason is null then 'New' else 'Refused' end, t.sheet, t.row_number, t.cell, t.as_written,
              coalesce(t.code, t.alias_key), coalesce(alias.school_id, found.school_id), p.id, t.year,
              t.participants, t.failed, t.twos, t.threes, t.fours, t.fives, t.mean_score, t.published_marker, t.reason, t.what_to_do
            from staged t
            left join procedures p on p.code = t.procedure
            left join school_aliases alias on alias.region_id = {batch.RegionId} and alias.municipality_id is not distinct from {batch.MunicipalityId} and alias.written = t.alias_key
            left join lateral (
              select min(c.school_id) as school_id from school_codes c
              where c.region_id = {batch.RegionId} and c.value = t.code and c.kind = any (t.code_kinds)
              having count(distinct c.school_id) = 1) found on true
            """,
            cancellationToken);
        await CompareAsync(batch.Id, batch.RegionId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Compares the rows of the batch with the registry, with each other and with the stored results.</summary>
    internal async Task CompareAsync(int batchId, int regionId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            update import_rows i set outcome = 'Refused',
              reason = case
                when i.code ~ '^[0-9]+$' and exists (select 1 from school_codes c where c.region_id = {regionId} and c.value = i.code)
                  then 'Код ' || i.code || ' есть у нескольких школ.'
                when i.code ~ '^[0-9]+$' and (select bool_or(code_is_taken({regionId}, k, i.code)) from unnest(array['FisOko', 'Oge', 'Ege', 'Inn']) k)
                  then 'Школа другого муниципалитета.'
                when i.code ~ '^[0-9]+$' then 'Кода ' || i.code || ' нет в реестре.'
                else 'Школа не опознана: в строке нет кода.' end,
              what_to_do = case
                when i.code ~ '^[0-9]+$' and exists (select 1 from school_codes c where c.region_id = {regionId} and c.value = i.code)
                  then 'Укажите вид кода в файле.'
                when i.code ~ '^[0-9]+$' and (select bool_or(code_is_taken({regionId}, k, i.code)) from unnest(array['FisOko', 'Oge', 'Ege', 'Inn']) k)
                  then 'Строку загружает муниципалитет этой школы.'
                else 'Укажите школу из реестра или попросите добавить её.' end
            where i.batch_id = {batchId} and i.outcome <> 'Refused' and i.school_id is null
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update import_rows i set outcome = 'Refused', reason = 'Такой процедуры нет в справочнике.', what_to_do = 'Проверьте название процедуры в файле.'
            where i.batch_id = {batchId} and i.outcome <> 'Refused' and i.procedure_id is null
            """,
            cancellationToken);

        // The same school, procedure and year twice in one batch: equal counts once, different ones are all refused.
        await db.Database.ExecuteSqlAsync(
            $"""
            with repeated as (
              select school_id, procedure_id, year, count(distinct (participants, failed, twos, threes, fours, fives, published_marker)) as versions, min(id) as first
              from import_rows where batch_id = {batchId} and outcome <> 'Refused'
              group by school_id, procedure_id, year having count(*) > 1)
            update import_rows i set
              outcome = case when d.versions > 1 then 'Refused' else 'Same' end,
              reason = case when d.versions > 1 then 'Школа с этой процедурой и годом встречается ещё раз с другими числами.' else 'Повтор той же строки.' end,
              what_to_do = case when d.versions > 1 then 'Оставьте в файлах одну верную строку.' end
            from repeated d
            where i.batch_id = {batchId} and i.outcome <> 'Refused'
              and i.school_id = d.school_id and i.procedure_id = d.procedure_id and i.year = d.year and (d.versions > 1 or i.id <> d.first)
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update import_rows i set
              outcome = case
                when (r.participants, r.failed, r.twos, r.threes, r.fours, r.fives, r.mean_score, r.published_marker)
                  is not distinct from (i.participants, i.failed, i.twos, i.threes, i.fours, i.fives, i.mean_score, i.published_marker)
                then 'Same' else 'Changed' end,
              before = coalesce(r.failed || ' из ' || r.participants, case when r.published_marker then 'маркер 1' else 'маркер 0' end)
            from results r
            where i.batch_id = {batchId} and i.outcome in ('New', 'Changed', 'Same') and i.reason is null
              and r.school_id = i.school_id and r.procedure_id = i.procedure_id and r.year = i.year
            """,
            cancellationToken);
    }
}
