using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>The style sheet of every outgoing workbook: one format per <see cref="CellStyle"/>, twice (the second half shows formula-like text as text).</summary>
internal static class WorkbookStyles
{
    private const uint OneDecimal = 164;
    private const uint RussianDate = 165;
    private const uint WholeWithThousands = 3;
    private const uint TwoDecimalsWithThousands = 4;

    private const string Ink = "FF14213D";
    private const string MutedInk = "FF5B6478";
    private const string LowRed = "FFB3261E";
    private const string NearBrown = "FF8A5A00";
    private const string NearCream = "FFFDF0DC";
    private const string HeaderFill = "FFE6EBF5";
    private const string Hairline = "FFC9D0DE";

    private static readonly CellStyle[] All = Enum.GetValues<CellStyle>();

    public static uint IndexOf(CellStyle style, bool quoted) => (uint)style + (quoted ? (uint)All.Length : 0);

    public static Stylesheet Create() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = OneDecimal, FormatCode = "0.0" },
            new NumberingFormat { NumberFormatId = RussianDate, FormatCode = @"dd\.mm\.yyyy" })
        { Count = 2 },
        new Fonts(FontOf(Ink), FontOf(Ink, bold: true), FontOf(Ink, bold: true, size: 14), FontOf(MutedInk), FontOf("FFFFFFFF", bold: true), FontOf(NearBrown))
        { Count = 6 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid(HeaderFill),
            Solid(LowRed),
            Solid(NearCream))
        { Count = 5 },
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(Line<LeftBorder>(), Line<RightBorder>(), Line<TopBorder>(), Line<BottomBorder>(), new DiagonalBorder()))
        { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(All.Select(s => Format(s, quoted: false)).Concat(All.Select(s => Format(s, quoted: true))))
        { Count = (uint)All.Length * 2 },
        new DocumentFormat.OpenXml.Spreadsheet.CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormat Format(CellStyle style, bool quoted) => style switch
    {
        CellStyle.Wrap => Format(quoted, wrap: true),
        CellStyle.Header => Format(quoted, font: 1, fill: 2, wrap: true, horizontal: HorizontalAlignmentValues.Center),
        CellStyle.Title => Format(quoted, font: 2, border: 0),
        CellStyle.Note => Format(quoted, font: 3, border: 0, wrap: true),
        CellStyle.Integer => Format(quoted, number: WholeWithThousands),
        CellStyle.Number => Format(quoted, number: TwoDecimalsWithThousands),
        CellStyle.Percent => Format(quoted, number: OneDecimal, horizontal: HorizontalAlignmentValues.Center),
        CellStyle.Date => Format(quoted, number: RussianDate, horizontal: HorizontalAlignmentValues.Center),
        CellStyle.Low => Format(quoted, font: 4, fill: 3, number: OneDecimal, horizontal: HorizontalAlignmentValues.Center),
        CellStyle.Near => Format(quoted, font: 5, fill: 4, number: OneDecimal, horizontal: HorizontalAlignmentValues.Center),
        CellStyle.Muted => Format(quoted, font: 3, horizontal: HorizontalAlignmentValues.Center),
        _ => Format(quoted),
    };

    private static CellFormat Format(
        bool quoted, uint font = 0, uint fill = 0, uint border = 1, uint number = 0, bool wrap = false, HorizontalAlignmentValues? horizontal = null)
    {
        var alignment = new Alignment { Vertical = wrap ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center };
        if (horizontal is { } side)
        {
            alignment.Horizontal = side;
            alignment.Vertical = VerticalAlignmentValues.Center;
        }

        if (wrap)
        {
            alignment.WrapText = true;
        }

        var format = new CellFormat(alignment)
        {
            FormatId = 0,
            FontId = font,
            FillId = fill,
            BorderId = border,
            NumberFormatId = number,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
        };
        if (quoted)
        {
            format.QuotePrefix = true;
        }

        return format;
    }

    private static Font FontOf(string color, bool bold = false, double size = 11)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = color }, new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill Solid(string color) => new(
        new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static T Line<T>()
        where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new Color { Rgb = Hairline } };
}
