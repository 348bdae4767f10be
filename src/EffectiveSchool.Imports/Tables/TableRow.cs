using System.Globalization;
using EffectiveSchool.Domain;

namespace EffectiveSchool.Imports.Tables;

/// <summary>A cell as a file brought it.</summary>
/// <param name="Written">Text as written; null where the cell holds a number.</param>
/// <param name="Number">Number, or null.</param>
/// <param name="Date">Date, where a number is shown as one, or null.</param>
public readonly record struct TableCell(string? Written, decimal? Number = null, DateOnly? Date = null)
{
    /// <summary>Whether the date is shown as a month and a year alone: Excel makes «мар.23» of «Март 2023».</summary>
    public bool IsMonth { get; init; }

    /// <summary>What a person sees: the text, «27,6», «05.04.2023» or «март 2023»; empty for an empty cell.</summary>
    public string Text => Written
        ?? (Date is { } date ? IsMonth ? date.ToString("MMMM yyyy", RussianCulture.Value) : RussianFigures.Date(date) : Number?.ToString("0.############", RussianCulture.Value) ?? "");

    /// <summary>Whether nothing but white space stands there.</summary>
    public bool IsEmpty => Number is null && Date is null && string.IsNullOrWhiteSpace(Written);
}

/// <summary>A row of a sheet or a line of a csv file.</summary>
/// <param name="Number">1-based number in the sheet; in csv the line where the record begins.</param>
/// <param name="Cells">Cells from column A on; shorter than the sheet where the rest is empty.</param>
public sealed record TableRow(int Number, IReadOnlyList<TableCell> Cells)
{
    /// <summary>Whether the row stands in a pasted text: its cells are named by line and column.</summary>
    public bool IsPasted { get; init; }

    /// <summary>The cell of a 0-based column; empty beyond the last.</summary>
    public TableCell this[int column] => column < Cells.Count ? Cells[column] : default;

    /// <summary>Whether every cell is empty.</summary>
    public bool IsEmpty
    {
        get
        {
            for (var i = 0; i < Cells.Count; i++)
            {
                if (!Cells[i].IsEmpty)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Address of a 0-based column in this row: «D41», or «строка 41, столбец 4 вставленного текста».</summary>
    public string Address(int column) => IsPasted
        ? string.Create(CultureInfo.InvariantCulture, $"строка {Number}, столбец {column + 1} вставленного текста")
        : CellAddress.Letters(column) + Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Address of several columns: «D41:G41» where they stand together, otherwise «D41, F41».</summary>
    public string Addresses(IReadOnlyCollection<int> columns)
    {
        int[] sorted = [.. columns.Order()];
        if (IsPasted)
        {
            return string.Create(CultureInfo.InvariantCulture, $"строка {Number}, столбцы {string.Join(", ", sorted.Select(c => c + 1))} вставленного текста");
        }

        return sorted.Length > 1 && sorted[^1] - sorted[0] == sorted.Length - 1
            ? $"{Address(sorted[0])}:{Address(sorted[^1])}"
            : string.Join(", ", sorted.Select(Address));
    }
}

/// <summary>A sheet of a workbook, or the one table of a csv file.</summary>
/// <param name="Name">Sheet name; null for csv.</param>
/// <param name="IsHidden">Hidden sheets are not read by the importers.</param>
/// <param name="Rows">Rows that hold something, in order; read once, while the sheet is current.</param>
public sealed record TableSheet(string? Name, bool IsHidden, IEnumerable<TableRow> Rows);

/// <summary>Column numbers and letters.</summary>
public static class CellAddress
{
    /// <summary>Letters of a 0-based column: 0 → «A», 26 → «AA».</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>0-based column of an address such as «D41»; −1 where it holds no letters.</summary>
    public static int Column(ReadOnlySpan<char> address)
    {
        var column = 0;
        foreach (var letter in address)
        {
            if (!char.IsAsciiLetter(letter) || column > 20_000)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column - 1;
    }
}
