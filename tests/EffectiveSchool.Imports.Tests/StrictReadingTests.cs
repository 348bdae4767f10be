using System.Text;
using EffectiveSchool.Imports.Figures;
using EffectiveSchool.Imports.Protocols;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests;

/// <summary>What must not come in, and what must not be passed by in silence.</summary>
public sealed class StrictReadingTests
{
    private static readonly object?[] Header = ["Год", "Процедура", "Код школы", "Участников", "Не преодолели порог"];

    [Theory]
    [InlineData("ФИО")]
    [InlineData("Ф.И.О. участника")]
    [InlineData("Участник (ФИО)")]
    [InlineData("Фамилии неуспевающих")]
    [InlineData("Имя")]
    [InlineData("Отчество")]
    [InlineData("СНИЛС")]
    [InlineData("Дата рождения")]
    [InlineData("Паспортные данные")]
    public void A_column_of_persons_in_a_table_of_schools_refuses_the_file_and_its_cell_is_named(string heading)
    {
        using var stream = new TestWorkbook().Sheet("Результаты", [.. Header, heading], [2024, "ОГЭ РУ", "220028", 20, 3, "Ежов"]).ToStream();
        var fault = Assert.Throws<FileRefusedException>(() => ProtocolReader.HoldsNames(stream));
        Assert.Equal("В листе «Результаты» есть столбец с данными людей: ячейка F1. Файл не принят и не сохранён.", fault.Message);
        Assert.Contains("Удалите этот столбец", fault.WhatToDo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_or_figures_with_a_column_of_persons_are_no_protocol()
    {
        using var matrix = Csv("год;процедура;код;маркер;ФИО директора\n2024;ОГЭ РУ;220028;1;Ежов Е.Е.\n");
        Assert.Contains("ячейка E1", Assert.Throws<FileRefusedException>(() => ProtocolReader.HoldsNames(matrix)).Message, StringComparison.Ordinal);
        using var figures = Csv("Год;Код школы;Обучающихся;Фамилия\n2024;220028;100;Ежов\n");
        Assert.Contains("ячейка D1", Assert.Throws<FileRefusedException>(() => ProtocolReader.RefuseNames(figures)).Message, StringComparison.Ordinal);
        using var good = Csv("Год;Код школы;Обучающихся;Социальный паспорт\n2024;220028;100;да\n");
        ProtocolReader.RefuseNames(good);
    }

    [Fact]
    public void A_year_that_has_not_come_is_refused_in_every_layout()
    {
        using var template = new TestWorkbook().Sheet("1", Header, [2027, "ОГЭ РУ", "220028", 20, 3], [2026, "ОГЭ РУ", "220028", 20, 3]).ToStream();
        var file = ResultFileReader.Read(template, "р.xlsx", lastYear: 2026);
        Assert.Equal(("A2", "Год 2027 ещё не наступил: сейчас 2026."), Assert.Single(file.Refusals) is var refusal ? (refusal.Cell, refusal.Reason) : default);
        Assert.Equal(2026, Assert.Single(file.Sections).Year);

        using var report = MarkStatisticsBook.Of(2030, "Русский язык", 5, MarkStatisticsBook.School("СОШ(sch220028)", 20, 5)).ToStream();
        Assert.Contains("Год 2030 ещё не наступил", Assert.Single(ResultFileReader.Read(report, "ВПР.xlsx", lastYear: 2026).Refusals).Reason, StringComparison.Ordinal);

        using var figures = Csv("Год;Код школы;Обучающихся\n2050;220028;100\n");
        Assert.Contains("Год 2050 ещё не наступил", Assert.Single(FigureFileReader.Read(figures, "п.csv", lastYear: 2026).Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_are_known_in_other_spellings_so_that_they_contradict_the_participants()
    {
        var file = Reading.ReadCsv("год;процедура;код школы;участников;отметки 2;Кол-во «3»;Получили отметку 4;5 (чел.)\n2024;ОГЭ РУ;220028;20;7;6;4;2\n");
        Assert.Contains("Отметок 2–5 всего 19, а участников 20.", Assert.Single(file.Refusals).Reason, StringComparison.Ordinal);
        Assert.Empty(file.Notes);
    }

    [Fact]
    public void Every_column_that_is_not_read_is_named()
    {
        var file = Reading.ReadCsv("год;процедура;код школы;участников;не преодолели порог;Не преодолели, %;участников;Примечание\n2024;ОГЭ РУ;220028;20;7;35;20;нет\n");
        Assert.Equal("Не прочитаны столбцы F «Не преодолели, %», G «участников», H «Примечание»: такие заголовки портал не знает. Если в них нужные данные, назовите их как в шаблоне.", Assert.Single(file.Notes).Text);
        using var figures = Csv("Год;Код школы;Обучающихся;Кружков\n2024;220028;100;4\n");
        Assert.Contains("столбец D «Кружков»", Assert.Single(FigureFileReader.Read(figures, "п.csv").Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_headings_alone_is_refused() =>
        Assert.Contains("строк с результатами под ними нет", Assert.Single(Reading.ReadCsv("год;процедура;код школы;участников;не преодолели порог\n").Refusals).Reason, StringComparison.Ordinal);

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));
}
