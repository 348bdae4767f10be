using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace EffectiveSchool.Data.Lists;

/// <summary>Writes the content of a list: thousands of verdicts at once, what they stood on, the files they came from.</summary>
internal static class ListStore
{
    /// <summary>A list may hold the schools of the whole country, on a machine that has other work too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const string Columns =
        "school_id integer, code text, name text, municipality text, search_text text, listed boolean, criterion_a boolean, criterion_b boolean, "
        + "judged boolean, without_data boolean, low_in_year text[], low_in_year_before text[], pupils_to_flip integer, verdict jsonb, input jsonb";

    /// <summary>Replaces whatever the list held. The list is saved and a transaction is open.</summary>
    /// <param name="withInputs">Whether the inputs are copied too: approval freezes them.</param>
    public static async Task WriteAsync(
        PortalDb db, SchoolList list, IdentificationRun run, IdentificationInput input, bool withInputs, CancellationToken cancellationToken)
    {
        var schools = input.Schools.ToDictionary(s => s.Key);
        string[] procedures = run.Methodology.MathEgeIsOne
            ? [.. run.Procedures, Procedures.BaseMathEge, Procedures.ProfileMathEge]
            : [.. run.Procedures];
        int[] branches = [.. run.Verdicts.Where(v => v.NotJudged == NotJudgedReason.CountsWithHead).Select(v => v.SchoolKey)];
        int[] heads = [.. branches.Select(b => HeadOf(b, schools))];
        db.Database.SetCommandTimeout(Patience);
        await BulkCopy.ToTempTableAsync(
            db, "new_list_schools", Columns, run.Verdicts, (copy, verdict) => WriteRowAsync(copy, verdict, schools[verdict.SchoolKey], run.Year, withInputs), cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from list_schools where list_id = {list.Id};
            insert into list_schools (list_id, school_id, region_id, municipality_id, code, name, municipality, search_text, listed, criterion_a, criterion_b,
              judged, without_data, low_in_year, low_in_year_before, pupils_to_flip, verdict, input, source_file_ids)
            select {list.Id}, n.school_id, s.region_id, s.municipality_id, n.code, n.name, n.municipality, n.search_text, n.listed, n.criterion_a, n.criterion_b,
              n.judged, n.without_data, n.low_in_year, n.low_in_year_before, n.pupils_to_flip, n.verdict, n.input, coalesce(f.ids, array[]::integer[])
            from new_list_schools n join schools s on s.id = n.school_id
            left join (
              select k.judged as school_id, array_agg(distinct r.file_id order by r.file_id) as ids
              from (select school_id, school_id from new_list_schools union all select * from unnest({heads}, {branches})) k (judged, counted)
              join results r on r.school_id = k.counted and r.year in ({list.ResultsYear}, {list.ResultsYear - 1})
              join procedures p on p.id = r.procedure_id and p.code = any({procedures})
              group by k.judged) f on f.school_id = n.school_id;
            """,
            cancellationToken);
        await WriteBasisAsync(db, list, run, input, procedures, cancellationToken);
        await WriteSourcesAsync(db, list, procedures, cancellationToken);
    }

    private static async Task WriteRowAsync(Npgsql.NpgsqlBinaryImporter copy, SchoolVerdict verdict, SchoolInput school, int year, bool withInputs)
    {
        await copy.WriteAsync(verdict.SchoolKey, NpgsqlDbType.Integer);
        await copy.WriteAsync(school.Code, NpgsqlDbType.Text);
        await copy.WriteAsync(school.Name, NpgsqlDbType.Text);
        await copy.WriteAsync(school.Municipality, NpgsqlDbType.Text);
        await copy.WriteAsync(SchoolNames.ForSearch($"{school.Name} {school.Code} {school.Municipality}"), NpgsqlDbType.Text);
        await copy.WriteAsync(verdict.Listed, NpgsqlDbType.Boolean);
        await copy.WriteAsync(verdict.Criteria.Contains(Criterion.A), NpgsqlDbType.Boolean);
        await copy.WriteAsync(verdict.Criteria.Contains(Criterion.B), NpgsqlDbType.Boolean);
        await copy.WriteAsync(verdict.NotJudged is null, NpgsqlDbType.Boolean);
        await copy.WriteAsync(IsWithoutData(verdict, year), NpgsqlDbType.Boolean);
        await copy.WriteAsync(verdict.LowInYear.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        await copy.WriteAsync(verdict.LowInYearBefore.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        await copy.WriteOrNullAsync(verdict.PupilsToFlip, NpgsqlDbType.Integer);
        await copy.WriteAsync(Json.WriteUtf8(verdict), NpgsqlDbType.Jsonb);
        await (withInputs ? copy.WriteAsync(Json.WriteUtf8(school), NpgsqlDbType.Jsonb) : copy.WriteNullAsync());
    }

    /// <summary>The school that a branch counts with, see <see cref="LowResultRule"/>: the head of its head.</summary>
    private static int HeadOf(int branch, Dictionary<int, SchoolInput> schools)
    {
        var root = branch;
        while (schools[root].HeadKey is { } head && schools.ContainsKey(head))
        {
            root = head;
        }

        return root;
    }

    /// <summary>A school that teaches none of the grades lacks nothing: it is not counted among those without data.</summary>
    private static bool IsWithoutData(SchoolVerdict verdict, int year)
    {
        var ofYear = verdict.Markers.Where(m => m.Year == year).ToList();
        return verdict.NotJudged is null
            && ofYear.TrueForAll(m => m.State == MarkerState.NoData)
            && ofYear.Exists(m => m.Reason is not (NoDataReason.NotApplicable or NoDataReason.NotHeld));
    }

    private static async Task WriteBasisAsync(PortalDb db, SchoolList list, IdentificationRun run, IdentificationInput input, string[] procedures, CancellationToken cancellationToken)
    {
        await db.ListBases.Where(b => b.ListId == list.Id).ExecuteDeleteAsync(cancellationToken);
        var basis = new ListBasis
        {
            ListId = list.Id,
            RegionId = list.RegionId,
            Methodology = run.Methodology,
            Procedures = [.. run.Procedures],
            NotHeld = [.. input.NotHeld.Select(n => new ProcedureYear(n.Procedure, n.Year)).OrderBy(n => n.Year).ThenBy(n => n.Procedure, StringComparer.Ordinal)],
            Gaps = [.. Gaps(run, input)],
            HasYearBefore = run.HasYearBefore,
            Collection = await ListCollection.ReadAsync(db, list, procedures, cancellationToken),
        };
        db.ListBases.Add(basis);
        await db.SaveChangesAsync(cancellationToken);

        // The row may be written again in the same context: by approval after a run.
        db.Entry(basis).State = EntityState.Detached;
    }

    private static IEnumerable<ResultGap> Gaps(IdentificationRun run, IdentificationInput input)
    {
        var known = run.Verdicts.SelectMany(v => v.Markers).Where(m => m.Sources.Count > 0).Select(m => (m.Procedure, m.Year)).ToHashSet();
        return from year in new[] { run.Year - 1, run.Year }
               from procedure in run.Procedures
               where !known.Contains((procedure, year))
               select new ResultGap(procedure, year, input.NotHeld.Contains((procedure, year)) || !Procedures.WasHeld(procedure, year));
    }

    /// <summary>Files with a result of a school and a procedure that were judged, in the two years.</summary>
    private static async Task WriteSourcesAsync(PortalDb db, SchoolList list, string[] procedures, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from list_source_files where list_id = {list.Id};
            insert into list_source_files (list_id, region_id, file_id, municipality_id, name, sha256, applied_at, author)
            select {list.Id}, {list.RegionId}, f.id, f.municipality_id, f.name, f.sha256, coalesce(b.applied_at, b.created_at), b.author
            from import_files f join import_batches b on b.id = f.batch_id
            where f.id in (
              select r.file_id from results r
              join procedures p on p.id = r.procedure_id
              join list_schools s on s.list_id = {list.Id} and s.school_id = r.school_id
              where r.year in ({list.ResultsYear}, {list.ResultsYear - 1}) and p.code = any({procedures}))
            order by f.name, f.id;
            """,
            cancellationToken);
    }
}
