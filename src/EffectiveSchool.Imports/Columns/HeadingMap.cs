using System.Security.Cryptography;
using System.Text;

namespace EffectiveSchool.Imports.Columns;

/// <summary>
/// A person's word on the columns of a table whose headings the portal does not know: their heading ↔ ours. A table is known
/// again by the signature of its headings.
/// </summary>
/// <param name="Signature">See <see cref="SignatureOf"/>.</param>
/// <param name="Written">Headings as the file writes them, column by column.</param>
/// <param name="Ours">Our heading of each column; empty where the column means nothing to us.</param>
public sealed record HeadingMap(string Signature, IReadOnlyList<string> Written, IReadOnlyList<string> Ours)
{
    /// <summary>«Сдавало» — «Участников», «Школа» — «Код школы».</summary>
    public string InWords => string.Join(", ", Written.Zip(Ours).Where(c => c.Second.Length > 0).Select(c => $"«{c.First}» — «{c.Second}»"));

    /// <summary>
    /// SHA-256 of the headings of a row in the form in which headings are compared (upper case, no punctuation), 64 hex
    /// digits; null where the row has fewer than two filled cells and so is no header.
    /// </summary>
    /// <param name="row">The row.</param>
    public static string? SignatureOf(TableRow row)
    {
        string[] headings = [.. row.Cells.Select(CellText.Heading)];
        var length = headings.Length;
        while (length > 0 && headings[length - 1].Length == 0)
        {
            length--;
        }

        return headings.Count(h => h.Length > 0) < 2
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', headings.Take(length)))));
    }

    /// <summary>The header with our headings in place of theirs.</summary>
    internal TableRow Translate(TableRow header) => header with { Cells = [.. Ours.Select(heading => heading.Length == 0 ? default : new TableCell(heading))] };
}
