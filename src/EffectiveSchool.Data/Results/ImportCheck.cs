using EffectiveSchool.Data.Setup;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Results;

/// <summary>
/// Judges the rows of a batch against the registry, each other and the stored results. May be asked any number of times:
/// every row that was read is judged anew, what the reader refused stays refused. The rows wait in the temporary table
/// «staged» and are judged in another, «judged»: it has no keys, policies and log, and the dry run is written once.
/// </summary>
public sealed class ImportCheck(PortalDb db)
{
    /// <summary>Percent from which counts are low, for a published marker beside them.</summary>
    private static readonly decimal LowFrom = Methodology.SameProcedure.ThresholdPercent;

    /// <summary>Versions as they are stored and as people read them, from the earliest; none stands before all (<see cref="ResultVersions"/>).</summary>
    private static readonly string[] Versions = Enum.GetNames<ResultVersion>();

    private static readonly string[] VersionNames = [.. Enum.GetValues<ResultVersion>().Select(v => ((ResultVersion?)v).RussianName())];

    private static readonly string NoVersion = ((ResultVersion?)null).RussianName();

    /// <summary>What was read of a row, as it waits in «staged» and lies in the dry run.</summary>
    internal const string Columns = """
        file_id integer, sheet text, row integer, cell text, as_written text, municipality text, code text, code_kinds text[], procedure_id integer, year integer,
        participants integer, failed integer, twos integer, threes integer, fours integer, fives integer, mean_score numeric, published_marker boolean,
        lowered integer, confirmed integer, raised integer, version text, reason text, what_to_do text
        """;

    /// <summary>The dry run of a batch once more into «staged».</summary>
    private static readonly string StageStored = $$"""
        {{BulkCopy.RoughStatistics}};
        create temporary table staged on commit drop as select id as place, {{BulkCopy.Names(Columns)}} from import_rows where batch_id = {0};
        analyze staged
        """;

    /// <summary>Judges what stands in «staged» into «judged» within the open transaction.</summary>
    internal async Task JudgeStagedAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        await MatchSchoolsAsync(batch, cancellationToken);
        await db.JudgeNotHeldAsync(batch, cancellationToken);
        await JudgeRepeatedAsync(cancellationToken);
        await CompareAsync(batch, cancellationToken);
        await db.JudgeComparisonsAsync(cancellationToken);
        await db.NoteNameDoubtsAsync(cancellationToken);
    }

    /// <summary>Judges the stored dry run of a batch anew within the open transaction. Returns how many rows now do something else than was shown.</summary>
    internal async Task<int> JudgeAgainAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(StageStored, [batch.Id], cancellationToken);
        await JudgeStagedAsync(batch, cancellationToken);
        return await db.Database.ExecuteSqlAsync(
            $"""
            update import_rows i set
              school_id = j.school_id, before = j.before, outcome = j.outcome, refusal_kind = j.refusal_kind, reason = j.reason, what_to_do = j.what_to_do,
              twos = j.twos, threes = j.threes, fours = j.fours, fives = j.fives, mean_score = j.mean_score, version = j.version
            from judged j
            where i.id = j.place and (i.school_id, i.before, i.outcome, i.refusal_kind) is distinct from (j.school_id, j.before, j.outcome, j.refusal_kind)
            """,
            cancellationToken);
    }

    /// <summary>
    /// Finds the school by its code, else by what a person of the same sender confirmed before. A municipality's batch finds
    /// its own schools only, whoever looks at it; of the codes of others code_is_taken says that they exist, and no more.
    /// </summary>
    private Task MatchSchoolsAsync(ImportBatch batch, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        create temporary table judged on commit drop as
        with asked as materialized (
          select s.*, s.participants is not null or s.published_marker is not null as was_read, alias_key(s.code_kinds, s.code, s.as_written, s.municipality) as written from staged s),
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
          from (select written, min(code) as code, min(code_kinds) as code_kinds from asked where was_read group by written) a
          cross join lateral (
            select min(c.school_id) as school_id, count(distinct c.school_id) as schools
            from school_codes c join schools s on s.id = c.school_id and s.municipality_id = coalesce({batch.MunicipalityId}::integer, s.municipality_id)
            where c.region_id = {batch.RegionId} and c.value = a.code and c.kind = any (a.code_kinds)) found
          left join lateral (
            select a2.school_id from school_aliases a2 join schools s on s.id = a2.school_id and s.municipality_id = coalesce({batch.MunicipalityId}::integer, s.municipality_id)
            where a2.region_id = {batch.RegionId} and a2.municipality_id is not distinct from {batch.MunicipalityId}
              and a2.written = a.written) confirmed on true),
        matched as (
          select a.*, k.school_id, k.ambiguous, k.foreign_school,
            case
              when not a.was_read then 'Row'
              when k.ambiguous then 'AmbiguousSchool'
              when k.foreign_school then 'ForeignSchool'
              when k.school_id is null then 'UnknownSchool'
              when a.procedure_id is null then 'UnknownProcedure' end as refusal_kind
          from asked a left join known k on a.was_read and k.written = a.written)
        select m.place, m.file_id, m.sheet, m.row, m.cell, m.as_written, m.municipality, m.code, m.code_kinds, m.procedure_id, m.year,
          m.participants, m.failed, m.twos, m.threes, m.fours, m.fives, round(m.mean_score, {SchoolResult.MeanScoreDecimals}) as mean_score, m.published_marker, m.lowered, m.confirmed, m.raised, m.version,
          case when not m.ambiguous then m.school_id end as school_id, null::text as before, case when m.refusal_kind is null then 'New' else 'Refused' end as outcome, m.refusal_kind,
          case m.refusal_kind
            when 'Row' then m.reason
            when 'AmbiguousSchool' then 'Код ' || m.code || ' есть у нескольких школ.'
            when 'ForeignSchool' then 'Школа другого муниципалитета.'
            when 'UnknownSchool' then case when m.code is null then 'Неизвестная школа: кода в строке нет, а по одному названию школы не опознаются.' else 'Кода ' || m.code || ' нет в реестре.' end
            when 'UnknownProcedure' then 'Такой процедуры нет в справочнике портала.' end as reason,
          case m.refusal_kind
            when 'Row' then m.what_to_do
            when 'AmbiguousSchool' then 'Укажите в файле вид кода: ФИС ОКО, ОГЭ, ЕГЭ или ИНН.'
            when 'ForeignSchool' then 'Строку загружает муниципалитет этой школы.'
            when 'UnknownSchool' then 'Укажите школу из реестра или попросите регионального координатора добавить её.'
            when 'UnknownProcedure' then 'Проверьте название процедуры в файле.' end as what_to_do
        from matched m;
        create unique index on judged (place);
        analyze judged;
        """,
        cancellationToken);

    /// <summary>
    /// The same school, procedure and year twice in one batch, in one file or in several: the rule is
    /// <see cref="ResultFact.Contradict"/>, and a test holds both to the same answers. Rows that agree count once, and what
    /// they differ in beside the counts is not taken; rows that contradict are all refused, each with the address of another.
    /// </summary>
    private async Task JudgeRepeatedAsync(CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            create temporary table repeated_results on commit drop as
            select school_id, procedure_id, year, array_agg(place order by participants is null, num_nonnulls(twos, threes, fours, fives, mean_score) desc, place) as places,
              coalesce(min(participants) <> max(participants) or min(failed) <> max(failed), false)
                or coalesce(bool_and(published_marker) <> bool_or(published_marker), false)
                or coalesce(bool_or(published_marker) <> (max(participants) > 0 and max(failed) * 100 >= {LowFrom} * max(participants)), false) as contradict,
              count(distinct (twos, threes, fours, fives)) filter (where num_nonnulls(twos, threes, fours, fives) > 0) > 1 as marks_differ,
              min(twos) as twos, min(threes) as threes, min(fours) as fours, min(fives) as fives, count(distinct mean_score) > 1 as means_differ, min(mean_score) as mean_score, ({Versions})[max(array_position({Versions}, version::text))] as version
            from judged join (
              select school_id, procedure_id, year from judged where outcome = 'New' and lowered is null
              group by school_id, procedure_id, year having count(*) > 1) repeated using (school_id, procedure_id, year)
            where outcome = 'New' and lowered is null
            group by school_id, procedure_id, year
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update judged i set
              outcome = 'Refused', refusal_kind = 'Repeated',
              reason = 'Эта школа, процедура и год встречаются в загрузке ещё раз с другими числами: '
                || concat_ws(', ', f.name, 'лист «' || other.sheet || '»', coalesce(other.cell, 'строка ' || other.row)) || ' — '
                || coalesce(other.failed || ' из ' || other.participants, case when other.published_marker then 'маркер 1' else 'маркер 0' end) || '. Не принят ни один результат.',
              what_to_do = 'Оставьте в файлах одну верную строку.'
            from repeated_results d
            cross join lateral unnest(d.places) as own(place)
            cross join lateral (select o.* from judged o
              where o.place = any (d.places) and o.place <> own.place
              order by (o.participants, o.failed, o.published_marker) is not distinct from (select (w.participants, w.failed, w.published_marker) from judged w where w.place = own.place), o.place limit 1) other
            join import_files f on f.id = other.file_id
            where d.contradict and i.place = own.place
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update judged i set
              outcome = case when i.place = d.places[1] then 'New' else 'Same' end,
              twos = case when not d.marks_differ then d.twos end, threes = case when not d.marks_differ then d.threes end,
              fours = case when not d.marks_differ then d.fours end, fives = case when not d.marks_differ then d.fives end,
              mean_score = case when not d.means_differ then d.mean_score end, version = d.version,
              reason = nullif(concat_ws(' ',
                case when i.place <> d.places[1] then 'Повтор другой строки этой загрузки.' end,
                case when d.marks_differ or d.means_differ then 'Отметки или средний балл в повторе другие: различающееся не взято.' end), '')
            from repeated_results d where not d.contradict and i.participants is not null and i.place = any (d.places);
            update judged i set outcome = 'Same', reason = 'Повтор другой строки этой загрузки.'
            from repeated_results d where not d.contradict and i.participants is null and i.place = any (d.places[2:]);
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
          select i.place, i.version as brought, r.version as stored_version,
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
          from judged i join results r on r.school_id = i.school_id and r.procedure_id = i.procedure_id and r.year = i.year
          where i.outcome = 'New' and i.lowered is null),
        compared as (
          select f.*, f.same_figures and (f.rank <= f.stored_rank or f.brought is null) as same, not f.same_figures and f.rank < f.stored_rank and not {batch.ReplacesLater} as earlier from figures f)
        update judged i set
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
        from compared c where i.place = c.place
        """,
        cancellationToken);
}
