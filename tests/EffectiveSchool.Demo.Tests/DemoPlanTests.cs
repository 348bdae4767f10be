using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Demo.Tests;

/// <summary>The invented plans are read by the same code as real ones, whatever day the demo starts on.</summary>
public class DemoPlanTests
{
    private static readonly ProgrammePeriod Period = new(new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31));

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2026-11-22")]
    [InlineData("2027-08-31")]
    public void Every_term_is_read_but_the_two_that_wait_for_a_person(string today)
    {
        var plan = DemoPlan.Regional(2026, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(30, plan.Count);
        Assert.Equal(["3.5", "3.7"], plan.Where(a => TermReader.Read(a.Term, Period).NeedsDate).Select(a => a.Words.Number));
        Assert.Empty(plan.Where(a => a.Words.Number is not ("3.5" or "3.7")).SelectMany(a => TermReader.Read(a.Term, Period).Warnings));
    }

    [Fact]
    public void The_plan_shows_every_kind_of_term_that_plans_have()
    {
        var kinds = DemoPlan.Regional(2026, new DateOnly(2026, 11, 22)).Select(a => TermReader.Read(a.Term, Period).Kind).Distinct().Order();
        Assert.Equal(Enum.GetValues<TermKind>(), kinds);
    }

    [Fact]
    public void Some_activities_are_done_in_each_school_some_once_for_all_and_some_name_a_number()
    {
        var roadmap = new Roadmap { ProgrammeId = 1, RegionId = 1, Name = "", FileName = "", Sha256 = "", Author = "", CreatedAt = DateTimeOffset.UnixEpoch };
        foreach (var (section, words, term) in DemoPlan.Regional(2026, new DateOnly(2026, 11, 22)))
        {
            roadmap.Add([section], null, words, TermReader.Read(term, Period));
        }

        Assert.Equal(5, roadmap.Sections.Count);
        Assert.InRange(roadmap.Activities.Count(a => a.PerSchool), 10, 20);
        Assert.InRange(roadmap.Activities.Count(a => ExpectedQuantity.Of(a.Quota, a.Expected) is not null), 5, 30);
    }
}
