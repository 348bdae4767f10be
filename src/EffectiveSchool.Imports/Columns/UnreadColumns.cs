using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Columns;

/// <summary>Says which columns of a table were passed by: a heading that is not known must not drop its figures in silence.</summary>
internal static class UnreadColumns
{
    private const int LongestHeading = 60;
    private const int Shown = 20;

    /// <summary>Notes the headings of a header row that were not recognised.</summary>
    /// <param name="findings">Where the note goes.</param>
    /// <param name="sheet">Sheet name; null for csv.</param>
    /// <param name="header">The header row.</param>
    /// <param name="recognised">The columns that are read.</param>
    public static void NoteUnread(this Findings findings, string? sheet, TableRow header, IEnumerable<RecognisedColumn> recognised)
    {
        var read = recognised.Select(c => c.Letter).ToHashSet(StringComparer.Ordinal);
        string[] unread = [.. header.Cells
            .Select((cell, i) => (Letter: CellAddress.Letters(i), Heading: CellText.Clean(cell.Text)))
            .Where(c => c.Heading.Length > 0 && !read.Contains(c.Letter))
            .Select(c => $"{c.Letter} «{(c.Heading.Length > LongestHeading ? c.Heading[..LongestHeading] + "…" : c.Heading)}»")];
        if (unread.Length > 0)
        {
            var columns = string.Join(", ", unread.Take(Shown)) + (unread.Length > Shown ? $" и ещё {unread.Length - Shown}" : "");
            findings.Note(sheet, unread.Length == 1
                ? $"Не прочитан столбец {columns}: такой заголовок портал не знает. Если в нём нужные данные, назовите его как в шаблоне."
                : $"Не прочитаны столбцы {columns}: такие заголовки портал не знает. Если в них нужные данные, назовите их как в шаблоне.");
        }
    }
}
