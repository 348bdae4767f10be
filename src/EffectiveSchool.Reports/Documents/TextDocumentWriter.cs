using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Documents;

/// <summary>
/// Writes a docx paragraph by paragraph and row by row, on A4 across or upright: memory stays flat and equal texts give equal bytes, as in
/// <see cref="WorkbookWriter"/>.
/// </summary>
public sealed class TextDocumentWriter : IDisposable
{
    /// <summary>Width of the text, twips (1/1440 inch): A4 across without margins of 15 and 10 mm.</summary>
    public const int TextWidth = 15420;

    /// <summary>Width of the text, twips: A4 upright without margins of 30 and 15 mm.</summary>
    public const int UprightWidth = 9355;

    private const string MainPart = "word/document.xml";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string HeaderRelationship = "rIdHeader";
    private const int CellMargin = 20;
    private const uint UpwardsHeight = 1100;

    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive;
    private readonly TextProperties _properties;
    private readonly bool _upright;
    private readonly Stream _part;
    private readonly OpenXmlWriter _body;
    private IReadOnlyList<int>? _columns;
    private bool _finished;

    /// <summary>Begins a document in <paramref name="output"/>, which need not be seekable and is left open.</summary>
    /// <param name="output">Where it is written.</param>
    /// <param name="properties">What the file says of itself.</param>
    /// <param name="upright">On A4 upright, as letters and protocols are; else across.</param>
    public TextDocumentWriter(Stream output, TextProperties properties, bool upright = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(properties);
        (_properties, _upright) = (properties, upright);
        _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        _part = Open(MainPart);
        _body = OpenXmlWriter.Create(_part);
        _body.WriteStartDocument(true);
        _body.WriteStartElement(new Document());
        _body.WriteStartElement(new Body());
    }

    /// <summary>Writes a paragraph; a line break in the text stays one.</summary>
    public void WriteParagraph(string text, TextStyle style = TextStyle.Body, TextSide? side = null)
    {
        EndTable();
        _body.WriteElement(ParagraphOf(text, style, side, bold: false));
    }

    /// <summary>
    /// Begins a table of columns so wide (twips); it ends with the next paragraph, table or the document. The title is what a
    /// screen reader says of it.
    /// </summary>
    public void BeginTable(string title, IReadOnlyList<int> widths, bool lines = true)
    {
        ArgumentNullException.ThrowIfNull(widths);
        EndTable();
        _columns = widths;
        _body.WriteStartElement(new Table());
        _body.WriteElement(TableProperties(title, widths, lines));
        _body.WriteElement(new TableGrid(widths.Select(w => new GridColumn { Width = Number(w) })));
    }

    /// <summary>Writes a row; a heading row is printed again on every page. No row is split over two pages.</summary>
    public void WriteRow(IReadOnlyList<TextCell> cells, bool isHeader = false)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (_columns is null)
        {
            throw new InvalidOperationException("A row needs a table: call BeginTable first.");
        }

        var row = new TableRow();
        var properties = new TableRowProperties(new CantSplit());
        if (cells.Any(c => c is { Upwards: true, StartsRows: false }))
        {
            properties.Append(new TableRowHeight { Val = UpwardsHeight, HeightType = HeightRuleValues.AtLeast });
        }

        if (isHeader)
        {
            properties.Append(new TableHeader());
        }

        row.Append(properties);
        var column = 0;
        foreach (var cell in cells)
        {
            row.Append(CellOf(cell, _columns.Skip(column).Take(cell.Columns).Sum()));
            column += cell.Columns;
        }

        _body.WriteElement(row);
    }

    /// <summary>Closes the document.</summary>
    public void Dispose()
    {
        if (_finished)
        {
            return;
        }

        _finished = true;
        EndTable();
        _body.WriteElement(Page());
        _body.WriteEndElement();
        _body.WriteEndElement();
        _body.Dispose();
        _part.Dispose();
        WriteElement("word/styles.xml", TextStyles.Create());
        WriteElement("word/settings.xml", TextStyles.Settings());
        WriteElement("word/header1.xml", TextStyles.PageNumber());
        Write("word/_rels/document.xml.rels", part => OfficeParts.WriteRelationships(
            part,
            [
                new("rIdStyles", $"{OfficeParts.Relationship}/styles", "styles.xml"),
                new("rIdSettings", $"{OfficeParts.Relationship}/settings", "settings.xml"),
                new(HeaderRelationship, $"{OfficeParts.Relationship}/header", "header1.xml"),
            ]));
        Write("docProps/core.xml", part => OfficeParts.WriteCoreProperties(part, _properties.Title, _properties.Subject, _properties.Created));
        Write("docProps/app.xml", part => OfficeParts.WriteAppProperties(part, "Microsoft Office Word"));
        Write("_rels/.rels", part => OfficeParts.WritePackageRelationships(part, MainPart));
        Write("[Content_Types].xml", part => OfficeParts.WriteContentTypes(
            part,
            [
                (MainPart, $"{WordType}document.main+xml"),
                ("word/styles.xml", $"{WordType}styles+xml"),
                ("word/settings.xml", $"{WordType}settings+xml"),
                ("word/header1.xml", $"{WordType}header+xml"),
            ]));
        _archive.Dispose();
    }

    private static Paragraph ParagraphOf(string text, TextStyle style, TextSide? side, bool bold)
    {
        var properties = new ParagraphProperties();
        if (style != TextStyle.Body)
        {
            properties.Append(new ParagraphStyleId { Val = TextStyles.IdOf(style) });
        }

        if (side is { } where)
        {
            properties.Append(new Justification
            {
                Val = where switch { TextSide.Middle => JustificationValues.Center, TextSide.Right => JustificationValues.Right, _ => JustificationValues.Left },
            });
        }

        var run = bold ? new Run(new RunProperties(new Bold())) : new Run();
        foreach (var (line, index) in SheetText.Clean(text).Split('\n').Select((l, i) => (l, i)))
        {
            if (index > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(properties, run);
    }

    private static TableCell CellOf(TextCell cell, int width)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (cell.Columns > 1)
        {
            properties.Append(new GridSpan { Val = cell.Columns });
        }

        if (cell.StartsRows || cell.ContinuesRows)
        {
            properties.Append(new VerticalMerge { Val = cell.StartsRows ? MergedCellValues.Restart : MergedCellValues.Continue });
        }

        if (cell.Blank)
        {
            properties.Append(new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 4 }));
        }

        if (cell.Shaded)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "F2DCDB" });
        }

        if (cell.Upwards)
        {
            properties.Append(new TextDirection { Val = TextDirectionValues.BottomToTopLeftToRight });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, ParagraphOf(cell.Text, cell.Style, cell.Side == TextSide.Left ? null : cell.Side, cell.Bold));
    }

    private static TableProperties TableProperties(string title, IReadOnlyList<int> widths, bool lines)
    {
        var properties = new TableProperties(new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa });
        if (lines)
        {
            properties.Append(new TableBorders(
                Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()));
        }

        properties.Append(
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = CellMargin, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = CellMargin, Type = TableWidthValues.Dxa }),
            new TableCaption { Val = SheetText.Clean(title) });
        return properties;
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

    private SectionProperties Page() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderRelationship },
        _upright ? new PageSize { Width = 11906, Height = 16838 } : new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape },
        new PageMargin { Top = 1134, Bottom = 850, Left = _upright ? 1701U : 851U, Right = _upright ? 850U : 567U, Header = 567, Footer = 567, Gutter = 0 },
        new TitlePage());

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Word joins two tables that touch and asks for a paragraph after the last: a small empty one stands between.</summary>
    private void EndTable()
    {
        if (_columns is null)
        {
            return;
        }

        _columns = null;
        _body.WriteEndElement();
        _body.WriteElement(ParagraphOf("", TextStyle.Caption, side: null, bold: false));
    }

    private void WriteElement(string path, OpenXmlPartRootElement root) => Write(path, part =>
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument(true);
        writer.WriteElement(root);
    });

    private void Write(string path, Action<Stream> write)
    {
        using var part = Open(path);
        write(part);
    }

    private Stream Open(string path)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }
}
