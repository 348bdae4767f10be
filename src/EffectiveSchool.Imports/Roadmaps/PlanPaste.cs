using System.Text;

namespace EffectiveSchool.Imports.Roadmaps;

/// <summary>
/// A table copied as text: cells parted by tabs, rows by line breaks. Excel quotes a cell with breaks in it; Word does
/// not, so that a row falls apart into lines, which are put together again.
/// </summary>
internal static class PlanPaste
{
    private const int MostColumns = 64;

    public static IEnumerable<TableRow> Rows(string text)
    {
        var lines = Lines(text).ToList();
        var width = lines.Count == 0 ? 0 : lines.Max(l => l.Cells.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var (number, cells) = lines[i];
            while (cells.Count > 1 && cells.Count < width && i + 1 < lines.Count && IsRest(cells, lines[i + 1].Cells, width))
            {
                var rest = lines[++i].Cells;
                cells[^1] += "\n" + rest[0];
                cells.AddRange(rest.Skip(1));
            }

            yield return new TableRow(number, [.. cells.Select(c => new TableCell(c.Length == 0 ? null : c))]) { IsPasted = true };
        }
    }

    private static bool IsRest(List<string> cells, List<string> next, int width) =>
        cells.Count + next.Count - 1 <= width
        && next[0].Trim().Length > 0
        && PlanNumbers.Read(new TableCell(next[0])) is null
        && !PlanSections.IsHeading(CellText.Clean(next[0]));

    private static IEnumerable<(int Number, List<string> Cells)> Lines(string text)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        var (line, start) = (1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (isQuoted && sign == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (sign == '"' && (isQuoted || (cell.Length == 0 && Closes(text, i))))
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && sign == '\t')
            {
                Close();
            }
            else if (!isQuoted && sign == '\n')
            {
                Close();
                yield return (start, cells);
                cells = [];
                start = ++line;
            }
            else if (sign != '\r')
            {
                line += sign == '\n' ? 1 : 0;
                cell.Append(sign);
            }
        }

        Close();
        yield return (start, cells);

        void Close()
        {
            if (cells.Count == MostColumns)
            {
                throw new FileRefusedException("Во вставленной таблице слишком много столбцов.", "Скопируйте таблицу плана ещё раз, без лишнего текста.");
            }

            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }

    /// <summary>A quotation mark opens a cell of Excel only where another one ends it before a tab or a line's end.</summary>
    private static bool Closes(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == '"')
            {
                i++;
                continue;
            }

            return i + 1 == text.Length || text[i + 1] is '\t' or '\n' or '\r';
        }

        return false;
    }
}
