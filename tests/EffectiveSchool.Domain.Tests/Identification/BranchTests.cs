using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class BranchTests
{
    private static readonly Methodology Alone = Methodology.SameProcedure;
    private static readonly Methodology WithHead = Methodology.SameProcedure with { Branches = BranchRule.WithHead };

    [Fact]
    public void A_branch_alone_is_a_school_of_its_own()
    {
        var run = Run(Alone, School(1, Now(Rus5, 20, 0)), Branch(2, 1, Now(Rus5, 5, 5), Now(Rus6, 5, 5)));
        Assert.Equal([false, true], run.Verdicts.Select(v => v.Listed));
    }

    [Fact]
    public void A_branch_with_its_head_adds_its_counts_and_is_not_judged()
    {
        var run = Run(WithHead, School(1, Now(Rus5, 20, 3)), Branch(2, 1, Now(Rus5, 10, 6), Now(Rus6, 5, 5)));
        var head = run.Verdicts[0];
        var marker = head.Marker(Rus5, Year)!;
        Assert.Equal((30, 9, MarkerState.Low), (marker.Participants, marker.Failed, marker.State));
        Assert.Equal(2, marker.Sources.Count);
        Assert.Equal([Criterion.A], head.Criteria);
        Assert.Equal((false, NotJudgedReason.CountsWithHead), (run.Verdicts[1].Listed, run.Verdicts[1].NotJudged));
    }

    [Fact]
    public void The_minimum_of_participants_is_asked_of_head_and_branches_together()
    {
        var run = Run(WithHead with { MinParticipants = 10 }, School(1, Now(Rus5, 6, 0)), Branch(2, 1, Now(Rus5, 4, 3)));
        Assert.Equal(MarkerState.Low, run.Verdicts[0].Marker(Rus5, Year)!.State);
    }

    [Fact]
    public void A_branch_whose_head_is_not_among_the_schools_is_judged_alone()
    {
        var run = Run(WithHead, Branch(2, 77, Now(Rus5, 5, 5), Now(Rus6, 5, 5)));
        Assert.True(run.Verdicts[0].Listed);
        Assert.Null(run.Verdicts[0].NotJudged);
    }

    [Fact]
    public void A_branch_of_a_school_that_became_a_branch_counts_with_the_head_of_both()
    {
        var run = Run(WithHead, School(1, Now(Rus5, 10, 0)), Branch(2, 1, Now(Rus5, 10, 4)), Branch(3, 2, Now(Rus5, 10, 5)));
        var marker = run.Verdicts[0].Marker(Rus5, Year)!;
        Assert.Equal((30, 9), (marker.Participants, marker.Failed));
        Assert.All(run.Verdicts.Skip(1), v => Assert.Equal(NotJudgedReason.CountsWithHead, v.NotJudged));
    }

    [Fact]
    public void Schools_that_call_each_other_head_are_judged_alone()
    {
        var run = Run(WithHead, Branch(1, 2, Now(Rus5, 5, 5)), Branch(2, 1, Now(Rus5, 5, 5)), Branch(3, 3, Now(Rus5, 5, 5)));
        Assert.All(run.Verdicts, v => Assert.Null(v.NotJudged));
    }

    [Fact]
    public void A_contradiction_in_a_branch_is_told_once_and_leaves_the_heads_marker_without_data()
    {
        var run = Run(WithHead, School(1, Now(Rus5, 20, 19)), Branch(2, 1, Now(Rus5, 5, 5), Now(Rus5, 5, 4)));
        Assert.Equal(2, Assert.Single(run.Contradictions).SchoolKey);
        Assert.Equal(NoDataReason.Contradiction, run.Verdicts[0].Marker(Rus5, Year)!.Reason);
    }

    [Fact]
    public void A_branch_of_a_left_out_type_still_counts_with_its_head()
    {
        var methodology = WithHead with { LeftOutTypes = [new(SchoolType.Primary, "начальные школы не оцениваются")] };
        var run = Run(methodology, School(1), Branch(2, 1, Now(Rus5, 5, 5)) with { Type = SchoolType.Primary });
        Assert.Equal(NotJudgedReason.CountsWithHead, run.Verdicts[1].NotJudged);
        Assert.Equal(5, run.Verdicts[0].Marker(Rus5, Year)!.Participants);
    }

    private static SchoolInput Branch(int key, int head, params ResultFact[] facts) => School(key, facts) with { HeadKey = head };
}
