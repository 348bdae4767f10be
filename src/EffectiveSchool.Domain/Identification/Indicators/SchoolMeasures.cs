using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>What one school has in one year of an indicator: its value and the region's; or why there is none.</summary>
/// <param name="Year">The year.</param>
/// <param name="Numbers">The numbers of the value; empty where there is none.</param>
/// <param name="Missing">Why there is no value, in Russian; null where there is one.</param>
/// <param name="NotHeld">Whether the procedure was not held: such a year is passed over.</param>
internal sealed record YearValue(int Year, IReadOnlyList<IndicatorNumber> Numbers, string? Missing, bool NotHeld = false)
{
    /// <summary>The values added up: of three procedures their sum.</summary>
    public decimal Value => Numbers.Sum(n => n.Value);

    /// <summary>The region's values added up.</summary>
    public decimal Region => Numbers.Sum(n => n.Region ?? 0);

    /// <summary>Whether there is a value.</summary>
    public bool IsKnown => Missing is null;
}

/// <summary>The values of one school, year by year.</summary>
internal sealed class SchoolMeasures(SchoolInput school, RegionMeans region, IReadOnlySet<(string Procedure, int Year)> notHeld)
{
    private readonly Dictionary<(string Procedure, int Year), ScoreFact> _scores = ScoreFacts.Agreed(school).ToDictionary(f => (f.Procedure, f.Year));

    /// <summary>The mean score in a procedure beside the region's.</summary>
    public YearValue Score(string procedure, int year) => Of(procedure, year, f => f.KnownScore, region.Score, "средний балл не загружен");

    /// <summary>The mean mark in a procedure beside the region's.</summary>
    public YearValue Mark(string procedure, int year) => Of(procedure, year, f => f.MeanMark, region.Mark, "отметки 2–5 не загружены");

    /// <summary>Scores of several procedures in one year together: all of them, or none.</summary>
    public YearValue Scores(IReadOnlyList<string> procedures, int year)
    {
        YearValue[] parts = [.. procedures.Select(p => Score(p, year))];
        return Array.TrueForAll(parts, p => p.IsKnown)
            ? new YearValue(year, [.. parts.SelectMany(p => p.Numbers)], null)
            : new YearValue(year, [], string.Join("; ", parts.Where(p => !p.IsKnown).Select(p => p.Missing)), Array.Exists(parts, p => p.NotHeld));
    }

    /// <summary>A share of two figures of the school, percent.</summary>
    public YearValue Share(SchoolFigureKind part, SchoolFigureKind whole, string what, int year)
    {
        var (numerator, denominator) = (Figure(part, year), Figure(whole, year));
        return numerator is null || denominator is null ? Missing(year, $"{what}: за {year} год не загружено")
            : denominator.Value == 0 ? Missing(year, $"{what}: в {year} году считать не от кого")
            : new YearValue(year, [new IndicatorNumber(what, year, 100m * numerator.Value / denominator.Value, null, [.. new[] { numerator.Source, denominator.Source }.Distinct()])], null);
    }

    /// <summary>A figure of the school as it is.</summary>
    public YearValue Plain(SchoolFigureKind kind, string what, int year) => Figure(kind, year) is { } figure
        ? new YearValue(year, [new IndicatorNumber(what, year, figure.Value, null, [figure.Source])], null)
        : Missing(year, $"{what}: за {year} год не загружено");

    private YearValue Of(string procedure, int year, Func<ScoreFact, decimal?> value, Func<string, int, decimal?> regional, string absent)
    {
        if (_scores.TryGetValue((procedure, year), out var fact) && value(fact) is { } known)
        {
            return new YearValue(year, [new IndicatorNumber(procedure, year, known, regional(procedure, year), [fact.Source])], null);
        }

        var held = !notHeld.Contains((procedure, year)) && Procedures.WasHeld(procedure, year);
        var why = !held ? "процедура не проводилась" : fact is { Participants: 0 } ? "участников не было" : fact is null ? "результат не загружен" : absent;
        return Missing(year, $"{procedure}, {year} год: {why}") with { NotHeld = !held };
    }

    private static YearValue Missing(int year, string why) => new(year, [], why);

    /// <summary>Two sources that differ say nothing.</summary>
    private FigureFact? Figure(SchoolFigureKind kind, int year)
    {
        FigureFact[] found = [.. (school.Figures ?? []).Where(f => f.Kind == kind && f.Year == year)];
        return found.Length > 0 && Array.TrueForAll(found, f => f.Value == found[0].Value)
            ? found.OrderBy(f => f.Source.File, StringComparer.Ordinal).ThenBy(f => f.Source.Sheet, StringComparer.Ordinal).ThenBy(f => f.Source.Row).First()
            : null;
    }
}
