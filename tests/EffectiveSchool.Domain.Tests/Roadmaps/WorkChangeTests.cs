using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

/// <summary>A change of many works is the step of each one's own state machine: the same refusals, the same history.</summary>
public class WorkChangeTests
{
    private static readonly DateTimeOffset Now = new(2023, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Due = new(2023, 4, 5);
    private static readonly WorkActor Principal = new(new Author(Guid.Empty, "директор"), DutyLevel.School);
    private static readonly WorkActor Region = new(new Author(Guid.Empty, "регион"), DutyLevel.Region);

    private static readonly WorkChange Report = new(WorkAction.Report)
    {
        Report = new WorkReport(WorkOutcome.Done, "Проведено", 95, null),
        Proof = new WorkProof(EvidenceKind.Protocol, "3", Due, "https://school.test/3"),
        Sends = true,
    };

    [Fact]
    public void A_report_goes_with_its_evidence_to_review_in_one_step()
    {
        var work = New();
        Assert.Null(Report.Make(work, new ExpectedQuantity(90, QuantityUnit.Percent), null, Principal, Now));
        Assert.Equal(WorkState.UnderReview, work.State);
        Assert.Equal([WorkStep.Reported, WorkStep.Attached, WorkStep.Submitted], work.Events.Select(e => e.Step));
        Assert.Equal("протокол № 3 от 05.04.2023", Assert.Single(work.Evidence).Requisites);
    }

    [Fact]
    public void What_the_work_itself_refuses_is_refused_here_with_the_same_sentence()
    {
        Assert.Equal(
            New().Report(Report.Report! with { Reached = 80 }, new ExpectedQuantity(90, QuantityUnit.Percent), Principal, Now),
            (Report with { Report = Report.Report! with { Reached = 80 } }).Make(New(), new ExpectedQuantity(90, QuantityUnit.Percent), null, Principal, Now));
        Assert.Contains("подтверждение", (Report with { Proof = null }).Make(New(), null, null, Principal, Now), StringComparison.Ordinal);
        foreach (var action in Enum.GetValues<WorkAction>().Where(a => a is not (WorkAction.Start or WorkAction.Remark)))
        {
            Assert.EndsWith(".", new WorkChange(action).Make(New(), null, null, Region, Now), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(WorkAction.Start, WorkState.InProgress)]
    [InlineData(WorkAction.Move, WorkState.Moved)]
    [InlineData(WorkAction.Dismiss, WorkState.NotNeeded)]
    [InlineData(WorkAction.Remark, WorkState.NotStarted)]
    public void A_new_work_takes_the_steps_that_it_may(WorkAction action, WorkState state)
    {
        var work = New();
        Assert.Null(new WorkChange(action) { Text = "Карантин", Due = Due.AddDays(10) }.Make(work, null, null, Region, Now));
        Assert.Equal(state, work.State);
    }

    [Fact]
    public void A_sent_work_is_accepted_or_returned()
    {
        var accepted = New();
        Assert.Null(Report.Make(accepted, null, null, Principal, Now));
        Assert.Null(new WorkChange(WorkAction.Accept).Make(accepted, null, null, Region, Now));
        Assert.Equal(WorkState.Done, accepted.State);
        Assert.Null(new WorkChange(WorkAction.Return) { Text = "Нет подписи" }.Make(accepted, null, null, Region, Now));
        Assert.Equal(WorkState.Returned, accepted.State);
    }

    private static OccurrenceWork New() => new() { RegionId = 1, ProgrammeId = 1, OccurrenceId = 1, SchoolId = 1, From = new(2023, 3, 1), Due = Due };
}
