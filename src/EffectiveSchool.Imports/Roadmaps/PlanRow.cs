using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Imports.Roadmaps;

/// <summary>The cells of a row put under the plan's columns; a cell shifted by one is put back.</summary>
internal sealed class PlanRow
{
    private static readonly ProgrammePeriod AnyPeriod = new(new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31));
    private readonly Dictionary<PlanColumn, TableCell> _cells;

    private PlanRow(TableRow source, Dictionary<PlanColumn, TableCell> cells, IReadOnlyList<PlanRepair> repairs, bool isDoubtful = false) =>
        (Source, _cells, Repairs, IsDoubtful) = (source, cells, repairs, isDoubtful);

    public TableRow Source { get; }

    public IReadOnlyList<PlanRepair> Repairs { get; }

    /// <summary>Cells stand where no column is, and nothing says where they belong.</summary>
    public bool IsDoubtful { get; }

    public TableCell this[PlanColumn column] => _cells.GetValueOrDefault(column);

    public string Text(PlanColumn column) => CellText.Clean(this[column].Text);

    public bool Has(PlanColumn column) => !this[column].IsEmpty;

    /// <summary>
    /// Puts the cells of a row under the columns. A cell under a heading of its own is no shift: it takes a filled cell in a column
    /// without one, or cells of the wrong type under the plan's columns.
    /// </summary>
    public static PlanRow Of(TableRow row, PlanHead head)
    {
        var columns = head.Columns;
        var last = columns.Keys.Max();
        int[] over = [.. Enumerable.Range(last + 1, Math.Max(row.Cells.Count - last - 1, 0)).Where(i => !row[i].IsEmpty && !head.Unread.Contains(i))];
        var plain = new PlanRow(row, Cells(row, columns), []);
        var filled = row.Cells.Count(c => !c.IsEmpty);
        if (filled < 2 || (over.Length == 0 && plain.IsPlausible))
        {
            return plain;
        }

        var mended = over.Length > 1 ? null : Candidates(row, columns, last, over.Length == 1).FirstOrDefault(c => c.IsPlausible && c.Has(PlanColumn.Title) && c.Has(PlanColumn.Term));
        return mended ?? (over.Length == 0 ? plain : new PlanRow(row, Cells(row, columns), [.. over.Select(i => new PlanRepair(
            row.Address(i), $"{row.Address(i)}: ячейка вне столбцов плана не прочитана: «{CellText.Clean(row[i].Text)}»."))], isDoubtful: true));
    }

    /// <summary>Whether a text is a term and nothing else.</summary>
    public static bool IsTerm(string text)
    {
        const int longest = 150;
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
        {
            return false;
        }

        var term = TermReader.Read(text, AnyPeriod);
        return term.Kind == TermKind.Undetermined ? term.Warnings.Count == 0 : !term.Warnings.Any(w => w.StartsWith("Не понято", StringComparison.Ordinal));
    }

    /// <summary>The number column holds a number or nothing, and no other column looks more like the term than the term's own.</summary>
    private bool IsPlausible =>
        (!Has(PlanColumn.Number) || PlanNumbers.Read(this[PlanColumn.Number]) is not null)
        && (PlanNumbers.Read(this[PlanColumn.Title]) is null || !Has(PlanColumn.Term))
        && (IsTerm(Text(PlanColumn.Term)) || !_cells.Where(c => c.Key is not (PlanColumn.Term or PlanColumn.Number)).Any(c => IsTerm(CellText.Clean(c.Value.Text))));

    /// <summary>The ways a row comes to be shifted: an empty cell too many, a cell cut in two, a cell lost.</summary>
    private static IEnumerable<PlanRow> Candidates(TableRow row, IReadOnlyDictionary<int, PlanColumn> columns, int last, bool isOver)
    {
        if (isOver)
        {
            for (var gap = last; gap >= 0; gap--)
            {
                if (row[gap].IsEmpty)
                {
                    yield return Shifted(row, columns, Without(row, gap), row.Address(gap), "пустая ячейка лишняя: ячейки правее взяты на одну левее");
                }
            }

            for (var cut = last; cut > 0; cut--)
            {
                if (columns.TryGetValue(cut - 1, out var column) && column != PlanColumn.Number && !row[cut].IsEmpty)
                {
                    yield return Shifted(row, columns, Joined(row, cut), row.Address(cut), "ячейка разделена на две: соединена с соседней слева, остальные взяты на одну левее");
                }
            }

            yield break;
        }

        for (var gap = 0; gap < last; gap++)
        {
            if (row[gap].IsEmpty)
            {
                yield return Shifted(row, columns, Without(row, gap), row.Address(gap), "пустая ячейка лишняя: ячейки правее взяты на одну левее");
            }
        }

        if (row[last].IsEmpty)
        {
            for (var lost = 0; lost <= last; lost++)
            {
                yield return Shifted(row, columns, [.. row.Cells.Take(lost), default, .. row.Cells.Skip(lost)], row.Address(lost), "ячейки не хватает: ячейки правее взяты на одну правее");
            }
        }
    }

    private static PlanRow Shifted(TableRow row, IReadOnlyDictionary<int, PlanColumn> columns, List<TableCell> cells, string address, string text)
    {
        var shifted = row with { Cells = cells };
        return new PlanRow(row, Cells(shifted, columns), [new PlanRepair(address, $"{address}: {text}.")]);
    }

    private static Dictionary<PlanColumn, TableCell> Cells(TableRow row, IReadOnlyDictionary<int, PlanColumn> columns) => columns.ToDictionary(c => c.Value, c => row[c.Key]);

    private static List<TableCell> Without(TableRow row, int gap) => [.. row.Cells.Where((_, i) => i != gap)];

    private static List<TableCell> Joined(TableRow row, int cut)
    {
        var cells = Without(row, cut);
        cells[cut - 1] = new TableCell(PlanText.Join(row[cut - 1].Text, row[cut].Text, " "));
        return cells;
    }
}

/// <summary>Joins texts that a plan has cut in two.</summary>
internal static class PlanText
{
    /// <summary>Two pieces with a sign between; a piece that ends with a hyphen takes the next one without.</summary>
    public static string Join(string first, string second, string sign) =>
        first.Trim() is { Length: > 0 } start
            ? second.Trim() is { Length: > 0 } end ? start + (start.EndsWith('-') && char.IsLower(end[0]) ? "" : sign) + end : start
            : second.Trim();
}
