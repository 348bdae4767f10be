using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

/// <summary>Nothing is guessed silently (domain.md §9): what decides, what is shared, and what is said or asked for instead. The programme is 2023–2024.</summary>
public sealed class TermDoubtsTests
{
    private const string SchoolYears = "01.01.23-31.05.23 01.09.23-31.05.24 01.09.24-31.12.24";

    [Theory]
    [InlineData("ежегодно не менее 2-х за учебный год в каждой ШНРО", 0)]
    [InlineData("Проведение десантов ежемесячно, не менее 2-х за учебный год", 1)]
    [InlineData("1 раз в квартал не менее 2-х за учебный год в каждой ШНРО", 1)]
    [InlineData("1 раз в четверть, не менее 2-х за учебный год", 1)]
    [InlineData("не реже одного раза в полугодие, не менее 2-х за учебный год", 1)]
    [InlineData("в течение года не менее 2-х за учебный год", 0)]
    [InlineData("2 десанта за учебный год в каждой ШНОР", 0)]
    [InlineData("2 методических десанта за учебный год", 0)]
    public void The_period_after_the_number_of_a_quota_decides(string text, int unheeded)
    {
        var term = Read(text);
        Assert.Equal((TermKind.Quota, new TermQuota(2, QuotaPeriod.SchoolYear), SchoolYears), (term.Kind, term.Quota, Text(term)));
        Assert.Equal(unheeded, term.Warnings.Count(w => w.StartsWith("Важнее число за период", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ежегодно не менее 2-х в каждой ШНРО", QuotaPeriod.Year)]
    [InlineData("ежемесячно, не менее 2-х в каждой ШНРО", QuotaPeriod.Month)]
    public void Without_one_the_period_before_the_number_is_meant(string text, QuotaPeriod per) => Assert.Equal(new TermQuota(2, per), Read(text).Quota);

    [Theory]
    [InlineData("до 1 марта; до 1 июня 2023", "01.01.23-01.03.23 01.01.23-01.06.23")]
    [InlineData("1 квартал; 3 квартал 2023", "01.01.23-31.03.23 01.07.23-30.09.23")]
    [InlineData("1 полугодие; 2 полугодие 2023", "01.01.23-30.06.23 01.07.23-31.12.23")]
    [InlineData("5 апреля; 10 мая 2023 г.", "05.04.23-05.04.23 10.05.23-10.05.23")]
    [InlineData("до 1 июля, 1 декабря 2023 г.", "01.01.23-01.07.23 01.01.23-01.12.23")]
    [InlineData("до 15.08 и 15.12 ежегодно", "01.01.23-15.08.23 01.01.23-15.12.23 01.01.24-15.08.24 01.01.24-15.12.24")]
    public void A_list_shares_its_year_and_its_until(string text, string dates)
    {
        var term = Read(text);
        Assert.Equal(dates, Text(term));
        Assert.Empty(term.Warnings);
    }

    [Theory]
    [InlineData("до 30 декабря; март 2023 г.", "до 30 декабря")]
    [InlineData("Март 2023 г.; июнь", "июнь")]
    [InlineData("январь; 2023", "январь")]
    [InlineData("до 15.08, до 15.12.2023", "до 15.08")]
    public void A_date_without_a_year_beside_a_year_is_said(string text, string named) =>
        Assert.Contains(Read(text).Warnings, w => w.StartsWith($"Год не назван: «{named}»", StringComparison.Ordinal));

    [Fact]
    public void A_frequency_in_the_school_year_leaves_the_summer_out()
    {
        var monthly = Read("ежемесячно в течение учебного года");
        Assert.Equal((TermKind.Monthly, 18), (monthly.Kind, monthly.Occurrences.Count));
        Assert.DoesNotContain(monthly.Occurrences, o => o.Due.Month is >= 6 and <= 8);
        Assert.Empty(monthly.Warnings);
        Assert.Equal((TermKind.Monthly, 18), (Read("в течение учебного года ежемесячно").Kind, Read("в течение учебного года ежемесячно").Occurrences.Count));
        Assert.Equal(SchoolYears, Text(Read("1 раз в год в течение учебного года")));
        Assert.Equal("01.01.24-31.01.24", Text(Read("ежемесячно в течение учебного года, 2024 год").Occurrences[0]));
    }

    [Theory]
    [InlineData("в течение учебного года")]
    [InlineData("Постоянно, в течение учебного года")]
    [InlineData("в теч. уч. года")]
    public void A_school_year_alone_is_one_occurrence_and_what_was_not_applied_is_named(string text)
    {
        var term = Read(text);
        Assert.Equal((TermKind.Continuous, "01.01.23-31.12.24"), (term.Kind, Text(term)));
        Assert.Contains("границы учебных лет не учтены", Assert.Single(term.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("До 20\n.09.2024", "До 20.09.2024")]
    [InlineData("До\n20.\n09.2024", "До 20.09.2024")]
    [InlineData("До 20.09.\n2024", "До 20.09.2024")]
    [InlineData("До 20.09.20\n24", "До 20.09.2024")]
    [InlineData("До 2\n0.0\n9.2024", "До 20.09.2024")]
    [InlineData("До 20\n.09", "До 20.09")]
    [InlineData("До 20.\n09", "До 20.09")]
    [InlineData("До 0\n5 апреля 2023", "До 05 апреля 2023")]
    [InlineData("До 0 5 апреля 2023", "До 05 апреля 2023")]
    [InlineData("До 1\n5 апреля 2023", "До 15 апреля 2023")]
    [InlineData("До 15 апреля 202\n3", "До 15 апреля 2023")]
    [InlineData("До 15 апреля 2\n023", "До 15 апреля 2023")]
    [InlineData("апрель 20 23", "апрель 2023")]
    [InlineData("в теч. года", "в течение года")]
    public void A_break_inside_a_date_changes_nothing(string broken, string whole)
    {
        var (term, expected) = (Read(broken), Read(whole));
        Assert.Equal((expected.Kind, Text(expected)), (term.Kind, Text(term)));
        Assert.Empty(term.Warnings);
    }

    [Theory]
    [InlineData("20.09\n15.12.2024")]
    [InlineData("до 20.09.\n15.12.2024")]
    [InlineData("20.09.23\n15.12.2024")]
    public void Dates_on_lines_of_their_own_stay_apart(string text) => Assert.Contains(Read(text).Occurrences, o => o.Due == new DateOnly(2024, 12, 15));

    [Theory]
    [InlineData("февраль 29, 2024")]
    [InlineData("март 20233")]
    [InlineData("март 2О23")]
    [InlineData("март, 20233 г.")]
    [InlineData("до 5 апреля 20233")]
    [InlineData("март 23")]
    [InlineData("не менее 2 раз в 2024 году")]
    public void A_figure_that_is_no_day_and_no_year_asks_for_a_date(string text)
    {
        var term = Read(text);
        Assert.True(term.NeedsDate, Text(term));
        Assert.NotEmpty(term.Warnings);
    }

    [Theory]
    [InlineData("2 раза в год, март", "«2 раза в год»: число не учтено")]
    [InlineData("1-2 раза в квартал", "«1 - 2 раза в квартал»: взято наименьшее число")]
    [InlineData("Сентябрь-май учебного года", "Не понято и не учтено: «учебного")]
    public void A_number_or_a_year_that_is_not_applied_is_said(string text, string warning) =>
        Assert.Contains(Read(text).Warnings, w => w.StartsWith(warning, StringComparison.Ordinal));

    [Fact]
    public void The_current_year_adds_nothing_to_a_deadline()
    {
        var term = Read("не позднее 1 октября текущего года");
        Assert.Equal((TermKind.Yearly, "01.01.23-01.10.23 01.01.24-01.10.24"), (term.Kind, Text(term)));
        Assert.Empty(term.Warnings);
    }

    private static Term Read(string text) => TermReader.Read(text, new ProgrammePeriod(new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 31)));

    private static string Text(Term term) => string.Join(' ', term.Occurrences.Select(Text));

    private static string Text(Occurrence occurrence) => $"{occurrence.From:dd.MM.yy}-{occurrence.Due:dd.MM.yy}";
}
