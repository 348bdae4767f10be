using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace EffectiveSchool.Imports.Tables;

/// <summary>What the sheets of an .xlsx share: their list, shared strings, which styles show dates.</summary>
internal sealed partial class XlsxBook
{
    private const int MostFormats = 10_000;
    private const int MostSheets = 1_000;
    private const int MostSharedCharacters = 64 * 1024 * 1024;
    private readonly List<string> _strings = [];
    private readonly List<DateShape> _styles = [];
    private bool _datesFrom1904;

    private XlsxBook()
    {
    }

    public List<(string Name, bool IsHidden, string Part)> Sheets { get; } = [];

    public static XlsxBook Read(ZipArchive archive)
    {
        var book = new XlsxBook();
        book.ReadSheets(archive, Parts(archive));
        book.ReadStrings(archive);
        book.ReadStyles(archive);
        return book.Sheets.Count > 0 ? book : throw FileRefusedException.Broken();
    }

    public string SharedString(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _strings.Count ? _strings[i] : throw FileRefusedException.Broken();

    public DateShape Shape(string? style) =>
        style is not null && int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _styles.Count ? _styles[i] : DateShape.None;

    /// <summary>The day of a serial number; null where it is only a time of day or beyond the calendar.</summary>
    public DateOnly? Date(double serial)
    {
        var days = _datesFrom1904 ? serial + 1462 : serial;
        return days is >= 1 and < 2958466 ? DateOnly.FromDateTime(DateTime.FromOADate(days)) : null;
    }

    /// <summary>Excel writes control characters as _x000D_.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? EscapedCharacter().Replace(text, m => ((char)int.Parse(m.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>Worksheet parts by relationship id.</summary>
    private static Dictionary<string, string> Parts(ZipArchive archive)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = XlsxSheets.Open(archive, "xl/_rels/workbook.xml.rels") ?? throw FileRefusedException.Broken();
        while (XlsxSheets.Next(xml))
        {
            if (xml.NodeType == XmlNodeType.Element
                && xml.LocalName == "Relationship"
                && xml.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) == true
                && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Target") is { } target)
            {
                RefuseOver(parts.Count);
                parts[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return parts;
    }

    private void ReadSheets(ZipArchive archive, Dictionary<string, string> parts)
    {
        using var xml = XlsxSheets.Open(archive, "xl/workbook.xml") ?? throw FileRefusedException.Broken();
        while (XlsxSheets.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                _datesFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && RelationshipId(xml) is { } id && parts.TryGetValue(id, out var part))
            {
                RefuseOver(Sheets.Count);
                Sheets.Add((xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden", part));
            }
        }
    }

    private static void RefuseOver(int sheets)
    {
        if (sheets >= MostSheets)
        {
            throw new FileRefusedException($"В книге больше {MostSheets} листов.", "Оставьте в книге только нужные листы и загрузите её снова.");
        }
    }

    /// <summary>The attribute r:id, in the transitional or the strict namespace.</summary>
    private static string? RelationshipId(XmlReader xml)
    {
        string? id = null;
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                id = xml.Value;
            }
        }

        xml.MoveToElement();
        return id;
    }

    private void ReadStrings(ZipArchive archive)
    {
        using var xml = XlsxSheets.Open(archive, "xl/sharedStrings.xml");
        var characters = 0;
        while (xml is not null && XlsxSheets.Next(xml))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                _strings.Add(XlsxSheets.ReadText(xml, "si"));
                characters += _strings[^1].Length + 16;
                if (characters > MostSharedCharacters)
                {
                    throw new FileRefusedException("В книге слишком много текста для таблицы результатов.", "Оставьте в книге только нужные листы и загрузите её снова.");
                }
            }
        }
    }

    private void ReadStyles(ZipArchive archive)
    {
        using var xml = XlsxSheets.Open(archive, "xl/styles.xml");
        var custom = new Dictionary<int, DateShape>();
        var inCellFormats = false;
        while (xml is not null && XlsxSheets.Next(xml))
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "cellXfs"):
                    inCellFormats = true;
                    break;
                case (XmlNodeType.EndElement, "cellXfs"):
                    inCellFormats = false;
                    break;
                case (XmlNodeType.Element, "numFmt") when custom.Count < MostFormats && int.TryParse(xml.GetAttribute("numFmtId"), out var id):
                    custom[id] = DateFormats.Of(xml.GetAttribute("formatCode") ?? "");
                    break;
                case (XmlNodeType.Element, "xf") when inCellFormats:
                    _ = int.TryParse(xml.GetAttribute("numFmtId"), out var format);
                    _styles.Add(DateFormats.Of(format, custom));
                    break;
            }
        }
    }

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EscapedCharacter();
}
