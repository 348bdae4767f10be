using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Monitoring;

public sealed class MonitoringTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 1, 20);
    private static readonly WorkActor School = By(DutyLevel.School);
    private static readonly WorkActor Curator = By(DutyLevel.Curator);

    [Theory]
    [InlineData(MonitoringFrequency.Once, "Final 2026-12-15")]
    [InlineData(MonitoringFrequency.Twice, "Entry 2026-01-31, Final 2026-12-15")]
    [InlineData(MonitoringFrequency.FourTimes, "Entry 2026-01-31, Interim 2026-04-15, Interim 2026-09-15, Final 2026-12-15")]
    public void A_frequency_gives_its_rounds_with_dates(MonitoringFrequency frequency, string rounds) =>
        Assert.Equal(rounds, string.Join(", ", MonitoringRound.Usual(2026, frequency).Select(r => $"{r.Stage} {r.Due:yyyy-MM-dd}")));

    [Fact]
    public void Rounds_stand_in_order_and_do_not_overlap()
    {
        foreach (var frequency in Enum.GetValues<MonitoringFrequency>())
        {
            var rounds = MonitoringRound.Usual(2027, frequency);
            Assert.All(rounds, r => Assert.True(r.From <= r.Due));
            Assert.All(rounds.Zip(rounds.Skip(1)), pair => Assert.True(pair.First.Due < pair.Second.From));
        }
    }

    [Fact]
    public void What_is_asked_does_not_change_once_schools_see_it()
    {
        var cycle = Cycle(MonitoringItemKind.Number);
        Assert.Null(cycle.Open(Now));
        Assert.Contains("уже открыт школам", cycle.Ask("Ещё одно", MonitoringItemKind.Text, null, required: false), StringComparison.Ordinal);
        Assert.Contains("уже открыт школам", cycle.Drop(0), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_opened_that_asks_nothing()
    {
        var (cycle, _) = MonitoringCycle.Plan(new MonitoringDraft(1, null, null, "Мониторинг", 2026, MonitoringFrequency.Once, SchoolChoice.Listed));
        Assert.Null(cycle!.Ask("Необязательное", MonitoringItemKind.Text, null, required: false));
        Assert.Contains("обязательное сведение", cycle.Open(Now), StringComparison.Ordinal);
        Assert.Null(cycle.OpenedAt);
    }

    [Fact]
    public void Participants_need_a_programme() =>
        Assert.Contains("Выберите программу", MonitoringCycle.Plan(new MonitoringDraft(1, null, null, "Мониторинг", 2026, MonitoringFrequency.Once, SchoolChoice.Participants)).Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_school_fills_in_hands_in_is_returned_and_confirmed()
    {
        var (cycle, round, submission) = World(MonitoringItemKind.Number);
        Assert.Null(Fill(submission, cycle, round, "12,5"));
        Assert.Equal(SubmissionState.Filling, submission.State);
        Assert.Null(submission.Submit(cycle.Items, round, School, Day, Now));
        Assert.Equal(SubmissionState.UnderReview, submission.State);
        Assert.Contains("на проверке", Fill(submission, cycle, round, "13"), StringComparison.Ordinal);

        Assert.Contains("Укажите, что исправить", submission.Return(" ", round, Curator, Now), StringComparison.Ordinal);
        Assert.Null(submission.Return("Проверьте число", round, Curator, Now));
        Assert.Equal(SubmissionState.Returned, submission.State);
        Assert.Null(Fill(submission, cycle, round, "13"));
        Assert.Null(submission.Submit(cycle.Items, round, School, Day, Now));
        Assert.Null(submission.Confirm(round, Curator, Now));
        Assert.Equal(SubmissionState.Confirmed, submission.State);
        Assert.Equal(13m, Assert.Single(submission.Answers).Value.Number);
        Assert.Equal(["Filled", "Submitted", "Returned", "Filled", "Submitted", "Confirmed"], submission.Events.Select(e => e.Step.ToString()));
        Assert.Contains("подтверждены", Fill(submission, cycle, round, "14"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_handed_in_without_what_is_obligatory()
    {
        var (cycle, round, submission) = World(MonitoringItemKind.Number);
        Assert.Contains("«Учителей на курсах»", submission.Submit(cycle.Items, round, School, Day, Now), StringComparison.Ordinal);
        Assert.Equal(SubmissionState.NotStarted, submission.State);
        Assert.Null(Fill(submission, cycle, round, "12"));
        Assert.Null(Fill(submission, cycle, round, ""));
        Assert.Empty(submission.Answers);
        Assert.Contains("«Учителей на курсах»", submission.Submit(cycle.Items, round, School, Day, Now), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_round_is_frozen()
    {
        var (cycle, round, submission) = World(MonitoringItemKind.Number);
        Assert.Null(Fill(submission, cycle, round, "12"));
        Assert.Null(submission.Submit(cycle.Items, round, School, Day, Now));
        Assert.Null(submission.Confirm(round, Curator, Now));
        Assert.Null(round.Close([submission.State], Day, School.Author, Now));
        Assert.Contains("Этап закрыт", submission.Return("Ошибка", round, Curator, Now), StringComparison.Ordinal);
        Assert.Contains("Этап закрыт", Fill(submission, cycle, round, "14"), StringComparison.Ordinal);
        Assert.Contains("уже закрыт", round.Close([], Day, School.Author, Now), StringComparison.Ordinal);
        Assert.Equal(SubmissionState.Confirmed, submission.State);
    }

    [Fact]
    public void A_round_is_closed_when_nobody_waits_and_the_day_has_passed_or_all_have_handed_in()
    {
        var round = MonitoringRound.Usual(2026, MonitoringFrequency.Once)[0];
        Assert.Contains("на проверке 1 школа", round.Close([SubmissionState.UnderReview], round.Due.AddDays(5), School.Author, Now), StringComparison.Ordinal);
        Assert.Contains("не сдали 2 школы", round.Close([SubmissionState.NotStarted, SubmissionState.Returned, SubmissionState.Confirmed], round.Due, School.Author, Now), StringComparison.Ordinal);
        Assert.Null(round.ClosedAt);
        Assert.Null(round.Close([SubmissionState.NotStarted, SubmissionState.Confirmed], round.Due.AddDays(1), School.Author, Now));
        Assert.NotNull(round.ClosedAt);
    }

    [Fact]
    public void It_is_late_from_the_day_after_the_last_and_only_while_the_school_owes()
    {
        var due = new DateOnly(2026, 1, 31);
        foreach (var state in Enum.GetValues<SubmissionState>())
        {
            Assert.False(state.IsLate(due, due));
            Assert.Equal(state is SubmissionState.NotStarted or SubmissionState.Filling or SubmissionState.Returned, state.IsLate(due, due.AddDays(1)));
        }
    }

    [Fact]
    public void A_curator_does_not_fill_in_and_a_school_does_not_confirm()
    {
        var (cycle, round, submission) = World(MonitoringItemKind.Number);
        Assert.Contains("вносит школа", submission.RefuseFilling(round, Curator, Day), StringComparison.Ordinal);
        Assert.Null(Fill(submission, cycle, round, "12"));
        Assert.Null(submission.Submit(cycle.Items, round, School, Day, Now));
        Assert.Contains("Проверяет куратор", submission.Confirm(round, School, Now), StringComparison.Ordinal);
        Assert.Equal(SubmissionState.UnderReview, submission.State);
    }

    [Fact]
    public void Before_its_first_day_nothing_is_filled_in()
    {
        var (_, round, submission) = World(MonitoringItemKind.Number);
        Assert.Contains("15.01.2026", submission.RefuseFilling(round, School, round.From.AddDays(-1)), StringComparison.Ordinal);
        Assert.Null(submission.RefuseFilling(round, School, round.From));
    }

    [Theory]
    [InlineData(MonitoringItemKind.Number, "12,5", "12,5")]
    [InlineData(MonitoringItemKind.Number, "1 200", "1200")]
    [InlineData(MonitoringItemKind.Number, "двенадцать", null)]
    [InlineData(MonitoringItemKind.YesNo, "да", "да")]
    [InlineData(MonitoringItemKind.YesNo, "наверное", null)]
    [InlineData(MonitoringItemKind.Link, "https://school.ru/plan", "https://school.ru/plan")]
    [InlineData(MonitoringItemKind.Link, "javascript:alert(1)", null)]
    [InlineData(MonitoringItemKind.Link, "https://user:secret@school.ru", null)]
    [InlineData(MonitoringItemKind.Text, " План утверждён ", "План утверждён")]
    public void An_answer_is_what_its_item_asks_for(MonitoringItemKind kind, string written, string? shown)
    {
        var (value, refusal) = MonitoringValue.Read(Cycle(kind).Items[0], written);
        Assert.Equal(shown, value?.Shown);
        Assert.Equal(shown is null, refusal is not null);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("100", true)]
    [InlineData("101", false)]
    public void A_percent_is_from_0_to_100(string written, bool holds)
    {
        var (cycle, _) = MonitoringCycle.Plan(new MonitoringDraft(1, null, null, "Мониторинг", 2026, MonitoringFrequency.Once, SchoolChoice.All));
        Assert.Null(cycle!.Ask("Доля", MonitoringItemKind.Number, "%", required: true));
        Assert.Equal(holds, MonitoringValue.Read(cycle.Items[0], written).Refusal is null);
    }

    [Fact]
    public void Only_schools_that_answered_in_both_rounds_are_compared_and_missing_is_not_zero()
    {
        var change = new MonitoringChange([new NumberPair(1, 10, 14), new NumberPair(2, 20, 20), new NumberPair(3, null, 100), new NumberPair(4, 50, null)]);
        Assert.Equal((2, 15m, 17m, 2m, 1, 0), (change.Compared.Count, change.MeanBefore, change.MeanAfter, change.MeanDifference, change.Grew, change.Fell));
        var none = new MonitoringChange([new NumberPair(1, null, 3)]);
        Assert.Null(none.MeanBefore);
        Assert.Null(none.MeanDifference);
    }

    [Fact]
    public void Who_has_handed_in_and_who_has_not_make_up_all()
    {
        var due = new DateOnly(2026, 1, 31);
        var count = RoundCount.Of([(SubmissionState.NotStarted, 2), (SubmissionState.Returned, 1), (SubmissionState.UnderReview, 3), (SubmissionState.Confirmed, 4)], due, due.AddDays(1));
        Assert.Equal((10, 7, 4, 3, 3, 3, 70m), (count.Schools, count.HandedIn, count.Confirmed, count.UnderReview, count.Owed, count.Late, count.Percent));
        Assert.Null(RoundCount.Of([], due, due).Percent);
    }

    private static WorkActor By(DutyLevel level) => new(new Author(Guid.Empty, level.ToString()), level);

    private static MonitoringCycle Cycle(MonitoringItemKind kind)
    {
        var (cycle, refusal) = MonitoringCycle.Plan(new MonitoringDraft(1, null, null, "Мониторинг", 2026, MonitoringFrequency.Twice, SchoolChoice.All));
        Assert.Null(refusal);
        Assert.Null(cycle!.Ask("Учителей на курсах", kind, null, required: true));
        return cycle;
    }

    private static (MonitoringCycle Cycle, MonitoringRound Round, MonitoringSubmission Submission) World(MonitoringItemKind kind)
    {
        var cycle = Cycle(kind);
        return (cycle, cycle.Rounds[0], new MonitoringSubmission { RegionId = 1, RoundId = 1, SchoolId = 1 });
    }

    private static string? Fill(MonitoringSubmission submission, MonitoringCycle cycle, MonitoringRound round, string written) =>
        submission.Fill([(cycle.Items[0], MonitoringValue.Read(cycle.Items[0], written).Value)], round, School, Day, Now);
}
