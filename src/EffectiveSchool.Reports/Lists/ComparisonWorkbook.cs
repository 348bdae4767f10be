using EffectiveSchool.Domain.Identification;
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
        foreach (var (name, schools) in ComparisonFacts.Tables(document.Comparison))
        {
            WriteSchools(workbook, name, schools);
        }
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
        var sheet = workbook.AddSheet(new SheetLayout("Сводка") { ColumnWidths = [34, 60, 60] });
        sheet.WriteRow(Cell.Text(ComparisonFacts.Title, CellStyle.Title));
        if (document.Extract is { } extract)
        {
            sheet.WriteRow(Cell.Text($"Отобраны: {extract}", CellStyle.Note));
        }

        sheet.WriteRow(Cell.Header(""), Cell.Header("Первый перечень"), Cell.Header("Второй перечень"));
        foreach (var (label, value) in ComparisonFacts.OfLists)
        {
            sheet.WriteRow(Cell.Header(label), Cell.Text(value(document.Before), CellStyle.Wrap), Cell.Text(value(document.After), CellStyle.Wrap));
        }

        sheet.WriteRow(Cell.Header("Изменение методики"), Cell.Text(ComparisonFacts.MethodologyChange(document), CellStyle.Wrap));
        sheet.WriteRow();
        foreach (var (label, count) in ComparisonFacts.Counts(document.Comparison))
        {
            sheet.WriteRow(Cell.Header(label), Cell.Integer(count));
        }
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
