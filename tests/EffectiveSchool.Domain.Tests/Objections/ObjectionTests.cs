using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Tests.Identification;

namespace EffectiveSchool.Domain.Tests.Objections;

public class ObjectionTests
{
    private static readonly DateTimeOffset Now = new(2023, 2, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2023, 2, 10);
    private static readonly DateOnly LastDay = new(2023, 2, 20);
    private static readonly Author School = new(Guid.Parse("00000000-0000-0000-0000-000000000001"), "директор, СОШ № 1");
    private static readonly Author Region = new(Guid.Parse("00000000-0000-0000-0000-000000000002"), "региональный координатор");
    private static readonly ContestedNumber Number = new("ВПР 5 РУ", Given.Year, 40, 18, 40, 10);

    private static readonly string[] Actions =
        [nameof(Objection.TakeUp), nameof(Objection.Remark), nameof(Objection.Uphold), nameof(Objection.Reject), nameof(Objection.Withdraw)];

    /// <summary>State × action: the state it leads to; what is not here is refused in the name of the state.</summary>
    private static readonly Dictionary<(ObjectionState, string), ObjectionState> Allowed = new()
    {
        [(ObjectionState.Submitted, nameof(Objection.TakeUp))] = ObjectionState.UnderReview,
        [(ObjectionState.Submitted, nameof(Objection.Remark))] = ObjectionState.Submitted,
        [(ObjectionState.Submitted, nameof(Objection.Withdraw))] = ObjectionState.Withdrawn,
        [(ObjectionState.UnderReview, nameof(Objection.Remark))] = ObjectionState.UnderReview,
        [(ObjectionState.UnderReview, nameof(Objection.Uphold))] = ObjectionState.Upheld,
        [(ObjectionState.UnderReview, nameof(Objection.Reject))] = ObjectionState.Rejected,
        [(ObjectionState.UnderReview, nameof(Objection.Withdraw))] = ObjectionState.Withdrawn,
    };

    public static TheoryData<ObjectionState, string> StatesAndActions
    {
        get
        {
            var data = new TheoryData<ObjectionState, string>();
            foreach (var state in Enum.GetValues<ObjectionState>())
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
    public void Every_action_is_allowed_in_its_states_alone_and_a_refusal_changes_nothing(ObjectionState state, string action)
    {
        var objection = At(state);
        var events = objection.Events.Count;
        var refusal = action switch
        {
            nameof(Objection.TakeUp) => objection.TakeUp(Region, Now),
            nameof(Objection.Remark) => objection.Remark("Протокол приложен.", School, Now),
            nameof(Objection.Uphold) => objection.Uphold("Подтверждено протоколом.", 5, Region, Now),
            nameof(Objection.Reject) => objection.Reject("Протокол подтверждает перечень.", Region, Now),
            _ => objection.Withdraw(ObjectionSide.School, null, School, Now),
        };
        if (Allowed.TryGetValue((state, action), out var next))
        {
            Assert.Null(refusal);
            Assert.Equal((next, events + 1), (objection.State, objection.Events.Count));
            Assert.Equal(next is not (ObjectionState.Submitted or ObjectionState.UnderReview), objection.ClosedAt is not null);
            return;
        }

        Assert.Contains(state.RussianName(), refusal, StringComparison.Ordinal);
        Assert.Equal((state, events), (objection.State, objection.Events.Count));
    }

    [Fact]
    public void An_objection_keeps_who_said_what()
    {
        var objection = At(ObjectionState.Upheld);
        Assert.Equal([ObjectionStep.Submitted, ObjectionStep.TakenUp, ObjectionStep.Upheld], objection.Events.Select(e => e.Step));
        Assert.Equal(("Протокол № 3.", School.Name), (objection.Events[0].Text, objection.Events[0].Author));
        Assert.Equal(("Подтверждено.", Region.Name, (int?)5), (objection.Events[2].Text, objection.Events[2].Author, objection.CorrectionBatchId));
    }

    [Theory]
    [InlineData(ListState.Draft)]
    [InlineData(ListState.Approved)]
    [InlineData(ListState.Replaced)]
    public void Only_a_preliminary_list_is_objected_to(ListState state)
    {
        Assert.Equal($"Возражения принимаются только к предварительному перечню, а этот — {state.RussianName()}.", Submit(List(state), Number, "Протокол."));
    }

    [Fact]
    public void A_late_objection_is_refused_with_the_day()
    {
        Assert.Null(Submit(List(ListState.Preliminary), Number, "Протокол.", LastDay));
        Assert.Equal("Возражения принимались до 20.02.2023: срок истёк.", Submit(List(ListState.Preliminary), Number, "Протокол.", LastDay.AddDays(1)));
    }

    [Fact]
    public void Grounds_and_reasons_are_required()
    {
        Assert.StartsWith("Укажите основания", Submit(List(ListState.Preliminary), Number, "  "), StringComparison.Ordinal);
        Assert.StartsWith("Текст длиннее", Submit(List(ListState.Preliminary), Number, new string('я', Objection.LongestText + 1)), StringComparison.Ordinal);
        var objection = At(ObjectionState.UnderReview);
        Assert.StartsWith("Укажите причину решения", objection.Reject(" ", Region, Now), StringComparison.Ordinal);
        Assert.StartsWith("Укажите причину решения", objection.Uphold(null, 5, Region, Now), StringComparison.Ordinal);
        Assert.StartsWith("Напишите", objection.Remark("", Region, Now), StringComparison.Ordinal);
        Assert.Equal(ObjectionState.UnderReview, objection.State);
    }

    [Fact]
    public void A_contested_number_is_upheld_after_it_was_corrected_and_the_use_of_the_rule_without()
    {
        var objection = At(ObjectionState.UnderReview);
        Assert.StartsWith("Сначала исправьте число", objection.Uphold("Верно.", null, Region, Now), StringComparison.Ordinal);
        Assert.Equal(ObjectionState.UnderReview, objection.State);

        Assert.Null(Objection.Submit(List(ListState.Preliminary), 1, ObjectionSide.School, null, "Школа — филиал.", School, Today, Now, out var rule));
        Assert.Null(rule!.TakeUp(Region, Now));
        Assert.Null(rule.Uphold("Верно.", null, Region, Now));
    }

    [Fact]
    public void Only_the_side_that_submitted_withdraws() =>
        Assert.Equal("Отозвать возражение может тот, кто его подал: школа.", At(ObjectionState.Submitted).Withdraw(ObjectionSide.Municipality, null, Region, Now));

    [Theory]
    [InlineData(40, 18, "Указаны те же числа")]
    [InlineData(10, 11, "больше, чем участников")]
    [InlineData(-1, 0, "от 0 до 100 000")]
    [InlineData(10, -1, "не бывает отрицательным")]
    public void Numbers_that_contest_nothing_are_refused(int participants, int failed, string refusal) =>
        Assert.Contains(refusal, Submit(List(ListState.Preliminary), Number with { Participants = participants, Failed = failed }, "Протокол."), StringComparison.Ordinal);

    [Fact]
    public void A_number_of_a_year_the_list_does_not_stand_on_is_refused()
    {
        Assert.Null(Submit(List(ListState.Preliminary), Number with { Year = Given.Year - 1 }, "Протокол."));
        Assert.Equal(
            $"Перечень построен по результатам {Given.Year - 1} и {Given.Year} годов, а оспаривается {Given.Year - 2} год.",
            Submit(List(ListState.Preliminary), Number with { Year = Given.Year - 2 }, "Протокол."));
    }

    private static string? Submit(SchoolList list, ContestedNumber? number, string grounds, DateOnly? today = null) =>
        Objection.Submit(list, 1, ObjectionSide.School, number, grounds, School, today ?? Today, Now, out _);

    private static SchoolList List(ListState state)
    {
        var list = new SchoolList { RegionId = 1, ForYear = Given.Year + 1, ResultsYear = Given.Year };
        var run = Given.Run(Methodology.SameProcedure, Given.School(1, Given.Now(Given.Rus5, 10, 3)));
        Assert.Null(list.RecordRun(run, 7, Now));
        if (state != ListState.Draft)
        {
            Assert.Null(list.Publish(Today, LastDay));
        }

        Assert.Null(state switch
        {
            ListState.Approved => list.Approve(new Order("1", Today), run, new ApprovalGrounds(Now, LastDay.AddDays(1), 0, null)),
            ListState.Replaced => Replace(list, run),
            _ => null,
        });
        return list;
    }

    private static string? Replace(SchoolList list, IdentificationRun run) => list.Revise(0, hasEdition: false, out var edition)
        ?? edition!.RecordRun(run, 7, Now)
        ?? edition.Publish(Today, LastDay, new FormerEdition(list, 0));

    private static Objection At(ObjectionState state)
    {
        Assert.Null(Objection.Submit(List(ListState.Preliminary), 1, ObjectionSide.School, Number, " Протокол № 3. ", School, Today, Now, out var objection));
        if (state is not (ObjectionState.Submitted or ObjectionState.Withdrawn))
        {
            Assert.Null(objection!.TakeUp(Region, Now));
        }

        Assert.Null(state switch
        {
            ObjectionState.Upheld => objection!.Uphold("Подтверждено.", 5, Region, Now),
            ObjectionState.Rejected => objection!.Reject("Не подтверждено.", Region, Now),
            ObjectionState.Withdrawn => objection!.Withdraw(ObjectionSide.School, null, School, Now),
            _ => null,
        });
        return objection!;
    }
}
