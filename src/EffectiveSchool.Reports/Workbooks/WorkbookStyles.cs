using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>The style sheet of every outgoing workbook: one format per <see cref="CellStyle"/> in each <see cref="Variant"/>.</summary>
internal static class WorkbookStyles
{
    /// <summary>What a cell's content asks of its style.</summary>
    public enum Variant
    {
        /// <summary>The style as it is.</summary>
        Plain,

        /// <summary>Formula-like text, shown and edited as text.</summary>
        Quoted,

        /// <summary>A share with two decimals.</summary>
        TwoDecimals,
    }

    private const uint OneDecimal = 164;
    private const uint RussianDate = 165;
    private const uint WholeWithThousands = 3;
    private const uint TwoDecimals = 2;
    private const uint TwoDecimalsWithThousands = 4;

    private const string Ink = "FF14213D";
    private const string MutedInk = "FF5B6478";
    private const string LowRed = "FFB3261E";
    private const string NearBrown = "FF8A5A00";
    private const string NearCream = "FFFDF0DC";
    private const string HeaderFill = "FFE6EBF5";
    private const string Hairline = "FFC9D0DE";

    private static readonly CellStyle[] All = Enum.GetValues<CellStyle>();

    public static uint IndexOf(CellStyle style, Variant variant) => (uint)style + ((uint)variant * (uint)All.Length);

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
        new CellFormats(Enum.GetValues<Variant>().SelectMany(variant => All.Select(style => Format(style, variant))))
        { Count = (uint)(All.Length * Enum.GetValues<Variant>().Length) },
        new DocumentFormat.OpenXml.Spreadsheet.CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormat Format(CellStyle style, Variant variant) => style switch
    {
        CellStyle.Wrap => Format(variant, wrap: true),
        CellStyle.Header => Format(variant, font: 1, fill: 2, wrap: true, horizontal: HorizontalAlignmentValues.Center),
        CellStyle.Title => Format(variant, font: 2, border: 0),
        CellStyle.Note => Format(variant, font: 3, border: 0, wrap: true),
        CellStyle.Integer => Format(variant, number: WholeWithThousands),
        CellStyle.Number => Format(variant, number: TwoDecimalsWithThousands),
        CellStyle.Percent => Format(variant, number: variant == Variant.TwoDecimals ? TwoDecimals : OneDecimal, horizontal: HorizontalAlignmentValues.Center),
        CellStyle.Date => Format(variant, number: RussianDate, horizontal: HorizontalAlignmentValues.Center),
        CellStyle.Low => Format(variant, font: 4, fill: 3, number: variant == Variant.TwoDecimals ? TwoDecimals : OneDecimal, horizontal: HorizontalAlignmentValues.Center),
        CellStyle.Near => Format(variant, font: 5, fill: 4, number: variant == Variant.TwoDecimals ? TwoDecimals : OneDecimal, horizontal: HorizontalAlignmentValues.Center),
        CellStyle.Muted => Format(variant, font: 3, horizontal: HorizontalAlignmentValues.Center),
        _ => Format(variant),
    };

    private static CellFormat Format(
        Variant variant, uint font = 0, uint fill = 0, uint border = 1, uint number = 0, bool wrap = false, HorizontalAlignmentValues? horizontal = null)
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
        if (variant == Variant.Quoted)
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
