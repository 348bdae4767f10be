using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Lists;

/// <summary>The comparison of two lists as xlsx: a summary, then who joined, left, stayed and was considered once.</summary>
public static class ComparisonWorkbook
{
    /// <summary>Writes the workbook into <paramref name="output"/>, which is left open.</summary>
    public static void Write(ComparisonDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var workbook = new WorkbookWriter(output, new WorkbookProperties("Сравнение перечней"));
        WriteSummary(workbook, document);
        var comparison = document.Comparison;
        WriteSchools(workbook, "Вошли", comparison.Joined);
        WriteSchools(workbook, "Вышли", comparison.Left);
        WriteSchools(workbook, "Остались", comparison.Stayed);
        WriteSchools(workbook, "Только в одном", comparison.InOneOnly);
    }

    /// <summary>Where a school stood in a list: «в перечне, A и B», «не в перечне», «не рассматривалась».</summary>
    public static string Place(JudgedSchool? school) => school?.Verdict switch
    {
        null => "не рассматривалась",
        { NotJudged: not null } => "не оценивалась",
        { Listed: false } => "не в перечне",
        { Criteria: var criteria } => $"в перечне, {string.Join(" и ", criteria)}",
    };

    private static void WriteSummary(WorkbookWriter workbook, ComparisonDocument document)
    {
        var comparison = document.Comparison;
        var sheet = workbook.AddSheet(new SheetLayout("Сводка") { ColumnWidths = [34, 60, 60] });
        sheet.WriteRow(Cell.Text("Сравнение перечней школ с низкими результатами", CellStyle.Title));
        if (document.Extract is { } extract)
        {
            sheet.WriteRow(Cell.Text($"Отобраны: {extract}", CellStyle.Note));
        }

        sheet.WriteRow(Cell.Header(""), Cell.Header("Первый перечень"), Cell.Header("Второй перечень"));
        Row("Перечень", h => h.Title);
        Row("Регион", h => h.Region);
        Row("Состояние", h => h.State.RussianName());
        Row("Приказ", h => h.OrderNumber is null ? RussianFigures.Missing : $"от {RussianFigures.Date(h.OrderDate)} № {h.OrderNumber}");
        Row("Методика", h => FigureText.Title(h.Methodology));
        Row("Идентификация выполнена", h => FigureText.Moment(h.RunAt));
        Row("Контрольная сумма (SHA-256)", h => h.RunSha256);
        sheet.WriteRow(Cell.Header("Изменение методики"), Cell.Text(comparison.MethodologyChange ?? "методика судит одинаково", CellStyle.Wrap));
        sheet.WriteRow();
        foreach (var (label, count) in new[]
        {
            ("Вошли, школ", comparison.Joined.Count),
            ("Вышли, школ", comparison.Left.Count),
            ("Остались, школ", comparison.Stayed.Count),
            ("Рассматривались только в одном, школ", comparison.InOneOnly.Count),
            ("Ни в одном перечне, школ", comparison.Neither),
        })
        {
            sheet.WriteRow(Cell.Header(label), Cell.Integer(count));
        }

        void Row(string label, Func<ListHeading, string> value) =>
            sheet.WriteRow(Cell.Header(label), Cell.Text(value(document.Before), CellStyle.Wrap), Cell.Text(value(document.After), CellStyle.Wrap));
    }

    private static void WriteSchools(WorkbookWriter workbook, string name, IReadOnlyList<ComparedSchool> schools)
    {
        var sheet = workbook.AddSheet(new SheetLayout(name)
        {
            ColumnWidths = [5, 9, 38, 26, 20, 20, 100],
            FrozenRows = 1,
            FrozenColumns = 3,
            FirstRepeatedRow = 1,
            FilterRow = 1,
        });
        sheet.WriteRow([.. new[] { "№", "Код", "Школа", "Муниципалитет", "Было", "Стало", "Почему" }.Select(Cell.Header)]);
        var number = 0;
        foreach (var compared in schools)
        {
            var school = compared.School;
            sheet.WriteRow(
                Cell.Integer(++number), Cell.Text(school.Code), Cell.Text(school.Name, CellStyle.Wrap), Cell.Text(school.Municipality),
                Cell.Text(Place(compared.Before)), Cell.Text(Place(compared.After)), Cell.Text(compared.Why, CellStyle.Wrap));
        }
    }
}
