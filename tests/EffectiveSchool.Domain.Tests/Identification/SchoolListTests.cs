using EffectiveSchool.Domain.Identification;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public partial class SchoolListTests
{
    private static readonly DateTimeOffset Now = new(2023, 2, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly Order Order = new("412-п", new DateOnly(2023, 2, 10));
    private static readonly DateOnly Today = new(2023, 2, 10);
    private static readonly DateOnly LastDay = new(2023, 2, 20);
    private static readonly DateOnly After = new(2023, 2, 21);
    private static readonly IdentificationRun OneRun = Run(Methodology.SameProcedure, School(1, Given.Now(Rus5, 10, 3)));

    [Fact]
    public void A_list_goes_from_draft_to_preliminary_to_approved_to_archive()
    {
        var list = Draft();
        Assert.Equal((ListState.Draft, false), (list.State, list.IsFrozen));
        Assert.Equal((7, Now, CanonicalRun.Sha256(OneRun)), (list.MethodologyId, list.RunAt, list.RunSha256));

        Assert.Null(list.Publish(Today, LastDay));
        Assert.Equal((ListState.Preliminary, false, LastDay), (list.State, list.IsFrozen, list.ObjectionsUntil));

        Assert.Null(list.Approve(new Order(" 412-п ", Order.Date), OneRun, Grounds()));
        Assert.Equal((ListState.Approved, true), (list.State, list.IsFrozen));
        Assert.Equal(("412-п", Order.Date, Now), (list.OrderNumber, list.OrderDate, list.ApprovedAt));

        Assert.Null(list.Archive());
        Assert.Equal((ListState.Archived, true), (list.State, list.IsFrozen));
    }

    [Fact]
    public void A_preliminary_list_may_return_to_draft_and_be_run_again()
    {
        var list = Preliminary();
        Assert.Null(list.ReturnToDraft(0));
        Assert.Equal((ListState.Draft, (DateOnly?)null), (list.State, list.ObjectionsUntil));
        Assert.Null(list.RecordRun(OneRun, 8, Now));
        Assert.Equal(8, list.MethodologyId);
    }

    /// <summary>State × action: what is not here is refused in the name of the state.</summary>
    private static readonly HashSet<(ListState, string)> Allowed =
    [
        (ListState.Draft, nameof(SchoolList.RecordRun)), (ListState.Draft, nameof(SchoolList.Publish)),
        (ListState.Preliminary, nameof(SchoolList.ReturnToDraft)), (ListState.Preliminary, nameof(SchoolList.EndObjections)),
        (ListState.Preliminary, nameof(SchoolList.Revise)), (ListState.Preliminary, nameof(SchoolList.Approve)),
        (ListState.Approved, nameof(SchoolList.Revise)), (ListState.Approved, nameof(SchoolList.Archive)),
    ];

    private static readonly string[] Actions =
    [
        nameof(SchoolList.RecordRun), nameof(SchoolList.Publish), nameof(SchoolList.ReturnToDraft), nameof(SchoolList.EndObjections),
        nameof(SchoolList.Revise), nameof(SchoolList.Approve), nameof(SchoolList.Archive),
    ];

    public static TheoryData<ListState, string> StatesAndActions
    {
        get
        {
            var data = new TheoryData<ListState, string>();
            foreach (var state in Enum.GetValues<ListState>())
            {
                foreach (var action in Actions)
                {
                    data.Add(state, action);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(StatesAndActions))]
    public void Every_action_is_allowed_in_its_states_alone_and_a_refusal_changes_nothing(ListState state, string action)
    {
        var list = At(state);
        var before = (list.State, list.RunSha256, list.MethodologyId, list.OrderNumber, list.ApprovedAt, list.ObjectionsEndedAt);
        var refusal = action switch
        {
            nameof(SchoolList.RecordRun) => list.RecordRun(OneRun, 99, Now),
            nameof(SchoolList.Publish) => list.Publish(Today, LastDay),
            nameof(SchoolList.ReturnToDraft) => list.ReturnToDraft(0),
            nameof(SchoolList.EndObjections) => list.EndObjections("Все школы согласны.", Today, Now),
            nameof(SchoolList.Revise) => list.Revise(0, hasEdition: false, out _),
            nameof(SchoolList.Approve) => list.Approve(Order, OneRun, Grounds()),
            _ => list.Archive(),
        };
        if (Allowed.Contains((state, action)))
        {
            Assert.Null(refusal);
            return;
        }

        Assert.Contains(state.RussianName(), refusal, StringComparison.Ordinal);
        Assert.Equal(before, (list.State, list.RunSha256, list.MethodologyId, list.OrderNumber, list.ApprovedAt, list.ObjectionsEndedAt));
    }

    [Fact]
    public void A_list_without_a_run_is_not_published()
    {
        var list = New();
        Assert.Equal("В перечне ещё нет расчёта. Сначала выполните расчёт, затем делайте перечень предварительным.", list.Publish(Today, LastDay));
        Assert.Equal(ListState.Draft, list.State);
    }

    [Fact]
    public void A_run_of_another_year_is_refused()
    {
        var refusal = New().RecordRun(OneRun with { Year = 2021 }, 7, Now);
        Assert.Equal("Расчёт сделан по результатам 2021 года, а перечень — по результатам 2022 года. Выполните расчёт за 2022 год.", refusal);
    }

    [Fact]
    public void A_list_whose_data_changed_since_the_run_is_not_approved()
    {
        var list = Preliminary();
        var changed = Run(Methodology.SameProcedure, School(1, Given.Now(Rus5, 10, 4)));
        Assert.StartsWith("После расчёта перечня данные изменились.", list.Approve(Order, changed, Grounds()), StringComparison.Ordinal);
        Assert.Equal(ListState.Preliminary, list.State);
    }

    [Theory]
    [InlineData("  ", "2023-02-10", "Укажите номер приказа.")]
    [InlineData("1", "2023-02-11", "Дата приказа 11.02.2023 ещё не наступила.")]
    [InlineData("1", "2021-12-31", "Дата приказа 31.12.2021 раньше года результатов (2022). Проверьте дату.")]
    [InlineData("1", "0001-01-01", "Дата приказа 01.01.0001 раньше года результатов (2022). Проверьте дату.")]
    public void An_order_must_have_a_number_and_a_day_that_has_come(string number, string date, string expected)
    {
        var list = Preliminary();
        Assert.Equal(expected, list.Approve(new Order(number, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)), OneRun, Grounds()));
        Assert.Equal(ListState.Preliminary, list.State);
    }

    [Fact]
    public void An_order_dated_today_in_Kamchatka_is_not_from_the_future() =>
        Assert.Null(Preliminary().Approve(new Order("1", new DateOnly(2023, 2, 11)), OneRun, Grounds() with { Now = new DateTimeOffset(2023, 2, 10, 12, 30, 0, TimeSpan.Zero) }));

    [Theory]
    [InlineData("2023-02-10", "Срок возражений — с 11.02.2023 по 11.04.2023, а указано 10.02.2023.")]
    [InlineData("2023-04-12", "Срок возражений — с 11.02.2023 по 11.04.2023, а указано 12.04.2023.")]
    [InlineData("2023-02-11", null)]
    [InlineData("2023-04-11", null)]
    public void Objections_last_from_one_day_to_sixty(string until, string? refusal) =>
        Assert.Equal(refusal, Draft().Publish(Today, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2023-02-20", null)]
    [InlineData("2023-02-21", "Возражения принимались до 20.02.2023: срок истёк.")]
    public void The_last_day_is_a_day_of_objections_and_the_next_is_not(string today, string? refusal) =>
        Assert.Equal(refusal, Preliminary().RefuseObjection(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_list_is_not_approved_while_objections_are_taken()
    {
        var list = Preliminary();
        Assert.StartsWith("Возражения принимаются до 20.02.2023.", list.Approve(Order, OneRun, Grounds() with { Today = LastDay }), StringComparison.Ordinal);
        Assert.Equal(ListState.Preliminary, list.State);
        Assert.Null(list.Approve(Order, OneRun, Grounds()));
    }

    [Fact]
    public void A_list_whose_objections_were_ended_with_a_reason_is_approved_before_their_day()
    {
        var list = Preliminary();
        Assert.Equal("Укажите причину, по которой возражения больше не принимаются: её увидят школы.", list.EndObjections("  ", Today, Now));
        Assert.Null(list.EndObjections(" Все школы согласны. ", Today, Now));
        Assert.Equal("Приём возражений завершён досрочно: Все школы согласны.", list.RefuseObjection(Today));
        Assert.StartsWith("Завершать нечего.", list.EndObjections("ещё раз", Today, Now), StringComparison.Ordinal);
        Assert.Null(list.Approve(Order, OneRun, Grounds() with { Today = Today }));
    }

    [Theory]
    [InlineData(1, "По перечню не рассмотрено 1 возражение. Перечень утверждается, когда решено каждое.")]
    [InlineData(3, "По перечню не рассмотрены 3 возражения. Перечень утверждается, когда решено каждое.")]
    [InlineData(5, "По перечню не рассмотрено 5 возражений. Перечень утверждается, когда решено каждое.")]
    public void A_list_is_not_approved_while_an_objection_is_undecided(int undecided, string refusal)
    {
        var list = Preliminary();
        Assert.Equal(refusal, list.Approve(Order, OneRun, Grounds() with { UndecidedObjections = undecided }));
        Assert.Equal(ListState.Preliminary, list.State);
    }

    [Fact]
    public void A_list_that_was_objected_to_is_answered_by_a_new_edition_and_never_hidden()
    {
        var list = Preliminary();
        Assert.StartsWith("По перечню подано возражений: 2", list.ReturnToDraft(2), StringComparison.Ordinal);
        Assert.StartsWith("По перечню не рассмотрено 1 возражение.", list.Revise(1, hasEdition: false, out var early), StringComparison.Ordinal);
        Assert.Null(early);
        Assert.Null(list.Revise(0, hasEdition: false, out var edition));
        Assert.Equal((ListState.Preliminary, false), (list.State, list.IsFrozen));
        Assert.Equal((ListState.Draft, 2, (int?)list.Id, (int?)null), (edition!.State, edition.Edition, edition.ReplacesId, edition.AmendsId));
        Assert.Equal((list.RegionId, list.ForYear, list.ResultsYear), (edition.RegionId, edition.ForYear, edition.ResultsYear));
    }

    [Fact]
    public void A_preliminary_list_stays_in_force_until_its_edition_is_published()
    {
        var list = Preliminary();
        Assert.Null(list.Revise(0, hasEdition: false, out var edition));
        Assert.Null(list.RefuseObjection(Today));
        Assert.Null(edition!.RecordRun(OneRun, 7, Now));

        // It is neither approved nor returned past its edition, and its objections are decided first.
        const string made = "Новая редакция этого перечня уже создана: продолжайте работу с ней.";
        Assert.Equal(made, list.Approve(Order, OneRun, Grounds() with { HasEdition = true }));
        Assert.Equal(made, list.ReturnToDraft(0, hasEdition: true));
        Assert.StartsWith("По прежней редакции не рассмотрены 2 возражения.", edition.Publish(Today, LastDay, new FormerEdition(list, 2)), StringComparison.Ordinal);
        Assert.Equal((ListState.Preliminary, ListState.Draft), (list.State, edition.State));
        Assert.Throws<ArgumentException>(() => edition.Publish(Today, LastDay));

        Assert.Null(edition.Publish(Today, LastDay, new FormerEdition(list, 0)));
        Assert.Equal((ListState.Replaced, ListState.Preliminary), (list.State, edition.State));

        // Taken back, it leaves the former in force again.
        Assert.Null(edition.ReturnToDraft(0, hasEdition: false, list));
        Assert.Equal((ListState.Preliminary, ListState.Draft), (list.State, edition.State));
    }

    [Fact]
    public void An_approved_list_stays_in_force_until_the_order_of_its_edition_changes_it()
    {
        var first = At(ListState.Approved);
        Assert.Equal("Новая редакция этого перечня уже создана: продолжайте работу с ней.", first.Revise(0, hasEdition: true, out _));
        Assert.Null(first.Revise(0, hasEdition: false, out var edition));
        Assert.Equal(ListState.Approved, first.State);
        Assert.Null(edition!.RecordRun(OneRun, 7, Now));
        Assert.Null(edition.Publish(Today, LastDay, new FormerEdition(first, 0)));
        Assert.Equal(ListState.Approved, first.State);

        // An edition of the edition still changes the order of the first.
        Assert.Null(edition.Revise(0, hasEdition: false, out var third));
        Assert.Equal((edition.AmendsId, 3), (third!.AmendsId, third.Edition));
        Assert.Null(third.RecordRun(OneRun, 7, Now));
        Assert.Null(third.Publish(Today, LastDay, new FormerEdition(edition, 0)));
        var grounds = Grounds() with { Amended = first };
        Assert.StartsWith("Приказ вносит изменения в приказ от 10.02.2023 № 412-п", third.Approve(new Order("500", new DateOnly(2023, 2, 9)), OneRun, grounds), StringComparison.Ordinal);
        Assert.StartsWith("Приказ вносит изменения в приказ от 10.02.2023 № 412-п", third.Approve(Order, OneRun, grounds), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => third.Approve(new Order("500", Order.Date), OneRun, Grounds()));
        Assert.Null(third.Approve(new Order("500", Order.Date), OneRun, grounds));
        Assert.Equal((ListState.Approved, ListState.Replaced, true), (third.State, first.State, first.IsFrozen));
        Assert.Equal("412-п", first.OrderNumber);
    }

    private static ApprovalGrounds Grounds() => new(Now, After, 0, null);

    private static SchoolList New() => new() { RegionId = 1, ForYear = 2023, ResultsYear = Year };

    private static SchoolList Draft()
    {
        var list = New();
        Assert.Null(list.RecordRun(OneRun, 7, Now));
        return list;
    }

    private static SchoolList Preliminary()
    {
        var list = Draft();
        Assert.Null(list.Publish(Today, LastDay));
        return list;
    }

    private static SchoolList At(ListState state)
    {
        var list = state == ListState.Draft ? Draft() : Preliminary();
        if (state is ListState.Approved or ListState.Archived)
        {
            Assert.Null(list.Approve(Order, OneRun, Grounds()));
        }

        if (state == ListState.Replaced)
        {
            Assert.Null(list.Revise(0, hasEdition: false, out var edition));
            Assert.Null(edition!.RecordRun(OneRun, 7, Now));
            Assert.Null(edition.Publish(Today, LastDay, new FormerEdition(list, 0)));
        }

        if (state == ListState.Archived)
        {
            Assert.Null(list.Archive());
        }

        return list;
    }
}
