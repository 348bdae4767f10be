using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using static EffectiveSchool.Domain.Tests.Identification.Indicators.Asked;

namespace EffectiveSchool.Domain.Tests.Identification.Indicators;

public class IndicatorRunTests
{
    private static readonly string[] Read = ["ВПР 4 РУ", "ВПР 4 МА", "ВПР 4 ОМ", Oge, "ОГЭ МА", Ege, "ЕГЭ МА профиль"];

    private static readonly Dictionary<Indicator, string[]> StandsOn = new()
    {
        [Indicator.PrimaryVpr] = Read[..3], [Indicator.PrimaryVprSum] = Read[..3],
        [Indicator.OgeRussian] = [Oge], [Indicator.OgeRussianMark] = [Oge],
        [Indicator.OgeMath] = ["ОГЭ МА"], [Indicator.OgeMathMark] = ["ОГЭ МА"],
        [Indicator.EgeRussian] = [Ege], [Indicator.EgeRussianGap] = [Ege],
        [Indicator.EgeMath] = ["ЕГЭ МА профиль"], [Indicator.EgeMathGap] = ["ЕГЭ МА профиль"],
    };

    [Fact]
    public void The_order_of_schools_and_facts_changes_no_finding_and_no_hash()
    {
        foreach (var schools in Draw(40))
        {
            SchoolInput[] turned = [.. schools.Reverse().Select(s => s with { Scores = [.. s.Scores!.Reverse()], Figures = [.. s.Figures!.Reverse()] })];
            foreach (var methodology in new[] { Methodology.TwelveIndicators, EveryYear, Methodology.ResourceRisk })
            {
                Assert.Equal(CanonicalRun.Sha256(Run(methodology, schools)), CanonicalRun.Sha256(Run(methodology, turned)));
            }
        }
    }

    [Fact]
    public void Without_its_values_no_indicator_is_true_or_false()
    {
        foreach (var schools in Draw(40))
        {
            foreach (var (indicator, procedures) in StandsOn)
            {
                var without = schools[0] with { Scores = [.. schools[0].Scores!.Where(s => !procedures.Contains(s.Procedure))] };
                Assert.False(Find(indicator, [without, .. schools[1..]]).IsKnown);
            }

            var unknown = Run(Methodology.TwelveIndicators, [schools[0] with { Figures = [] }, .. schools[1..]]).Verdicts[0].Findings!;
            Assert.All(unknown.Where(f => f.Indicator is Indicator.Olympiads or Indicator.SeniorStage), f => Assert.False(f.IsKnown));
        }
    }

    /// <summary>The region's means are kept as they were, so that only the school's own value is missing.</summary>
    [Fact]
    public void One_value_less_never_turns_an_indicator_of_the_last_year_or_of_every_year_true()
    {
        foreach (var schools in Draw(40))
        {
            var all = Run(EveryYear, schools).Verdicts[0];
            foreach (var taken in schools[0].Scores!)
            {
                var less = Run(EveryYear, [schools[0] with { Scores = [.. schools[0].Scores!.Where(s => s != taken)] }, .. schools[1..], schools[0] with { Key = 99, Scores = [taken] }]);
                Assert.All(
                    less.Verdicts[0].Findings!.Where(f => f.State == IndicatorState.Holds),
                    f => Assert.Equal(IndicatorState.Holds, all.Findings!.Single(a => a.Indicator == f.Indicator).State));
            }
        }
    }

    [Fact]
    public void Every_parameter_that_decides_changes_the_hash()
    {
        var rule = new TwelveIndicatorsRule();
        TwelveIndicatorsRule[] rules =
        [
            rule, rule with { LeastTrue = 6 }, rule with { OlympiadPercent = 1 }, rule with { SeniorStagePercent = 50 }, rule with { PrimarySumPoints = 19 },
            rule with { OgeRussianMark = 3.4m }, rule with { OgeMathMark = 3.1m }, rule with { EgePoints = 15 }, rule with { OverYears = YearsRule.EveryYear },
        ];
        Assert.Equal(rules.Length, rules.Select(r => CanonicalRun.Sha256(Run(Methodology.TwelveIndicators with { Twelve = r }, School(1)))).Distinct().Count());
        Assert.NotEqual(
            CanonicalRun.Sha256(Run(Methodology.ResourceRisk, School(1))),
            CanonicalRun.Sha256(Run(Methodology.ResourceRisk with { RiskZone = new RiskZoneRule { LeastTrue = 3 } }, School(1))));
    }

    [Fact]
    public void What_speaks_of_markers_is_silent_and_says_why()
    {
        var verdict = Run(Methodology.TwelveIndicators, School(1, Primary(45)), School(2, Primary(80))).Verdicts[0];
        Assert.Null(Stability.LeaveOneOutSentence(verdict, Methodology.TwelveIndicators, Year));
        Assert.Null(Stability.Word(verdict));
        Assert.Null(WatchList.SignOf(verdict));
        Assert.Null(NextYearForecast.Of(verdict, Methodology.TwelveIndicators, Year));
        Assert.Contains("маркер", MethodologyKind.TwelveIndicators.WhyNoMarkers(), StringComparison.Ordinal);
        Assert.Null(MethodologyKind.LowResults.WhyNoMarkers());
    }

    [Fact]
    public void The_explanation_names_what_holds_with_the_region_and_what_is_missing()
    {
        var methodology = Methodology.TwelveIndicators;
        var verdict = Run(methodology, School(1, [Score(Ege, Year, 40), Score(Ege, Year - 1, 45)]), School(2, [Score(Ege, Year, 90), Score(Ege, Year - 1, 55)])).Verdicts[0];
        var text = string.Join("\n", ExplanationText.Explain(verdict, methodology, Year).Select(s => s.Text));
        Assert.Contains("Выполняется 2 из 12 применимых к школе показателей, а нужно не меньше 5. Данные есть по 2.", text, StringComparison.Ordinal);
        Assert.Contains("9. ЕГЭ по русскому языку за три года: 42,5 (регион 57,5), 2022, 2023 годы.", text, StringComparison.Ordinal);
        Assert.Contains("10. Отставание по ЕГЭ по русскому языку: 40,0 (регион 65,0, разница −25,0 при пороге 20), 2023 год.", text, StringComparison.Ordinal);
        Assert.Contains("Нет данных: 1. Участие в региональных", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.496", "3.5", "3,50", "3,496")]
    [InlineData("3.42", "3.5", "3,42", "3,42")]
    [InlineData("3.5", "3.5", "3,50", "3,50")]
    public void A_value_is_never_printed_as_the_line_it_is_not_on(string value, string line, string rounded, string printed)
    {
        Assert.Equal(printed, IndicatorText.Figure(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Indicator.OgeRussianMark, decimal.Parse(line, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(rounded, IndicatorText.Figure(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Indicator.OgeRussianMark, null));
    }

    [Fact]
    public void A_comparison_names_the_indicators_that_appeared_and_vanished()
    {
        var before = Run(Methodology.TwelveIndicators, School(1, Primary(45)), School(2, Primary(50)));
        var after = Run(Methodology.TwelveIndicators, School(1, [.. Primary(50), Score(Ege, Year, 10)]), School(2, [.. Primary(50), Score(Ege, Year, 90)]));
        var change = ListComparison.Of(Compared(before), Compared(after));
        Assert.Null(change.MethodologyChange);
        Assert.Equal(2, change.Neither);
        var listed = ListComparison.Of(Compared(before), Compared(after with { Verdicts = [after.Verdicts[0] with { Listed = true }, after.Verdicts[1]] })).Joined.Single();
        Assert.Equal("Теперь выполняются: ЕГЭ РУ, ЕГЭ РУ, разрыв; больше не выполняются: ВПР 4; было 1 из 12 применимых, данные по 2, стало 2 из 12 применимых, данные по 4.", listed.Why);
    }

    [Fact]
    public void A_list_of_one_kind_is_not_run_by_a_methodology_of_another()
    {
        var list = new SchoolList { RegionId = 1, ForYear = Year + 1, ResultsYear = Year, Kind = MethodologyKind.RiskZone };
        Assert.Contains("зона риска", list.RecordRun(Run(Methodology.TwelveIndicators, School(1)), 1, DateTimeOffset.UnixEpoch), StringComparison.Ordinal);
        Assert.Null(list.RecordRun(Run(Methodology.ResourceRisk, School(1)), 1, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Empty(Methodology.TwelveIndicators.Problems());
        Assert.Empty(Methodology.ResourceRisk.Problems());
        Assert.NotEmpty((Methodology.TwelveIndicators with { Twelve = new TwelveIndicatorsRule { LeastTrue = 13 } }).Problems());
        Assert.NotEmpty((Methodology.TwelveIndicators with { RiskZone = new RiskZoneRule() }).Problems());
        Assert.NotEmpty((Methodology.ResourceRisk with { Branches = BranchRule.WithHead }).Problems());
    }

    private static ComparedRun Compared(IdentificationRun run) =>
        new(run.Year, run.Methodology, [.. run.Verdicts.Select(v => new JudgedSchool("", $"Школа {v.SchoolKey}", "Район", v))]);

    private static IEnumerable<SchoolInput[]> Draw(int count)
    {
        var random = new Random(20261123);
        SchoolType[] types = [SchoolType.Secondary, SchoolType.Basic, SchoolType.Primary];
        for (var i = 0; i < count; i++)
        {
            yield return [.. Enumerable.Range(1, random.Next(2, 7)).Select(key => School(key, Scores(random), Figures(random), types[random.Next(types.Length)]))];
        }
    }

    private static ScoreFact[] Scores(Random random) => [.. Read.SelectMany(p => new[] { Year - 2, Year - 1, Year }
        .Where(_ => random.Next(4) > 0)
        .Select(y => p.StartsWith("ОГЭ", StringComparison.Ordinal)
            ? Marks(p, y, random.Next(4), random.Next(6), random.Next(6), random.Next(4))
            : Score(p, y, random.Next(10_000, 90_000) / 1000m, random.Next(0, 40))))];

    private static FigureFact[] Figures(Random random) => [.. Enum.GetValues<SchoolFigureKind>().SelectMany(k => new[] { Year - 2, Year - 1, Year }
        .Where(_ => random.Next(3) > 0)
        .Select(y => Figure(k, y, k is SchoolFigureKind.StableInternet or SchoolFigureKind.EnoughComputers ? random.Next(2) : random.Next(60))))];
}
