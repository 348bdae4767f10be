using EffectiveSchool.Domain.Identification;
using static EffectiveSchool.Domain.Tests.Identification.Indicators.Asked;

namespace EffectiveSchool.Domain.Tests.Identification.Indicators;

public class RiskZoneTests
{
    [Theory]
    [InlineData(0, 0, 0, true, 2)]
    [InlineData(0, 1, 1, true, 2)]
    [InlineData(1, 1, 5, false, 1)]
    [InlineData(1, 1, 0, false, 0)]
    [InlineData(0, 0, 3, true, 3)]
    public void Two_deficits_of_three_are_the_zone(int internet, int computers, int vacancies, bool listed, int holding)
    {
        var verdict = Judge(internet, computers, vacancies);
        Assert.Equal((listed, holding, 3, 3), (verdict.Listed, verdict.Holding, verdict.Known, verdict.Applicable));
    }

    [Fact]
    public void A_deficit_nobody_told_of_is_none() =>
        Assert.Equal((false, 1, 1), (Judge(0, null, null).Listed, Judge(0, null, null).Holding, Judge(0, null, null).Known));

    [Fact]
    public void Only_the_results_year_counts()
    {
        var before = School(1, figures: [Figure(SchoolFigureKind.StableInternet, Year - 1, 0), Figure(SchoolFigureKind.EnoughComputers, Year - 1, 0)]);
        Assert.Equal(0, Run(Methodology.ResourceRisk, before).Verdicts.Single().Known);
    }

    [Theory]
    [InlineData(0, 0, 2, "1. Интернет: устойчивого Интернета нет, 2023 год.|2. Обеспеченность компьютерами: компьютеров не хватает, 2023 год.|3. Обеспеченность педагогами: 2 вакансии, 2023 год.")]
    [InlineData(1, 1, 0, "1. Интернет: устойчивый Интернет есть, 2023 год.|2. Обеспеченность компьютерами: компьютеров достаточно, 2023 год.|3. Обеспеченность педагогами: вакансий нет, 2023 год.")]
    public void A_resource_is_told_as_the_fact_it_is(int internet, int computers, int vacancies, string sentences)
    {
        var findings = Judge(internet, computers, vacancies).Findings!;
        Assert.Equal(sentences, string.Join('|', findings.Select(IndicatorText.Sentence)));
        Assert.All(findings, f => Assert.Equal(internet == 0 ? "дефицит есть" : "дефицита нет", IndicatorText.StateWord(f.Indicator, f.State)));
    }

    [Fact]
    public void A_school_of_which_nothing_is_known_has_no_conclusion()
    {
        var verdict = Judge(null, null, null);
        Assert.True(verdict.IsUnknown);
        Assert.Equal("нет данных", IndicatorText.Tally(verdict));
        Assert.StartsWith("Нет данных ни по одному из 3", ExplanationText.Explain(verdict, Methodology.ResourceRisk, Year)[0].Text, StringComparison.Ordinal);
        Assert.False(Judge(1, null, null).IsUnknown);
    }

    private static SchoolVerdict Judge(int? internet, int? computers, int? vacancies)
    {
        (SchoolFigureKind Kind, int? Value)[] told =
            [(SchoolFigureKind.StableInternet, internet), (SchoolFigureKind.EnoughComputers, computers), (SchoolFigureKind.TeacherVacancies, vacancies)];
        return Run(Methodology.ResourceRisk, School(1, figures: told.Where(t => t.Value is not null).Select(t => Figure(t.Kind, Year, t.Value!.Value)))).Verdicts.Single();
    }
}
