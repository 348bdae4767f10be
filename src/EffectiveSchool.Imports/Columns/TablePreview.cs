using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Columns;

/// <summary>The first rows of a sheet, for a person who says what its columns are.</summary>
/// <param name="Sheet">Sheet name; null for csv.</param>
/// <param name="Rows">The first filled rows, each with its number and cells as a person sees them.</param>
public sealed record TablePreview(string? Sheet, IReadOnlyList<PreviewRow> Rows)
{
    private const int MostRows = 20;
    private const int MostSheets = 20;
    private const int MostColumns = 60;
    private const int LongestText = 80;

    /// <summary>The row that looks like the header: of those with the most filled cells the first; 1-based number.</summary>
    public int? LikelyHeader => Rows.Where(r => r.Signature is not null).OrderByDescending(r => r.Cells.Count(c => c.Length > 0)).ThenBy(r => r.Number).Select(r => (int?)r.Number).FirstOrDefault();

    /// <summary>The visible sheets of a file that hold something.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FileRefusedException">The file cannot be read at all.</exception>
    public static IReadOnlyList<TablePreview> Read(Stream stream, CancellationToken cancellationToken = default)
    {
        using var table = TableFile.Open(stream, cancellationToken);
        var sheets = new List<TablePreview>();
        foreach (var sheet in table.Sheets(null, cancellationToken).Where(s => !s.IsHidden && !TemplateSheets.Explains(s.Name)))
        {
            PreviewRow[] rows = [.. sheet.Rows.Take(MostRows).Select(r => new PreviewRow(
                r.Number, [.. r.Cells.Take(MostColumns).Select(c => Short(CellText.Clean(c.Text)))], HeadingMap.SignatureOf(r)))];
            if (rows.Length > 0 && sheets.Count < MostSheets)
            {
                sheets.Add(new TablePreview(sheet.Name, rows));
            }
        }

        return sheets;
    }

    private static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}

/// <summary>A row of a preview.</summary>
/// <param name="Number">1-based row of the sheet or line of the csv.</param>
/// <param name="Cells">Cells as a person sees them, long ones cut.</param>
/// <param name="Signature">What the row is known by as a header; null where it can be none.</param>
public sealed record PreviewRow(int Number, IReadOnlyList<string> Cells, string? Signature);
