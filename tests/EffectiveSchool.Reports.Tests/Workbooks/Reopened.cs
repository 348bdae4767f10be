using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace EffectiveSchool.Reports.Tests.Workbooks;

/// <summary>A written workbook opened again through Open XML, the way another program would read it.</summary>
internal sealed class Reopened : IDisposable
{
    private readonly SpreadsheetDocument _document;

    public Reopened(byte[] file) => _document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    public WorkbookPart Workbook => _document.WorkbookPart!;

    public SpreadsheetDocument Document => _document;

    public IReadOnlyList<string> SheetNames => [.. Workbook.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];

    public Worksheet Sheet(string name)
    {
        var sheet = Workbook.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == name);
        return ((WorksheetPart)Workbook.GetPartById(sheet.Id!)).Worksheet;
    }

    public Cell Cell(string sheet, string address) =>
        Sheet(sheet).Descendants<Cell>().Single(c => c.CellReference == address);

    public string Text(string sheet, string address) => Cell(sheet, address).InnerText;

    public CellFormat Format(Cell cell) =>
        Workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    public string? NumberFormat(Cell cell) =>
        Workbook.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
            .SingleOrDefault(f => f.NumberFormatId! == Format(cell).NumberFormatId!)?.FormatCode?.Value;

    public string DefinedName(string name, int sheet) =>
        Workbook.Workbook.DefinedNames!.Elements<DefinedName>().Single(n => n.Name == name && n.LocalSheetId! == (uint)sheet).Text;

    public IReadOnlyList<string> Errors() =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(_document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];

    public void Dispose() => _document.Dispose();
}
