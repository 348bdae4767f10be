using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Data.Results;

/// <summary>
/// Judges the rows of a batch against the registry, each other and the stored results. May be asked any number of times:
/// every row that was read is judged anew, what the reader refused stays refused.
/// </summary>
public sealed class ImportCheck(PortalDb db)
{
    /// <summary>Percent from which counts are low, for a published marker beside them.</summary>
    private static readonly decimal LowFrom = Methodology.SameProcedure.ThresholdPercent;

    /// <summary>Versions as they are stored and as people read them, from the earliest; none stands before all (<see cref="ResultVersions"/>).</summary>
    private static readonly string[] Versions = Enum.GetNames<ResultVersion>();

    private static readonly string[] VersionNames = [.. Enum.GetValues<ResultVersion>().Select(v => ((ResultVersion?)v).RussianName())];

    private static readonly string NoVersion = ((ResultVersion?)null).RussianName();

    /// <summary>Judges the batch within the open transaction.</summary>
    internal async Task JudgeAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        await MatchSchoolsAsync(batch, cancellationToken);
        await JudgeRepeatedAsync(batch.Id, cancellationToken);
        await CompareAsync(batch, cancellationToken);
        await db.JudgeComparisonsAsync(batch.Id, cancellationToken);
    }

    /// <summary>
    /// Finds the school by its code, else by what a person of the same sender confirmed before. A municipality's batch finds
    /// its own schools only, whoever looks at it; of the codes of others code_is_taken says that they exist, and no more.
    /// </summary>
    private Task MatchSchoolsAsync(ImportBatch batch, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        with asked as (
          select i.id, i.procedure_id, i.code, i.code_kinds, alias_key(i.code_kinds, i.code, i.as_written, i.municipality) as written
          from import_rows i where i.batch_id = {batch.Id} and (i.participants is not null or i.published_marker is not null)),
        -- A school is looked for once, however many rows name it.
        known as materialized (
          select a.written, coalesce(found.school_id, confirmed.school_id) as school_id,
            found.schools > 1
              or (found.schools = 1 and cardinality(a.code_kinds) > 1 and exists (
                select 1 from unnest(a.code_kinds) k
                where code_is_taken({batch.RegionId}, k, a.code)
                  and not exists (
                    select 1 from school_codes c join schools s on s.id = c.school_id and s.municipality_id = coalesce({batch.MunicipalityId}::integer, s.municipality_id)
                    where c.region_id = {batch.RegionId} and c.kind = k and c.value = a.code))) as ambiguous,
            found.schools = 0 and confirmed.school_id is null
              and exists (select 1 from unnest(a.code_kinds) k where code_is_taken({batch.RegionId}, k, a.code)) as foreign_school
          from (select distinct on (written) written, code, code_kinds from asked) a
          cross join lateral (
            select min(c.school_id) as school_id, count(distinct c.school_id) as schools
            from school_codes c join schools s on s.id = c.school_id and s.municipality_id = coalesce({batch.MunicipalityId}::integer, s.municipality_id)
            where c.region_id = {batch.RegionId} and c.value = a.code and c.kind = any (a.code_kinds)) found
          left join lateral (
            select a2.school_id from school_aliases a2 join schools s on s.id = a2.school_id and s.municipality_id = coalesce({batch.MunicipalityId}::integer, s.municipality_id)
            where a2.region_id = {batch.RegionId} and a2.municipality_id is not distinct from {batch.MunicipalityId}
              and a2.written = a.written) confirmed on true),
        matched as (
          select a.id, a.code, a.procedure_id, k.school_id, k.ambiguous, k.foreign_school from asked a join known k on k.written = a.written),
        judged as (
          select m.id,
            case when m.ambiguous then null else m.school_id end as school_id,
            case when m.ambiguous or m.school_id is null or m.procedure_id is null then 'Refused' else 'New' end as outcome,
            case
              when m.ambiguous then 'AmbiguousSchool'
              when m.foreign_school then 'ForeignSchool'
              when m.school_id is null then 'UnknownSchool'
              when m.procedure_id is null then 'UnknownProcedure' end as refusal_kind,
            case
              when m.ambiguous then 'Код ' || m.code || ' есть у нескольких школ.'
              when m.foreign_school then 'Школа другого муниципалитета.'
              when m.school_id is null and m.code is null then 'Неизвестная школа: кода в строке нет, а по одному названию школы не опознаются.'
              when m.school_id is null then 'Кода ' || m.code || ' нет в реестре.'
              when m.procedure_id is null then 'Такой процедуры нет в справочнике портала.' end as reason,
            case
              when m.ambiguous then 'Укажите в файле вид кода: ФИС ОКО, ОГЭ, ЕГЭ или ИНН.'
              when m.foreign_school then 'Строку загружает муниципалитет этой школы.'
              when m.school_id is null then 'Укажите школу из реестра или попросите регионального координатора добавить её.'
              when m.procedure_id is null then 'Проверьте название процедуры в файле.' end as what_to_do
          from matched m)
        update import_rows i set
          school_id = j.school_id, before = null, outcome = j.outcome, refusal_kind = j.refusal_kind, reason = j.reason, what_to_do = j.what_to_do
        from judged j
        where i.id = j.id

          -- Judged again before it is stored, a row mostly stays as it is: what does not change is not written.
          and (i.school_id, i.before, i.outcome, i.refusal_kind, i.reason, i.what_to_do)
            is distinct from (j.school_id, null, j.outcome, j.refusal_kind, j.reason, j.what_to_do)
        """,
        cancellationToken);

    /// <summary>
    /// The same school, procedure and year twice in one batch, in one file or in several: the rule is
    /// <see cref="ResultFact.Contradict"/>, and a test holds both to the same answers. Rows that agree count once, and what
    /// they differ in beside the counts is not taken; rows that contradict are all refused, each with the address of another.
    /// </summary>
    private async Task JudgeRepeatedAsync(int batchId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            create temporary table repeated_results on commit drop as
            select school_id, procedure_id, year, array_agg(id order by participants is null, num_nonnulls(twos, threes, fours, fives, mean_score) desc, id) as ids,
              coalesce(min(participants) <> max(participants) or min(failed) <> max(failed), false)
                or coalesce(bool_and(published_marker) <> bool_or(published_marker), false)
                or coalesce(bool_or(published_marker) <> (max(participants) > 0 and max(failed) * 100 >= {LowFrom} * max(participants)), false) as contradict,
              count(distinct (twos, threes, fours, fives)) filter (where num_nonnulls(twos, threes, fours, fives) > 0) > 1 as marks_differ,
              min(twos) as twos, min(threes) as threes, min(fours) as fours, min(fives) as fives, count(distinct mean_score) > 1 as means_differ, min(mean_score) as mean_score, ({Versions})[max(array_position({Versions}, version::text))] as version
            from import_rows where batch_id = {batchId} and outcome = 'New' and lowered is null
            group by school_id, procedure_id, year having count(*) > 1
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update import_rows i set
              outcome = 'Refused', refusal_kind = 'Repeated',
              reason = 'Эта школа, процедура и год встречаются в загрузке ещё раз с другими числами: '
                || concat_ws(', ', f.name, 'лист «' || other.sheet || '»', coalesce(other.cell, 'строка ' || other.row)) || ' — '
                || coalesce(other.failed || ' из ' || other.participants, case when other.published_marker then 'маркер 1' else 'маркер 0' end) || '. Не принят ни один результат.',
              what_to_do = 'Оставьте в файлах одну верную строку.'
            from repeated_results d
            cross join lateral unnest(d.ids) as own(id)
            cross join lateral (select o.* from import_rows o
              where o.id = any (d.ids) and o.id <> own.id
              order by (o.participants, o.failed, o.published_marker) is not distinct from (select (w.participants, w.failed, w.published_marker) from import_rows w where w.id = own.id), o.id limit 1) other
            join import_files f on f.id = other.file_id
            where d.contradict and i.id = own.id
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update import_rows i set
              outcome = case when i.id = d.ids[1] then 'New' else 'Same' end,
              twos = case when not d.marks_differ then d.twos end, threes = case when not d.marks_differ then d.threes end,
              fours = case when not d.marks_differ then d.fours end, fives = case when not d.marks_differ then d.fives end,
              mean_score = case when not d.means_differ then d.mean_score end, version = d.version,
              reason = nullif(concat_ws(' ',
                case when i.id <> d.ids[1] then 'Повтор другой строки этой загрузки.' end,
                case when d.marks_differ or d.means_differ then 'Отметки или средний балл в повторе другие: различающееся не взято.' end), '')
            from repeated_results d where not d.contradict and i.participants is not null and i.id = any (d.ids);
            update import_rows i set outcome = 'Same', reason = 'Повтор другой строки этой загрузки.'
            from repeated_results d where not d.contradict and i.participants is null and i.id = any (d.ids[2:]);
            drop table repeated_results;
            """,
            cancellationToken);
    }

    /// <summary>
    /// Beside what is stored: figures that a row does not bring contradict nothing; a bare marker of a published matrix never
    /// replaces counts, where it agrees with them it says the same; other figures of an earlier version replace those of a
    /// later one only where a person has said so for the batch (<see cref="ResultVersions.MayReplace"/>).
    /// </summary>
    private Task CompareAsync(ImportBatch batch, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        with figures as (
          select i.id, i.version as brought, r.version as stored_version,
            coalesce(array_position({Versions}, i.version::text), 0) as rank, coalesce(array_position({Versions}, r.version::text), 0) as stored_rank,
            i.participants is null and r.participants is not null and i.published_marker <> (r.participants > 0 and r.failed * 100 >= {LowFrom} * r.participants) as bare_marker,
            (i.participants is null and r.participants is not null)
              or ((r.participants, r.failed, r.published_marker) is not distinct from (i.participants, i.failed, i.published_marker)
                and coalesce(i.twos, r.twos) is not distinct from r.twos and coalesce(i.threes, r.threes) is not distinct from r.threes
                and coalesce(i.fours, r.fours) is not distinct from r.fours and coalesce(i.fives, r.fives) is not distinct from r.fives
                and coalesce(i.mean_score, r.mean_score) is not distinct from r.mean_score) as same_figures,
            coalesce(r.failed || ' из ' || r.participants, case when r.published_marker then 'маркер 1' else 'маркер 0' end) as stored,
            concat_ws(' · ',
              'отметки ' || nullif(concat_ws('/', r.twos, r.threes, r.fours, r.fives), ''),
              'средний балл ' || replace(trim_scale(r.mean_score)::text, '.', ','),
              ({VersionNames})[array_position({Versions}, r.version::text)]) as details
          from import_rows i join results r on r.school_id = i.school_id and r.procedure_id = i.procedure_id and r.year = i.year
          where i.batch_id = {batch.Id} and i.outcome = 'New' and i.lowered is null),
        compared as (
          select f.*, f.same_figures and (f.rank <= f.stored_rank or f.brought is null) as same, not f.same_figures and f.rank < f.stored_rank and not {batch.ReplacesLater} as earlier from figures f)
        update import_rows i set
          outcome = case when c.bare_marker or c.earlier then 'Refused' when c.same then 'Same' else 'Changed' end,
          refusal_kind = case when c.bare_marker then 'BareMarker' when c.earlier then 'EarlierVersion' end,
          reason = case
            when c.bare_marker then 'Записаны числа (' || c.stored || '), маркер им противоречит и без чисел их не заменяет.'
            when c.earlier then 'Записан результат версии «' || ({VersionNames})[c.stored_rank] || '» (' || c.stored || '), а в строке — '
              || coalesce('«' || ({VersionNames})[c.rank] || '»', {NoVersion}) || ': более ранняя версия не заменяет более позднюю.'
            else i.reason end,
          what_to_do = case
            when c.bare_marker then 'Загрузите файл с числом участников или удалите строку.'
            when c.earlier then 'Если верны числа файла, разрешите загрузке заменить более позднюю версию.' end,
          before = concat_ws(' · ', c.stored, nullif(c.details, ''))
        from compared c where i.id = c.id
        """,
        cancellationToken);
}
