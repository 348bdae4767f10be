using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>
/// Writes the rows of one sheet straight into the file: what is written is not kept in memory. What stands above and below
/// the rows is Open XML's own writing; the rows, of which there may be a million, are put in as bytes of the same form.
/// </summary>
public sealed class SheetWriter
{
    /// <summary>Excel's limit of rows in a sheet.</summary>
    public const int MaxRows = 1_048_576;

    private const string NoRows = "<x:sheetData />";

    private static readonly DateOnly SerialZero = new(1899, 12, 30);
    private static readonly DateOnly FirstReliableSerial = new(1900, 3, 1);

    private readonly Stream _part;
    private readonly Utf8Sink _sink;
    private readonly SheetLayout _layout;
    private readonly List<string> _merged = [];
    private readonly List<byte[]> _columns = [];
    private bool _closed;

    internal SheetWriter(Stream part, SheetLayout layout, string name, bool first)
    {
        _part = part;
        _sink = new Utf8Sink(part);
        _layout = layout;
        Name = name;
        _part.Write(Frame(writer => WriteBeginning(writer, first)).Above);
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

        _sink.Write(RowCount == 0 ? "<x:sheetData><x:row r=\""u8 : "<x:row r=\""u8);
        _sink.Write(++RowCount);
        if (height is { } points)
        {
            _sink.Write("\" ht=\""u8);
            _sink.Write(points);
            _sink.Write("\" customHeight=\"1"u8);
        }

        _sink.Write(cells.Length == 0 ? "\" />"u8 : "\">"u8);
        for (var i = 0; i < cells.Length; i++)
        {
            if (i == _columns.Count)
            {
                _columns.Add(Encoding.ASCII.GetBytes(CellAddress.Column(i + 1)));
            }

            WriteCell(_columns[i], cells[i]);
        }

        if (cells.Length > 0)
        {
            _sink.Write("</x:row>"u8);
        }
    }

    /// <summary>Joins a rectangle of cells; the value is that of its first cell. Rows and columns count from 1.</summary>
    public void Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) =>
        _merged.Add(CellAddress.Range(firstRow, firstColumn, lastRow, lastColumn));

    internal void Close()
    {
        _closed = true;
        _sink.Write(RowCount == 0 ? "<x:sheetData />"u8 : "</x:sheetData>"u8);
        _sink.Flush();
        _part.Write(Frame(WriteEnd).Below);
    }

    /// <summary>What Open XML writes of a sheet without rows above and below them.</summary>
    private static (byte[] Above, byte[] Below) Frame(Action<OpenXmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = OpenXmlWriter.Create(buffer))
        {
            writer.WriteStartDocument(true);
            writer.WriteStartElement(new Worksheet());
            write(writer);
            writer.WriteEndElement();
        }

        var text = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        var rows = text.IndexOf(NoRows, StringComparison.Ordinal);
        return (Encoding.UTF8.GetBytes(text[..rows]), Encoding.UTF8.GetBytes(text[(rows + NoRows.Length)..]));
    }

    private void WriteEnd(OpenXmlWriter writer)
    {
        writer.WriteElement(new SheetData());
        if (_layout.FilterRow is { } filter && RowCount >= filter && ColumnCount > 0)
        {
            writer.WriteElement(new AutoFilter { Reference = CellAddress.Range(filter, 1, RowCount, ColumnCount) });
        }

        if (_merged.Count > 0)
        {
            writer.WriteElement(new MergeCells(_merged.Select(m => new MergeCell { Reference = m })) { Count = (uint)_merged.Count });
        }

        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = 9,
            Orientation = _layout.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        });
        writer.WriteElement(new HeaderFooter { OddFooter = new OddFooter("&L&A&Rстр. &P из &N") });
    }

    private void WriteBeginning(OpenXmlWriter writer, bool first)
    {
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var view = new SheetView { WorkbookViewId = 0 };
        if (first)
        {
            view.TabSelected = true;
        }

        if (_layout.FrozenRows > 0 || _layout.FrozenColumns > 0)
        {
            view.Append(FrozenPane());
        }

        writer.WriteElement(new SheetViews(view));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        if (_layout.ColumnWidths.Count > 0)
        {
            writer.WriteElement(new Columns(_layout.ColumnWidths.Select((width, i) => new Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = width,
                CustomWidth = true,
            })));
        }

        writer.WriteElement(new SheetData());
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

    private void WriteCell(byte[] column, Cell cell)
    {
        var day = cell.Kind == CellKind.Date && cell.Day < FirstReliableSerial ? RussianText(cell.Day) : null;
        var text = cell.Content ?? day;
        var variant = text is not null && SheetText.LooksLikeFormula(text) ? WorkbookStyles.Variant.Quoted
            : cell.NeedsTwoDecimals ? WorkbookStyles.Variant.TwoDecimals
            : WorkbookStyles.Variant.Plain;
        _sink.Write("<x:c r=\""u8);
        _sink.Write(column);
        _sink.Write(RowCount);
        _sink.Write("\" s=\""u8);
        _sink.Write(WorkbookStyles.IndexOf(cell.Style, variant));
        if (text is not null)
        {
            _sink.Write("\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">"u8);
            _sink.WriteText(SheetText.ForXml(text));
            _sink.Write("</x:t></x:is></x:c>"u8);
        }
        else if (cell.Kind == CellKind.Empty)
        {
            _sink.Write("\" />"u8);
        }
        else
        {
            _sink.Write("\"><x:v>"u8);
            if (cell.Kind == CellKind.Date)
            {
                _sink.Write(cell.Day.DayNumber - SerialZero.DayNumber);
            }
            else
            {
                _sink.Write(cell.Amount);
            }

            _sink.Write("</x:v></x:c>"u8);
        }
    }

    private static string RussianText(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
