using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

public class OccurrenceWorkTests
{
    private static readonly DateTimeOffset Now = new(2023, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly From = new(2023, 3, 1);
    private static readonly DateOnly Due = new(2023, 4, 5);
    private static readonly WorkActor Principal = new(new Author(Guid.Empty, "директор"), DutyLevel.School);
    private static readonly WorkActor Curator = new(new Author(Guid.Empty, "куратор"), DutyLevel.Curator);
    private static readonly WorkActor Municipality = new(new Author(Guid.Empty, "муниципалитет"), DutyLevel.Municipality);
    private static readonly WorkActor Region = new(new Author(Guid.Empty, "регион"), DutyLevel.Region);
    private static readonly WorkReport Whole = new(WorkOutcome.Done, "Проведено", null, null);

    private static readonly Dictionary<string, Func<OccurrenceWork, string?>> Actions = new(StringComparer.Ordinal)
    {
        [nameof(OccurrenceWork.Start)] = w => w.Start(Principal, Now),
        [nameof(OccurrenceWork.Report)] = w => w.Report(Whole, null, Principal, Now),
        [nameof(OccurrenceWork.Attach)] = w => w.Attach(Paper("13"), Principal, Now),
        [nameof(OccurrenceWork.Submit)] = w => w.Submit(Principal, Now),
        [nameof(OccurrenceWork.Accept)] = w => w.Accept(Curator, Now),
        [nameof(OccurrenceWork.Return)] = w => w.Return("Нет протокола", Curator, Now),
        [nameof(OccurrenceWork.Move)] = w => w.Move(Due.AddDays(10), "Карантин", Curator, Now),
        [nameof(OccurrenceWork.Dismiss)] = w => w.Dismiss("Школа вышла из программы", Municipality, Now),
        [nameof(OccurrenceWork.Remark)] = w => w.Remark("Вопрос", Curator, Now),
    };

    /// <summary>State × action: the state it leads to; what is not here is refused.</summary>
    private static readonly Dictionary<(WorkState, string), WorkState> Allowed = Table();

    public static TheoryData<WorkState, string> StatesAndActions
    {
        get
        {
            var data = new TheoryData<WorkState, string>();
            foreach (var state in Enum.GetValues<WorkState>())
            {
                foreach (var action in Actions.Keys)
                {
                    data.Add(state, action);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(StatesAndActions))]
    public void Every_action_is_allowed_in_its_states_alone_and_a_refusal_changes_nothing(WorkState state, string action)
    {
        var work = In(state);
        var (events, evidence, due) = (work.Events.Count, work.Evidence.Count, work.Due);
        var refusal = Actions[action](work);
        if (Allowed.TryGetValue((state, action), out var next))
        {
            Assert.Null(refusal);
            Assert.Equal(next, work.State);
            Assert.Equal(events + 1, work.Events.Count);
        }
        else
        {
            Assert.EndsWith(".", refusal, StringComparison.Ordinal);
            Assert.Equal((state, events, evidence, due), (work.State, work.Events.Count, work.Evidence.Count, work.Due));
        }
    }

    [Theory]
    [InlineData(WorkOutcome.Done, WorkState.Done)]
    [InlineData(WorkOutcome.DonePartly, WorkState.DonePartly)]
    [InlineData(WorkOutcome.NotDone, WorkState.NotDone)]
    public void An_accepted_report_says_what_became_of_the_work(WorkOutcome outcome, WorkState state)
    {
        var work = New();
        Assert.Null(work.Report(new WorkReport(outcome, "Проведено", null, "Болезнь"), null, Principal, Now));
        Assert.Null(work.Attach(Paper(), Principal, Now));
        Assert.Null(work.Submit(Principal, Now));
        Assert.Null(work.Accept(Curator, Now));
        Assert.Equal(state, work.State);
    }

    [Fact]
    public void What_is_done_must_be_proven_and_what_is_not_done_explained()
    {
        var work = New();
        Assert.Null(work.Report(Whole, null, Principal, Now));
        Assert.Contains("подтверждение", work.Submit(Principal, Now), StringComparison.Ordinal);
        Assert.Contains("причины", work.Report(new WorkReport(WorkOutcome.NotDone, null, null, null), null, Principal, Now), StringComparison.Ordinal);
        Assert.Contains("причины", work.Report(new WorkReport(WorkOutcome.DonePartly, "Часть", null, " "), null, Principal, Now), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    [InlineData(101, false)]
    public void Less_than_expected_is_not_done_and_a_share_ends_at_a_hundred(int reached, bool accepted) =>
        Assert.Equal(accepted, New().Report(Whole with { Reached = reached }, new ExpectedQuantity(90, QuantityUnit.Percent), Principal, Now) is null);

    [Fact]
    public void A_curator_does_not_report_and_a_principal_does_not_accept()
    {
        var work = New();
        Assert.Contains("школа", work.Report(Whole, null, Curator, Now), StringComparison.Ordinal);
        Assert.Null(work.Report(Whole, null, Municipality, Now));
        Assert.Contains("куратор", In(WorkState.UnderReview).Accept(Principal, Now), StringComparison.Ordinal);
        Assert.Contains("муниципалитет", work.Dismiss("Не нужно", Curator, Now), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_region_does_for_all_is_the_regions_alone()
    {
        var work = new OccurrenceWork { RegionId = 1, ProgrammeId = 1, OccurrenceId = 1, From = From, Due = Due };
        Assert.NotNull(work.Report(Whole, null, Municipality, Now));
        Assert.Null(work.Report(Whole, null, Region, Now));
        Assert.Null(work.Attach(Paper(), Region, Now));
        Assert.Null(work.Submit(Region, Now));
        Assert.Null(work.Accept(Region, Now));
    }

    [Theory]
    [InlineData(WorkState.NotStarted, "2023-02-28", "не наступил срок", false)]
    [InlineData(WorkState.NotStarted, "2023-03-01", "не начато", false)]
    [InlineData(WorkState.NotStarted, "2023-04-05", "не начато", false)]
    [InlineData(WorkState.NotStarted, "2023-04-06", "не начато", true)]
    [InlineData(WorkState.Returned, "2023-04-06", "возвращено", true)]
    [InlineData(WorkState.UnderReview, "2023-04-06", "на проверке", false)]
    [InlineData(WorkState.Done, "2023-04-06", "выполнено", false)]
    public void Not_yet_due_and_late_are_computed(WorkState state, string day, string status, bool late)
    {
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((status, late), (state.StatusOn(From, today), state.IsLate(Due, today)));
    }

    [Theory]
    [InlineData("Приняли участие не менее 90 % ШНОР", "90 %")]
    [InlineData("30% руководителей", "30 %")]
    [InlineData("Не менее 4 мероприятий в год", "4 мероприятия")]
    [InlineData("Не менее 5 человек от школы", "5 человек")]
    [InlineData("не менее 2-х семинаров", "2 мероприятия")]
    [InlineData("не менее 32 часов", "32 часа")]
    [InlineData("не менее 1 программы в школе", "1 документ")]
    [InlineData("охвачено не менее 21 ОО", "21 школа")]
    [InlineData("не менее 3", "3")]
    [InlineData("не менее 6 организационных совещаний с кураторами и ОО", "6 мероприятий")]
    [InlineData("не менее 3 образовательных программ", "3 документа")]
    [InlineData("не менее 5 муниципальных общеобразовательных организаций", "5 школ")]
    [InlineData("не менее 2 родительских собраний", "2 мероприятия")]
    [InlineData("не менее 2 школьных команд", "2")]
    [InlineData("не менее 10 обучающихся", "10 человек")]
    [InlineData("Повышение качества", null)]
    public void The_expected_number_is_read_from_the_words(string expected, string? text) =>
        Assert.Equal(text, ExpectedQuantity.Of(null, expected)?.Text);

    [Theory]
    [InlineData("ftp://school.ru/x", false)]
    [InlineData("javaftp://school.ru/x", false)]
    [InlineData("school.ru/plan", false)]
    [InlineData("https://school.ru/plan", true)]
    public void A_link_is_an_address_of_the_web(string link, bool accepted) => Assert.Equal(accepted, New().Attach(
        new WorkEvidence { Kind = EvidenceKind.SitePage, Number = "", Link = link, Author = "директор", At = Now }, Principal, Now) is null);

    [Fact]
    public void The_share_counts_what_has_come_due_and_names_what_is_not_needed()
    {
        var share = ShareDone.Of([(WorkState.Done, Due, null), (WorkState.NotStarted, Due, null), (WorkState.DonePartly, Due, null), (WorkState.NotNeeded, Due, null), (WorkState.Done, Due.AddDays(1), null)], Due);
        Assert.Equal((1, 3, 1), (share.Done, share.Come, share.NotNeeded));
        Assert.Null(ShareDone.Of([(WorkState.Done, Due, null)], Due.AddDays(-1)).Percent);
    }

    [Fact]
    public void Moved_work_stays_in_the_denominator_that_its_first_due_date_put_it_in()
    {
        var later = Due.AddYears(3);
        var share = ShareDone.Of([(WorkState.Done, Due, null), (WorkState.Moved, later, Due), (WorkState.NotStarted, later, null)], Due.AddDays(1));
        Assert.Equal((1, 2, 1), (share.Done, share.Come, share.Moved));
        Assert.Equal("; перенесено на более поздний срок: 1, в знаменатель входит", share.Remarks);

        // Done at last, it is done; its new day past, it is late and nothing is said of moving.
        Assert.Equal((2, 0), ShareDone.Of([(WorkState.Done, Due, null), (WorkState.Done, later, Due)], Due) is var done ? (done.Done, done.Moved) : default);
        Assert.Equal((2, 0), ShareDone.Of([(WorkState.Done, Due, null), (WorkState.Moved, later, Due)], later) is var late ? (late.Come, late.Moved) : default);
    }

    [Fact]
    public void A_move_is_read_back_from_the_history_as_it_was_made()
    {
        var work = New();
        Assert.Null(work.Move(Due.AddDays(10), " Карантин: 5 «А» и 5 «Б»\nдо пятницы ", Curator, Now));
        Assert.Null(work.Move(Due.AddDays(40), "Ремонт", Curator, Now));
        Assert.Equal(
            [new MovedDue(Due, Due.AddDays(10), "Карантин: 5 «А» и 5 «Б»\nдо пятницы"), new MovedDue(Due.AddDays(10), Due.AddDays(40), "Ремонт")],
            work.Events.Select(e => MovedDue.Read(e.Text)!));
        Assert.Null(MovedDue.Read("Ремонт"));
        Assert.Equal("срок перенесён с 05.04.2023 на 15.05.2023: Ремонт", MovedDue.Reasons([new MovedDue(Due, Due.AddDays(40), "Ремонт")], "Ремонт"));
        Assert.Equal("срок перенесён с 05.04.2023 на 15.05.2023: Ремонт; Болезнь", MovedDue.Reasons([new MovedDue(Due, Due.AddDays(40), "Ремонт")], "Болезнь"));
    }

    [Fact]
    public void What_is_done_names_the_number_that_was_expected_of_it()
    {
        Assert.Contains("Внесите достигнутое число: ожидалось 90 %", New().Report(Whole, new ExpectedQuantity(90, QuantityUnit.Percent), Principal, Now), StringComparison.Ordinal);
        Assert.Null(New().Report(Whole with { Outcome = WorkOutcome.DonePartly, Reason = "Болезнь" }, new ExpectedQuantity(90, QuantityUnit.Percent), Principal, Now));
    }

    [Theory]
    [InlineData("100 % ОО разработали программы", null, "100 %")]
    [InlineData("Участие не менее 90% ШНОР", null, "90 %")]
    [InlineData("охват 100 процентов школ", null, "100 %")]
    [InlineData("охвачено не менее 21 ОО", null, "21 школа")]
    [InlineData("участие не менее 90 % педагогов ШНОР", "90 %", "90 %")]
    [InlineData("не менее 70 % школьников", "70 %", "70 %")]
    [InlineData("Не менее 5 человек от школы", "5 человек", "5 человек")]
    public void A_share_of_schools_is_not_asked_of_one_school(string expected, string? ofSchool, string ofPlan)
    {
        Assert.Equal(ofSchool, ExpectedQuantity.Of(null, null, expected, byOneSchool: true)?.Text);
        Assert.Equal(ofPlan, ExpectedQuantity.Of(null, null, expected, byOneSchool: false)?.Text);
    }

    private static Dictionary<(WorkState, string), WorkState> Table()
    {
        var table = new Dictionary<(WorkState, string), WorkState>();
        foreach (var state in Enum.GetValues<WorkState>())
        {
            table[(state, nameof(OccurrenceWork.Remark))] = state;
        }

        foreach (var open in new[] { WorkState.NotStarted, WorkState.InProgress, WorkState.Returned, WorkState.Moved })
        {
            table[(open, nameof(OccurrenceWork.Report))] = WorkState.InProgress;
            table[(open, nameof(OccurrenceWork.Attach))] = WorkState.InProgress;
            table[(open, nameof(OccurrenceWork.Move))] = WorkState.Moved;
            table[(open, nameof(OccurrenceWork.Dismiss))] = WorkState.NotNeeded;
            if (open != WorkState.InProgress)
            {
                table[(open, nameof(OccurrenceWork.Start))] = WorkState.InProgress;
            }
        }

        table[(WorkState.InProgress, nameof(OccurrenceWork.Submit))] = WorkState.UnderReview;
        table[(WorkState.UnderReview, nameof(OccurrenceWork.Accept))] = WorkState.Done;
        foreach (var sent in new[] { WorkState.UnderReview, WorkState.Done, WorkState.DonePartly, WorkState.NotDone, WorkState.NotNeeded })
        {
            table[(sent, nameof(OccurrenceWork.Return))] = WorkState.Returned;
        }

        return table;
    }

    private static OccurrenceWork New() => new() { RegionId = 1, ProgrammeId = 1, OccurrenceId = 1, SchoolId = 1, From = From, Due = Due };

    private static WorkEvidence Paper(string number = "12") => new() { Kind = EvidenceKind.Order, Number = number, Date = Due, FileId = 1, Author = "директор", At = Now };

    private static OccurrenceWork In(WorkState state)
    {
        var work = New();
        if (state is WorkState.NotStarted)
        {
            return work;
        }

        if (state is WorkState.Moved or WorkState.NotNeeded)
        {
            Assert.Null(state == WorkState.Moved ? work.Move(Due.AddDays(5), "Карантин", Curator, Now) : work.Dismiss("Не нужно", Region, Now));
            return work;
        }

        var outcome = state switch { WorkState.DonePartly => WorkOutcome.DonePartly, WorkState.NotDone => WorkOutcome.NotDone, _ => WorkOutcome.Done };
        Assert.Null(work.Report(new WorkReport(outcome, "Проведено", null, "Причина"), null, Principal, Now));
        Assert.Null(work.Attach(Paper(), Principal, Now));
        if (state != WorkState.InProgress)
        {
            Assert.Null(work.Submit(Principal, Now));
        }

        if (state is WorkState.Returned)
        {
            Assert.Null(work.Return("Нет подписи", Curator, Now));
        }
        else if (state is WorkState.Done or WorkState.DonePartly or WorkState.NotDone)
        {
            Assert.Null(work.Accept(Curator, Now));
        }

        return work;
    }
}
