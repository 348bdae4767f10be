using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Testing;
using static EffectiveSchool.Testing.MarkStatisticsBook;

namespace EffectiveSchool.Imports.Tests;

public sealed class MarkStatisticsTests
{
    [Fact]
    public void A_school_row_becomes_counts_with_its_address()
    {
        var file = Reading.Schools(School("МБОУ СОШ №1 (филиал)(sch220028)", 26, 30, 20, 2));

        Assert.Empty(file.Refusals);
        var section = Assert.Single(file.Sections);
        Assert.Equal(("ВПР 5 РУ", 2021, 45, new DateOnly(2021, 3, 15)), (section.Procedure, section.Year, section.MaxScore, section.Date!.Value));
        var row = Assert.Single(section.Rows);
        Assert.Equal((78, 26, new MarkCounts(26, 30, 20, 2)), (row.Participants, row.Failed, row.Marks));
        Assert.Equal(("220028", "МБОУ СОШ №1 (филиал)", "Тестовый район", "reg22_m001"), (row.School.Code, row.School.Name, row.School.Municipality, row.School.MunicipalityCode));
        Assert.Equal([SchoolCodeKind.FisOko], row.School.CodeKinds);
        Assert.Equal((FirstGivenRow, "A12"), (row.Row, row.School.Cell));
        Assert.Equal("файл, лист «РУ 5 Статистика по отметкам», строка 12", row.ToFact("файл").Source.ToString());
    }

    [Theory]
    [InlineData("МБОУ СОШ №1(sch220028)")]
    [InlineData("МБОУ СОШ №1 (edu220028)")]
    [InlineData("МБОУ\u00A0СОШ\t№1(ksh220028) ")]
    [InlineData("МБОУ СОШ №1 (SCH220028")]
    [InlineData("МБОУ СОШ №1 sch220028")]
    [InlineData("МБОУ СОШ №1[sch 220028]")]
    public void A_school_is_known_by_six_digits_however_the_login_is_written(string written)
    {
        var row = Assert.Single(Assert.Single(Reading.Schools(School(written, 10, 3)).Sections).Rows);
        Assert.Equal(("220028", "МБОУ СОШ №1"), (row.School.Code, row.School.Name));
    }

    [Theory]
    [InlineData("СОШ(sch22002)", "ожидаются 6 цифр")]
    [InlineData("СОШ №5", "нет логина ФИС ОКО")]
    [InlineData("Итоговая школа(abc220028)", "нет логина ФИС ОКО")]
    public void A_row_without_a_good_login_is_refused_with_its_cell(string written, string reason)
    {
        var refusal = Assert.Single(Reading.Schools(School("СОШ(sch220001)", 10, 3), School(written, 10, 3)).Refusals);
        Assert.Equal(("A13", 13, written), (refusal.Cell, refusal.Row, refusal.AsWritten));
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_names_a_school_without_its_login_is_kept_for_whoever_knows_the_registry()
    {
        var file = Reading.Schools(School("СОШ(sch220001)", 10, 3), School("СОШ №5", 10, 3), ["СОШ №6", null, 10, 10m, 40m, 30m, 10m]);
        var kept = Assert.Single(file.Unsettled);
        Assert.Equal(("СОШ №5", "", 10, 3), (kept.Row.School.Name, kept.Row.School.Code, kept.Row.Participants, kept.Row.Failed));
        Assert.Same(file.Refusals.Single(r => r.Row == 13), kept.Refusal);
        Assert.Single(file.Sections[0].Rows);
    }

    [Fact]
    public void Numbers_written_as_text_are_numbers()
    {
        var row = Assert.Single(Reading.Schools(["СОШ(sch220001)", null, " 1\u00A0000 ", "27,60", "30.4 %", "\t40", "2,0"]).Sections[0].Rows);
        Assert.Equal((1000, new MarkCounts(276, 304, 400, 20)), (row.Participants, row.Marks));
    }

    [Theory]
    [InlineData("н/д")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("x")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData(" ")]
    [InlineData(null)]
    [InlineData("не проводилась")]
    public void Without_participants_there_is_no_result_and_no_error(string? participants)
    {
        var file = Reading.Schools(School("СОШ(sch220001)", 10, 3), ["СОШ №2(sch220002)", null, participants, participants, null, null, null]);

        Assert.Empty(file.Refusals);
        Assert.Single(file.Sections[0].Rows);
        Assert.Equal(["220001", "220002"], file.Sections[0].Schools.Select(s => s.Code));
        Assert.Contains("строка 13", Assert.Single(file.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_took_part_is_a_result_of_zero()
    {
        var row = Assert.Single(Reading.Schools(["СОШ(sch220001)", null, 0, 0, 0, 0, 0]).Sections[0].Rows);
        Assert.Equal((0, 0), (row.Participants, row.Failed));
    }

    [Fact]
    public void Shares_of_a_whole_without_its_number_are_refused()
    {
        var refusal = Assert.Single(Reading.Schools(["СОШ(sch220001)", null, "н/д", 30, 30, 30, 10]).Refusals);
        Assert.Equal("C12", refusal.Cell);
        Assert.Contains("Нет числа участников", refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("много", 30, "C12", "ожидается целое число")]
    [InlineData("7,5", 30, "C12", "ожидается целое число")]
    [InlineData("-5", 30, "C12", "ожидается целое число")]
    [InlineData("12000", 30, "C12", "столько в одной школе не бывает")]
    [InlineData("10", "abc", "D12", "Доля отметки «2»")]
    [InlineData("10", null, "D12", "Нет доли отметки «2»")]
    [InlineData("10", 26.4, "D12", "дают 96,4 %")]
    [InlineData("10", 30.5, "D12", "дают 100,5 %")]
    [InlineData("10", "#DIV/0!", "D12", "Доля отметки «2»")]
    public void Garbage_is_refused_with_its_cell(string participants, object? share, string cell, string reason)
    {
        var refusal = Assert.Single(Reading.Schools(["МБОУ СОШ п. Солнечный(edu220311)", null, participants, share, 40, 20, 10]).Refusals);
        Assert.Equal(("ВПР.xlsx", cell, "МБОУ СОШ п. Солнечный(edu220311)"), (refusal.File, refusal.Cell, refusal.AsWritten));
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.WhatToDo);
    }

    [Fact]
    public void Shares_that_fit_no_count_are_refused_with_the_range()
    {
        var refusal = Assert.Single(Reading.Schools(["СОШ(sch220001)", null, 7, 25, 25, 25, 25]).Refusals);
        Assert.Contains("D12:G12", refusal.WhatToDo, StringComparison.Ordinal);
        Assert.Contains("не соответствует целому числу из 7", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_that_add_to_100_01_are_accepted()
    {
        var row = Assert.Single(Reading.Schools(["СОШ(sch220001)", null, 6, 16.67, 16.67, 16.67, 50]).Sections[0].Rows);
        Assert.Equal(new MarkCounts(1, 1, 1, 3), row.Marks);
    }

    [Fact]
    public void Columns_may_move_and_the_header_may_stand_lower()
    {
        var book = new TestWorkbook().Sheet(
            "Лист1",
            ["Отчёт"],
            ["ВПР 2022. Математика. 6 класс"],
            [],
            [],
            [null, "5", "4", "3", "2", "Кол-во участников", "Группы участников"],
            [null, 8.97m, 25.64m, 38.46m, 26.92m, 78, "СОШ(sch220001)"]);
        var section = Assert.Single(Reading.Read(book).Sections);
        Assert.Equal(("ВПР 6 МА", 2022), (section.Procedure, section.Year));
        Assert.Equal(new MarkCounts(21, 30, 20, 7), Assert.Single(section.Rows).Marks);
    }

    [Theory]
    [InlineData("Биология", "ВПР 5 БИ")]
    [InlineData("Окружающий мир", "ВПР 5 ОМ")]
    [InlineData("Финский язык", "ВПР 5 финский язык")]
    public void Other_subjects_are_read_as_their_own_procedures(string subject, string procedure) =>
        Assert.Equal(procedure, Assert.Single(Reading.Read(Of(2021, subject, 5, School("СОШ(sch220001)", 10, 3))).Sections).Procedure);

    [Fact]
    public void Content_wins_over_the_year_in_the_file_name()
    {
        var file = Reading.Read(Of(2021, "Русский язык", 5, School("СОШ(sch220001)", 10, 3)), "ВПР-2020-РУ-5.xlsx");
        Assert.Equal(2021, Assert.Single(file.Sections).Year);
        Assert.Contains("В имени файла год 2020", Assert.Single(file.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_repeats_count_once_and_different_ones_not_at_all()
    {
        var file = Reading.Schools(
            School("СОШ №1(sch220001)", 10, 3), School("СОШ №1(edu220001)", 10, 3),
            School("СОШ №2(sch220002)", 10, 3), School("СОШ №2(edu220002)", 10, 4), School("СОШ №3(sch220003)", 10, 3));

        Assert.Equal(["220001", "220003"], file.Sections[0].Rows.Select(r => r.School.Code));
        Assert.Contains("учтён один раз", Assert.Single(file.Notes).Text, StringComparison.Ordinal);
        Assert.Equal(["A14", "A15"], file.Refusals.Select(r => r.Cell));
        Assert.Equal(new ResultKey("220002", "ВПР 5 РУ", 2021), Assert.Single(file.Contradictions));
        Assert.Contains(file.Sections[0].Schools, s => s.Code == "220002");
    }

    [Fact]
    public void Repeats_that_differ_only_above_the_line_count_once_and_keep_what_they_agree_about()
    {
        var file = Reading.Schools(School("СОШ №1(sch220001)", 3, 4, 2, 1), School("СОШ №1(sch220001)", 3, 3, 3, 1));
        Assert.Empty(file.Refusals);
        Assert.Empty(file.Contradictions);
        var row = Assert.Single(file.Sections[0].Rows);
        Assert.Equal((12, 10, 3, null), (row.Row, row.Participants, row.Failed, row.Marks));
        Assert.Contains("различаются", Assert.Single(file.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Totals_are_compared_with_the_schools_under_them()
    {
        object?[][] rows =
        [
            ["Вся выборка", 900, 90_000, 10, 40, 40, 10],
            ["Край", 500, 5_000, 10, 40, 40, 10],
            ["Первый район(reg22_m001)", 2, 20, 30, 70, 0, 0],
            School("СОШ №1(sch220001)", 10, 3), School("СОШ №2(sch220002)", 10, 3),
            ["Второй район(reg22_m002)", 1, 12, 25, 75, 0, 0],
            School("СОШ №3(sch220003)", 10, 3),
            ["Третий район(reg22_m003)", 1, 10, 40, 60, 0, 0],
            School("СОШ №4(sch220004)", 10, 3),
            ["Итого", null, 42, 10, 40, 40, 10],
        ];
        var section = Assert.Single(Reading.Read(With(2021, "Русский язык", 5, rows)).Sections);

        Assert.Equal(
            ["не сравнивается", "не сравнивается", "сходится", "на 2 участника меньше, чем в строке муниципалитета", "доля «2» по школам 30,0 %, в строке муниципалитета 40,0 %"],
            section.ControlTotals.Select(t => t.Message.Replace('\u00A0', ' ').Replace('\u202F', ' ')));
        Assert.Equal("не сходится со строками муниципалитетов: Второй район, Третий район", section.TotalsSummary);
        Assert.Equal(["Первый район", "Первый район", "Второй район", "Третий район"], section.Rows.Select(r => r.School.Municipality));
    }

    [Fact]
    public void Hidden_sheets_are_skipped_with_a_note()
    {
        var book = Of(2021, "Русский язык", 5, School("СОШ(sch220001)", 10, 3)).HiddenSheet("Черновик", ["Группы участников", "Кол-во участников", 2, 3, 4, 5]);
        var file = Reading.Read(book);
        Assert.Empty(file.Refusals);
        Assert.Equal(("Черновик", "Скрытый лист пропущен."), (Assert.Single(file.Notes).Sheet, file.Notes[0].Text));
    }

    [Fact]
    public void Two_subjects_in_one_title_are_refused()
    {
        var book = new TestWorkbook().Sheet(
            "Лист", ["ВПР 2021 Математика 5 класс"], ["Предмет:", "Русский язык"], ["Группы участников", "Кол-во участников", 2, 3, 4, 5], ["СОШ(sch220001)", 1, 0, 100, 0, 0]);
        Assert.Contains("разные предметы", Assert.Single(Reading.Read(book).Refusals).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ВПР 2022 Русский язык 6 класс (по программе 5 класса)", "Русский язык", "ВПР 6 РУ")]
    [InlineData("ВПР 2022 (по программе 5 класса) Русский язык 6 класс", "Русский язык", "ВПР 6 РУ")]
    [InlineData("ВПР 2022 Русский язык 5 класс (осень)", "Русский язык", "ВПР 5 РУ")]
    [InlineData("ВПР 2022 весна Русский язык 5 класс", "Русский язык", "ВПР 5 РУ")]
    [InlineData("ВПР 2022 весна Русский язык 5 класс", null, "ВПР 5 РУ")]
    [InlineData("ВПР 2022 год. Математика 5 класс (осень)", null, "ВПР 5 МА")]
    [InlineData("Всероссийские проверочные работы 2022 Математика 5 класс", "Математика", "ВПР 5 МА")]
    [InlineData("ВПР_2022_Русский_язык_5_класс", "Русский язык", "ВПР 5 РУ")]
    [InlineData("ВПР 2022 Родной (русский) язык 5 класс", "Родной (русский) язык", "ВПР 5 родной (русский) язык")]
    [InlineData("ВПР 2022 Родной (русский) язык 5 класс", null, "ВПР 5 родной (русский) язык")]
    public void Titles_are_read_as_real_files_write_them(string title, string? subject, string procedure)
    {
        var file = Reading.Read(Titled(title, subject));
        Assert.Empty(file.Refusals);
        Assert.Equal((procedure, 2022), (file.Sections[0].Procedure, file.Sections[0].Year));
    }

    [Theory]
    [InlineData("ВПР 2022 Математика 5 класс (осень)", "Русский язык", "разные предметы")]
    [InlineData("ВПР 2021/2022 Русский язык 5 класс", "Русский язык", "два года")]
    [InlineData("ВПР 2021-2022 Русский язык 5 класс", "Русский язык", "два года")]
    [InlineData("ВПР 2021/22 Русский язык 5 класс", "Русский язык", "два года")]
    public void A_title_that_leaves_a_doubt_is_refused(string title, string subject, string reason)
    {
        var file = Reading.Read(Titled(title, subject));
        Assert.Contains(reason, Assert.Single(file.Refusals).Reason, StringComparison.Ordinal);
        Assert.Empty(file.Sections);
    }

    [Fact]
    public void A_nameless_row_with_figures_is_refused_and_an_empty_one_is_not()
    {
        var file = Reading.Schools([null, null, 10, 30, 70, 0, 0], [" ", null, null, null, null, null, null], School("СОШ(sch220001)", 10, 3));
        Assert.Equal("A12", Assert.Single(file.Refusals).Cell);
        Assert.Single(file.Sections[0].Rows);
    }

    [Fact]
    public void A_table_of_something_else_is_not_recognised()
    {
        var file = Reading.Read(new TestWorkbook().Sheet("Меню", ["Блюдо", "Цена"], ["Суп", 120]));
        Assert.Equal(ResultFileFormat.Unknown, file.Format);
        Assert.Contains("не распознана", Assert.Single(file.Refusals).Reason, StringComparison.Ordinal);
    }

    private static TestWorkbook Titled(string title, string? subject) => new TestWorkbook().Sheet(
        "Лист", [title], ["Предмет:", subject], ["Группы участников", "Кол-во участников", 2, 3, 4, 5], ["СОШ(sch220001)", 1, 0, 100, 0, 0]);
}
