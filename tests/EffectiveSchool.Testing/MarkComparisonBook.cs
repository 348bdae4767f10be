namespace EffectiveSchool.Testing;

/// <summary>«Сравнение отметок с отметками по журналу» in the layout of ФИС ОКО (domain.md §13), with any rows.</summary>
public static class MarkComparisonBook
{
    /// <summary>The row of the first of the given rows.</summary>
    public const int FirstGivenRow = 11;

    public static readonly object?[] Header =
        ["Группы участников", "Кол-во участников", "Понизили %", "Понизили кол-во", "Подтвердили %", "Подтвердили кол-во", "Повысили %", "Повысили кол-во"];

    /// <summary>A file with one municipality of <paramref name="participants"/>; names of sheets are cut at 31 characters.</summary>
    public static TestWorkbook Of(int year, int participants, params object?[][] rows) => With(
        year, [Header], [["Вся выборка", 1_000_000, 20m, 200_000, 70m, 700_000, 10m, 100_000], ["Тестовый район(reg22_m001)", participants, null, null, null, null, null, null], .. rows]);

    /// <summary>A file whose header and rows are all given.</summary>
    public static TestWorkbook With(int year, object?[][] header, object?[][] rows) => new TestWorkbook().Sheet(
        "РУ 5 Сравнение отметок с отметк",
        [
            ["Сравнение отметок с отметками по журналу"],
            [],
            [$"ВПР {year} Русский язык 5 класс"],
            ["Предмет:", "Русский язык"],
            ["Максимальный первичный балл:", 45],
            ["Дата:", $"15.03.{year}"],
            [],
            .. header,
            .. rows,
        ]);

    /// <summary>A school's row as the site prints it.</summary>
    public static object?[] School(string name, int lowered, int confirmed, int raised)
    {
        var all = lowered + confirmed + raised;
        return [name, all, MarkStatisticsBook.Percent(lowered, all), lowered, MarkStatisticsBook.Percent(confirmed, all), confirmed, MarkStatisticsBook.Percent(raised, all), raised];
    }
}
