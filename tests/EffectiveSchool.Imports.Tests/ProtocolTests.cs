using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports.Protocols;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests;

public sealed class ProtocolTests
{
    private static readonly object?[] Header = ["№", "Код ОО", "Фамилия", "Имя", "Отчество", "Экзамен", "Дата экзамена", "Первичный балл", "Балл", "Отметка", "Этап", "ВПЛ"];

    [Fact]
    public void Pupils_are_added_up_by_school_procedure_and_year()
    {
        var file = Read(
            Pupil(1, "900001", "Ежов", "ЕГЭ Русский язык", score: 23), Pupil(2, "900001", "Лисицын", "ЕГЭ Русский язык", score: 24), Pupil(3, "900001", "Волков", "ЕГЭ Русский язык", score: 72),
            Pupil(4, "900002", "Зайцев", "ЕГЭ математика профильная", score: 26), Pupil(5, "900001", "Ежов", "ОГЭ Математика", mark: 2, primary: 9), Pupil(6, "900001", "Барсуков", "ОГЭ Математика", mark: 5, primary: 30));
        Assert.Empty(file.Remarks);
        Assert.Equal(
        [
            new("900002", "", "ЕГЭ МА профиль", 2024, 1, 1, null, 26),
            new("900001", "", "ЕГЭ РУ", 2024, 3, 1, null, 39.67m),
            new("900001", "", "ОГЭ МА", 2024, 2, 1, new MarkCounts(1, 0, 0, 1), 19.5m),
        ], file.Totals);
    }

    [Fact]
    public void The_mark_decides_before_the_score_and_the_base_level_is_scored_in_marks()
    {
        var file = Read(
            Pupil(1, "900001", "Ежов", "ОГЭ Русский язык", mark: 3, primary: 10), Pupil(2, "900001", "Волков", "ОГЭ Русский язык", primary: 14),
            Pupil(3, "900001", "Ежов", "ЕГЭ математика базовая", score: 2), Pupil(4, "900001", "Волков", "ЕГЭ математика базовая", score: 5));
        Assert.Equal([("ЕГЭ МА база", 2, 1), ("ОГЭ РУ", 2, 1)], file.Totals.Select(t => (t.Procedure, t.Participants, t.Failed)));
        Assert.Equal(new MarkCounts(1, 0, 0, 1), file.Totals[0].Marks);
        Assert.Null(file.Totals[1].Marks);
    }

    [Fact]
    public void Resits_graduates_of_past_years_and_absent_pupils_are_left_out_with_their_rows()
    {
        var file = Read(
            Pupil(1, "900001", "Ежов", "ЕГЭ РУ", score: 50), Pupil(2, "900001", "Ежов", "ЕГЭ РУ", score: 20, stage: "пересдача"), Pupil(3, "900001", "Волков", "ЕГЭ РУ", score: 20, past: "ВПЛ"),
            Pupil(4, "900001", "Рысев", "ЕГЭ РУ", score: "не явился"), Pupil(5, "900001", "Бобров", "ЕГЭ РУ"));
        Assert.Equal((1, 0), (Assert.Single(file.Totals).Participants, file.Totals[0].Failed));
        Assert.Equal(["Пересдачи не учтены: 1 (строка 3).", "Выпускники прошлых лет не учтены: 1 (строка 4).", "Не явились или без результата: 2 (строки 5, 6)."], file.Remarks.Select(r => r.Text));
        Assert.All(file.Remarks, r => Assert.Null(r.WhatToDo));
    }

    [Fact]
    public void A_wrong_row_is_refused_by_number_and_nothing_of_it_is_quoted()
    {
        var file = Read(
            Pupil(1, "Секретарева", "Ежов", "ЕГЭ РУ", score: 50), Pupil(2, "900001", "Ежов", "Секретарева", score: 20), Pupil(3, "900001", "Волков", "ЕГЭ РУ", score: "Секретарева"),
            Pupil(4, "900001", "Рысев", "ОГЭ МА", primary: 20), Pupil(5, "900001", "Бобров", "ЕГЭ математика", score: 20), Pupil(6, "900001", "Бобров", "ЕГЭ РУ", score: 50, stage: "Секретарева"),
            Pupil(7, "900001", "Бобров", "ОГЭ РУ", mark: 6));
        Assert.Equal(["B2", "F3", "I4", "J5", "F6", "K7", "J8"], file.Remarks.Select(r => r.Cell));
        Assert.All(file.Remarks, r => Assert.NotNull(r.WhatToDo));
        Assert.DoesNotContain("Секретарева", string.Concat(file.Remarks), StringComparison.Ordinal);
        Assert.Equal("лист 1", file.Remarks[0].Sheet);
        Assert.Empty(file.Totals);
    }

    [Fact]
    public void What_stands_above_the_table_counts_for_all_its_rows()
    {
        var book = new TestWorkbook().Sheet(
            "Секретарева",
            ["Ведомость результатов ЕГЭ"],
            ["Предмет:", "1 - Русский язык"],
            ["Дата экзамена:", new DateOnly(2023, 5, 29)],
            ["Код ОО:", "900001"],
            ["№", "ФИО участника", "Балл"],
            [1, "Секретарева А.Б.", 20],
            [2, "Ежов В. Г.", "60"],
            [null, null, "Итого: 2"]);
        var file = Read(book);
        Assert.Equal(new ProtocolTotal("900001", "", "ЕГЭ РУ", 2023, 2, 1, null, 40), Assert.Single(file.Totals));
        Assert.Empty(file.Remarks);
    }

    [Fact]
    public void A_protocol_without_a_needed_column_is_refused_as_a_sheet() => Assert.Contains(
        "нет столбца «Код школы», «Балл» или «Отметка»",
        Assert.Single(Read(new TestWorkbook().Sheet("1", ["ЕГЭ 2024 русский язык"], ["Фамилия", "Имя"], ["Ежов", "Егор"])).Remarks).Text,
        StringComparison.Ordinal);

    [Fact]
    public void A_pasted_protocol_names_its_cells_by_line_and_column()
    {
        using var stream = new MemoryStream(EffectiveSchool.Imports.Tables.PastedTable.ToFile("ФИО\tКод ОО\tПроцедура\tГод\tБалл\nЕжов Е.\t900001\tЕГЭ РУ\t2024\tмного\n"));
        Assert.Equal("строка 2, столбец 5 вставленного текста", Assert.Single(ProtocolReader.Read(stream, (_, _) => 24, isPasted: true).Remarks).Cell);
    }

    [Fact]
    public void The_region_may_set_its_own_threshold()
    {
        using var stream = new TestWorkbook().Sheet("1", Header, Pupil(1, "900001", "Ежов", "ОГЭ МА", primary: 9)).ToStream();
        Assert.Equal(1, Assert.Single(ProtocolReader.Read(stream, (procedure, year) => procedure == "ОГЭ МА" && year == 2024 ? 10 : null).Totals).Failed);
    }

    [Fact]
    public void Tables_of_persons_are_known_by_headings_and_by_names_hidden_sheets_too()
    {
        Assert.True(Holds(new TestWorkbook().Sheet("1", ["ФИО", "Балл"], ["Ежов Егор", 20])));
        Assert.True(Holds(MarkStatisticsBook.Of(2021, "Русский язык", 5, MarkStatisticsBook.School("СОШ(sch220028)", 20, 5)).HiddenSheet("2", ["Фамилия", "Балл"])));
        Assert.True(Holds(new TestWorkbook().Sheet("1", ["Кто", "Сколько"], ["Ежов Егор Петрович", 1], ["Волкова Анна Ильинична", 2], ["Рысев И.О.", 3])));
    }

    [Fact]
    public void Tables_of_schools_are_no_tables_of_persons()
    {
        Assert.False(Holds(MarkStatisticsBook.Of(2021, "Русский язык", 5, MarkStatisticsBook.School("СОШ(sch220028)", 20, 5))));
        Assert.False(Holds(MarkComparisonBook.Of(2021, 25, MarkComparisonBook.School("МБОУ СОШ им. Петра Ильича Чайковского(sch220028)", 6, 17, 2))));
        Assert.False(Holds(new TestWorkbook().Sheet("1", ["Год", "Процедура", "Код школы", "Участников", "Не преодолели порог"], [2024, "ОГЭ РУ", "220028", 20, 3])));
    }

    private static object?[] Pupil(int number, object code, string surname, string exam, object? score = null, object? mark = null, object? primary = null, string? stage = null, string? past = null) =>
        [number, code, surname, "Егор", "Петрович", exam, new DateOnly(2024, 5, 28), primary, score, mark, stage, past];

    private static ProtocolFile Read(params object?[][] rows) => Read(new TestWorkbook().Sheet("Протокол", [Header, .. rows]));

    private static ProtocolFile Read(TestWorkbook book)
    {
        using var stream = book.ToStream();
        return ProtocolReader.Read(stream, (procedure, _) => ExamThresholds.Of(procedure));
    }

    private static bool Holds(TestWorkbook book)
    {
        using var stream = book.ToStream();
        return ProtocolReader.HoldsNames(stream);
    }
}
