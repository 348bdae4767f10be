namespace EffectiveSchool.Testing;

/// <summary>«Статистика по отметкам» in the layout of ФИС ОКО (domain.md §13), with any rows.</summary>
public static class MarkStatisticsBook
{
    /// <summary>First row under the header, 1-based: «Вся выборка».</summary>
    public const int FirstRow = 9;

    /// <summary>The row of the first of the given rows when <see cref="Of"/> writes it.</summary>
    public const int FirstGivenRow = 12;

    /// <summary>A file with one municipality; the rows follow from row 12 on.</summary>
    public static TestWorkbook Of(int year, string subject, int grade, params object?[][] rows) => With(
        year,
        subject,
        grade,
        [
            ["Вся выборка", 30_000, 1_000_000, 15.5m, 40m, 35m, 9.5m],
            ["Тестовый край", 500, 20_000, 18.5m, 42m, 31m, 8.5m],
            ["Тестовый район(reg22_m001)", null, null, null, null, null, null],
            .. rows,
        ]);

    /// <summary>A file whose rows are all given.</summary>
    public static TestWorkbook With(int year, string subject, int grade, object?[][] rows) => new TestWorkbook().Sheet(
        $"{(subject == "Математика" ? "МА" : "РУ")} {grade} Статистика по отметкам",
        [
            ["Статистика по отметкам"],
            [],
            [$"ВПР {year} {subject} {grade} класс"],
            ["Предмет:", subject],
            ["Максимальный первичный балл:", 45],
            ["Дата:", $"15.03.{year}"],
            [],
            ["Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5],
            .. rows,
        ]);

    /// <summary>A school's row as the site prints it: percents with two decimals.</summary>
    public static object?[] School(string name, int twos, int threes, int fours, int fives)
    {
        var participants = twos + threes + fours + fives;
        return [name, null, participants, Percent(twos, participants), Percent(threes, participants), Percent(fours, participants), Percent(fives, participants)];
    }

    /// <summary>A school where so many of so many failed.</summary>
    public static object?[] School(string name, int participants, int failed) => School(name, failed, participants - failed, 0, 0);

    public static decimal Percent(int count, int participants) => participants == 0 ? 0 : Math.Round(100m * count / participants, 2, MidpointRounding.AwayFromZero);
}
