using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace EffectiveSchool.Benchmarks.Files;

/// <summary>
/// One-sheet workbooks in the very form of the samples (inline strings, Cyrillic as character references), written
/// without the code that is measured.
/// </summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Writes a workbook; a null cell is left out, a null row is an empty one.</summary>
    public static void Write(Stream output, string sheet, IEnumerable<object?[]?> rows)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Part(archive, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"{References(sheet)}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Part(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        using var part = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), Encoding.ASCII);
        part.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            if (row is not null)
            {
                WriteRow(part, number, row);
            }
        }

        part.Write("</sheetData></worksheet>");
    }

    private static void WriteRow(StreamWriter part, int number, object?[] cells)
    {
        part.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">"));
        for (var i = 0; i < cells.Length; i++)
        {
            var address = (char)('A' + i);
            switch (cells[i])
            {
                case null:
                    break;
                case string text:
                    part.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{address}{number}\" t=\"inlineStr\"><is><t>{References(text)}</t></is></c>"));
                    break;
                case var value:
                    part.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{address}{number}\" t=\"n\"><v>{value}</v></c>"));
                    break;
            }
        }

        part.Write("</row>");
    }

    private static string References(string text)
    {
        var result = new StringBuilder(text.Length * 6);
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '(' or ')' or '.' or ',' or ':' or '-' or '_')
            {
                result.Append(letter);
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"&#{(int)letter};");
            }
        }

        return result.ToString();
    }

    private static void Part(ZipArchive archive, string name, string text)
    {
        using var part = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write(text);
    }
}
