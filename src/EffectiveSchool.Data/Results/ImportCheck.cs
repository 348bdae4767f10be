using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Data.Results;

/// <summary>
/// Judges the rows of a batch against the registry, each other and the stored results. May be asked any number of times:
/// every row that was read is judged anew, what the reader refused stays refused.
/// </summary>
public sealed class ImportCheck(PortalDb db)
{
    /// <summary>Judges the batch within the open transaction.</summary>
    internal async Task JudgeAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        await MatchSchoolsAsync(batch, cancellationToken);
        await JudgeRepeatedAsync(batch.Id, cancellationToken);
        await CompareAsync(batch.Id, cancellationToken);
        await db.JudgeComparisonsAsync(batch.Id, cancellationToken);
    }

    /// <summary>
    /// Finds the school by its code, else by what a person of the same sender confirmed before. A municipality's batch finds
    /// its own schools only, whoever looks at it; of the codes of others code_is_taken says that they exist, and no more.
    /// </summary>
    private Task MatchSchoolsAsync(ImportBatch batch, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        with matched as (
          select i.id, i.code, i.procedure_id, coalesce(found.school_id, confirmed.school_id) as school_id,
            found.schools > 1
              or (found.schools = 1 and cardinality(i.code_kinds) > 1 and exists (
                select 1 from unnest(i.code_kinds) k
                where code_is_taken({batch.RegionId}, k, i.code)
                  and not exists (
                    select 1 from school_codes c join schools s on s.id = c.school_id and s.municipality_id = coalesce({batch.MunicipalityId}::integer, s.municipality_id)
                    where c.region_id = {batch.RegionId} and c.kind = k and c.value = i.code))) as ambiguous,
            found.schools = 0 and confirmed.school_id is null
              and exists (select 1 from unnest(i.code_kinds) k where code_is_taken({batch.RegionId}, k, i.code)) as foreign_school
          from import_rows i
          cross join lateral (
            select min(c.school_id) as school_id, count(distinct c.school_id) as schools
            from school_codes c join schools s on s.id = c.school_id and s.municipality_id = coalesce({batch.MunicipalityId}::integer, s.municipality_id)
            where c.region_id = {batch.RegionId} and c.value = i.code and c.kind = any (i.code_kinds)) found
          left join lateral (
            select a.school_id from school_aliases a join schools s on s.id = a.school_id and s.municipality_id = coalesce({batch.MunicipalityId}::integer, s.municipality_id)
            where a.region_id = {batch.RegionId} and a.municipality_id is not distinct from {batch.MunicipalityId}
              and a.written = array_to_string(i.code_kinds, '/') || ' ' || i.code) confirmed on true
          where i.batch_id = {batch.Id} and (i.participants is not null or i.published_marker is not null))
        update import_rows i set
          school_id = case when m.ambiguous then null else m.school_id end,
          before = null,
          outcome = case when m.ambiguous or m.school_id is null or m.procedure_id is null then 'Refused' else 'New' end,
          refusal_kind = case
            when m.ambiguous then 'AmbiguousSchool'
            when m.foreign_school then 'ForeignSchool'
            when m.school_id is null then 'UnknownSchool'
            when m.procedure_id is null then 'UnknownProcedure' end,
          reason = case
            when m.ambiguous then 'Код ' || m.code || ' есть у нескольких школ.'
            when m.foreign_school then 'Школа другого муниципалитета.'
            when m.school_id is null then 'Кода ' || m.code || ' нет в реестре.'
            when m.procedure_id is null then 'Такой процедуры нет в справочнике портала.' end,
          what_to_do = case
            when m.ambiguous then 'Укажите в файле вид кода: ФИС ОКО, ОГЭ, ЕГЭ или ИНН.'
            when m.foreign_school then 'Строку загружает муниципалитет этой школы.'
            when m.school_id is null then 'Укажите школу из реестра или попросите регионального координатора добавить её.'
            when m.procedure_id is null then 'Проверьте название процедуры в файле.' end
        from matched m where i.id = m.id
        """,
        cancellationToken);

    /// <summary>
    /// The same school, procedure and year twice in one batch: where nothing contradicts, the fullest row counts, else all
    /// are refused.
    /// </summary>
    private Task JudgeRepeatedAsync(int batchId, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        with repeated as (
          select id, count(*) over same as times, first_value(id) over (same order by num_nonnulls(twos, threes, fours, fives, mean_score) desc, id) as kept,
            count(participants) over same not in (0, count(*) over same)
              or min(participants) over same <> max(participants) over same or min(failed) over same <> max(failed) over same
              or bool_and(published_marker) over same <> bool_or(published_marker) over same
              or min(twos) over same <> max(twos) over same or min(threes) over same <> max(threes) over same
              or min(fours) over same <> max(fours) over same or min(fives) over same <> max(fives) over same
              or min(mean_score) over same <> max(mean_score) over same as contradict
          from import_rows where batch_id = {batchId} and outcome = 'New' and lowered is null
          window same as (partition by school_id, procedure_id, year))
        update import_rows i set
          outcome = case when d.contradict then 'Refused' else 'Same' end,
          refusal_kind = case when d.contradict then 'Repeated' end,
          reason = case when d.contradict then 'Эта школа, процедура и год встречаются в загрузке ещё раз с другими числами.' else 'Повтор другой строки этой загрузки.' end,
          what_to_do = case when d.contradict then 'Оставьте в файлах одну верную строку.' end
        from repeated d
        where i.id = d.id and d.times > 1 and (d.contradict or i.id <> d.kept)
        """,
        cancellationToken);

    /// <summary>
    /// Beside what is stored: figures that a row does not bring contradict nothing, and a bare marker of a published matrix
    /// never replaces counts.
    /// </summary>
    private Task CompareAsync(int batchId, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        update import_rows i set
          outcome = case
            when i.participants is null and r.participants is not null then 'Refused'
            when (r.participants, r.failed, r.published_marker) is not distinct from (i.participants, i.failed, i.published_marker)
              and coalesce(i.twos, r.twos) is not distinct from r.twos and coalesce(i.threes, r.threes) is not distinct from r.threes
              and coalesce(i.fours, r.fours) is not distinct from r.fours and coalesce(i.fives, r.fives) is not distinct from r.fives
              and coalesce(i.mean_score, r.mean_score) is not distinct from r.mean_score
            then 'Same' else 'Changed' end,
          refusal_kind = case when i.participants is null and r.participants is not null then 'BareMarker' end,
          reason = case when i.participants is null and r.participants is not null
            then 'Записаны числа (' || r.failed || ' из ' || r.participants || '): маркер без чисел их не заменяет.' end,
          what_to_do = case when i.participants is null and r.participants is not null then 'Загрузите файл с числом участников или удалите строку.' end,
          before = concat_ws(' · ',
            coalesce(r.failed || ' из ' || r.participants, case when r.published_marker then 'маркер 1' else 'маркер 0' end),
            'отметки ' || nullif(concat_ws('/', r.twos, r.threes, r.fours, r.fives), ''),
            'средний балл ' || replace(trim_scale(r.mean_score)::text, '.', ','))
        from results r
        where i.batch_id = {batchId} and i.outcome = 'New' and i.lowered is null
          and r.school_id = i.school_id and r.procedure_id = i.procedure_id and r.year = i.year
        """,
        cancellationToken);
}
