using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>Writes the rows of one sheet straight into the file: what is written is not kept in memory.</summary>
public sealed class SheetWriter
{
    /// <summary>Excel's limit of rows in a sheet.</summary>
    public const int MaxRows = 1_048_576;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);
    private static readonly DateOnly FirstReliableSerial = new(1900, 3, 1);
    private static readonly Row RowElement = new();
    private static readonly SheetCell CellElement = new();
    private static readonly CellValue ValueElement = new();
    private static readonly InlineString InlineStringElement = new();
    private static readonly Text TextElement = new();
    private static readonly OpenXmlAttribute PreserveSpace = new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");

    private readonly OpenXmlWriter _writer;
    private readonly SheetLayout _layout;
    private readonly List<string> _merged = [];
    private readonly List<string> _columns = [];
    private readonly List<OpenXmlAttribute> _attributes = new(3);
    private bool _closed;

    internal SheetWriter(OpenXmlWriter writer, SheetLayout layout, string name, bool first)
    {
        _writer = writer;
        _layout = layout;
        Name = name;
        WriteBeginning(first);
    }

    /// <summary>The name on the tab, as it was made legal and unique.</summary>
    public string Name { get; }

    /// <summary>How many rows are written so far.</summary>
    public int RowCount { get; private set; }

    internal SheetLayout Layout => _layout;

    internal int ColumnCount => _columns.Count;

    /// <summary>
    /// Writes the next row. Throws <see cref="InvalidOperationException"/> after the sheet is closed (the next one was begun)
    /// and past <see cref="MaxRows"/>.
    /// </summary>
    public void WriteRow(params ReadOnlySpan<Cell> cells) => WriteRow(height: null, cells);

    /// <summary>Writes the next row with a height in points; null leaves the height to the program that opens the file.</summary>
    public void WriteRow(double? height, params ReadOnlySpan<Cell> cells)
    {
        if (_closed)
        {
            throw new InvalidOperationException($"Лист «{Name}» уже закрыт: строки пишутся до начала следующего листа.");
        }

        if (RowCount == MaxRows)
        {
            throw new InvalidOperationException($"На листе «{Name}» больше {MaxRows} строк: столько Excel не открывает. Разделите выгрузку, например по муниципалитетам.");
        }

        var row = (++RowCount).ToString(CultureInfo.InvariantCulture);
        _attributes.Clear();
        _attributes.Add(new OpenXmlAttribute("r", string.Empty, row));
        if (height is { } points)
        {
            _attributes.Add(new OpenXmlAttribute("ht", string.Empty, points.ToString(CultureInfo.InvariantCulture)));
            _attributes.Add(new OpenXmlAttribute("customHeight", string.Empty, "1"));
        }

        _writer.WriteStartElement(RowElement, _attributes);
        for (var i = 0; i < cells.Length; i++)
        {
            if (i == _columns.Count)
            {
                _columns.Add(CellAddress.Column(i + 1));
            }

            WriteCell(_columns[i] + row, cells[i]);
        }

        _writer.WriteEndElement();
    }

    /// <summary>Joins a rectangle of cells; the value is that of its first cell. Rows and columns count from 1.</summary>
    public void Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) =>
        _merged.Add(CellAddress.Range(firstRow, firstColumn, lastRow, lastColumn));

    internal void Close()
    {
        _closed = true;
        _writer.WriteEndElement();
        if (_layout.FilterRow is { } filter && RowCount >= filter && ColumnCount > 0)
        {
            _writer.WriteElement(new AutoFilter { Reference = CellAddress.Range(filter, 1, RowCount, ColumnCount) });
        }

        if (_merged.Count > 0)
        {
            _writer.WriteElement(new MergeCells(_merged.Select(m => new MergeCell { Reference = m })) { Count = (uint)_merged.Count });
        }

        _writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        _writer.WriteElement(new PageSetup
        {
            PaperSize = 9,
            Orientation = _layout.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        });
        _writer.WriteElement(new HeaderFooter { OddFooter = new OddFooter("&L&A&Rстр. &P из &N") });
        _writer.WriteEndElement();
        _writer.Close();
    }

    private void WriteBeginning(bool first)
    {
        _writer.WriteStartDocument(true);
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var view = new SheetView { WorkbookViewId = 0 };
        if (first)
        {
            view.TabSelected = true;
        }

        if (_layout.FrozenRows > 0 || _layout.FrozenColumns > 0)
        {
            view.Append(FrozenPane());
        }

        _writer.WriteElement(new SheetViews(view));
        _writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        if (_layout.ColumnWidths.Count > 0)
        {
            _writer.WriteElement(new Columns(_layout.ColumnWidths.Select((width, i) => new Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = width,
                CustomWidth = true,
            })));
        }

        _writer.WriteStartElement(new SheetData());
    }

    private Pane FrozenPane()
    {
        var pane = new Pane
        {
            TopLeftCell = CellAddress.Of(_layout.FrozenRows + 1, _layout.FrozenColumns + 1),
            State = PaneStateValues.Frozen,
            ActivePane = (_layout.FrozenRows > 0, _layout.FrozenColumns > 0) switch
            {
                (true, true) => PaneValues.BottomRight,
                (true, false) => PaneValues.BottomLeft,
                _ => PaneValues.TopRight,
            },
        };
        if (_layout.FrozenRows > 0)
        {
            pane.VerticalSplit = _layout.FrozenRows;
        }

        if (_layout.FrozenColumns > 0)
        {
            pane.HorizontalSplit = _layout.FrozenColumns;
        }

        return pane;
    }

    private void WriteCell(string address, Cell cell)
    {
        var day = cell.Kind == CellKind.Date && cell.Day < FirstReliableSerial ? RussianText(cell.Day) : null;
        var text = cell.Content ?? day;
        var variant = text is not null && SheetText.LooksLikeFormula(text) ? WorkbookStyles.Variant.Quoted
            : cell.NeedsTwoDecimals ? WorkbookStyles.Variant.TwoDecimals
            : WorkbookStyles.Variant.Plain;
        _attributes.Clear();
        _attributes.Add(new OpenXmlAttribute("r", string.Empty, address));
        _attributes.Add(new OpenXmlAttribute("s", string.Empty, WorkbookStyles.IndexOf(cell.Style, variant).ToString(CultureInfo.InvariantCulture)));
        if (text is not null)
        {
            _attributes.Add(new OpenXmlAttribute("t", string.Empty, "inlineStr"));
            _writer.WriteStartElement(CellElement, _attributes);
            _writer.WriteStartElement(InlineStringElement);
            _writer.WriteStartElement(TextElement, [PreserveSpace]);
            _writer.WriteString(SheetText.ForXml(text));
            _writer.WriteEndElement();
            _writer.WriteEndElement();
        }
        else
        {
            _writer.WriteStartElement(CellElement, _attributes);
            if (cell.Kind != CellKind.Empty)
            {
                _writer.WriteStartElement(ValueElement);
                _writer.WriteString(cell.Kind == CellKind.Date
                    ? (cell.Day.DayNumber - SerialZero.DayNumber).ToString(CultureInfo.InvariantCulture)
                    : cell.Amount.ToString(CultureInfo.InvariantCulture));
                _writer.WriteEndElement();
            }
        }

        _writer.WriteEndElement();
    }

    private static string RussianText(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
