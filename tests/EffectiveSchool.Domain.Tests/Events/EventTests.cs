using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Events;

/// <summary>The life of an event, its numbers and materials, its words and norms (domain.md §9–11).</summary>
public sealed class EventTests
{
    private static readonly DateOnly Day = new(2026, 3, 12);
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly EventRules Rules = new() { RegionId = 1 };
    private static readonly EventNotes Notes = new("Семинар по функциональной грамотности", "семинар", Day, Day, "СОШ № 1", null, null, null, 10);

    [Fact]
    public void An_event_is_planned_moved_held_and_opened_again_each_with_its_reason()
    {
        var held = Planned();
        Assert.Contains("отметить его проведённым можно с этого дня", held.Hold(Day.AddDays(-1), Now), StringComparison.Ordinal);
        Assert.Contains("Укажите новую дату", held.Move(Day, null, "карантин", Now), StringComparison.Ordinal);
        Assert.Contains("причину переноса", held.Move(Day.AddDays(7), null, " ", Now), StringComparison.Ordinal);
        Assert.Null(held.Move(Day.AddDays(7), null, "карантин", Now));
        Assert.Equal((EventState.Moved, Day.AddDays(7), "с 12.03.2026: карантин"), (held.State, held.To, held.Reason));
        Assert.Null(held.Hold(Day.AddDays(7), Now));
        Assert.Equal("Мероприятие уже проведено.", held.Hold(Day.AddDays(8), Now));
        Assert.Contains("проведено", held.Cancel("ошибка", Now), StringComparison.Ordinal);
        Assert.Contains("проведено", held.Move(Day, Day, "ошибка", Now), StringComparison.Ordinal);
        Assert.Contains("Укажите, почему", held.Reopen("", Now), StringComparison.Ordinal);
        Assert.Null(held.Reopen("отметили не то", Now));
        Assert.Null(held.Cancel("нет докладчика", Now));
        Assert.Equal((EventState.CalledOff, "нет докладчика"), (held.State, held.Reason));
        Assert.Contains("отменено", held.Describe(Notes, Rules), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "семинар", 0, "СОШ № 1", null, null, "название")]
    [InlineData("Семинар", "бал", 0, "СОШ № 1", null, null, "вид")]
    [InlineData("Семинар", "семинар", -1, "СОШ № 1", null, null, "раньше начала")]
    [InlineData("Семинар", "семинар", 400, "СОШ № 1", null, null, "длиннее")]
    [InlineData("Семинар", "семинар", 0, "", null, null, "место")]
    [InlineData("Семинар", "семинар", 0, "", "ftp://x", null, "https://")]
    [InlineData("Курсы", "курсы повышения квалификации", 0, "ИРО", null, null, "сколько часов")]
    [InlineData("Курсы", "курсы повышения квалификации", 0, "ИРО", null, "0", "Часов")]
    [InlineData("Курсы", "курсы повышения квалификации", 30, "", "https://iro.test", "32", null)]
    public void An_event_is_written_down_whole_or_not_at_all(string title, string kind, int days, string place, string? link, string? hours, string? said)
    {
        var held = New();
        var refusal = held.Describe(new EventNotes(title, kind, Day, Day.AddDays(days), place, link, null, hours is null ? null : decimal.Parse(hours, System.Globalization.CultureInfo.InvariantCulture), 10), Rules);
        Assert.Contains(said ?? "", refusal ?? "", StringComparison.Ordinal);
        Assert.Equal(said is null, refusal is null);
        Assert.Equal(said is null ? title : "", held.Title);
    }

    [Fact]
    public void Dates_of_a_written_event_are_changed_by_moving_alone_and_its_word_stays_when_the_words_change()
    {
        var held = Planned();
        Assert.Contains("меняет перенос", held.Describe(Notes with { To = Day.AddDays(1) }, Rules), StringComparison.Ordinal);
        var others = new EventRules { RegionId = 1 };
        Assert.Null(others.Write([new EventKind("круглый стол", EventNature.Other)], [], 5));
        Assert.Null(held.Describe(Notes with { Title = "Другое название" }, others));
        Assert.Equal(("семинар", "Другое название"), (held.Kind, held.Title));
    }

    [Fact]
    public void Numbers_are_told_of_asked_schools_from_the_first_day_on()
    {
        var held = Planned();
        Assert.Equal("Сначала добавьте школу в мероприятие.", held.Tell(7, new Attendance(3, null), Day));
        Assert.True(held.Invite(7));
        Assert.False(held.Invite(7));
        Assert.Contains("участников вносят с этого дня", held.Tell(7, new Attendance(3, null), Day.AddDays(-1)), StringComparison.Ordinal);
        Assert.Contains("Руководителей 4, а участников от школы 3", held.Tell(7, new Attendance(3, 4), Day), StringComparison.Ordinal);
        Assert.Contains("от 0 до", held.Tell(7, new Attendance(-1, null), Day), StringComparison.Ordinal);
        Assert.Null(Assert.Single(held.Schools).People);
        Assert.Null(held.Tell(7, new Attendance(3, 1), Day));
        Assert.Equal((3, 1, true), (held.Schools[0].People, held.Schools[0].Managers, held.Schools[0].TookPart));
        Assert.Null(held.Tell(7, new Attendance(0, null), Day));
        Assert.False(held.Schools[0].TookPart);
        Assert.Null(held.Tell(7, null, Day.AddDays(-1)));
        Assert.Null(held.Schools[0].People);
    }

    [Fact]
    public void Materials_are_due_ten_days_after_the_last_day_unless_the_event_says_otherwise()
    {
        var held = New();
        Assert.Null(held.Describe(Notes with { To = Day.AddDays(2) }, Rules));
        Assert.Equal(Day.AddDays(12), held.MaterialsDue);
        Assert.False(held.OwesMaterials);
        Assert.Null(held.Hold(Day.AddDays(2), Now));
        Assert.True(held.OwesMaterials);
        Assert.Contains("Приложите файл", held.Attach(Material(null)), StringComparison.Ordinal);
        Assert.Contains("https://", held.Attach(Material("javascript:alert(1)")), StringComparison.Ordinal);
        Assert.Null(held.Attach(Material("https://school.test/itogi")));
        Assert.False(held.OwesMaterials);
        Assert.Equal(10, EventRules.UsualMaterialDays);
    }

    [Theory]
    [InlineData("Не позднее 10 дней со дня проведения мероприятия", "2026-03-22")]
    [InlineData("в течение 5-ти (пяти) дней после проведения", "2026-03-17")]
    [InlineData("в течение 3 рабочих дней после мероприятия", "2026-03-17")]
    [InlineData("в течение недели после проведения", "2026-03-19")]
    [InlineData("не позднее 2 недель со дня проведения", "2026-03-26")]
    [InlineData("в течение месяца после семинара", "2026-04-12")]
    [InlineData("после проведения мероприятия", null)]
    [InlineData("за 2 недели до мероприятия", null)]
    public void A_term_that_counts_from_an_event_ends_as_its_words_say(string wording, string? last) =>
        Assert.Equal(last is null ? null : DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), RelativeTerm.LastDay(wording, Day));

    [Fact]
    public void An_activity_whose_term_is_relative_gets_its_dates_from_the_event_and_others_do_not()
    {
        var period = new ProgrammePeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        var plan = new Roadmap { ProgrammeId = 1, RegionId = 1, Name = "План", FileName = "план.xlsx", Sha256 = "", Author = "", CreatedAt = Now };
        var materials = plan.Add([], null, new ActivityWords("1", "Материалы семинара", "", ""), TermReader.Read("Не позднее 10 дней со дня проведения мероприятия", period));
        var other = plan.Add([], null, new ActivityWords("2", "Семинар", "", ""), TermReader.Read("Март", period));
        var after = plan.Add([], null, new ActivityWords("3", "Отчёт", "", ""), TermReader.Read("После проведения мероприятия", period));
        Assert.Equal((Day, Day.AddDays(10)), (materials.CountFrom(Day, 3)!.From, materials.Occurrences[0].Due));
        Assert.Null(other.CountFrom(Day, 3));
        Assert.Equal(Day.AddDays(3), after.CountFrom(Day, 3)?.Due);
    }

    [Fact]
    public void A_landing_in_the_calendar_and_in_the_notes_of_its_curator_is_one()
    {
        var year = new SchoolYear(2025);
        LandingEvent[] held = [new(Day, Day.AddDays(1))];
        VisitFact Written(DateOnly day) => new(1, Guid.Empty, VisitKind.MethodicalLanding, day, null);
        Assert.Equal(1, LandingCount.In(year, [Written(Day)], held).Held);
        Assert.Equal(1, LandingCount.In(year, [Written(Day), Written(Day.AddDays(1))], held).Held);
        Assert.Equal(2, LandingCount.In(year, [Written(Day), Written(Day.AddDays(2))], held).Held);
        Assert.Equal(1, LandingCount.In(year, [Written(Day), Written(Day)]).Held);
        Assert.Equal(0, LandingCount.In(new SchoolYear(2024), [Written(Day)], held).Held);
    }

    [Fact]
    public void Words_and_norms_are_checked_as_a_whole()
    {
        var rules = new EventRules { RegionId = 1 };
        Assert.Contains("назван дважды", rules.Write([new("семинар", EventNature.Other), new("Семинар", EventNature.Meeting)], [], 10), StringComparison.Ordinal);
        Assert.Contains("от 1", rules.Write([], [], 10), StringComparison.Ordinal);
        EventKind[] kinds = [new("семинар", EventNature.Other)];
        Assert.Contains("не больше 100 %", rules.Write(kinds, [new("Доля", NormMeasure.ShareOfSchools, 101, NormYear.Calendar)], 10), StringComparison.Ordinal);
        Assert.Contains("целое число", rules.Write(kinds, [new("Пять", NormMeasure.SchoolPeople, 4.5m, NormYear.Calendar)], 10), StringComparison.Ordinal);
        Assert.Contains("Срок материалов", rules.Write(kinds, [], -1), StringComparison.Ordinal);
        Assert.Equal(EventRules.UsualMaterialDays, rules.MaterialDays);
        Assert.Null(rules.Write(kinds, [], 5));
        Assert.Equal((5, 1, 0), (rules.MaterialDays, rules.Kinds.Count, rules.Norms.Count));
    }

    private static EventMaterial Material(string? link) => new() { Title = "итоги", Link = link, Author = "тест", At = Now };

    private static Event New() => new() { RegionId = 1, Author = "тест", CreatedAt = Now };

    private static Event Planned()
    {
        var held = New();
        Assert.Null(held.Describe(Notes, Rules));
        return held;
    }
}
