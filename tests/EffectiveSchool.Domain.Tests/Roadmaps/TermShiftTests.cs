using EffectiveSchool.Domain.Roadmaps;
using FsCheck;
using FsCheck.Fluent;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

/// <summary>Years of a wording move, and nothing else of it.</summary>
public sealed class TermShiftTests
{
    /// <summary>Every wording of domain.md §9.</summary>
    public static TheoryData<string> Wordings => new(
        "До 05 апреля 2023 г.", "До 20.09.2024", "Январь 2023 г.", "декабрь 2024г.", "Март – апрель 2023 г.", "Декабрь 2023-январь 2024", "8-9 октября 2024г.",
        "Март, август, ноябрь 2023, 2024 гг.", "Сентябрь 2023 г. Март 2024 г.", "Февраль 2022 года; июнь 2022 года", "Июль – август 2023, 2024 гг.",
        "ежегодно октябрь", "ежегодно декабрь, май", "ежегодно сентябрь - ноябрь", "Апрель – ноябрь", "До 30 декабря",
        "ежегодно 1 раз в четверть", "по окончании каждой учебной четверти", "по полугодиям учебного года", "по окончании учебного полугодия",
        "Ежеквартально", "не реже одного раза в квартал", "Ежемесячно", "В течение года", "Постоянно", "2024 год", "2024 г.", "В течение 2023, 2024 гг.",
        "в течение всего срока реализации программы", "Методические десанты, не менее 2-х за учебный год в каждой ШНРО",
        "Не позднее 10 дней со дня проведения мероприятия", "По отдельному графику", "по плану работы УО", "по мере необходимости", "сентябрь 2022 года – ноябрь 2021 года",
        "октябрь, март 2023/24 уч. года", "Март 20\n23 г.", "до 05.04.24");

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Every_wording_of_the_field_moved_reads_as_the_same_kind_with_its_dates_moved(string text)
    {
        foreach (var years in new[] { 1, 2, 3, 10 })
        {
            var old = TermReader.Read(text, Period(0));
            var moved = TermReader.Read(TermShift.Shift(text, years), Period(years));
            Assert.Equal((old.Kind, old.Quota, old.Warnings.Count), (moved.Kind, moved.Quota, moved.Warnings.Count));
            Assert.Equal(old.Occurrences.Select(o => new Occurrence(Later(o.From, years), Later(o.Due, years))), moved.Occurrences);
        }
    }

    [Theory]
    [InlineData("До 05 апреля 2023 г.", "До 05 апреля 2024 г.")]
    [InlineData("до 05.04.24", "до 05.04.25")]
    [InlineData("2023/24 уч. год", "2024/25 уч. год")]
    [InlineData("2023-2024 гг.", "2024-2025 гг.")]
    [InlineData("2023 – 15 января 2024", "2024 – 15 января 2025")]
    [InlineData("Март 20\n23 г.", "Март 20\n24 г.")]
    [InlineData("до 20\n23 апреля 2023 г.", "до 20\n23 апреля 2024 г.")]
    [InlineData("2023-09-15", "2024-09-15")]
    [InlineData("31.12.2099", "31.12.2100")]
    public void A_year_is_moved_wherever_it_is_written(string text, string moved) => Assert.Equal(moved, TermShift.Shift(text, 1));

    [Theory]
    [InlineData("не менее 90 % ШНОР, 32 часа")]
    [InlineData("8-9 октября")]
    [InlineData("не позднее 10 дней, письмо № 2023")]
    [InlineData("12024 экземпляра")]
    [InlineData("п. 1.1.1")]
    public void What_is_no_year_stays(string text)
    {
        Assert.Equal(text, TermShift.Shift(text, 1));
        Assert.False(TermShift.NamesYear(text));
    }

    [Fact]
    public void Moving_there_and_back_changes_nothing()
    {
        var piece = Gen.Elements("до", "5 апреля", "2023 г.", "2024", "–", "-", "/", " ", "\n", "05.04.23", "20.09.2024", "2023/24", "2031-32", "20\n23", "№ 2023", "ежегодно", ",", ";", "1.2", "(2025)");
        var text = piece.NonEmptyListOf().Select(p => string.Join("", p));
        var years = Gen.Choose(-TermShift.MostYears, TermShift.MostYears);
        Prop.ForAll(text.ToArbitrary(), years.ToArbitrary(), (wording, by) =>
            (TermShift.Shift(TermShift.Shift(wording, by), -by) == wording).Label($"«{wording}» by {by}: «{TermShift.Shift(wording, by)}»")).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_carried_activity_keeps_its_words_moves_its_year_section_and_says_which_year_to_look_at()
    {
        var line = new PlanLine(["2023 год"], 2023, new ActivityWords("1.1", "Итоги 2022 года", "УО", "справка"), "октябрь", PerSchool: true);
        var carried = CarriedLine.Carry(line, Period(0), Period(1), 1);
        Assert.Equal(["2024 год"], carried.New.Path);
        Assert.Equal((2024, line.Words, true), (carried.New.SectionYear, carried.New.Words, carried.New.PerSchool));
        Assert.Equal([new Occurrence(new DateOnly(2024, 10, 1), new DateOnly(2024, 10, 31))], carried.Term.Occurrences);
        Assert.Contains(carried.Warnings, w => w.Contains("назван год", StringComparison.Ordinal));

        var corrected = CarriedLine.Carry(line, Period(0), Period(1), 1, "ноябрь");
        Assert.Equal(("октябрь", "ноябрь"), (corrected.Written, corrected.Term.Text));
    }

    private static ProgrammePeriod Period(int later) => new(new DateOnly(2022 + later, 1, 1), new DateOnly(2024 + later, 12, 31));

    /// <summary>The same day of a later year; the last day of a month stays the last.</summary>
    private static DateOnly Later(DateOnly day, int years)
    {
        var moved = day.AddYears(years);
        return day.Day == DateTime.DaysInMonth(day.Year, day.Month) ? new DateOnly(moved.Year, moved.Month, DateTime.DaysInMonth(moved.Year, moved.Month)) : moved;
    }
}
