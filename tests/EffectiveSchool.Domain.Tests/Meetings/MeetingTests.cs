using EffectiveSchool.Domain.Meetings;

namespace EffectiveSchool.Domain.Tests.Meetings;

public sealed class MeetingTests
{
    private static readonly DateOnly Day = new(2026, 2, 10);
    private static readonly DateTimeOffset Now = new(2026, 2, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("до 20 марта 2026 г.", "2026-03-20")]
    [InlineData("Апрель – май 2026 г.", "2026-05-31")]
    [InlineData("До 30 декабря", "2026-12-30")]
    public void The_term_of_a_decision_is_read_from_the_words_of_the_protocol(string term, string due) =>
        Assert.Equal(DateOnly.Parse(due, RussianCulture.Value), Read(term).NextDue);

    [Fact]
    public void A_decision_with_several_dates_is_done_date_by_date()
    {
        var decision = Read("Ежеквартально");
        Assert.Equal(new DateOnly(2026, 3, 31), decision.NextDue);
        var dates = decision.Dues.Count;
        Assert.True(dates > 4);
        Assert.Null(decision.Do("Срез проведён", Now));
        Assert.Equal(new DateOnly(2026, 6, 30), decision.NextDue);
        Assert.False(decision.IsDone);
        Assert.Null(decision.Reopen(Now));
        Assert.Equal(new DateOnly(2026, 3, 31), decision.NextDue);
        for (var i = 0; i < dates; i++)
        {
            Assert.Null(decision.Do("Срез проведён", Now));
        }

        Assert.True(decision.IsDone);
        Assert.Contains("уже выполнено", decision.Do("Ещё раз", Now), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("по мере необходимости")]
    [InlineData("как получится")]
    [InlineData("")]
    [InlineData("до 20 января 2026 г.")]
    public void A_term_that_gives_no_date_after_the_meeting_asks_for_one(string term)
    {
        var (decision, _, refusal) = MeetingDecision.Read(new DecisionNotes("Провести срез", "школы", term, null), NewMeeting(), Now);
        Assert.Null(decision);
        Assert.Contains("укажите дату", refusal, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 6, 1), MeetingDecision.Read(new DecisionNotes("Провести срез", "школы", term, new DateOnly(2026, 6, 1)), NewMeeting(), Now).Decision!.NextDue);
    }

    [Fact]
    public void Done_is_said_in_words()
    {
        var decision = Read("до 20 марта 2026 г.");
        Assert.Contains("что сделано", decision.Do(" ", Now), StringComparison.Ordinal);
        Assert.False(decision.IsDone);
        Assert.Contains("ещё не отмечено", decision.Reopen(Now), StringComparison.Ordinal);
    }

    [Fact]
    public void A_protocol_has_number_and_date_and_is_not_older_than_its_meeting()
    {
        var meeting = NewMeeting();
        Assert.Contains("и номер, и дату", meeting.Write(new MeetingNotes(Day, null, null, ["Вопрос"], "3", null)), StringComparison.Ordinal);
        Assert.Contains("раньше совещания", meeting.Write(new MeetingNotes(Day, null, null, ["Вопрос"], "3", Day.AddDays(-1))), StringComparison.Ordinal);
        Assert.Contains("В повестке", meeting.Write(new MeetingNotes(Day, null, null, [" "], null, null)), StringComparison.Ordinal);
        Assert.Contains("номер и дату", meeting.Attach(1), StringComparison.Ordinal);
        Assert.Null(meeting.Write(new MeetingNotes(Day, null, 5, ["Вопрос"], "3", Day)));
        Assert.Null(meeting.Attach(1));
    }

    [Fact]
    public void A_person_is_in_a_group_once_and_has_a_post()
    {
        var group = new WorkingGroup { RegionId = 1 };
        Assert.Contains("Укажите должность", group.Add(null, "Иванова И. И.", null), StringComparison.Ordinal);
        Assert.Null(group.Add(null, "Иванова И. И.", "методист"));
        Assert.Contains("уже есть", group.Add(null, "Иванова И. И.", "методист"), StringComparison.Ordinal);
        var user = Guid.NewGuid();
        Assert.Null(group.Add(user, "куратор", null));
        Assert.Contains("уже есть", group.Add(user, "куратор", "учитель"), StringComparison.Ordinal);
    }

    private static MeetingDecision Read(string term)
    {
        var (decision, _, refusal) = MeetingDecision.Read(new DecisionNotes("Провести срез", "школы", term, null), NewMeeting(), Now);
        Assert.Null(refusal);
        return decision!;
    }

    private static Meeting NewMeeting()
    {
        var meeting = new Meeting { GroupId = 1, RegionId = 1 };
        Assert.Null(meeting.Write(new MeetingNotes(Day, null, null, ["О ходе программы"], null, null)));
        return meeting;
    }
}
