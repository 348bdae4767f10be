using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using NpgsqlTypes;

namespace EffectiveSchool.Data.Lists;

/// <summary>The file that a result of a procedure came from.</summary>
internal readonly record struct FileOfResult(string Procedure, int FileId);

/// <summary>The results of a school in the two years, and their files: names of files repeat.</summary>
internal sealed record ReadSchool(List<ResultFact> Facts, List<FileOfResult> Files, ReadFigures? Indicators);

/// <summary>What a run read.</summary>
/// <param name="Input">What is judged.</param>
/// <param name="Schools">By key, the schools with results.</param>
internal sealed record ListInput(IdentificationInput Input, IReadOnlyDictionary<int, ReadSchool> Schools);

/// <summary>Writes the content of a list: thousands of verdicts at once, what they stood on, the files they came from.</summary>
internal static class ListStore
{
    /// <summary>A list may hold the schools of the whole country, on a machine that has other work too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const string Columns =
        "school_id integer, code text, name text, municipality text, search_text text, listed boolean, criterion_a boolean, criterion_b boolean, "
        + "judged boolean, without_data boolean, low_in_year text[], low_in_year_before text[], pupils_to_flip integer, verdict jsonb, input jsonb, source_file_ids integer[], true_indicators integer[], known_indicators integer[]";

    /// <summary>Replaces whatever the list held. The list is saved and a transaction is open.</summary>
    /// <param name="withInputs">Whether the inputs are copied too: approval freezes them.</param>
    public static async Task WriteAsync(
        PortalDb db, SchoolList list, IdentificationRun run, ListInput read, bool withInputs, CancellationToken cancellationToken)
    {
        var schools = read.Input.Schools.ToDictionary(s => s.Key);
        string[] procedures = run.Methodology.MathEgeIsOne
            ? [.. run.Procedures, Procedures.BaseMathEge, Procedures.ProfileMathEge]
            : [.. run.Procedures];
        var files = FilesOfVerdicts(run, read, schools, procedures);
        db.Database.SetCommandTimeout(Patience);
        await BulkCopy.ToTempTableAsync(
            db, "new_list_schools", Columns, run.Verdicts,
            (copy, verdict) => WriteRowAsync(copy, verdict, schools[verdict.SchoolKey], run.Year, withInputs, files[verdict.SchoolKey]), cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from list_schools where list_id = {list.Id};
            insert into list_schools (list_id, school_id, region_id, municipality_id, code, name, municipality, search_text, listed, criterion_a, criterion_b,
              judged, without_data, low_in_year, low_in_year_before, pupils_to_flip, verdict, input, source_file_ids, true_indicators, known_indicators)
            select {list.Id}, n.school_id, s.region_id, s.municipality_id, n.code, n.name, n.municipality, n.search_text, n.listed, n.criterion_a, n.criterion_b,
              n.judged, n.without_data, n.low_in_year, n.low_in_year_before, n.pupils_to_flip, n.verdict, n.input, n.source_file_ids, n.true_indicators, n.known_indicators
            from new_list_schools n join schools s on s.id = n.school_id;
            """,
            cancellationToken);
        await WriteBasisAsync(db, list, run, read.Input, procedures, cancellationToken);
        await WriteSourcesAsync(db, list, [.. files.Values.SelectMany(f => f).Distinct()], cancellationToken);
    }

    /// <summary>By school, the files its judged results came from; those of a branch stand under its head too.</summary>
    private static Dictionary<int, int[]> FilesOfVerdicts(IdentificationRun run, ListInput read, Dictionary<int, SchoolInput> schools, string[] procedures)
    {
        var judged = procedures.ToHashSet(StringComparer.Ordinal);
        var branches = run.Verdicts.Where(v => v.NotJudged == NotJudgedReason.CountsWithHead).ToLookup(v => HeadOf(v.SchoolKey, schools), v => v.SchoolKey);
        return run.Verdicts.ToDictionary(
            v => v.SchoolKey,
            v => read.Schools.GetValueOrDefault(v.SchoolKey)?.Indicators is { } indicators ? [.. indicators.Files.Order()] : branches[v.SchoolKey].Prepend(v.SchoolKey).SelectMany(s => read.Schools.GetValueOrDefault(s)?.Files ?? []).Where(f => judged.Contains(f.Procedure)).Select(f => f.FileId).Distinct().Order().ToArray());
    }

    private static async Task WriteRowAsync(Npgsql.NpgsqlBinaryImporter copy, SchoolVerdict verdict, SchoolInput school, int year, bool withInputs, int[] files)
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
        await copy.WriteAsync(files, NpgsqlDbType.Array | NpgsqlDbType.Integer);
        await copy.WriteAsync(Numbers(verdict, f => f.State == IndicatorState.Holds), NpgsqlDbType.Array | NpgsqlDbType.Integer);
        await copy.WriteAsync(Numbers(verdict, f => f.IsKnown), NpgsqlDbType.Array | NpgsqlDbType.Integer);
    }

    private static int[] Numbers(SchoolVerdict verdict, Func<IndicatorFinding, bool> which) => [.. (verdict.Findings ?? []).Where(which).Select(f => f.Number)];

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
        if (verdict.Findings is not null)
        {
            return verdict is { NotJudged: null, Known: 0, Applicable: > 0 };
        }

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
            Collection = run.Methodology.Kind == MethodologyKind.RiskZone ? null : await ListCollection.ReadAsync(db, list, procedures, IdentificationRule.YearsRead(run.Methodology), cancellationToken),
        };
        db.ListBases.Add(basis);
        await db.SaveChangesAsync(cancellationToken);

        // The row may be written again in the same context: by approval after a run.
        db.Entry(basis).State = EntityState.Detached;
    }

    private static IEnumerable<ResultGap> Gaps(IdentificationRun run, IdentificationInput input)
    {
        var known = run.Methodology.Kind == MethodologyKind.LowResults
            ? run.Verdicts.SelectMany(v => v.Markers).Where(m => m.Sources.Count > 0).Select(m => (m.Procedure, m.Year)).ToHashSet()
            : input.Schools.SelectMany(s => s.Scores ?? []).Select(s => (s.Procedure, s.Year)).ToHashSet();
        var years = IdentificationRule.YearsRead(run.Methodology);
        return from year in Enumerable.Range(run.Year - years + 1, years)
               from procedure in run.Procedures
               where !known.Contains((procedure, year))
               select new ResultGap(procedure, year, input.NotHeld.Contains((procedure, year)) || !Procedures.WasHeld(procedure, year));
    }

    /// <summary>Files with a result of a school and a procedure that were judged, in the two years.</summary>
    private static async Task WriteSourcesAsync(PortalDb db, SchoolList list, int[] files, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from list_source_files where list_id = {list.Id};
            insert into list_source_files (list_id, region_id, file_id, municipality_id, name, sha256, applied_at, author)
            select {list.Id}, {list.RegionId}, f.id, f.municipality_id, f.name, f.sha256, coalesce(b.applied_at, b.created_at), b.author
            from import_files f join import_batches b on b.id = f.batch_id
            where f.id = any ({files})
            order by f.name, f.id;
            """,
            cancellationToken);
    }
}
