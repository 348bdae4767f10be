using System.IO.Compression;
using System.Text;
using System.Xml;

namespace EffectiveSchool.Imports.Tables;

/// <summary>
/// Sheets of an .xlsx read straight from its parts by XmlReader: five times faster than a general reader, one row in
/// memory at a time, no DTD. Only what a table needs is read: sheets, shared strings, date formats.
/// </summary>
internal static class XlsxSheets
{
    private const int DeepestElement = 64;

    public static IEnumerable<TableSheet> Read(Stream content)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var book = XlsxBook.Read(archive);
        foreach (var sheet in book.Sheets)
        {
            yield return new TableSheet(sheet.Name, sheet.IsHidden, Rows(archive, sheet.Part, book));
        }
    }

    /// <summary>A reader over one part; null where the archive has no such part.</summary>
    public static XmlReader? Open(ZipArchive archive, string part)
    {
        if (!ZipGuard.IsXml(part))
        {
            throw FileRefusedException.Broken();
        }

        var entry = archive.GetEntry(part) ?? archive.Entries.FirstOrDefault(e => string.Equals(e.FullName.TrimStart('/'), part, StringComparison.OrdinalIgnoreCase));
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        return entry is null ? null : XmlReader.Create(entry.Open(), settings);
    }

    /// <summary>The next node; elements nested deeper than any workbook has are refused.</summary>
    public static bool Next(XmlReader xml)
    {
        if (xml.Depth > DeepestElement)
        {
            throw FileRefusedException.Broken();
        }

        return xml.Read();
    }

    /// <summary>The text of an element with its runs put together, without phonetic hints; the reader ends on the end tag.</summary>
    public static string ReadText(XmlReader xml, string element)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        string? single = null;
        StringBuilder? several = null;
        var inText = false;
        var phonetic = 0;
        while (Next(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == element))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "rPh" && !xml.IsEmptyElement:
                    phonetic++;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh":
                    phonetic--;
                    break;
                case XmlNodeType.Element:
                    inText = xml.LocalName == "t" && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText && phonetic == 0:
                    Append(xml.Value);
                    break;
            }
        }

        return XlsxBook.Unescape(several?.ToString() ?? single ?? "");

        void Append(string part)
        {
            if (single is null)
            {
                single = part;
            }
            else
            {
                several ??= new StringBuilder(single);
                several.Append(part);
            }
        }
    }

    private static IEnumerable<TableRow> Rows(ZipArchive archive, string part, XlsxBook book)
    {
        using var xml = Open(archive, part) ?? throw FileRefusedException.Broken();
        var number = 0;
        var cells = new List<TableCell>();
        while (Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
            {
                continue;
            }

            number = xml.GetAttribute("r") is { } written && int.TryParse(written, out var given) ? given : number + 1;
            cells.Clear();
            if (!xml.IsEmptyElement)
            {
                XlsxCells.Read(xml, book, cells);
            }

            if (cells.Count > 0)
            {
                yield return new TableRow(number, cells.ToArray());
            }
        }
    }
}
