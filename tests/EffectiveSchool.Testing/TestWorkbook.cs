using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace EffectiveSchool.Testing;

/// <summary>Writes small .xlsx files for tests, part by part, without the code under test.</summary>
public sealed class TestWorkbook
{
    private readonly List<(string Name, bool IsHidden, object?[][] Rows)> _sheets = [];

    /// <summary>Parts to add or to replace, by name.</summary>
    public Dictionary<string, string> ExtraParts { get; } = new(StringComparer.Ordinal);

    public TestWorkbook Sheet(string name, params object?[][] rows)
    {
        _sheets.Add((name, false, rows));
        return this;
    }

    public TestWorkbook HiddenSheet(string name, params object?[][] rows)
    {
        _sheets.Add((name, true, rows));
        return this;
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Parts().Where(p => !ExtraParts.ContainsKey(p.Key)).Concat(ExtraParts))
            {
                using var part = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                part.Write(text);
            }
        }

        return bytes.ToArray();
    }

    public MemoryStream ToStream() => new(ToBytes(), writable: false);

    private Dictionary<string, string> Parts()
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var numbers = Enumerable.Range(1, _sheets.Count).ToArray();
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
            ["_rels/.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets>"
                + string.Concat(numbers.Select(n => $"<sheet name=\"{Escape(_sheets[n - 1].Name)}\" sheetId=\"{n}\" state=\"{(_sheets[n - 1].IsHidden ? "hidden" : "visible")}\" r:id=\"rId{n}\"/>"))
                + "</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(numbers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))
                + "</Relationships>",
            ["xl/styles.xml"] = $"<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
        };
        foreach (var n in numbers)
        {
            parts[$"xl/worksheets/sheet{n}.xml"] = $"<worksheet xmlns=\"{main}\"><sheetData>{Rows(_sheets[n - 1].Rows)}</sheetData></worksheet>";
        }

        return parts;
    }

    private static string Rows(object?[][] rows)
    {
        var text = new StringBuilder();
        for (var r = 0; r < rows.Length; r++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                text.Append(Cell($"{(char)('A' + c)}{r + 1}", rows[r][c]));
            }

            text.Append("</row>");
        }

        return text.ToString();
    }

    private static string Cell(string address, object? value) => value switch
    {
        null => "",
        string text => $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>",
        DateOnly date => $"<c r=\"{address}\" s=\"1\"><v>{date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>",
        IFormattable number => $"<c r=\"{address}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException("Text, numbers and dates only.", nameof(value)),
    };

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
