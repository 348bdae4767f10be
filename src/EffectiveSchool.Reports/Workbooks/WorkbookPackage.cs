using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>The fixed parts around the sheets of an xlsx package (ISO/IEC 29500-2).</summary>
internal static class WorkbookPackage
{
    /// <summary>The part that the package is about.</summary>
    public const string MainPart = "xl/workbook.xml";

    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static string SheetPath(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    public static Workbook Workbook(IReadOnlyList<SheetWriter> sheets)
    {
        var workbook = new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(sheets.Select((sheet, i) => new Sheet { Name = sheet.Name, SheetId = (uint)i + 1, Id = SheetRelationship(i + 1) })));
        var names = sheets.SelectMany(DefinedNamesOf).ToList();
        if (names.Count > 0)
        {
            workbook.Append(new DefinedNames(names));
        }

        return workbook;
    }

    public static void WriteWorkbookRelationships(Stream part, int sheets) => OfficeParts.WriteRelationships(
        part,
        [
            .. Enumerable.Range(1, sheets).Select(number =>
                new PartRelationship(SheetRelationship(number), $"{OfficeParts.Relationship}/worksheet", SheetPath(number)["xl/".Length..])),
            new("rIdStyles", $"{OfficeParts.Relationship}/styles", "styles.xml"),
        ]);

    public static void WriteContentTypes(Stream part, int sheets) => OfficeParts.WriteContentTypes(
        part,
        [
            (MainPart, $"{SpreadsheetType}sheet.main+xml"),
            .. Enumerable.Range(1, sheets).Select(number => (SheetPath(number), $"{SpreadsheetType}worksheet+xml")),
            ("xl/styles.xml", $"{SpreadsheetType}styles+xml"),
        ]);

    private static IEnumerable<DefinedName> DefinedNamesOf(SheetWriter sheet, int index)
    {
        var quoted = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'";
        var layout = sheet.Layout;
        if (layout.FilterRow is { } filter && sheet.RowCount >= filter && sheet.ColumnCount > 0)
        {
            yield return new DefinedName($"{quoted}!{CellAddress.AbsoluteRange(filter, 1, sheet.RowCount, sheet.ColumnCount)}")
            {
                Name = "_xlnm._FilterDatabase",
                LocalSheetId = (uint)index,
                Hidden = true,
            };
        }

        if (layout.FirstRepeatedRow is { } first)
        {
            var last = layout.LastRepeatedRow ?? first;
            var columns = layout.FrozenColumns > 0 ? $"{quoted}!$A:${CellAddress.Column(layout.FrozenColumns)}," : string.Empty;
            yield return new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{columns}{quoted}!${first}:${last}"))
            {
                Name = "_xlnm.Print_Titles",
                LocalSheetId = (uint)index,
            };
        }
    }

    private static string SheetRelationship(int number) => string.Create(CultureInfo.InvariantCulture, $"rId{number}");
}
