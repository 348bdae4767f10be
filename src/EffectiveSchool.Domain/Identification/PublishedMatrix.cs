using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>A marker as a published annex prints it.</summary>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Low">Low or not, where the annex prints that; null where it prints a share.</param>
/// <param name="SharePercent">The share printed, percent; null where the annex prints low or not.</param>
/// <param name="Cell">Address of the cell, «H12».</param>
public sealed record PrintedMarker(string Procedure, int Year, bool? Low, decimal? SharePercent, string Cell);

/// <summary>What a published annex says of a criterion or of the whole verdict.</summary>
/// <param name="Holds">Whether it holds; null where the cell is empty.</param>
/// <param name="Cell">Address of the cell.</param>
public sealed record PrintedSign(bool? Holds, string Cell);

/// <summary>A school in a published annex.</summary>
/// <param name="Row">1-based row.</param>
/// <param name="Code">Code as printed; empty where there is none.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Municipality">Municipality as printed; empty where there is none.</param>
/// <param name="Markers">Cells that hold something; an empty cell is no data.</param>
/// <param name="CriterionA">Criterion A as printed; null where the annex has no such column.</param>
/// <param name="CriterionB">Criterion B as printed; null where the annex has no such column.</param>
public sealed record PublishedSchool(
    int Row, string Code, string Name, string Municipality, IReadOnlyList<PrintedMarker> Markers, PrintedSign? CriterionA, PrintedSign? CriterionB)
{
    /// <summary>
    /// Whether the annex names the school as one with low results: a printed criterion holds. An annex without the two columns
    /// prints nobody else.
    /// </summary>
    public bool IsNamed => (CriterionA is null && CriterionB is null) || CriterionA?.Holds == true || CriterionB?.Holds == true;

    /// <summary>The cells that say whether it is named: of the criteria that hold, else of both, else the row.</summary>
    public string NamedBy
    {
        get
        {
            var signs = new[] { CriterionA, CriterionB }.OfType<PrintedSign>().ToList();
            var holding = signs.Where(s => s.Holds == true).ToList();
            return signs.Count == 0 ? $"строка {Row}" : string.Join(", ", (holding.Count > 0 ? holding : signs).Select(s => s.Cell));
        }
    }

    /// <summary>Printed criteria that hold.</summary>
    public IReadOnlyList<Criterion> PrintedCriteria =>
        [.. new[] { (Criterion.A, CriterionA), (Criterion.B, CriterionB) }.Where(c => c.Item2?.Holds == true).Select(c => c.Item1)];
}

/// <summary>One «расхождение с приказом»: a criterion that the printed markers do not give.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Printed">Whether it holds as printed.</param>
/// <param name="Recomputed">Whether it holds by the printed markers.</param>
/// <param name="Cell">Cell of the printed criterion.</param>
/// <param name="Why">What the printed markers say, one Russian sentence with their cells.</param>
public sealed record Discrepancy(Criterion Criterion, bool Printed, bool Recomputed, string Cell, string Why);

/// <summary>A school of a published annex beside what its own markers give.</summary>
/// <param name="School">As printed.</param>
/// <param name="Verdict">Recomputed from the printed markers.</param>
/// <param name="Discrepancies">Where the two differ; empty where they agree or nothing is printed to compare.</param>
public sealed record CheckedSchool(PublishedSchool School, SchoolVerdict Verdict, IReadOnlyList<Discrepancy> Discrepancies);

/// <summary>
/// Recomputes criteria A and B of a published annex from its own printed markers (domain.md §4). A printed share is compared
/// with the threshold as printed: the annex gives no counts, so a share rounded up to the threshold counts as low.
/// </summary>
public static class PublishedMatrix
{
    /// <summary>Checks every school of an annex.</summary>
    /// <param name="schools">As printed.</param>
    /// <param name="methodology">The methodology the order names.</param>
    /// <param name="year">The results year: the later of the two printed.</param>
    public static IReadOnlyList<CheckedSchool> Check(IReadOnlyList<PublishedSchool> schools, Methodology methodology, int year)
    {
        ArgumentNullException.ThrowIfNull(schools);
        ArgumentNullException.ThrowIfNull(methodology);
        var judged = schools.Any(s => s.Markers.Any(m => m.Procedure == Procedures.UnitedMathEge)) ? methodology.WithMathEgeAsOne() : methodology;
        var inputs = schools.Select((s, key) => new SchoolInput(key, s.Code, s.Name, s.Municipality, SchoolType.Unknown, null, [.. s.Markers.Select(m => Fact(m, s.Row, judged))]));
        var run = LowResultRule.Judge(new IdentificationInput(year, judged, [.. inputs], new HashSet<(string, int)>()));
        return [.. run.Verdicts.Select(v => new CheckedSchool(schools[v.SchoolKey], v, [.. Compare(schools[v.SchoolKey], v, year)]))];
    }

    /// <summary>Whether a printed marker is low by the methodology.</summary>
    public static bool IsLow(PrintedMarker marker, Methodology methodology)
    {
        ArgumentNullException.ThrowIfNull(marker);
        ArgumentNullException.ThrowIfNull(methodology);
        return marker.Low ?? (methodology.Comparator == ThresholdComparator.AtLeast
            ? marker.SharePercent >= methodology.ThresholdPercent
            : marker.SharePercent > methodology.ThresholdPercent);
    }

    private static ResultFact Fact(PrintedMarker marker, int row, Methodology methodology) =>
        ResultFact.Published(marker.Procedure, marker.Year, IsLow(marker, methodology), new ResultSource("", null, row));

    private static IEnumerable<Discrepancy> Compare(PublishedSchool school, SchoolVerdict verdict, int year)
    {
        (Criterion Criterion, PrintedSign? Sign)[] signs = [(Criterion.A, school.CriterionA), (Criterion.B, school.CriterionB)];
        foreach (var (criterion, sign) in signs)
        {
            var holds = verdict.Criteria.Contains(criterion);
            if (sign is { Holds: { } printed } && printed != holds)
            {
                yield return new Discrepancy(criterion, printed, holds, sign.Cell, Why(school, verdict, criterion, year));
            }
        }
    }

    private static string Why(PublishedSchool school, SchoolVerdict verdict, Criterion criterion, int year)
    {
        int[] years = criterion == Criterion.A ? [year] : [year - 1, year];
        return string.Join("; ", years.Select(y => $"в {y} году {Low(school, verdict, y)}")) + ".";
    }

    private static string Low(PublishedSchool school, SchoolVerdict verdict, int year)
    {
        var low = verdict.Markers.Where(m => m.Year == year && m.State == MarkerState.Low)
            .Select(m => school.Markers.First(p => p.Procedure == m.Procedure && p.Year == year))
            .Select(p => $"{p.Procedure} ({p.Cell})").ToList();
        return low.Count == 0 ? "низких результатов не напечатано" : "низкие: " + string.Join(", ", low);
    }
}
