using System.Globalization;
using System.Xml;

namespace EffectiveSchool.Imports.Tables;

/// <summary>Reads the cells of one row of an .xlsx sheet.</summary>
internal static class XlsxCells
{
    /// <summary>Tables of this field are narrow; cells further right are drawings and leftovers.</summary>
    private const int MostColumns = 256;

    /// <summary>From the row's start tag to its end tag.</summary>
    public static void Read(XmlReader xml, XlsxBook book, List<TableCell> cells)
    {
        var column = -1;
        while (XlsxSheets.Next(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row"))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var address = xml.GetAttribute("r");
            column = address is null ? column + 1 : CellAddress.Column(address);
            var type = xml.GetAttribute("t");
            var style = xml.GetAttribute("s");
            if (xml.IsEmptyElement)
            {
                continue;
            }

            var cell = ReadCell(xml, type, style, book);
            if (column is >= 0 and < MostColumns && !cell.IsEmpty)
            {
                while (cells.Count < column)
                {
                    cells.Add(default);
                }

                if (cells.Count == column)
                {
                    cells.Add(cell);
                }
                else
                {
                    cells[column] = cell;
                }
            }
        }
    }

    private static TableCell ReadCell(XmlReader xml, string? type, string? style, XlsxBook book)
    {
        string? value = null;
        string? inline = null;
        var inValue = false;
        while (XlsxSheets.Next(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c"))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "is":
                    inline = XlsxSheets.ReadText(xml, "is");
                    break;
                case XmlNodeType.Element:
                    inValue = xml.LocalName == "v" && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inValue = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when inValue:
                    value = value is null ? xml.Value : value + xml.Value;
                    break;
            }
        }

        return type switch
        {
            "inlineStr" => new TableCell(inline),
            "s" => new TableCell(value is null ? null : book.SharedString(value)),
            "str" or "e" => new TableCell(value is null ? null : XlsxBook.Unescape(value)),
            "b" => new TableCell(value == "1" ? "да" : "нет"),
            "d" => value is not null && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? new TableCell(null, null, DateOnly.FromDateTime(date))
                : new TableCell(value),
            _ => value is null ? new TableCell(inline) : Number(value, style, book),
        };
    }

    /// <summary>A double has 15 sure digits: 8.960000000000001 is the 8.96 that was printed.</summary>
    private static TableCell Number(string value, string? style, XlsxBook book)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(Math.Abs(number) < 1e27))
        {
            return new TableCell(value);
        }

        var exact = (decimal)number;
        return book.Shape(style) is var shape and not DateShape.None && book.Date(number) is { } date
            ? new TableCell(null, exact, date) { IsMonth = shape == DateShape.Month }
            : new TableCell(null, exact);
    }
}
