using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EffectiveSchool.Web.Tests.Documents;

/// <summary>A downloaded workbook opened again: the text of its cells, rows by 1-based number.</summary>
internal static class WorkbookText
{
    public static IReadOnlyList<IReadOnlyList<string>> Rows(byte[] file, string sheet)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var workbook = document.WorkbookPart!;
        var id = workbook.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == sheet).Id!;
        var strings = workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(s => s.InnerText).ToList() ?? [];
        return [.. ((WorksheetPart)workbook.GetPartById(id!)).Worksheet.Descendants<Row>().Select(r => (IReadOnlyList<string>)[.. r.Elements<Cell>().Select(c => Text(c, strings))])];
    }

    private static string Text(Cell cell, List<string> strings) =>
        cell.DataType?.Value == CellValues.SharedString ? strings[int.Parse(cell.InnerText, CultureInfo.InvariantCulture)] : cell.InnerText;
}
