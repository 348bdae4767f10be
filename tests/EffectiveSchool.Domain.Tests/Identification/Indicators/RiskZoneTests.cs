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

    private static SchoolVerdict Judge(int? internet, int? computers, int? vacancies)
    {
        (SchoolFigureKind Kind, int? Value)[] told =
            [(SchoolFigureKind.StableInternet, internet), (SchoolFigureKind.EnoughComputers, computers), (SchoolFigureKind.TeacherVacancies, vacancies)];
        return Run(Methodology.ResourceRisk, School(1, figures: told.Where(t => t.Value is not null).Select(t => Figure(t.Kind, Year, t.Value!.Value)))).Verdicts.Single();
    }
}
