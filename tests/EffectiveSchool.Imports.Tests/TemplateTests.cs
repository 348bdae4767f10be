using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests;

public sealed class TemplateTests
{
    private static readonly object?[] Header =
        ["Год", "Процедура", "Вид кода", "Код школы", "Участников", "Не преодолели порог", "Средний балл", "Отметка 2", "Отметка 3", "Отметка 4", "Отметка 5", "Этап", "ВПЛ", "Версия"];

    [Fact]
    public void A_filled_row_brings_everything_it_says()
    {
        var file = Template([2024, "ОГЭ русский язык", "ОГЭ", "1234", 20, 3, "3,85", 3, 5, 8, 4, "основной", "нет", "итоговый"]);

        Assert.Empty(file.Refusals);
        Assert.Equal(ResultFileFormat.ResultTemplate, file.Format);
        var row = Assert.Single(Assert.Single(file.Sections).Rows);
        Assert.Equal(("ОГЭ РУ", 2024, 20, 3, 3.85m), (row.Procedure, row.Year, row.Participants, row.Failed, row.MeanScore));
        Assert.Equal((new MarkCounts(3, 5, 8, 4), ResultVersion.Final), (row.Marks, row.Version));
        Assert.Equal(("1234", SchoolCodeKind.Oge), (row.School.Code, Assert.Single(row.School.CodeKinds)));
    }

    [Theory]
    [InlineData("ОГЭ МА", "ОГЭ МА")]
    [InlineData("огэ (математика), 9 класс", "ОГЭ МА")]
    [InlineData("ЕГЭ МА профиль", "ЕГЭ МА профиль")]
    [InlineData("ЕГЭ математика (база)", "ЕГЭ МА база")]
    [InlineData("ЕГЭ по математике базового уровня", "ЕГЭ МА база")]
    [InlineData("ЕГЭ. Математика профильная", "ЕГЭ МА профиль")]
    [InlineData("ЕГЭ математика", "ЕГЭ МА")]
    [InlineData("ЕГЭ по русскому языку", "ЕГЭ РУ")]
    [InlineData("ВПР 6 РУ", "ВПР 6 РУ")]
    [InlineData("ВПР русский язык, 6 класс", "ВПР 6 РУ")]
    [InlineData("КДР 8 ЕНГ", "КДР 8 ЕНГ")]
    [InlineData("ОГЭ Биология", "ОГЭ БИ")]
    [InlineData("ВПР русский язык", null)]
    [InlineData("Олимпиада МА", null)]
    [InlineData("ЕГЭ", null)]
    public void Procedures_are_recognised_as_people_write_them(string written, string? code) => Assert.Equal(code, ProcedureNames.Recognise(written));

    [Theory]
    [InlineData("220028", "ОГЭ РУ", "220028", new[] { SchoolCodeKind.FisOko, SchoolCodeKind.Oge })]
    [InlineData("220028", "ЕГЭ РУ", "220028", new[] { SchoolCodeKind.FisOko, SchoolCodeKind.Ege })]
    [InlineData("sch220028", "ЕГЭ РУ", "220028", new[] { SchoolCodeKind.FisOko })]
    [InlineData("1234", "ЕГЭ РУ", "1234", new[] { SchoolCodeKind.Ege })]
    [InlineData("7707083893", "ЕГЭ РУ", "7707083893", new[] { SchoolCodeKind.Inn })]
    public void The_kind_of_a_code_follows_from_its_length_and_the_procedure(string written, string procedure, string digits, SchoolCodeKind[] kinds)
    {
        var school = Assert.Single(Assert.Single(Template([2024, procedure, null, written, 20, 3]).Sections).Schools);
        Assert.Equal(digits, school.Code);
        Assert.Equal(kinds, school.CodeKinds);
    }

    [Fact]
    public void Columns_come_in_any_order_and_the_heading_may_name_the_kind_of_code()
    {
        var file = Reading.ReadCsv("Неуспешных;ИНН;Количество участников;Экзамен;Год процедуры\r\n3;7707083893;20;ОГЭ МА;2024\r\n");
        var row = Assert.Single(Assert.Single(file.Sections).Rows);
        Assert.Equal((20, 3, "7707083893"), (row.Participants, row.Failed, row.School.Code));
        Assert.Equal((null, 2, "B2"), (row.Sheet, row.Row, row.School.Cell));
    }

    [Theory]
    [InlineData(2024, "ОГЭ МА", "7707083894", 20, 3, null, "D2", "контрольная цифра")]
    [InlineData(2024, "ОГЭ МА", "код", 20, 3, null, "D2", "не код школы")]
    [InlineData(2024, "ОГЭ МА", null, 20, 3, null, "D2", "не указан")]
    [InlineData(24, "ОГЭ МА", "220028", 20, 3, null, "A2", "год процедуры")]
    [InlineData(2024, "Рисование", "220028", 20, 3, null, "B2", "не распознана")]
    [InlineData(2024, "ОГЭ МА", "220028", 20, 21, null, "F2", "21, а участников 20")]
    [InlineData(2024, "ОГЭ МА", "220028", "двадцать", 3, null, "E2", "целое число")]
    [InlineData(2024, "ОГЭ МА", "220028", null, 3, null, "E2", "Нет числа участников")]
    [InlineData(2024, "ОГЭ МА", "220028", 20, null, null, "F2", "сколько участников не преодолели")]
    [InlineData(2024, "ОГЭ МА", "220028", 20, 3, 4, "H2", "должны совпадать")]
    public void A_wrong_cell_is_refused_where_it_stands(object? year, string procedure, object? code, object? participants, object? failed, object? twos, string cell, string reason)
    {
        var refusal = Assert.Single(Template([year, procedure, null, code, participants, failed, null, twos]).Refusals);
        Assert.Equal(cell, refusal.Cell);
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_that_do_not_add_up_are_refused() =>
        Assert.Contains("всего 19, а участников 20", Assert.Single(Template([2024, "ОГЭ МА", null, "220028", 20, 3, null, 3, 5, 8, 3]).Refusals).Reason, StringComparison.Ordinal);

    [Fact]
    public void Failed_may_be_left_out_where_the_number_of_twos_is_known() =>
        Assert.Equal(3, Assert.Single(Template([2024, "ОГЭ МА", null, "220028", 20, null, null, 3]).Sections[0].Rows).Failed);

    [Fact]
    public void Resits_and_graduates_of_past_years_are_left_out_with_a_note()
    {
        var file = Template(
            [2024, "ЕГЭ РУ", null, "220028", 20, 3, null, null, null, null, null, "основной", "нет"],
            [2024, "ЕГЭ РУ", null, "220028", 2, 1, null, null, null, null, null, "пересдача", "нет"],
            [2024, "ЕГЭ РУ", null, "220028", 5, 4, null, null, null, null, null, null, "да"]);
        Assert.Empty(file.Refusals);
        Assert.Equal((20, 3), (Assert.Single(file.Sections[0].Rows).Participants, file.Sections[0].Rows[0].Failed));
        Assert.Equal(["Пересдачи не учитываются: результат берётся до пересдач (строка 3).", "Выпускники прошлых лет не учитываются (строка 4)."], file.Notes.Select(n => n.Text));
    }

    [Fact]
    public void Unfilled_rows_of_the_template_are_no_errors()
    {
        var file = Template([2024, "ОГЭ МА"], [2024, "ОГЭ МА", null, "220028", "н/д"], [null], [2024, "ОГЭ МА", null, "220029", 20, 3]);
        Assert.Empty(file.Refusals);
        Assert.Equal("220029", Assert.Single(file.Sections[0].Rows).School.Code);
        Assert.Equal(2, file.Sections[0].Schools.Count);
    }

    [Fact]
    public void A_row_with_a_name_and_no_code_is_kept_for_whoever_knows_the_registry_and_one_without_both_is_not()
    {
        var file = Reading.ReadCsv("год;процедура;код;наименование;муниципалитет;участников;не сдали\n2024;ОГЭ МА;;СОШ №5;Северный район;20;3\n2024;ОГЭ МА;;;;20;3\n");
        var kept = Assert.Single(file.Unsettled);
        Assert.Equal(("СОШ №5", "Северный район", "", "C2"), (kept.Row.School.AsWritten, kept.Row.School.Municipality, kept.Row.School.Code, kept.Row.School.Cell));
        Assert.Equal(["Код школы не указан.", "Код школы не указан."], file.Refusals.Select(r => r.Reason));
    }

    [Fact]
    public void A_table_of_names_alone_is_read()
    {
        var file = Reading.ReadCsv("год;процедура;школа;участников;не сдали\n2024;ОГЭ МА;СОШ №5;20;3\n");
        Assert.Equal("C2", Assert.Single(file.Unsettled).Row.School.Cell);
        Assert.Single(file.Refusals);
    }

    [Fact]
    public void A_template_without_a_needed_column_says_which()
    {
        var refusal = Assert.Single(Reading.ReadCsv("процедура;код;участников;не сдали\nОГЭ МА;220028;20;3").Refusals);
        Assert.Contains("нет столбца «Год»", refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("utf-8", "\uFEFF")]
    [InlineData("windows-1251", "")]
    [InlineData("utf-16", "\uFEFF")]
    public void A_published_matrix_is_read_in_every_usual_encoding(string encoding, string mark)
    {
        var file = Reading.ReadCsv(
            mark + "код;наименование;год;процедура;маркер\r\n220028;\"МБОУ \"\"СОШ; №5\"\"\";2023;ЕГЭ МА;1\r\n220029;СОШ №6;2023;ЕГЭ МА;0\r\n220030;СОШ №7;2023;ЕГЭ МА;\r\n", encoding);

        Assert.Empty(file.Refusals);
        Assert.Equal(ResultFileFormat.MarkerMatrix, file.Format);
        var section = Assert.Single(file.Sections);
        Assert.Equal(("ЕГЭ МА", 2023), (section.Procedure, section.Year));
        Assert.Equal([true, false], section.Rows.Select(r => r.PublishedMarker!.Value));
        Assert.All(section.Rows, r => Assert.Null(r.Participants));
        Assert.Equal(["МБОУ \"СОШ; №5\"", "СОШ №6", "СОШ №7"], section.Schools.Select(s => s.Name));
        Assert.Equal([2, 3, 4], section.Schools.Select(s => s.Row));
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    public void The_delimiter_is_found(char delimiter)
    {
        var text = "код;наименование;год;процедура;маркер\n220028;\"Школа, что у реки; №5\";2023;ОГЭ РУ;1".Replace("код;наименование;год;процедура;маркер", string.Join(delimiter, "код", "наименование", "год", "процедура", "маркер"), StringComparison.Ordinal)
            .Replace("220028;", "220028" + delimiter, StringComparison.Ordinal)
            .Replace("\";2023;ОГЭ РУ;1", string.Join(delimiter, "\"", "2023", "ОГЭ РУ", "1"), StringComparison.Ordinal);
        Assert.Equal("Школа, что у реки; №5", Assert.Single(Assert.Single(Reading.ReadCsv(text).Sections).Rows).School.Name);
    }

    [Fact]
    public void A_marker_that_is_neither_1_nor_0_is_refused()
    {
        var refusal = Assert.Single(Reading.ReadCsv("код;наименование;год;процедура;маркер\n220028;СОШ;2023;ОГЭ РУ;2").Refusals);
        Assert.Equal(("E2", 2), (refusal.Cell, refusal.Row));
    }

    [Fact]
    public void A_matrix_with_counts_is_read_by_its_counts()
    {
        var file = Reading.ReadCsv(
            "код;наименование;год;процедура;участников;не преодолели порог;маркер\n220001;СОШ;2023;ОГЭ РУ;10;3;низкий\n220002;СОШ;2023;ОГЭ РУ;10;2;не низкий\n220003;СОШ;2023;ОГЭ РУ;;;нет данных\n"
            + "220004;СОШ;2023;ОГЭ РУ;4;1;нет данных\n220005;СОШ;2023;ОГЭ РУ;;;низкий\n220006;СОШ;2023;ОГЭ РУ;3;4;низкий\n220007;СОШ;2023;ОГЭ РУ;3;;низкий\n");
        Assert.Equal(
            [("220001", 10, 3, null), ("220002", 10, 2, null), ("220004", 4, 1, null), ("220005", null, null, true)],
            file.Sections[0].Rows.Select(r => (r.School.Code, r.Participants, r.Failed, r.PublishedMarker)));
        Assert.Equal(["F7", "F8"], file.Refusals.Select(r => r.Cell));
    }

    [Theory]
    [InlineData("ФИС ОКО", "ОГЭ РУ")]
    [InlineData(null, "ВПР 5 РУ")]
    public void A_login_saved_as_a_number_gets_its_zero_back(string? kind, string procedure)
    {
        var file = Template([2024, procedure, kind, 10028, 20, 3]);
        Assert.Empty(file.Refusals);
        var school = Assert.Single(file.Sections[0].Schools);
        Assert.Equal(("010028", SchoolCodeKind.FisOko), (school.Code, Assert.Single(school.CodeKinds)));
        Assert.Contains("ноль", Assert.Single(file.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_login_of_five_digits_in_text_is_refused_by_the_name_of_its_zero() =>
        Assert.Contains("ноль", Assert.Single(Template([2024, "ОГЭ РУ", "ФИС ОКО", "10028", 20, 3]).Refusals).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_code_of_five_digits_at_an_exam_stays_the_exams_code() =>
        Assert.Equal("10028", Assert.Single(Template([2024, "ОГЭ РУ", null, 10028, 20, 3]).Sections[0].Schools).Code);

    private static ResultFile Template(params object?[][] rows) => Reading.Read(new TestWorkbook().Sheet("Результаты", [Header, .. rows]));
}
