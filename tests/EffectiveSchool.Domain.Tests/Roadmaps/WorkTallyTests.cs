using EffectiveSchool.Domain.Roadmaps;
using FsCheck;
using FsCheck.Fluent;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

public sealed class WorkTallyTests
{
    private static readonly DateOnly Today = new(2026, 4, 15);

    private static readonly Gen<List<(WorkState State, DateOnly Due, DateOnly? FirstDue)>> Works =
        (from state in Gen.Elements(Enum.GetValues<WorkState>())
         from days in Gen.Choose(-400, 400)
         from before in Gen.Elements<int?>(null, null, -30, 200)
         select (state, Today.AddDays(days), before is { } moved ? Today.AddDays(days - moved) : (DateOnly?)null)).ListOf().Select(w => w.ToList());

    [Theory]
    [InlineData(WorkState.Done, -1, WorkPhase.Done)]
    [InlineData(WorkState.Done, 1, WorkPhase.Done)]
    [InlineData(WorkState.DonePartly, -1, WorkPhase.Unfinished)]
    [InlineData(WorkState.NotDone, 1, WorkPhase.Unfinished)]
    [InlineData(WorkState.NotNeeded, -1, WorkPhase.NotNeeded)]
    [InlineData(WorkState.NotStarted, -1, WorkPhase.Late)]
    [InlineData(WorkState.NotStarted, 0, WorkPhase.Ahead)]
    [InlineData(WorkState.Moved, 1, WorkPhase.Ahead)]
    [InlineData(WorkState.Moved, -1, WorkPhase.Late)]
    [InlineData(WorkState.Returned, -1, WorkPhase.Late)]
    [InlineData(WorkState.Returned, 1, WorkPhase.InWork)]
    [InlineData(WorkState.InProgress, 0, WorkPhase.InWork)]
    [InlineData(WorkState.UnderReview, -1, WorkPhase.InWork)]
    public void A_state_on_a_day_is_one_phase(WorkState state, int daysToDue, WorkPhase phase) => Assert.Equal(phase, state.PhaseOn(Today.AddDays(daysToDue), Today));

    [Fact]
    public void What_is_late_in_a_picture_is_late_in_the_reminders_and_nothing_else_is() => ForAll(works =>
        works.TrueForAll(w => (w.State.PhaseOn(w.Due, Today) == WorkPhase.Late) == w.State.IsLate(w.Due, Today)));

    [Fact]
    public void The_share_is_that_of_the_execution_report_and_its_parts_add_up_to_its_denominator() => ForAll(works =>
    {
        var tally = WorkTally.Of(works, Today);
        return tally.Share == ShareDone.Of(works, Today)
            && tally.Come.Total == tally.Share.Come
            && tally.Come[WorkPhase.Done] == tally.Share.Done
            && tally.Share.Come + tally.Share.NotNeeded + tally.Later == works.Count;
    });

    [Fact]
    public void Months_follow_each_other_and_hold_every_due_date_once() => ForAll(works =>
    {
        var months = MonthLoad.Of(works.Select(w => (w.State, w.Due)), Today);
        return months.Sum(m => m.Works.Total) == works.Count
            && months.Sum(m => m.Works[WorkPhase.Late]) == works.Count(w => w.State.IsLate(w.Due, Today))
            && months.Zip(months.Skip(1)).All(p => p.First.Month.AddMonths(1) == p.Second.Month)
            && (months.Count == 0 || (months[0].Works.Total > 0 && months[^1].Works.Total > 0));
    });

    [Theory]
    [InlineData(null)]
    [InlineData(WorkPhase.Done, WorkPhase.Done, WorkPhase.Done)]
    [InlineData(WorkPhase.Done, WorkPhase.Done, WorkPhase.NotNeeded)]
    [InlineData(WorkPhase.NotNeeded, WorkPhase.NotNeeded)]
    [InlineData(WorkPhase.Late, WorkPhase.Done, WorkPhase.Late, WorkPhase.Ahead)]
    [InlineData(WorkPhase.Ahead, WorkPhase.Ahead, WorkPhase.NotNeeded)]
    [InlineData(WorkPhase.InWork, WorkPhase.Ahead, WorkPhase.Done)]
    [InlineData(WorkPhase.Unfinished, WorkPhase.Done, WorkPhase.Unfinished)]
    [InlineData(WorkPhase.InWork, WorkPhase.Unfinished, WorkPhase.Ahead)]
    public void An_occurrence_that_many_do_is_late_as_soon_as_one_is_and_done_only_when_all_are(WorkPhase? together, params WorkPhase[] each) =>
        Assert.Equal(together, WorkPhases.Of(new PhaseCounts(each)));

    private static void ForAll(Func<List<(WorkState State, DateOnly Due, DateOnly? FirstDue)>, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Works.ToArbitrary(), holds));
}
