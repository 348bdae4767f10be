using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Columns;

/// <summary>The sheets of a file as the readers of results and of the registry take them.</summary>
internal static class ReadableSheets
{
    private const int HighestHeader = 40;

    /// <summary>
    /// The sheets without those of a template that explain it, with headings translated that a person explained before, and
    /// with the rows of a pasted text marked as such.
    /// </summary>
    public static IEnumerable<TableSheet> SheetsToRead(
        this TableFile table, Findings findings, IReadOnlyList<HeadingMap>? known, IProgress<int>? rowsRead, CancellationToken cancellationToken)
    {
        var isPasted = PastedTable.Is(findings.File);
        foreach (var sheet in table.Sheets(rowsRead, cancellationToken))
        {
            if (TemplateSheets.Explains(sheet.Name))
            {
                findings.HasSample |= sheet.Name == TemplateSheets.Sample;
                continue;
            }

            var rows = isPasted ? sheet.Rows.Select(r => r with { IsPasted = true }) : sheet.Rows;
            yield return known is { Count: > 0 } && !sheet.IsHidden ? sheet with { Rows = Translate(rows, sheet.Name, known, findings) } : sheet with { Rows = rows };
        }
    }

    private static IEnumerable<TableRow> Translate(IEnumerable<TableRow> rows, string? sheet, IReadOnlyList<HeadingMap> known, Findings findings)
    {
        var left = HighestHeader;
        foreach (var row in rows)
        {
            if (left-- > 0 && HeadingMap.SignatureOf(row) is { } signature && known.FirstOrDefault(m => m.Signature == signature) is { } map)
            {
                left = 0;
                findings.Note(sheet, $"Столбцы сопоставлены так, как вы указали раньше: {map.InWords}.");
                yield return map.Translate(row);
            }
            else
            {
                yield return row;
            }
        }
    }
}
