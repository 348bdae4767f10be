using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class ContradictionTests
{
    private static readonly Methodology Default = Methodology.SameProcedure;

    [Fact]
    public void The_same_result_twice_counts_once()
    {
        var run = Run(Default, School(1, Now(Rus5, 20, 6), Now(Rus5, 20, 6) with { Source = new ResultSource("копия.xlsx", null, 4) }));
        Assert.Empty(run.Contradictions);
        Assert.Equal((20, 6), (run.Verdicts[0].Marker(Rus5, Year)!.Participants, run.Verdicts[0].Marker(Rus5, Year)!.Failed));
    }

    [Theory]
    [InlineData(20, 7)]
    [InlineData(21, 6)]
    public void Two_different_results_are_both_refused(int participants, int failed)
    {
        var run = Run(Default, School(1, Now(Rus5, 20, 6), Now(Rus5, participants, failed), Now(Rus6, 10, 9)));
        var marker = run.Verdicts[0].Marker(Rus5, Year)!;
        Assert.Equal((MarkerState.NoData, NoDataReason.Contradiction), (marker.State, marker.Reason));
        Assert.Equal(2, marker.Sources.Count);
        Assert.Null(marker.Participants);
        var contradiction = Assert.Single(run.Contradictions);
        Assert.Equal((1, Rus5, Year, 2), (contradiction.SchoolKey, contradiction.Procedure, contradiction.Year, contradiction.Facts.Count));
        Assert.False(run.Verdicts[0].Listed);
    }

    [Fact]
    public void A_published_marker_that_agrees_with_the_counts_changes_nothing()
    {
        var run = Run(Default, School(1, Published(Rus5, Year, low: true), Now(Rus5, 20, 6)));
        Assert.Empty(run.Contradictions);
        Assert.Equal((20, 6), (run.Verdicts[0].Marker(Rus5, Year)!.Participants, run.Verdicts[0].Marker(Rus5, Year)!.Failed));
    }

    [Fact]
    public void A_published_marker_that_denies_the_counts_contradicts_them()
    {
        var run = Run(Default, School(1, Published(Rus5, Year, low: false), Now(Rus5, 20, 6)));
        Assert.Equal(NoDataReason.Contradiction, run.Verdicts[0].Marker(Rus5, Year)!.Reason);
        Assert.Single(run.Contradictions);
    }

    [Fact]
    public void A_published_marker_alone_is_judged_without_counts()
    {
        var verdict = Verdict(Default, Published(Rus5, Year, low: true), Published(Rus6, Year, low: true), Published(Math5, Year, low: false));
        Assert.Equal([Criterion.A], verdict.Criteria);
        var marker = verdict.Marker(Rus5, Year)!;
        Assert.Equal((MarkerState.Low, null, null, null), (marker.State, marker.Participants, marker.Failed, marker.PupilsToLine));
        Assert.Equal(MarkerState.NotLow, verdict.Marker(Math5, Year)!.State);
        Assert.Null(verdict.PupilsToFlip);
    }

    [Fact]
    public void Counts_that_cannot_be_are_no_fact()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Now(Rus5, 5, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Now(Rus5, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Now(Rus5, 5, -1));
    }
}
