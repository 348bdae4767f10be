using System.Text;

namespace EffectiveSchool.Imports.Tables;

/// <summary>The one table of a csv file: «;», «,» or tab, RFC 4180 quotes, UTF-8, UTF-16 or windows-1251.</summary>
internal static class CsvSheets
{
    private const int MostColumns = 256;
    private const int LongestCell = 32_767;
    private const int SampleLines = 20;
    private static readonly char[] Delimiters = [';', '\t', ','];

    public static IEnumerable<TableSheet> Read(Stream content)
    {
        var encoding = CsvEncoding.Detect(content);
        var delimiter = Delimiter(content, encoding);
        yield return new TableSheet(null, false, Rows(content, encoding, delimiter));
    }

    /// <summary>The delimiter that stands in most of the first lines; then the one that stands there most often.</summary>
    private static char Delimiter(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var lines = new int[Delimiters.Length];
        var times = new int[Delimiters.Length];
        var buffer = new char[64 * 1024];
        var sample = new string(buffer, 0, reader.ReadBlock(buffer, 0, buffer.Length));
        foreach (var line in sample.Split('\n').Take(SampleLines))
        {
            for (var i = 0; i < Delimiters.Length; i++)
            {
                var count = CountOutsideQuotes(line, Delimiters[i]);
                lines[i] += count > 0 ? 1 : 0;
                times[i] += count;
            }
        }

        return Enumerable.Range(0, Delimiters.Length).OrderByDescending(i => lines[i]).ThenByDescending(i => times[i]).Select(i => Delimiters[i]).First();
    }

    private static int CountOutsideQuotes(string line, char delimiter)
    {
        var quoted = false;
        var count = 0;
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            count += !quoted && letter == delimiter ? 1 : 0;
        }

        return count;
    }

    private static IEnumerable<TableRow> Rows(Stream content, Encoding encoding, char delimiter)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        var cells = new List<TableCell>();
        var cell = new StringBuilder();
        var line = 1;
        while (reader.Peek() >= 0)
        {
            var first = line;
            cells.Clear();
            var inRow = true;
            while (inRow)
            {
                ReadCell(reader, cell, delimiter, first, ref line, out inRow);
                if (cells.Count < MostColumns)
                {
                    cells.Add(cell.Length == 0 ? default : new TableCell(Unguard(cell.ToString())));
                }
            }

            yield return new TableRow(first, cells.ToArray());
        }
    }

    private static void ReadCell(StreamReader reader, StringBuilder cell, char delimiter, int first, ref int line, out bool rowGoesOn)
    {
        cell.Clear();
        var quoted = false;
        int next;
        while ((next = reader.Read()) >= 0)
        {
            var letter = (char)next;
            line += letter == '\n' || (letter == '\r' && reader.Peek() != '\n') ? 1 : 0;
            if (quoted)
            {
                if (letter != '"')
                {
                    Append(cell, letter, first);
                }
                else if (reader.Peek() == '"')
                {
                    Append(cell, (char)reader.Read(), first);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (letter == delimiter)
            {
                rowGoesOn = true;
                return;
            }
            else if (letter == '\n' || (letter == '\r' && reader.Peek() != '\n'))
            {
                rowGoesOn = false;
                return;
            }
            else if (letter != '\r')
            {
                Append(cell, letter, first);
            }
        }

        rowGoesOn = false;
        if (quoted)
        {
            throw UnclosedQuote(first);
        }
    }

    private static void Append(StringBuilder cell, char letter, int first)
    {
        if (cell.Length >= LongestCell)
        {
            throw UnclosedQuote(first);
        }

        cell.Append(letter);
    }

    /// <summary>Exports write formula-like text as '=… and Excel keeps leading zeros as ="0123": both are text.</summary>
    private static string Unguard(string text) => text switch
    {
        ['\'', '=' or '+' or '-' or '@', ..] => text[1..],
        ['=', '"', .., '"'] when text.Length > 3 => text[2..^1],
        _ => text,
    };

    private static FileRefusedException UnclosedQuote(int line) => new(
        $"В строке {line} открыта кавычка, которая нигде не закрыта.",
        "Уберите лишнюю кавычку или удвойте её и загрузите файл снова.");
}
