using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

/// <summary>Due dates of reports are corrected with grounds; what was submitted stays tied to its date.</summary>
public sealed class ReportCorrectionTests
{
    private static readonly ProgrammePeriod Period = new(new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 31));
    private static readonly DateTimeOffset Now = new(2023, 9, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly August = new(2023, 8, 15);

    [Fact]
    public void As_many_dates_move_one_to_one_and_what_was_submitted_answers_the_moved_one()
    {
        var schedule = Schedule("до 15 августа");
        Assert.Null(Correct(schedule, Words("до 20 августа"), [August]));
        Assert.Equal(["20.08.2023", "20.08.2024"], schedule.Terms(Period).Select(t => RussianFigures.Date(t.Due)));
        Assert.Equal(new DateOnly(2023, 8, 20), schedule.DueNow(August, Now.AddDays(-20)));

        // What is submitted after the correction names the date in force, and a second correction moves both.
        Assert.Equal(August, schedule.DueNow(August, Now.AddDays(1)));
        Assert.Null(Correct(schedule, Words("до 25 августа"), [new DateOnly(2023, 8, 20)], Now.AddDays(10)));
        Assert.Equal(new DateOnly(2023, 8, 25), schedule.DueNow(August, Now.AddDays(-20)));
        Assert.Equal(new DateOnly(2023, 8, 25), schedule.DueNow(new DateOnly(2023, 8, 20), Now.AddDays(5)));
        Assert.Equal(
            [(ScheduleField.Term, "до 15 августа", "до 20 августа"), (ScheduleField.Dates, "15.08.2023, 15.08.2024", "20.08.2023, 20.08.2024")],
            schedule.Corrections[0].Changes.Select(c => (c.Field, c.Before, c.After)));
        Assert.Equal(("Приказ № 5", "регион", Now), (schedule.Corrections[0].Reason, schedule.Corrections[0].Author, schedule.Corrections[0].At));
    }

    [Fact]
    public void Where_the_number_of_dates_changes_every_answered_one_stays()
    {
        var schedule = Schedule("до 15 августа");
        var refusal = Correct(schedule, Words("ежеквартально"), [August]);
        Assert.Contains("По сроку 15.08.2023 уже сданы отчёты", refusal, StringComparison.Ordinal);
        Assert.Equal(("до 15 августа", 0), (schedule.Term, schedule.Corrections.Count));
        Assert.Null(Correct(schedule, Words("до 15.08.2023"), [August]));
        Assert.Equal(August, schedule.DueNow(August, Now.AddDays(-20)));
        Assert.Null(Correct(Schedule("до 15 августа"), Words("ежеквартально"), []));
    }

    [Fact]
    public void Grounds_a_difference_and_the_same_sender_are_asked_for()
    {
        var schedule = Schedule("до 15 августа");
        Assert.Contains("почему", schedule.Correct(Words("до 20 августа"), " ", [], Period, "регион", Now), StringComparison.Ordinal);
        Assert.Contains("Ничего не изменено", Correct(schedule, Words("до 15 августа"), []), StringComparison.Ordinal);
        Assert.Contains("кто их сдаёт, не меняется", Correct(schedule, Words("до 15 августа") with { Sender = ReportSender.Schools }, [August]), StringComparison.Ordinal);
        Assert.Contains("не даёт дат", Correct(schedule, Words("когда-нибудь"), []), StringComparison.Ordinal);
        Assert.Null(Correct(schedule, Words("до 15 августа") with { Sender = ReportSender.Schools }, []));
        Assert.Null(schedule.End(new DateOnly(2023, 9, 1)));
        Assert.Contains("больше не запрашиваются", Correct(schedule, Words("до 20 августа"), []), StringComparison.Ordinal);
    }

    private static string? Correct(ReportSchedule schedule, ReportScheduleWords words, DateOnly[] answered, DateTimeOffset? at = null) =>
        schedule.Correct(words, "Приказ № 5", answered, Period, "регион", at ?? Now);

    private static ReportScheduleWords Words(string term) =>
        new("Отчёт", ReportKind.Interim, ReportSender.Owner, term, 0, ReportCover.SinceNewYear, null, null, Period.From);

    private static ReportSchedule Schedule(string term) => ReportSchedule.Create(Words(term), 1, 1, Period).Schedule!;
}
