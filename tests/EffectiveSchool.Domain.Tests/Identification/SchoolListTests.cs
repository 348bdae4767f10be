using EffectiveSchool.Domain.Identification;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class SchoolListTests
{
    private static readonly DateTimeOffset Now = new(2023, 2, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly Order Order = new("412-п", new DateOnly(2023, 2, 10));
    private static readonly IdentificationRun OneRun = Run(Methodology.SameProcedure, School(1, Given.Now(Rus5, 10, 3)));

    [Fact]
    public void A_list_goes_from_draft_to_preliminary_to_approved_to_archive()
    {
        var list = Draft();
        Assert.Equal((ListState.Draft, false), (list.State, list.IsFrozen));
        Assert.Equal((7, Now, CanonicalRun.Sha256(OneRun)), (list.MethodologyId, list.RunAt, list.RunSha256));

        Assert.Null(list.Publish());
        Assert.Equal((ListState.Preliminary, false), (list.State, list.IsFrozen));

        Assert.Null(list.Approve(new Order(" 412-п ", Order.Date), OneRun, Now));
        Assert.Equal((ListState.Approved, true), (list.State, list.IsFrozen));
        Assert.Equal(("412-п", Order.Date, Now), (list.OrderNumber, list.OrderDate, list.ApprovedAt));

        Assert.Null(list.Archive());
        Assert.Equal((ListState.Archived, true), (list.State, list.IsFrozen));
    }

    [Fact]
    public void A_preliminary_list_may_return_to_draft_and_be_run_again()
    {
        var list = Preliminary();
        Assert.Null(list.ReturnToDraft());
        Assert.Equal(ListState.Draft, list.State);
        Assert.Null(list.RecordRun(OneRun, 8, Now));
        Assert.Equal(8, list.MethodologyId);
    }

    public static TheoryData<ListState, string> RefusedTransitions => new()
    {
        { ListState.Preliminary, nameof(SchoolList.RecordRun) },
        { ListState.Approved, nameof(SchoolList.RecordRun) },
        { ListState.Archived, nameof(SchoolList.RecordRun) },
        { ListState.Preliminary, nameof(SchoolList.Publish) },
        { ListState.Approved, nameof(SchoolList.Publish) },
        { ListState.Archived, nameof(SchoolList.Publish) },
        { ListState.Draft, nameof(SchoolList.ReturnToDraft) },
        { ListState.Approved, nameof(SchoolList.ReturnToDraft) },
        { ListState.Archived, nameof(SchoolList.ReturnToDraft) },
        { ListState.Draft, nameof(SchoolList.Approve) },
        { ListState.Approved, nameof(SchoolList.Approve) },
        { ListState.Archived, nameof(SchoolList.Approve) },
        { ListState.Draft, nameof(SchoolList.Archive) },
        { ListState.Preliminary, nameof(SchoolList.Archive) },
        { ListState.Archived, nameof(SchoolList.Archive) },
    };

    [Theory]
    [MemberData(nameof(RefusedTransitions))]
    public void Every_other_transition_is_refused_and_changes_nothing(ListState state, string transition)
    {
        var list = At(state);
        var before = (list.State, list.RunSha256, list.MethodologyId, list.OrderNumber, list.ApprovedAt);
        var refusal = transition switch
        {
            nameof(SchoolList.RecordRun) => list.RecordRun(Run(Methodology.AnyProcedure), 99, Now),
            nameof(SchoolList.Publish) => list.Publish(),
            nameof(SchoolList.ReturnToDraft) => list.ReturnToDraft(),
            nameof(SchoolList.Approve) => list.Approve(new Order("другой", Order.Date), OneRun, Now.AddDays(1)),
            _ => list.Archive(),
        };
        Assert.Contains(state.RussianName(), refusal, StringComparison.Ordinal);
        Assert.Equal(before, (list.State, list.RunSha256, list.MethodologyId, list.OrderNumber, list.ApprovedAt));
    }

    [Fact]
    public void A_list_without_a_run_is_not_published()
    {
        var list = New();
        Assert.Equal("В перечне ещё нет расчёта. Сначала выполните расчёт, затем делайте перечень предварительным.", list.Publish());
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
        Assert.StartsWith("После расчёта перечня данные изменились.", list.Approve(Order, changed, Now), StringComparison.Ordinal);
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
        Assert.Equal(expected, list.Approve(new Order(number, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)), OneRun, Now));
        Assert.Equal(ListState.Preliminary, list.State);
    }

    [Fact]
    public void An_order_dated_today_in_Kamchatka_is_not_from_the_future() =>
        Assert.Null(Preliminary().Approve(new Order("1", new DateOnly(2023, 2, 11)), OneRun, new DateTimeOffset(2023, 2, 10, 12, 30, 0, TimeSpan.Zero)));

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
        Assert.Null(list.Publish());
        return list;
    }

    private static SchoolList At(ListState state)
    {
        var list = state == ListState.Draft ? Draft() : Preliminary();
        if (state is ListState.Approved or ListState.Archived)
        {
            Assert.Null(list.Approve(Order, OneRun, Now));
        }

        if (state == ListState.Archived)
        {
            Assert.Null(list.Archive());
        }

        return list;
    }
}
