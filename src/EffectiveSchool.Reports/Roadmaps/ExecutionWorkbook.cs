using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Roadmaps;

/// <summary>The execution report as xlsx; its headings and texts are those of the page and the pdf too.</summary>
public static class ExecutionWorkbook
{
    /// <summary>The columns of domain.md §9.</summary>
    public static IReadOnlyList<string> Headings { get; } =
        ["№", "Мероприятие", "Срок", "Ответственный", "Статус", "Фактический результат", "Подтверждение", "Причины и меры"];

    /// <summary>A line as texts, one a column; missing is «—».</summary>
    /// <param name="line">The line.</param>
    /// <param name="asOf">The day the report shows.</param>
    public static IReadOnlyList<string> Texts(ExecutionLine line, DateOnly asOf) =>
    [
        Text(line.Number),
        line.School is null ? line.Title : $"{line.Title} ({line.School})",
        RussianFigures.Date(line.Due),
        Text(line.Responsible),
        line.StatusOn(asOf),
        Text(line.Fact),
        Text(line.Evidence),
        Text(line.Reasons),
    ];

    /// <summary>Writes the workbook into <paramref name="output"/>, which is left open.</summary>
    public static void Write(ExecutionReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var workbook = new WorkbookWriter(output, new WorkbookProperties("Отчёт об исполнении") { Subject = report.Programme });
        var sheet = workbook.AddSheet(new SheetLayout("Отчёт")
        {
            ColumnWidths = [8, 50, 13, 30, 22, 44, 34, 44], FrozenRows = 4, FirstRepeatedRow = 4, LastRepeatedRow = 4, FilterRow = 4,
        });
        sheet.WriteRow(Cell.Text(report.Title, CellStyle.Title));
        sheet.WriteRow(Cell.Text($"{report.Place}. {report.Period}", CellStyle.Note));
        sheet.WriteRow(Cell.Text($"Выполнено: {report.Share.Text}{report.Share.Remarks}", CellStyle.Note));
        sheet.WriteRow([.. Headings.Select(Cell.Header)]);
        foreach (var line in report.Lines)
        {
            sheet.WriteRow([.. Texts(line, report.AsOf).Select((text, i) => i == 2 ? Cell.Date(line.Due) : Cell.Text(text, CellStyle.Wrap))]);
        }

        sheet.WriteRow(Cell.Empty());
        sheet.WriteRow(Cell.Text("Руководитель ____________________ / ____________________ /"));
    }

    private static string Text(string text) => text.Length > 0 ? text : RussianFigures.Missing;
}
