using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

/// <summary>Evidence is removed by its author before acceptance, or with a reason by whoever stands above; it stays in the history.</summary>
public class WorkEvidenceTests
{
    private static readonly DateTimeOffset Now = new(2023, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly WorkActor Principal = Actor("директор", DutyLevel.School);
    private static readonly WorkActor OtherPrincipal = Actor("завуч", DutyLevel.School);
    private static readonly WorkActor Curator = Actor("куратор", DutyLevel.Curator);
    private static readonly WorkActor Region = Actor("регион", DutyLevel.Region);

    [Fact]
    public void The_author_removes_it_without_a_word_while_the_work_is_open()
    {
        var work = Reported();
        Assert.Null(work.Detach(0, null, Principal, Now));
        var removed = Assert.Single(work.Evidence);
        Assert.Equal((Now, "директор", null), (removed.RemovedAt, removed.RemovedBy, removed.RemovedReason));
        Assert.Equal((WorkStep.Detached, "приказ № 12"), (work.Events[^1].Step, work.Events[^1].Text));
        Assert.Equal(WorkState.InProgress, work.State);

        // What was removed proves nothing any more, and is not removed twice.
        Assert.Contains("подтверждение", work.Submit(Principal, Now), StringComparison.Ordinal);
        Assert.Contains("уже нет", work.Detach(0, null, Principal, Now), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_of_the_same_level_does_not_and_whoever_stands_above_says_why()
    {
        var work = Reported();
        Assert.Contains("кто его приложил", work.Detach(0, "Лишнее", OtherPrincipal, Now), StringComparison.Ordinal);
        Assert.Contains("почему", work.Detach(0, " ", Curator, Now), StringComparison.Ordinal);
        Assert.Null(Assert.Single(work.Evidence).RemovedAt);
        Assert.Null(work.Detach(0, "Личные данные", Curator, Now));
        Assert.Equal("Личные данные", work.Evidence[0].RemovedReason);
        Assert.Equal("приказ № 12: Личные данные", work.Events[^1].Text);
    }

    [Fact]
    public void The_only_proof_of_a_report_under_review_is_not_taken_away_by_its_author()
    {
        var work = Sent();
        Assert.Contains("единственное", work.Detach(0, null, Principal, Now), StringComparison.Ordinal);
        Assert.Equal(WorkState.UnderReview, work.State);
    }

    [Fact]
    public void After_acceptance_the_author_no_longer_removes_it()
    {
        var work = Sent();
        Assert.Null(work.Accept(Curator, Now));
        Assert.Contains("вернуть", work.Detach(0, "Ошибка", Principal, Now), StringComparison.Ordinal);
        Assert.False(work.MayRemove(work.Evidence[0], Principal));
        Assert.True(work.MayRemove(work.Evidence[0], Region));
    }

    [Fact]
    public void What_was_accepted_as_done_is_returned_when_its_last_proof_is_taken_away()
    {
        var work = Sent();
        Assert.Null(work.Accept(Curator, Now));
        Assert.Null(work.Detach(0, "Подделка", Region, Now));
        Assert.Equal(WorkState.Returned, work.State);
    }

    [Fact]
    public void Another_proof_keeps_it_done()
    {
        var work = Reported();
        Assert.Null(work.Attach(Paper(Principal, "13"), Principal, Now));
        Assert.Null(work.Submit(Principal, Now));
        Assert.Null(work.Accept(Curator, Now));
        Assert.Null(work.Detach(0, "Дубль", Region, Now));
        Assert.Equal(WorkState.Done, work.State);
    }

    [Fact]
    public void The_same_document_with_the_same_requisites_is_attached_once()
    {
        var work = Reported();
        Assert.Contains("уже приложено: приказ № 12", work.Attach(Paper(Principal), Principal, Now), StringComparison.Ordinal);
        Assert.Null(work.Attach(Paper(Principal, "13"), Principal, Now));
        WorkEvidence Copy() => new() { Kind = EvidenceKind.Order, Number = "12", FileId = 9, Author = "директор", At = Now };
        Assert.Contains("тот же файл", work.Attach(Copy(), Principal, Now, new HashSet<int> { 1 }), StringComparison.Ordinal);
        Assert.Null(work.Attach(Copy(), Principal, Now, new HashSet<int>()));
        WorkEvidence Site() => new() { Kind = EvidenceKind.SitePage, Number = "", Link = "https://school.test/plan", Author = "директор", At = Now };
        Assert.Null(work.Attach(Site(), Principal, Now));
        Assert.Contains("та же ссылка", work.Attach(Site(), Principal, Now), StringComparison.Ordinal);
    }

    private static WorkActor Actor(string name, DutyLevel level) => new(new Author(new Guid(name.Length, (short)level, 0, new byte[8]), name), level);

    private static WorkEvidence Paper(WorkActor by, string number = "12") => new() { Kind = EvidenceKind.Order, Number = number, FileId = 1, Author = by.Author.Name, At = Now };

    private static OccurrenceWork Reported()
    {
        var work = new OccurrenceWork { RegionId = 1, ProgrammeId = 1, OccurrenceId = 1, SchoolId = 1, From = new(2023, 3, 1), Due = new(2023, 4, 5) };
        Assert.Null(work.Report(new WorkReport(WorkOutcome.Done, "Проведено", null, null), null, Principal, Now));
        Assert.Null(work.Attach(Paper(Principal), Principal, Now));
        return work;
    }

    private static OccurrenceWork Sent()
    {
        var work = Reported();
        Assert.Null(work.Submit(Principal, Now));
        return work;
    }
}
