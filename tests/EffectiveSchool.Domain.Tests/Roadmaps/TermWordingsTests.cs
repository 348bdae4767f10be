using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

/// <summary>Every wording of domain.md §9 and its relatives, for the programme 2023–2024 unless a row names another.</summary>
public sealed class TermWordingsTests
{
    private const string Quarters = "01.01.23-31.03.23 01.04.23-30.06.23 01.07.23-30.09.23 01.10.23-31.12.23 01.01.24-31.03.24 01.04.24-30.06.24 01.07.24-30.09.24 01.10.24-31.12.24";
    private const string SchoolQuarters = "01.01.23-31.03.23 01.04.23-31.05.23 01.09.23-31.10.23 01.11.23-31.12.23 01.01.24-31.03.24 01.04.24-31.05.24 01.09.24-31.10.24 01.11.24-31.12.24";
    private const string Halves = "01.01.23-31.05.23 01.09.23-31.12.23 01.01.24-31.05.24 01.09.24-31.12.24";
    private const string SchoolYears = "01.01.23-31.05.23 01.09.23-31.05.24 01.09.24-31.12.24";
    private const string Whole = "01.01.23-31.12.24";
    private const string Octobers = "01.10.23-31.10.23 01.10.24-31.10.24";

    [Theory]
    [InlineData("До 05 апреля 2023 г.", TermKind.DueDate, "01.01.23-05.04.23")]
    [InlineData("До 20.09.2024", TermKind.DueDate, "01.01.23-20.09.24")]
    [InlineData("до 5-го апреля 2023 года", TermKind.DueDate, "01.01.23-05.04.23")]
    [InlineData("не позднее 5 апреля 2023 г.", TermKind.DueDate, "01.01.23-05.04.23")]
    [InlineData("в срок до 20.09.2024", TermKind.DueDate, "01.01.23-20.09.24")]
    [InlineData("Срок: до 20.09.2024 г.", TermKind.DueDate, "01.01.23-20.09.24")]
    [InlineData("к 1 сентября 2024 г.", TermKind.DueDate, "01.01.23-01.09.24")]
    [InlineData("до конца 2024 года", TermKind.DueDate, "01.01.23-31.12.24")]
    [InlineData("до конца декабря 2023 г.", TermKind.DueDate, "01.01.23-31.12.23")]
    [InlineData("До 15 марта, до 20 сентября 2023 г.", TermKind.DueDate, "01.01.23-15.03.23 01.01.23-20.09.23")]
    [InlineData("до конца реализации программы", TermKind.DueDate, Whole)]
    public void By_a_day(string text, TermKind kind, string dates) => AssertClean(text, kind, dates);

    [Theory]
    [InlineData("Январь 2023 г.", TermKind.Interval, "01.01.23-31.01.23")]
    [InlineData("декабрь 2024г.", TermKind.Interval, "01.12.24-31.12.24")]
    [InlineData("Март – апрель 2023 г.", TermKind.Interval, "01.03.23-30.04.23")]
    [InlineData("Декабрь 2023-январь 2024", TermKind.Interval, "01.12.23-31.01.24")]
    [InlineData("8-9 октября 2024г.", TermKind.Interval, "08.10.24-09.10.24")]
    [InlineData("с 8 по 9 октября 2024 г.", TermKind.Interval, "08.10.24-09.10.24")]
    [InlineData("05.04.2023", TermKind.Interval, "05.04.23-05.04.23")]
    [InlineData("Сентябрь, 2023 г.", TermKind.Interval, "01.09.23-30.09.23")]
    [InlineData("5 апреля 2023 г.", TermKind.Interval, "05.04.23-05.04.23")]
    [InlineData("05-10.04.2023", TermKind.Interval, "05.04.23-10.04.23")]
    [InlineData("28.10 – 05.11.2024", TermKind.Interval, "28.10.24-05.11.24")]
    [InlineData("05.04.2023 - 10.05.2023", TermKind.Interval, "05.04.23-10.05.23")]
    [InlineData("04.2023", TermKind.Interval, "01.04.23-30.04.23")]
    [InlineData("с 01.09.2023 по 31.05.2024", TermKind.Interval, "01.09.23-31.05.24")]
    [InlineData("с сентября 2023 г. по май 2024 г.", TermKind.Interval, "01.09.23-31.05.24")]
    [InlineData("Март 2023 г. – апрель 2024 г.", TermKind.Interval, "01.03.23-30.04.24")]
    [InlineData("в сентябре 2023 года", TermKind.Interval, "01.09.23-30.09.23")]
    [InlineData("В течение сентября – октября 2023 года", TermKind.Interval, "01.09.23-31.10.23")]
    [InlineData("в период с 1 сентября по 15 октября 2023 г.", TermKind.Interval, "01.09.23-15.10.23")]
    [InlineData("янв. – февр. 2023 г.", TermKind.Interval, "01.01.23-28.02.23")]
    [InlineData("сент.2023г.", TermKind.Interval, "01.09.23-30.09.23")]
    [InlineData("III квартал 2024", TermKind.Interval, "01.07.24-30.09.24")]
    [InlineData("в 3-м квартале 2024 года", TermKind.Interval, "01.07.24-30.09.24")]
    [InlineData("I – II кварталы 2023 г.", TermKind.Interval, "01.01.23-30.06.23")]
    [InlineData("IV кв. 2023 г.", TermKind.Interval, "01.10.23-31.12.23")]
    [InlineData("1-е полугодие 2024 г.", TermKind.Interval, "01.01.24-30.06.24")]
    [InlineData("2 полугодие 2023-2024 учебного года", TermKind.Interval, "01.01.24-31.05.24")]
    [InlineData("1 четверть 2023/2024 учебного года", TermKind.Interval, "01.09.23-31.10.23")]
    [InlineData("сентябрь – май 2023/2024 учебного года", TermKind.Interval, "01.09.23-31.05.24")]
    public void One_stretch_of_named_years(string text, TermKind kind, string dates) => AssertClean(text, kind, dates);

    [Theory]
    [InlineData("Март, август, ноябрь 2023, 2024 гг.", "01.03.23-31.03.23 01.08.23-31.08.23 01.11.23-30.11.23 01.03.24-31.03.24 01.08.24-31.08.24 01.11.24-30.11.24")]
    [InlineData("Сентябрь 2023 г. Март 2024 г.", "01.09.23-30.09.23 01.03.24-31.03.24")]
    [InlineData("Февраль 2023 года; июнь 2023 года", "01.02.23-28.02.23 01.06.23-30.06.23")]
    [InlineData("Июль – август 2023, 2024 гг.", "01.07.23-31.08.23 01.07.24-31.08.24")]
    [InlineData("Январь, апрель 2023 г.", "01.01.23-31.01.23 01.04.23-30.04.23")]
    [InlineData("март и август 2023 и 2024 годов", "01.03.23-31.03.23 01.08.23-31.08.23 01.03.24-31.03.24 01.08.24-31.08.24")]
    [InlineData("Март; август 2023 г.", "01.03.23-31.03.23 01.08.23-31.08.23")]
    [InlineData("Март 2023, 2024 гг.", "01.03.23-31.03.23 01.03.24-31.03.24")]
    [InlineData("сентябрь-октябрь 2023 – 2024 гг.", "01.09.23-31.10.23 01.09.24-31.10.24")]
    [InlineData("Март - апрель, сентябрь - октябрь 2023 г.", "01.03.23-30.04.23 01.09.23-31.10.23")]
    [InlineData("2023 год: март, август; 2024 год: февраль", "01.03.23-31.03.23 01.08.23-31.08.23 01.02.24-29.02.24")]
    [InlineData("8, 15 октября 2024 г.", "08.10.24-08.10.24 15.10.24-15.10.24")]
    [InlineData("I, III кварталы 2024 года", "01.01.24-31.03.24 01.07.24-30.09.24")]
    [InlineData("октябрь, март 2023/24 уч. года", "01.10.23-31.10.23 01.03.24-31.03.24")]
    [InlineData("Март 2023, март 2023", "01.03.23-31.03.23")]
    public void Several_stretches_of_named_years(string text, string dates) => AssertClean(text, TermKind.MonthsList, dates);

    [Theory]
    [InlineData("ежегодно октябрь", Octobers)]
    [InlineData("октябрь ежегодно", Octobers)]
    [InlineData("каждый год в октябре", Octobers)]
    [InlineData("1 раз в год, октябрь", Octobers)]
    [InlineData("ежегодно декабрь, май", "01.05.23-31.05.23 01.12.23-31.12.23 01.05.24-31.05.24 01.12.24-31.12.24")]
    [InlineData("ежегодно сентябрь - ноябрь", "01.09.23-30.11.23 01.09.24-30.11.24")]
    [InlineData("Апрель – ноябрь", "01.04.23-30.11.23 01.04.24-30.11.24")]
    [InlineData("До 30 декабря", "01.01.23-30.12.23 01.01.24-30.12.24")]
    [InlineData("до 1 сентября ежегодно", "01.01.23-01.09.23 01.01.24-01.09.24")]
    [InlineData("ежегодно, до 25 мая", "01.01.23-25.05.23 01.01.24-25.05.24")]
    [InlineData("2 квартал", "01.04.23-30.06.23 01.04.24-30.06.24")]
    [InlineData("до 05.04", "01.01.23-05.04.23 01.01.24-05.04.24")]
    [InlineData("до конца года", "01.01.23-31.12.23 01.01.24-31.12.24")]
    [InlineData("2 раза в год: апрель, октябрь", "01.04.23-30.04.23 01.10.23-31.10.23 01.04.24-30.04.24 01.10.24-31.10.24")]
    [InlineData("1 раз в год", "01.01.23-31.12.23 01.01.24-31.12.24")]
    public void Each_year_of_the_programme(string text, string dates) => AssertClean(text, TermKind.Yearly, dates);

    [Theory]
    [InlineData("ежегодно 1 раз в четверть", TermKind.SchoolQuarter, SchoolQuarters)]
    [InlineData("по окончании каждой учебной четверти", TermKind.SchoolQuarter, SchoolQuarters)]
    [InlineData("по полугодиям учебного года", TermKind.HalfYear, Halves)]
    [InlineData("по окончании учебного полугодия", TermKind.HalfYear, Halves)]
    [InlineData("раз в полугодие", TermKind.HalfYear, Halves)]
    [InlineData("2 раза в год, по полугодиям", TermKind.HalfYear, Halves)]
    [InlineData("Ежеквартально", TermKind.Quarterly, Quarters)]
    [InlineData("не реже одного раза в квартал", TermKind.Quarterly, Quarters)]
    [InlineData("не реже 1 раза в квартал", TermKind.Quarterly, Quarters)]
    [InlineData("1 раз в квартал", TermKind.Quarterly, Quarters)]
    [InlineData("ежегодно, ежеквартально", TermKind.Quarterly, Quarters)]
    [InlineData("Ежеквартально: март, июнь, сентябрь, декабрь", TermKind.Quarterly, Quarters)]
    public void Each_part_of_a_year(string text, TermKind kind, string dates) => AssertClean(text, kind, dates);

    [Theory]
    [InlineData("Ежемесячно")]
    [InlineData("Ежемесячно, индивидуально")]
    [InlineData("1 раз в месяц")]
    [InlineData("каждый месяц")]
    [InlineData("не реже одного раза в месяц")]
    public void Each_month(string text)
    {
        var term = Read(text);
        Assert.Equal(TermKind.Monthly, term.Kind);
        Assert.Equal(24, term.Occurrences.Count);
        Assert.Equal("01.02.23-28.02.23", Text(term.Occurrences[1]));
        Assert.Empty(term.Warnings);
    }

    [Theory]
    [InlineData("В течение года", Whole)]
    [InlineData("Постоянно", Whole)]
    [InlineData("2024 год", "01.01.24-31.12.24")]
    [InlineData("2024 г.", "01.01.24-31.12.24")]
    [InlineData("2024", "01.01.24-31.12.24")]
    [InlineData("В течение 2023, 2024 гг.", Whole)]
    [InlineData("в течение всего срока реализации программы", Whole)]
    [InlineData("2023-2024 годы", Whole)]
    [InlineData("весь период", Whole)]
    [InlineData("на постоянной основе", Whole)]
    [InlineData("постоянно, в течение года", Whole)]
    [InlineData("с 2023 по 2024 год", Whole)]
    [InlineData("2023/2024 учебный год", "01.09.23-31.05.24")]
    [InlineData("постоянно, 2024 год", "01.01.24-31.12.24")]
    public void Reported_every_reporting_period(string text, string dates) => AssertClean(text, TermKind.Continuous, dates);

    [Theory]
    [InlineData("Методические десанты, не менее 2-х за учебный год в каждой ШНРО", 2, QuotaPeriod.SchoolYear, SchoolYears)]
    [InlineData("не менее двух раз в учебном году", 2, QuotaPeriod.SchoolYear, SchoolYears)]
    [InlineData("в течение учебного года, не менее 2-х в каждой ШНРО", 2, QuotaPeriod.SchoolYear, SchoolYears)]
    [InlineData("По отдельному графику (не менее 2-х за учебный год)", 2, QuotaPeriod.SchoolYear, SchoolYears)]
    [InlineData("не менее 4 муниципальных мероприятий в год", 4, QuotaPeriod.Year, "01.01.23-31.12.23 01.01.24-31.12.24")]
    [InlineData("2 раза в год", 2, QuotaPeriod.Year, "01.01.23-31.12.23 01.01.24-31.12.24")]
    [InlineData("не реже двух раз в год", 2, QuotaPeriod.Year, "01.01.23-31.12.23 01.01.24-31.12.24")]
    [InlineData("не менее 2 раз в квартал", 2, QuotaPeriod.Quarter, Quarters)]
    public void A_number_in_each_period_wins(string text, int count, QuotaPeriod per, string dates)
    {
        var term = Read(text);
        Assert.Equal((TermKind.Quota, new TermQuota(count, per)), (term.Kind, term.Quota));
        Assert.Equal(dates, Text(term));
    }

    [Theory]
    [InlineData("Не позднее 10 дней со дня проведения мероприятия", TermKind.Relative)]
    [InlineData("в течение 3 рабочих дней после проведения", TermKind.Relative)]
    [InlineData("в течение десяти дней со дня получения результатов", TermKind.Relative)]
    [InlineData("после проведения мероприятия", TermKind.Relative)]
    [InlineData("По отдельному графику", TermKind.Undetermined)]
    [InlineData("по плану работы УО", TermKind.Undetermined)]
    [InlineData("по плану-графику", TermKind.Undetermined)]
    [InlineData("согласно плану", TermKind.Undetermined)]
    [InlineData("по мере необходимости, по запросу ОО", TermKind.Undetermined)]
    [InlineData("При необходимости", TermKind.Undetermined)]
    [InlineData("ежегодно", TermKind.Undetermined)]
    [InlineData("ежегодно, по плану работы УО", TermKind.Undetermined)]
    [InlineData("По согласованию", TermKind.Undetermined)]
    public void A_person_sets_the_date(string text, TermKind kind)
    {
        var term = Read(text);
        Assert.Equal((kind, true), (term.Kind, term.NeedsDate));
    }

    [Theory]
    [InlineData("еженедельно")]
    [InlineData("осень 2024 года")]
    [InlineData("Сентярбь 2023 г.")]
    [InlineData("1 раз в 2 месяца")]
    [InlineData("31.02.2023")]
    [InlineData("кроме августа 2023 г.")]
    [InlineData("не ранее 1 мая 2023 г.")]
    [InlineData("с 1 сентября")]
    [InlineData("по итогам учебного года")]
    [InlineData("")]
    [InlineData("срок уточняется")]
    [InlineData("до 5 числа")]
    public void What_is_not_understood_says_so_and_asks_for_a_date(string text)
    {
        var term = Read(text);
        Assert.Equal((TermKind.Undetermined, true), (term.Kind, term.NeedsDate));
        Assert.NotEmpty(term.Warnings);
    }

    [Theory]
    [InlineData("Ежемесячно по отдельному графику", TermKind.Monthly, 24)]
    [InlineData("октябрь 2024 г., по отдельному письму ДО", TermKind.Interval, 1)]
    [InlineData("По отдельному графику, май 2024 г.", TermKind.Interval, 1)]
    [InlineData("ноябрь (по итогам 1-ой четверти)", TermKind.Yearly, 2)]
    [InlineData("август – сентябрь 2024 года (по отдельному графику)", TermKind.Interval, 1)]
    [InlineData("2024 год, по отдельному графику", TermKind.Continuous, 1)]
    [InlineData("Ежеквартально (по мере необходимости)", TermKind.Quarterly, 8)]
    [InlineData("по плану работы УО, ежеквартально", TermKind.Quarterly, 8)]
    [InlineData("с сентября 2023 г.", TermKind.Interval, 1)]
    [InlineData("конец августа 2023 г.", TermKind.Interval, 1)]
    [InlineData("до сентября 2023 г.", TermKind.DueDate, 1)]
    [InlineData("начиная с 2024 года", TermKind.Continuous, 1)]
    [InlineData("Март 2023 г. при наличии средств", TermKind.Interval, 1)]
    [InlineData("Декабрь – январь", TermKind.Yearly, 2)]
    [InlineData("декабрь 2022 г.", TermKind.Interval, 1)]
    [InlineData("До 01.02.2025", TermKind.DueDate, 1)]
    public void Dates_are_kept_and_the_doubt_is_said(string text, TermKind kind, int count)
    {
        var term = Read(text);
        Assert.Equal((kind, count), (term.Kind, term.Occurrences.Count));
        Assert.NotEmpty(term.Warnings);
    }

    [Theory]
    [InlineData("сентябрь 2022 года – ноябрь 2021 года", TermKind.Interval, "")]
    [InlineData("с 31.05.2024 по 01.09.2023", TermKind.Interval, "")]
    [InlineData("сентябрь 2024 – ноябрь 2023, март 2024", TermKind.MonthsList, "01.03.24-31.03.24")]
    [InlineData("9-8 октября 2024", TermKind.Interval, "")]
    public void A_reversed_range_gives_no_occurrence_and_a_warning(string text, TermKind kind, string dates)
    {
        var term = Read(text);
        Assert.Equal((kind, dates), (term.Kind, Text(term)));
        Assert.Contains(term.Warnings, w => w.StartsWith("Начало позже окончания", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ежеквартально; до 20.09.2024", TermKind.Quarterly, 9)]
    [InlineData("до 30 декабря; март 2023 г.", TermKind.Yearly, 3)]
    [InlineData("Март 2023 г., ежеквартально", TermKind.Interval, 8)]
    [InlineData("Постоянно; до 31.12.2024", TermKind.Continuous, 1)]
    [InlineData("декабрь 2023 г., далее ежегодно", TermKind.Interval, 2)]
    [InlineData("ежемесячно с сентября по май", TermKind.Monthly, 13)]
    [InlineData("ежеквартально в 2024 году", TermKind.Quarterly, 4)]
    public void Parts_are_united_and_the_first_gives_the_kind(string text, TermKind kind, int count)
    {
        var term = Read(text);
        Assert.Equal((kind, count), (term.Kind, term.Occurrences.Count));
    }

    [Fact]
    public void Dates_outside_the_programme_are_kept_whole_with_a_warning()
    {
        var year = new ProgrammePeriod(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));
        var term = TermReader.Read("Декабрь 2023-январь 2024", year);
        Assert.Equal("01.12.23-31.01.24", Text(term));
        Assert.Equal(["Срок 01.12.2023 – 31.01.2024 выходит за период 01.01.2024 – 31.12.2024."], term.Warnings);
    }

    [Fact]
    public void Yearly_dates_and_frequencies_are_clipped_to_the_programme()
    {
        var year = new ProgrammePeriod(new DateOnly(2023, 9, 15), new DateOnly(2024, 5, 20));
        Assert.Equal("15.09.23-30.09.23 01.10.23-31.12.23 01.01.24-31.03.24 01.04.24-20.05.24", Text(TermReader.Read("Ежеквартально", year)));
        Assert.Equal("15.09.23-30.12.23 01.01.24-20.05.24", Text(TermReader.Read("До 30 декабря", year)));
        Assert.Equal("01.10.23-31.10.23", Text(TermReader.Read("ежегодно октябрь", year)));
        Assert.Equal("15.09.23-20.05.24", Text(TermReader.Read("не менее 2-х за учебный год", year)));
    }

    [Fact]
    public void A_section_of_a_year_narrows_its_rows()
    {
        var period = new ProgrammePeriod(new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 31));
        Assert.Equal("01.10.24-31.10.24", Text(TermReader.Read("октябрь", period, 2024)));
        Assert.Equal("01.01.24-31.12.24", Text(TermReader.Read("В течение года", period, 2024)));
        Assert.Equal("01.01.24-05.04.24", Text(TermReader.Read("До 05 апреля 2024 г.", period, 2024)));
        var outside = TermReader.Read("октябрь", period, 2026);
        Assert.True(outside.NeedsDate);
        Assert.NotEmpty(outside.Warnings);
    }

    private static Term Read(string text) => TermReader.Read(text, new ProgrammePeriod(new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 31)));

    private static void AssertClean(string text, TermKind kind, string dates)
    {
        var term = Read(text);
        Assert.Equal((kind, dates), (term.Kind, Text(term)));
        Assert.Empty(term.Warnings);
        Assert.Equal(text, term.Text);
        Assert.Null(term.Quota);
    }

    private static string Text(Term term) => string.Join(' ', term.Occurrences.Select(Text));

    private static string Text(Occurrence occurrence) => $"{occurrence.From:dd.MM.yy}-{occurrence.Due:dd.MM.yy}";
}
