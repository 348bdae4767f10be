using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;
using FsCheck;
using FsCheck.Fluent;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

/// <summary>When execution reports are due: the habits of domain.md §9, and the rules around them.</summary>
public class ReportScheduleTests
{
    private static readonly ProgrammePeriod Period = new(Day("01.03.2023"), Day("31.12.2024"));

    [Theory]
    [InlineData("до 15 августа", "15.08.2023 15.08.2024")]
    [InlineData("до 15.08", "15.08.2023 15.08.2024")]
    [InlineData("до 15 декабря", "15.12.2023 15.12.2024")]
    [InlineData("ежеквартально", "31.03.2023 30.06.2023 30.09.2023 31.12.2023 31.03.2024 30.06.2024 30.09.2024 31.12.2024")]
    [InlineData("ежегодно март, август, ноябрь", "31.03.2023 31.08.2023 30.11.2023 31.03.2024 31.08.2024 30.11.2024")]
    [InlineData("ежегодно декабрь", "31.12.2023 31.12.2024")]
    [InlineData("до 25.11.2023", "25.11.2023")]
    public void The_term_is_read_in_the_words_of_plans(string term, string due) =>
        Assert.Equal(due, string.Join(' ', Made(Words(term)).Terms(Period).Select(t => RussianFigures.Date(t.Due))));

    [Fact]
    public void A_report_tells_of_the_year_so_far_of_the_days_since_the_last_one_of_everything_or_of_named_days()
    {
        Assert.Equal("01.03.2023–15.08.2023 01.01.2024–15.08.2024", Periods(Words("до 15 августа")));
        Assert.Equal("01.03.2023–15.08.2023 16.08.2023–15.08.2024", Periods(Words("до 15 августа") with { Cover = ReportCover.SincePrevious }));
        Assert.Equal("01.03.2023–15.08.2023 01.03.2023–15.08.2024", Periods(Words("до 15 августа") with { Cover = ReportCover.SinceStart }));
        Assert.Equal("01.06.2023–30.06.2023", Periods(Words("до 25.07.2023") with { Cover = ReportCover.Named, From = Day("01.06.2023"), To = Day("30.06.2023") }));
    }

    [Fact]
    public void Days_to_prepare_move_the_due_date_and_not_the_period()
    {
        var first = Made(Words("ежеквартально") with { Cover = ReportCover.SincePrevious, DaysAfter = 10 }).Terms(Period)[1];
        Assert.Equal((Day("01.04.2023"), Day("30.06.2023"), Day("10.07.2023")), (first.From, first.To, first.Due));
    }

    [Fact]
    public void What_was_due_before_it_is_asked_and_from_the_day_it_ended_is_not_asked_for()
    {
        var schedule = Made(Words("ежеквартально") with { AskedFrom = Day("30.06.2023") });
        Assert.Equal(Day("30.06.2023"), schedule.Terms(Period)[0].Due);
        Assert.Null(schedule.End(Day("31.12.2023")));
        Assert.Equal(Day("30.09.2023"), schedule.Terms(Period)[^1].Due);
        Assert.NotNull(schedule.End(Day("31.12.2024")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("по отдельному графику")]
    [InlineData("когда-нибудь")]
    public void A_term_without_dates_is_refused_with_an_example(string term) => Assert.Contains("до 15 августа", Refusal(Words(term)), StringComparison.Ordinal);

    [Fact]
    public void A_schedule_without_a_name_with_too_many_days_or_half_a_period_is_refused()
    {
        Assert.Contains("Назовите", Refusal(Words("ежеквартально") with { Title = " " }), StringComparison.Ordinal);
        Assert.Contains("от 0 до 90", Refusal(Words("ежеквартально") with { DaysAfter = 91 }), StringComparison.Ordinal);
        Assert.Contains("начало и конец", Refusal(Words("до 25.07.2023") with { Cover = ReportCover.Named, From = Day("01.06.2023") }), StringComparison.Ordinal);
        Assert.Contains("один отчёт", Refusal(Words("ежеквартально") with { Cover = ReportCover.Named, From = Day("01.06.2023"), To = Day("30.06.2023") }), StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_due_day_it_is_in_time_and_the_day_after_it_is_late()
    {
        var due = Day("15.08.2023");
        Assert.Equal(ReportStanding.Awaited, ReportWords.Standing(due, null, due));
        Assert.Equal(ReportStanding.Overdue, ReportWords.Standing(due, null, due.AddDays(1)));
        Assert.Equal(ReportStanding.InTime, ReportWords.Standing(due, due, due.AddDays(30)));
        Assert.Equal(ReportStanding.Late, ReportWords.Standing(due, due.AddDays(1), due.AddDays(30)));
    }

    [Theory]
    [InlineData(ReportSender.Owner, ProgrammeLevel.Region, DutyLevel.Region)]
    [InlineData(ReportSender.Owner, ProgrammeLevel.Municipality, DutyLevel.Municipality)]
    [InlineData(ReportSender.Owner, ProgrammeLevel.School, DutyLevel.School)]
    [InlineData(ReportSender.Municipalities, ProgrammeLevel.Region, DutyLevel.Municipality)]
    [InlineData(ReportSender.Schools, ProgrammeLevel.Region, DutyLevel.School)]
    public void Whoever_hands_in_is_reminded_first(ReportSender sender, ProgrammeLevel level, DutyLevel duty) => Assert.Equal(duty, sender.Duty(level));

    [Fact]
    public void Reports_since_the_previous_one_leave_no_day_out_and_tell_of_none_twice() => Prop.ForAll(
        (from start in Gen.Choose(0, 700)
         from length in Gen.Choose(100, 1500)
         from term in Gen.Elements("ежеквартально", "ежемесячно", "до 15 августа", "ежегодно март, август, ноябрь", "по полугодиям учебного года")
         select (Period: new ProgrammePeriod(new DateOnly(2022, 1, 1).AddDays(start), new DateOnly(2022, 1, 1).AddDays(start + length)), Term: term)).ToArbitrary(),
        pair =>
        {
            var (schedule, _) = ReportSchedule.Create(Words(pair.Term) with { Cover = ReportCover.SincePrevious, AskedFrom = DateOnly.MinValue }, 1, 1, pair.Period);
            var terms = schedule?.Terms(pair.Period) ?? [];
            return terms.Select((t, i) => t.From == (i == 0 ? pair.Period.From : terms[i - 1].To.AddDays(1)) && t.From <= t.To).All(fits => fits);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_report_tells_what_changed_in_a_line_and_how_many_lines_are_gone()
    {
        var line = new ExecutionLine(1, "1.1", "Педсовет", null, Day("01.03.2023"), Day("31.03.2023"), "директор", WorkState.InProgress, "", "", "");
        var other = line with { WorkId = 2 };
        var earlier = new ExecutionReport("Программа", "школа", Period.From, Period.To, Period.From, [line, other]);
        var later = earlier with { Lines = [line with { State = WorkState.Done, Evidence = "приказ № 1" }, line with { WorkId = 3 }] };
        Assert.Equal(
            ["было «в работе», стало «выполнено»; изменилось: подтверждение", "появилось, «в работе»"],
            later.Since(earlier).Select(c => c.Text));
        Assert.Equal([2], later.GoneSince(earlier).Select(l => l.WorkId));
        Assert.Empty(earlier.Since(earlier));
    }

    private static ReportScheduleWords Words(string term) => new("Отчёт", ReportKind.Interim, ReportSender.Schools, term, 0, ReportCover.SinceNewYear, null, null, Day("01.01.2023"));

    private static ReportSchedule Made(ReportScheduleWords words)
    {
        var (schedule, refusal) = ReportSchedule.Create(words, 1, 1, Period);
        Assert.Null(refusal);
        return schedule!;
    }

    private static string Refusal(ReportScheduleWords words) => ReportSchedule.Create(words, 1, 1, Period).Refusal!;

    private static string Periods(ReportScheduleWords words) =>
        string.Join(' ', Made(words).Terms(Period).Select(t => $"{RussianFigures.Date(t.From)}–{RussianFigures.Date(t.To)}"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
