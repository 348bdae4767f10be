namespace EffectiveSchool.Imports.Results;

/// <summary>
/// Where the columns of «Сравнение отметок с отметками по журналу» stand. «Понизили», «Подтвердили», «Повысили» each have a
/// percent and a count, under headings of their own («Понизили %», «Понизили кол-во») or under one merged heading with a second
/// row of «%» and «кол-во».
/// </summary>
internal sealed class MarkComparisonColumns
{
    private static readonly string[] Verbs = ["ПОНИЗИЛИ", "ПОДТВЕРДИЛИ", "ПОВЫСИЛИ"];
    private static readonly string[] Meanings = ["понизили", "подтвердили", "повысили"];
    private readonly TableRow _header;
    private readonly int[] _verbs;

    private MarkComparisonColumns(TableRow header, int group, int schools, int participants, int[] verbs)
    {
        _header = header;
        _verbs = verbs;
        (Group, Schools, Participants) = (group, schools, participants);
        Place(header);
    }

    /// <summary>«Группы участников».</summary>
    public int Group { get; }

    /// <summary>«Кол-во ОО», or −1.</summary>
    public int Schools { get; }

    /// <summary>«Кол-во участников», or −1.</summary>
    public int Participants { get; }

    /// <summary>Columns of the percents of lowered, confirmed, raised; −1 where there is none.</summary>
    public int[] Percents { get; } = [-1, -1, -1];

    /// <summary>Columns of the counts of the same; −1 where there is none.</summary>
    public int[] Counts { get; } = [-1, -1, -1];

    public bool IsWhole => Enumerable.Range(0, Verbs.Length).All(i => Percents[i] >= 0 || Counts[i] >= 0);

    public IReadOnlyList<RecognisedColumn> Recognised => [.. new (int Column, string Meaning)[] { (Group, "группа участников"), (Schools, "число школ"), (Participants, "участники") }
        .Concat(Enumerable.Range(0, Verbs.Length).SelectMany(i => new (int Column, string Meaning)[] { (Percents[i], Meanings[i] + ", %"), (Counts[i], Meanings[i]) }))
        .Where(c => c.Column >= 0).OrderBy(c => c.Column)
        .Select(c => new RecognisedColumn(CellAddress.Letters(c.Column), CellText.Clean(_header[c.Column].Text), c.Meaning))];

    /// <summary>The columns, where a row is the header of the report.</summary>
    public static MarkComparisonColumns? Recognise(TableRow row)
    {
        string[] headings = [.. row.Cells.Select(CellText.Heading)];
        var group = Array.FindIndex(headings, h => h is "ГРУППЫ УЧАСТНИКОВ" or "ГРУППА УЧАСТНИКОВ");
        int[] verbs = [.. Verbs.Select(v => Array.FindIndex(headings, h => h.StartsWith(v, StringComparison.Ordinal)))];
        return group < 0 || verbs.All(v => v < 0)
            ? null
            : new MarkComparisonColumns(
                row,
                group,
                Array.FindIndex(headings, h => h is "КОЛ ВО ОО" or "КОЛИЧЕСТВО ОО" or "ЧИСЛО ОО"),
                Array.FindIndex(headings, h => h is "КОЛ ВО УЧАСТНИКОВ" or "КОЛИЧЕСТВО УЧАСТНИКОВ" or "ЧИСЛО УЧАСТНИКОВ"),
                verbs);
    }

    /// <summary>The second row of a merged header: no name, and only «%» and «кол-во» under the verbs.</summary>
    public bool TakeSecondRow(TableRow row)
    {
        if (!row[Group].IsEmpty || !Enumerable.Range(0, row.Cells.Count).All(i => row[i].IsEmpty || IsPercent(row[i]) || IsCount(row[i])))
        {
            return false;
        }

        Place(row);
        return true;
    }

    /// <summary>Gives every column from a verb to the next to that verb; a heading that says neither is a percent first and a count after it.</summary>
    private void Place(TableRow row)
    {
        for (var verb = 0; verb < Verbs.Length; verb++)
        {
            if (_verbs[verb] < 0)
            {
                continue;
            }

            var end = _verbs.Where(v => v > _verbs[verb]).DefaultIfEmpty(_verbs[verb] + 2).Min();
            for (var column = _verbs[verb]; column < end; column++)
            {
                if (IsCount(row[column]))
                {
                    Counts[verb] = column;
                }
                else if (IsPercent(row[column]) || (Percents[verb] < 0 && column == _verbs[verb]))
                {
                    Percents[verb] = column;
                }
            }

            if (Percents[verb] == Counts[verb])
            {
                Percents[verb] = -1;
            }
        }
    }

    private static bool IsPercent(TableCell cell) => cell.Text.Contains('%', StringComparison.Ordinal) || CellText.Heading(cell) is ['Д', 'О', 'Л', 'Я', ..] or ['П', 'Р', 'О', 'Ц', ..];

    private static bool IsCount(TableCell cell) => CellText.Heading(cell) is { } heading
        && (heading.Contains("КОЛ ВО", StringComparison.Ordinal) || heading.Contains("КОЛИЧЕСТВО", StringComparison.Ordinal) || heading.Contains("ЧИСЛО", StringComparison.Ordinal)
            || heading.Split(' ').Contains("ЧЕЛ", StringComparer.Ordinal));
}
