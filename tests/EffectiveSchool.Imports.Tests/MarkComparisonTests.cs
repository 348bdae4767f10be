using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Testing;
using FsCheck;
using FsCheck.Fluent;
using static EffectiveSchool.Testing.MarkComparisonBook;

namespace EffectiveSchool.Imports.Tests;

public sealed class MarkComparisonTests
{
    private static readonly string[] Verbs = ["Группы участников", "Кол-во участников", "Понизили (Отметка < Отметки по журналу)", "", "Подтвердили", "", "Повысили", ""];

    [Fact]
    public void A_report_brings_lowered_confirmed_and_raised_of_every_school()
    {
        var file = Reading.Read(Of(2021, 45, School("МБОУ СОШ №5(sch220028)", 6, 17, 2), School("ООШ №6(edu220029)", 0, 20, 0)));
        Assert.Empty(file.Refusals);
        Assert.Equal(ResultFileFormat.MarkComparison, file.Format);
        Assert.Empty(file.Sections);
        var section = Assert.Single(file.Comparisons);
        Assert.Equal(("ВПР 5 РУ", 2021, "сходится со строкой муниципалитета"), (section.Procedure, section.Year, section.TotalsSummary));
        Assert.Equal([("220028", new JournalComparison(6, 17, 2)), ("220029", new(0, 20, 0))], section.Rows.Select(r => (r.School.Code, r.Comparison)));
        Assert.Equal((FirstGivenRow, "A11", "Тестовый район"), (section.Rows[0].School.Row, section.Rows[0].School.Cell, section.Rows[0].School.Municipality));
    }

    [Fact]
    public void A_header_merged_over_two_rows_is_read()
    {
        var file = Reading.Read(With(2021, [[.. Verbs], [null, null, "%", "кол-во", "%", "кол-во", "%", "кол-во"]], [School("СОШ(sch220028)", 6, 17, 2)]));
        Assert.Empty(file.Refusals);
        Assert.Equal(new JournalComparison(6, 17, 2), Assert.Single(Assert.Single(file.Comparisons).Rows).Comparison);
    }

    [Fact]
    public void Counts_may_stand_before_percents()
    {
        object?[] header = ["Группы участников", "Кол-во участников", "Понизили кол-во", "Понизили %", "Подтвердили кол-во", "Подтвердили %", "Повысили кол-во", "Повысили %"];
        var file = Reading.Read(With(2021, [header], [["СОШ(sch220028)", 20, 5, 25m, 14, 70m, 1, 5m]]));
        Assert.Empty(file.Refusals);
        Assert.Equal(new JournalComparison(5, 14, 1), Assert.Single(Assert.Single(file.Comparisons).Rows).Comparison);
    }

    [Fact]
    public void Percents_alone_give_the_counts_back()
    {
        var file = Reading.Read(With(2021, [["Группы участников", "Кол-во участников", "Понизили %", "Подтвердили %", "Повысили %"]], [["СОШ(sch220028)", 3, 33.33m, "33,33", "33,33 %"]]));
        Assert.Equal(new JournalComparison(1, 1, 1), Assert.Single(Assert.Single(file.Comparisons).Rows).Comparison);
    }

    [Theory]
    [InlineData(25, 24, 6, 68, 17, 8, 2, null)]
    [InlineData(25, 24, 7, 68, 17, 8, 2, "C11")]
    [InlineData(26, 23.08, 6, 65.38, 17, 7.69, 2, "C11")]
    [InlineData(25, 24, 6, 68, 17, 8, 30, "G11")]
    [InlineData(25, 124, 6, 68, 17, 8, 2, "C11")]
    public void What_does_not_add_up_is_refused_where_it_stands(int participants, double lowered, int loweredCount, double confirmed, int confirmedCount, double raised, int raisedCount, string? cell)
    {
        var file = Reading.Read(Of(2021, participants, ["СОШ(sch220028)", participants, (decimal)lowered, loweredCount, (decimal)confirmed, confirmedCount, (decimal)raised, raisedCount]));
        Assert.Equal(cell, file.Refusals.SingleOrDefault()?.Cell);
        Assert.Equal(cell is null, Assert.Single(file.Comparisons).Rows.Count == 1);
    }

    [Fact]
    public void A_wrong_year_in_the_name_of_the_file_gives_way_to_the_table()
    {
        var file = Reading.Read(Of(2021, 25, School("СОШ(sch220028)", 6, 17, 2)), "Сравнение 2019.xlsx");
        Assert.Equal(2021, Assert.Single(file.Comparisons).Year);
        Assert.Contains(file.Notes, n => n.Text.Contains("взят год из таблицы", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hidden_sheet_is_passed_by()
    {
        var file = Reading.Read(Of(2021, 25, School("СОШ(sch220028)", 6, 17, 2)).HiddenSheet("черновик", Header, School("СОШ(sch220028)", 1, 1, 1)));
        Assert.Single(file.Comparisons);
        Assert.Contains(file.Notes, n => n.Text == "Скрытый лист пропущен.");
    }

    [Fact]
    public void Schools_without_a_login_text_in_figures_and_missing_figures_are_told_apart()
    {
        var file = Reading.Read(Of(
            2021, 25, ["СОШ без логина", 25, 24m, 6, 68m, 17, 8m, 2], ["СОШ(sch220028)", "много", 24m, 6, 68m, 17, 8m, 2], ["ООШ(sch220029)", "н/д"], ["НОШ(sch220030)", 25, "шесть", 6, 68m, 17, 8m, 2]));
        Assert.Equal(["A11", "B12", "C14"], file.Refusals.Select(r => r.Cell));
        Assert.Contains(file.Notes, n => n.Text.Contains("Нет данных", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_without_a_verb_or_participants_is_refused_by_its_name() => Assert.Contains(
        "нет столбца «Кол-во участников»",
        Assert.Single(Reading.Read(With(2021, [["Группы участников", "Понизили %", "Подтвердили %", "Повысили %"]], [])).Refusals).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void The_own_template_is_read_and_its_sums_are_checked()
    {
        var file = Reading.ReadCsv("Год;Процедура;Код школы;Участников;Понизили;Подтвердили;Повысили\n2024;КДР 8 ЕНГ;sch220028;12;0;12;0\n2024;КДР 8 ЕНГ;sch220029;12;1;12;0\n2024;КДР 8 ЕНГ;sch220030;12;;12;0\n");
        Assert.Equal(("КДР 8 ЕНГ", 2024), (Assert.Single(file.Comparisons).Procedure, file.Comparisons[0].Year));
        Assert.Equal(new JournalComparison(0, 12, 0), Assert.Single(file.Comparisons[0].Rows).Comparison);
        Assert.Equal(["D3", "E4"], file.Refusals.Select(r => r.Cell));
    }

    [Fact]
    public void Printed_percents_of_any_counts_are_accepted_and_give_the_counts_back() => Prop.ForAll(
        Gen.Choose(0, 300).Three().Where(c => c.Item1 + c.Item2 + c.Item3 > 0).ToArbitrary(),
        c =>
        {
            var all = c.Item1 + c.Item2 + c.Item3;
            decimal?[] percents = [.. new[] { c.Item1, c.Item2, c.Item3 }.Select(x => (decimal?)MarkStatisticsBook.Percent(x, all))];
            Assert.Equal(new JournalComparison(c.Item1, c.Item2, c.Item3), JournalComparison.Restore(all, [null, null, null], percents, out _));
            Assert.Equal(new JournalComparison(c.Item1, c.Item2, c.Item3), JournalComparison.Restore(all, [c.Item1, c.Item2, c.Item3], percents, out _));
            Assert.Null(JournalComparison.Restore(all + 1, [c.Item1, c.Item2, c.Item3], [null, null, null], out var refusal));
            Assert.NotNull(refusal);
        }).QuickCheckThrowOnFailure();
}
