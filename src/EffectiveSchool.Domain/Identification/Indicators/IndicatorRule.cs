using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>
/// Judges schools by indicators: twelve of them or three resource deficits; listed ⇔ at least so many are true. Pure: the
/// same input gives the same outcome, whatever the order of schools and facts.
/// </summary>
internal static class IndicatorRule
{
    /// <summary>The three procedures of primary school, in the order of domain.md §5.</summary>
    public static readonly IReadOnlyList<string> Primary = ["ВПР 4 РУ", "ВПР 4 МА", "ВПР 4 ОМ"];

    private const string OgeRussian = "ОГЭ РУ";
    private const string OgeMath = "ОГЭ МА";
    private const string EgeRussian = "ЕГЭ РУ";

    /// <summary>Decimals to which differences are told apart: means of thirds and sevenths lose the last of a decimal's 28 digits.</summary>
    private const int Exact = 15;

    /// <summary>Decimals that are kept with a list.</summary>
    private const int Kept = 10;

    /// <summary>Everything that the twelve read of results. ЕГЭ МА is the profile: the basic level has marks and no test points.</summary>
    public static readonly IReadOnlyList<string> Read = [.. Primary, OgeRussian, OgeMath, EgeRussian, Procedures.ProfileMathEge];

    public static IdentificationRun Judge(IdentificationInput input)
    {
        var methodology = input.Methodology;
        var region = new RegionMeans(input.Schools);
        var verdicts = input.Schools.OrderBy(s => s.Key).ToList().AsParallel().AsOrdered()
            .Select(school => Judge(school, input, new SchoolMeasures(school, region, input.NotHeld))).ToList();
        return new IdentificationRun(input.Year, methodology, methodology.Procedures, verdicts, [], HasYearBefore: true);
    }

    private static SchoolVerdict Judge(SchoolInput school, IdentificationInput input, SchoolMeasures measures)
    {
        var methodology = input.Methodology;
        IndicatorFinding[] findings = [.. IndicatorCatalogue.Of(methodology.Kind).Select(i => i.AppliesTo(school.Type)
            ? Find(i, methodology, input.Year, measures)
            : new IndicatorFinding(i, IndicatorState.NotApplicable, null, null, null, [], "такого класса в школе нет"))];
        var leftOut = methodology.LeftOutTypes.FirstOrDefault(t => t.Type == school.Type);
        return new SchoolVerdict(
            school.Key,
            leftOut is null && findings.Count(f => f.State == IndicatorState.Holds) >= methodology.LeastTrue,
            [], [], [], [], [], null,
            leftOut is null ? null : NotJudgedReason.LeftOutType,
            leftOut?.Reason,
            findings);
    }

    private static IndicatorFinding Find(Indicator indicator, Methodology methodology, int year, SchoolMeasures school)
    {
        var twelve = methodology.Twelve ?? new TwelveIndicatorsRule();
        return indicator switch
        {
            Indicator.Olympiads => OverYears(indicator, y => school.Share(SchoolFigureKind.OlympiadPupils, SchoolFigureKind.Pupils, "участники олимпиад", y), twelve.OlympiadPercent, year, twelve),
            Indicator.SeniorStage => OverYears(indicator, y => school.Share(SchoolFigureKind.WentToGradeTen, SchoolFigureKind.GradeNineLeavers, "переход в 10 класс", y), twelve.SeniorStagePercent, year, twelve),
            Indicator.PrimaryVpr => OfYear(indicator, school.Scores(Primary, year), null, (value, region) => value < region, isRegional: true),
            Indicator.PrimaryVprSum => OfYear(indicator, school.Scores(Primary, year), twelve.PrimarySumPoints, (value, region) => Math.Abs(value - region) > twelve.PrimarySumPoints, isRegional: true),
            Indicator.OgeRussian => OverYears(indicator, y => school.Mark(OgeRussian, y), null, year, twelve),
            Indicator.OgeRussianMark => OfYear(indicator, school.Mark(OgeRussian, year), twelve.OgeRussianMark, (value, _) => value < twelve.OgeRussianMark),
            Indicator.OgeMath => OverYears(indicator, y => school.Mark(OgeMath, y), null, year, twelve),
            Indicator.OgeMathMark => OfYear(indicator, school.Mark(OgeMath, year), twelve.OgeMathMark, (value, _) => value < twelve.OgeMathMark),
            Indicator.EgeRussian => OverYears(indicator, y => school.Score(EgeRussian, y), null, year, twelve),
            Indicator.EgeRussianGap => OfYear(indicator, school.Score(EgeRussian, year), twelve.EgePoints, (value, region) => region - value > twelve.EgePoints, isRegional: true),
            Indicator.EgeMath => OverYears(indicator, y => school.Score(Procedures.ProfileMathEge, y), null, year, twelve),
            Indicator.EgeMathGap => OfYear(indicator, school.Score(Procedures.ProfileMathEge, year), twelve.EgePoints, (value, region) => region - value > twelve.EgePoints, isRegional: true),
            Indicator.Internet => OfYear(indicator, school.Plain(SchoolFigureKind.StableInternet, "устойчивый Интернет", year), null, (value, _) => value == 0),
            Indicator.Computers => OfYear(indicator, school.Plain(SchoolFigureKind.EnoughComputers, "компьютеров достаточно", year), null, (value, _) => value == 0),
            _ => OfYear(indicator, school.Plain(SchoolFigureKind.TeacherVacancies, "вакансии педагогов", year), null, (value, _) => value > 0),
        };
    }

    /// <summary>An indicator of the results year alone.</summary>
    private static IndicatorFinding OfYear(Indicator indicator, YearValue year, decimal? limit, Func<decimal, decimal, bool> holds, bool isRegional = false) => year.IsKnown
        ? new IndicatorFinding(
            indicator, State(holds(Round(year.Value), Round(year.Region))), Keep(year.Value), isRegional ? Keep(year.Region) : null, limit, Numbers([year], isRegional), null)
        : new IndicatorFinding(indicator, IndicatorState.NoData, null, null, limit, [], year.Missing);

    /// <summary>An indicator over three years: below the limit or, where there is none, below the region.</summary>
    private static IndicatorFinding OverYears(Indicator indicator, Func<int, YearValue> of, decimal? limit, int year, TwelveIndicatorsRule rule)
    {
        YearValue[] years = [.. Enumerable.Range(year - TwelveIndicatorsRule.Years + 1, TwelveIndicatorsRule.Years).Select(of)];
        YearValue[] known = [.. years.Where(y => y.IsKnown)];
        var missing = string.Join("; ", years.Where(y => !y.IsKnown).Select(y => y.Missing));
        var because = missing.Length == 0 ? null : missing;
        if (known.Length == 0)
        {
            return new IndicatorFinding(indicator, IndicatorState.NoData, null, null, limit, [], because);
        }

        var (value, region) = (known.Sum(y => y.Value) / known.Length, known.Sum(y => y.Region) / known.Length);
        var state = rule.OverYears == YearsRule.MeanOfYears
            ? State(IsBelow(value, limit ?? region))
            : Array.Exists(known, y => !IsBelow(y.Value, limit ?? y.Region)) ? IndicatorState.DoesNotHold
            : Array.Exists(years, y => !y.IsKnown && !y.NotHeld) ? IndicatorState.NoData
            : IndicatorState.Holds;
        return new IndicatorFinding(indicator, state, Keep(value), limit is null ? Keep(region) : null, limit, Numbers(known, limit is null), because);
    }

    private static bool IsBelow(decimal value, decimal line) => Round(value) < Round(line);

    private static IndicatorState State(bool holds) => holds ? IndicatorState.Holds : IndicatorState.DoesNotHold;

    private static IReadOnlyList<IndicatorNumber> Numbers(IEnumerable<YearValue> years, bool withRegion) =>
        [.. years.SelectMany(y => y.Numbers).Select(n => n with { Value = Keep(n.Value), Region = withRegion && n.Region is { } region ? Keep(region) : null })];

    private static decimal Round(decimal value) => decimal.Round(value, Exact, MidpointRounding.AwayFromZero);

    /// <summary>Without trailing zeros, so that what is frozen is written as what was judged.</summary>
    private static decimal Keep(decimal value) => decimal.Round(value, Kept, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;
}
