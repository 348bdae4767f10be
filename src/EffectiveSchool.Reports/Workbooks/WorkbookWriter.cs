using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>
/// Writes an xlsx row by row. The package is put together here rather than by SpreadsheetDocument, which keeps every part in
/// memory until the end and stamps the parts with the clock: here memory stays flat and equal rows give equal bytes.
/// </summary>
public sealed class WorkbookWriter : IDisposable
{
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive;
    private readonly WorkbookProperties _properties;
    private readonly List<SheetWriter> _sheets = [];
    private Stream? _part;
    private bool _finished;

    /// <summary>Begins a workbook in <paramref name="output"/>, which need not be seekable and is left open.</summary>
    public WorkbookWriter(Stream output, WorkbookProperties properties)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(properties);
        _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        _properties = properties;
    }

    /// <summary>Begins the next sheet; the one before it is closed.</summary>
    public SheetWriter AddSheet(SheetLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ObjectDisposedException.ThrowIf(_finished, this);
        CloseSheet();
        var name = SheetText.SheetName(layout.Name, [.. _sheets.Select(s => s.Name)]);
        _part = Open(WorkbookPackage.SheetPath(_sheets.Count + 1));
        var sheet = new SheetWriter(_part, layout, name, first: _sheets.Count == 0);
        _sheets.Add(sheet);
        return sheet;
    }

    /// <summary>Closes the workbook. One without sheets gets an empty sheet, because Excel opens none without.</summary>
    public void Dispose()
    {
        if (_finished)
        {
            return;
        }

        if (_sheets.Count == 0)
        {
            AddSheet(new SheetLayout("Лист1"));
        }

        CloseSheet();
        _finished = true;
        WriteElement("xl/styles.xml", WorkbookStyles.Create());
        WriteElement(WorkbookPackage.MainPart, WorkbookPackage.Workbook(_sheets));
        using (var part = Open("xl/_rels/workbook.xml.rels"))
        {
            WorkbookPackage.WriteWorkbookRelationships(part, _sheets.Count);
        }

        using (var part = Open("docProps/core.xml"))
        {
            OfficeParts.WriteCoreProperties(part, _properties.Title, _properties.Subject, _properties.Created);
        }

        using (var part = Open("docProps/app.xml"))
        {
            OfficeParts.WriteAppProperties(part, "Microsoft Excel");
        }

        using (var part = Open("_rels/.rels"))
        {
            OfficeParts.WritePackageRelationships(part, WorkbookPackage.MainPart);
        }

        using (var part = Open("[Content_Types].xml"))
        {
            WorkbookPackage.WriteContentTypes(part, _sheets.Count);
        }

        _archive.Dispose();
    }

    private void CloseSheet()
    {
        if (_part is null)
        {
            return;
        }

        _sheets[^1].Close();
        _part.Dispose();
        _part = null;
    }

    private void WriteElement(string path, OpenXmlElement root)
    {
        using var part = Open(path);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument(true);
        writer.WriteElement(root);
    }

    private Stream Open(string path)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }
}
