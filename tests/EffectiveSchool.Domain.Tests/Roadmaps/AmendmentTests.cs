using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;
using FsCheck;
using FsCheck.Fluent;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

/// <summary>A plan changes with grounds alone; what it was, and what was done, is kept.</summary>
public sealed class AmendmentTests
{
    private static readonly ProgrammePeriod Period = new(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));
    private static readonly Author By = new(Guid.NewGuid(), "регион");
    private static readonly DateTimeOffset Now = new(2024, 5, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly AmendmentGrounds Grounds = new("Письмо ИРО", "15", new DateOnly(2024, 4, 3));
    private static readonly IReadOnlySet<int> None = new HashSet<int>();

    [Fact]
    public void A_change_is_numbered_with_its_grounds_and_says_each_field_before_and_after()
    {
        var roadmap = Plan();
        var activity = roadmap.Activities[0];
        Assert.Null(roadmap.Change(activity, Edit(activity, term: "Май 2024 г.", title: "Семинар"), None, Grounds, By, Now));
        var amendment = Assert.Single(roadmap.Amendments);
        Assert.Equal((1, "Письмо ИРО", "корректировка № 1, приказ № 15 от 03.04.2024", "регион", Now), (amendment.Number, amendment.Reason, amendment.Requisites, amendment.Author, amendment.At));
        Assert.Equal(
            [
                new FieldChange(ActivityField.Title, "Совещание", "Семинар"), new FieldChange(ActivityField.Term, "До 05.04.2024", "Май 2024 г."),
                new FieldChange(ActivityField.Dates, "01.01.2024 – 05.04.2024", "01.05.2024 – 31.05.2024"),
            ],
            Assert.Single(amendment.Activities).Changes);
        Assert.Equal(("До 05.04.2024", "Май 2024 г."), (activity.WrittenTerm, activity.Term));
    }

    [Fact]
    public void The_first_wording_of_a_term_survives_its_correction_at_import()
    {
        var roadmap = Empty();
        var activity = roadmap.Add([], null, new ActivityWords("1", "Семинар", "", ""), TermReader.Read("Май 2024 г.", Period), "срок уточняется");
        Assert.Equal(("срок уточняется", "Май 2024 г."), (activity.WrittenTerm, activity.Term));
    }

    [Fact]
    public void An_added_activity_stands_at_the_end_of_its_section_and_a_withdrawn_one_leaves_the_plan_but_not_the_history()
    {
        var roadmap = Plan();
        Assert.Null(roadmap.Insert(["Раздел 1"], null, Edit("1.3", "Вебинар", "Июнь"), Grounds, By, Now));
        Assert.Null(roadmap.Insert(["Раздел 3"], null, Edit("3.1", "Конкурс", "Июль"), Grounds, By, Now));
        Assert.Null(roadmap.Insert([], null, Edit("0", "Приказ", "Январь"), Grounds, By, Now));
        Assert.Null(roadmap.Withdraw(roadmap.Activities[1], Grounds, By, Now));
        Assert.Equal(["0", "1.1", "1.3", "2.1", "3.1"], roadmap.Current.Select(a => a.Number));
        Assert.Equal([1, 2, 3, 4], roadmap.Amendments.Select(a => a.Number));
        Assert.Equal(
            [("0", AmendmentStep.Added), ("1.1", null), ("1.2", AmendmentStep.Withdrawn), ("1.3", AmendmentStep.Added), ("2.1", null), ("3.1", AmendmentStep.Added)],
            roadmap.AgainstFirst().Select(c => (c.Activity.Number, c.Step)));
        Assert.Equal(Enumerable.Range(0, 6), roadmap.Activities.Select(a => a.Position).Order());
    }

    [Fact]
    public void A_withdrawn_activity_comes_back_as_it_was_with_grounds_and_its_history()
    {
        var roadmap = Plan();
        var activity = roadmap.Activities[1];
        Assert.Contains("восстанавливать нечего", roadmap.Restore(activity, Grounds, By, Now), StringComparison.Ordinal);
        Assert.Null(roadmap.Withdraw(activity, Grounds, By, Now));
        Assert.NotNull(roadmap.Restore(activity, new AmendmentGrounds(" "), By, Now));
        Assert.Null(roadmap.Restore(activity, new AmendmentGrounds("Решение рабочей группы"), By, Now));
        Assert.Null(activity.WithdrawnIn);
        Assert.Equal(["1.1", "1.2", "2.1"], roadmap.Current.Select(a => a.Number));
        Assert.Equal([AmendmentStep.Withdrawn, AmendmentStep.Restored], roadmap.Amendments.SelectMany(a => a.Activities).Select(a => a.Step));
        Assert.All(roadmap.AgainstFirst(), c => Assert.Null(c.Step));
    }

    [Fact]
    public void What_the_withdrawal_closed_opens_as_it_stood_and_what_people_decided_stays()
    {
        var by = new WorkActor(By, DutyLevel.Region);
        OccurrenceWork Work(params Action<OccurrenceWork>[] steps)
        {
            var work = new OccurrenceWork { RegionId = 1, ProgrammeId = 1, OccurrenceId = 1, SchoolId = 1, From = Period.From, Due = Period.To };
            foreach (var step in steps)
            {
                step(work);
            }

            work.Exclude(1, "Письмо", By, Now);
            work.Restore(2, "Решение", By, Now);
            return work;
        }

        void Reported(OccurrenceWork w) => Assert.Null(w.Report(new WorkReport(WorkOutcome.NotDone, null, null, "Карантин"), null, by, Now));
        void Submitted(OccurrenceWork w) => Assert.Null(w.Submit(by, Now));
        Assert.Equal(WorkState.NotStarted, Work(w => w.Remark("Вопрос", by, Now)).State);
        Assert.Equal(WorkState.InProgress, Work(w => w.Start(by, Now)).State);
        Assert.Equal((WorkState.InProgress, ""), (Work(Reported).State, Work(Reported).Reason));
        Assert.Equal(WorkState.Returned, Work(Reported, Submitted, w => w.Return("Нет", by, Now)).State);
        Assert.Equal(WorkState.Moved, Work(w => w.Move(Period.To.AddDays(5), "Ремонт", by, Now)).State);
        Assert.Equal(WorkState.UnderReview, Work(Reported, Submitted).State);
        Assert.Equal(WorkState.NotDone, Work(Reported, Submitted, w => w.Accept(by, Now)).State);
        Assert.Equal((WorkState.NotNeeded, "Школа закрыта"), (Work(w => w.Dismiss("Школа закрыта", by, Now)).State, Work(w => w.Dismiss("Школа закрыта", by, Now)).Reason));
        Assert.Contains("Восстановлено корректировкой № 2: Решение", Work(Reported).Events[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_is_refused_without_grounds_without_a_difference_and_of_what_is_withdrawn()
    {
        var roadmap = Plan();
        var activity = roadmap.Activities[0];
        var edit = Edit(activity, title: "Семинар");
        Assert.Contains("основание", roadmap.Change(activity, edit, None, new AmendmentGrounds(" "), By, Now), StringComparison.Ordinal);
        Assert.Contains("номер приказа", roadmap.Change(activity, edit, None, new AmendmentGrounds("Письмо", null, new DateOnly(2024, 1, 1)), By, Now), StringComparison.Ordinal);
        Assert.Contains("Ничего не изменено", roadmap.Change(activity, Edit(activity), None, Grounds, By, Now), StringComparison.Ordinal);
        Assert.Contains("название", roadmap.Change(activity, Edit(activity, title: " "), None, Grounds, By, Now), StringComparison.Ordinal);
        Assert.Contains("срок", roadmap.Change(activity, Edit(activity, term: ""), None, Grounds, By, Now), StringComparison.Ordinal);
        Assert.Empty(roadmap.Amendments);
        Assert.Null(roadmap.Withdraw(activity, Grounds, By, Now));
        Assert.Contains("уже исключено корректировкой № 1", roadmap.Change(activity, edit, None, Grounds, By, Now), StringComparison.Ordinal);
        Assert.Contains("уже исключено", roadmap.Withdraw(activity, Grounds, By, Now), StringComparison.Ordinal);
    }

    [Fact]
    public void One_order_may_amend_several_activities_under_one_number()
    {
        var roadmap = Plan();
        Assert.Null(roadmap.Withdraw(roadmap.Activities[0], Grounds, By, Now));
        Assert.Null(roadmap.Withdraw(roadmap.Activities[1], Grounds with { Reason = null, Continues = 1 }, By, Now));
        Assert.Equal(2, Assert.Single(roadmap.Amendments).Activities.Count);
        var other = new Author(Guid.NewGuid(), "муниципалитет");
        Assert.Contains("только её автору", roadmap.Withdraw(roadmap.Activities[2], Grounds with { Continues = 1 }, other, Now), StringComparison.Ordinal);
        Assert.Null(roadmap.Withdraw(roadmap.Activities[2], Grounds, By, Now));
        Assert.Equal(3, roadmap.Amendments.Sum(a => a.Activities.Count));
    }

    [Fact]
    public void Occurrences_are_dated_anew_in_order_and_what_is_left_over_stays_only_where_somebody_has_begun()
    {
        var roadmap = Empty();
        var activity = roadmap.Add([], null, new ActivityWords("1", "Семинар", "", ""), TermReader.Read("Март, май, июль 2024 г.", Period));
        var (march, may) = (activity.Occurrences[0], activity.Occurrences[1]);
        Assert.Null(roadmap.Change(activity, Edit(activity, term: "Апрель, май 2024 г."), None, Grounds, By, Now));
        Assert.Equal([march, may], activity.Dates);
        Assert.Equal(new DateOnly(2024, 4, 30), march.Due);
        Assert.Equal(2, activity.Occurrences.Count);

        // Keys of unsaved occurrences are 0: all of them have been begun.
        Assert.Null(roadmap.Change(activity, Edit(activity, term: "Май 2024 г."), new HashSet<int> { 0 }, Grounds, By, Now));
        Assert.Equal([may], activity.Dates);
        Assert.Equal(2, march.RetiredIn);
        Assert.Equal(2, activity.Occurrences.Count);
    }

    [Fact]
    public void Dates_that_an_event_gave_to_a_term_stay_when_something_else_is_amended()
    {
        var roadmap = Empty();
        var activity = roadmap.Add([], null, new ActivityWords("1", "Материалы", "", ""), TermReader.Read("Не позднее 10 дней со дня проведения мероприятия", Period));
        var counted = activity.CountFrom(new DateOnly(2024, 5, 1), 10);
        Assert.Null(roadmap.Change(activity, Edit(activity, title: "Материалы семинара"), None, Grounds, By, Now));
        Assert.Equal([counted], activity.Dates);
        Assert.Null(roadmap.Change(activity, Edit(activity, term: "Июнь 2024 г."), None, Grounds, By, Now));
        Assert.Equal(new DateOnly(2024, 6, 30), Assert.Single(activity.Dates).Due);
    }

    [Fact]
    public void A_work_that_somebody_has_begun_keeps_its_date_and_its_report()
    {
        var work = Work();
        Assert.True(work.IsUntouched);
        var actor = new WorkActor(By, DutyLevel.School);
        Assert.Null(work.Report(new WorkReport(WorkOutcome.Done, "Проведено", null, null), null, actor, Now));
        Assert.False(work.IsUntouched);
        work.Mark(2, new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30), By, Now);
        Assert.Equal((WorkState.InProgress, 2, new DateOnly(2024, 3, 31), "Проведено"), (work.State, work.AmendedIn, work.Due, work.Fact));
        work.Exclude(3, "Письмо", By, Now);
        Assert.Equal((WorkState.NotNeeded, 3, "Проведено", "Исключено корректировкой № 3: Письмо"), (work.State, work.AmendedIn, work.Fact, work.Reason));
        Assert.Equal([WorkStep.Reported, WorkStep.Amended, WorkStep.Amended], work.Events.Select(e => e.Step));
    }

    [Fact]
    public void What_was_handed_in_or_done_is_not_undone_by_an_amendment()
    {
        var work = Work();
        var school = new WorkActor(By, DutyLevel.School);
        Assert.Null(work.Report(new WorkReport(WorkOutcome.NotDone, null, null, "Карантин"), null, school, Now));
        Assert.Null(work.Submit(school, Now));
        work.Exclude(1, "Письмо", By, Now);
        Assert.Equal((WorkState.UnderReview, "Карантин"), (work.State, work.Reason));
        Assert.Null(work.Accept(new WorkActor(By, DutyLevel.Curator), Now));
        work.Exclude(2, "Письмо", By, Now);
        Assert.Equal(WorkState.NotDone, work.State);
    }

    [Fact]
    public void The_first_version_is_what_is_left_when_every_change_is_taken_back()
    {
        var titles = Gen.Elements("Совещание", "Семинар", "Вебинар").NonEmptyListOf();
        var terms = Gen.Elements("До 05.04.2024", "Май 2024 г.", "Ежеквартально", "Март, май 2024 г.", "срок уточняется").NonEmptyListOf();
        Prop.ForAll(titles.ToArbitrary(), terms.ToArbitrary(), (names, wordings) =>
        {
            var roadmap = Plan();
            var activity = roadmap.Activities[0];
            foreach (var (title, term) in names.Zip(wordings))
            {
                roadmap.Change(activity, Edit(activity, term, title), None, Grounds, By, Now);
            }

            var (changed, read) = (roadmap.AgainstFirst()[0].Changes.ToDictionary(c => c.Field), TermReader.Read(activity.Term, Period));
            return activity.Dates.Select(o => new Occurrence(o.From, o.Due)).SequenceEqual(read.Occurrences)
                && (changed.TryGetValue(ActivityField.Title, out var name) ? name is { Before: "Совещание" } && name.After == activity.Title : activity.Title == "Совещание")
                && (changed.TryGetValue(ActivityField.Term, out var wording) ? wording is { Before: "До 05.04.2024" } && wording.After == activity.Term : activity.Term == "До 05.04.2024")
                && activity.WrittenTerm == "До 05.04.2024";
        }).QuickCheckThrowOnFailure();
    }

    private static OccurrenceWork Work() => new() { RegionId = 1, ProgrammeId = 1, OccurrenceId = 1, SchoolId = 1, From = new DateOnly(2024, 3, 1), Due = new DateOnly(2024, 3, 31) };

    private static Roadmap Plan()
    {
        var roadmap = Empty();
        roadmap.Add(["Раздел 1"], null, new ActivityWords("1.1", "Совещание", "УО", "протокол"), TermReader.Read("До 05.04.2024", Period));
        roadmap.Add(["Раздел 1"], null, new ActivityWords("1.2", "Семинар", "УО", ""), TermReader.Read("Май", Period));
        roadmap.Add(["Раздел 2"], null, new ActivityWords("2.1", "Курсы", "ИРО", ""), TermReader.Read("Ежеквартально", Period));
        return roadmap;
    }

    private static Roadmap Empty() => new() { ProgrammeId = 1, RegionId = 1, Name = "План", FileName = "план.xlsx", Sha256 = "", Author = "тест", CreatedAt = Now };

    private static ActivityEdit Edit(Activity activity, string? term = null, string? title = null) => new(
        new ActivityWords(activity.Number, title ?? activity.Title, activity.Responsible, activity.Expected), TermReader.Read(term ?? activity.Term, Period), activity.PerSchool);

    private static ActivityEdit Edit(string number, string title, string term) => new(new ActivityWords(number, title, "", ""), TermReader.Read(term, Period), PerSchool: false);
}
