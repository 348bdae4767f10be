namespace EffectiveSchool.Imports.Roadmaps;

/// <summary>The headings in force: what the columns hold, and which have a heading of their own that the plan has no place for.</summary>
/// <param name="Columns">0-based columns and what they hold.</param>
/// <param name="Unread">0-based columns that are not read though somebody named them: a filled cell there is no shift.</param>
internal sealed record PlanHead(IReadOnlyDictionary<int, PlanColumn> Columns, IReadOnlySet<int> Unread)
{
    /// <summary>The head of a heading row.</summary>
    public static PlanHead Of(TableRow headings, IReadOnlyDictionary<int, PlanColumn> columns) =>
        new(columns, Enumerable.Range(0, headings.Cells.Count).Where(i => !headings[i].IsEmpty && !columns.ContainsKey(i)).ToHashSet());

    /// <summary>The head of a table whose columns a person has set: without a heading row every other column is one not to read.</summary>
    public static PlanHead ByHand(PlanLayout layout, IReadOnlyList<TableRow> rows) =>
        rows.FirstOrDefault(r => r.Number == layout.HeadingRow) is { } headings
            ? Of(headings, layout.Columns)
            : new PlanHead(layout.Columns, Enumerable.Range(0, rows.Select(r => r.Cells.Count).DefaultIfEmpty().Max()).Where(i => !layout.Columns.ContainsKey(i)).ToHashSet());

    /// <summary>A sentence that names the columns which are not read: «Примечание» (F); null where there are none.</summary>
    public string? UnreadIn(TableRow headings)
    {
        string[] names = [.. Unread.Where(i => !headings[i].IsEmpty).Order().Select(i => $"«{CellText.Clean(headings[i].Text)}» ({Place(i)})")];
        return names.Length switch
        {
            0 => null,
            1 => $"Столбец {names[0]} не читается: в дорожной карте для него нет места.",
            _ => $"Столбцы {string.Join(", ", names)} не читаются: в дорожной карте для них нет места.",
        };

        string Place(int column) => headings.IsPasted ? $"столбец {column + 1}" : CellAddress.Letters(column);
    }
}
