using System.Globalization;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>Spreadsheet addresses: rows and columns count from 1.</summary>
public static class CellAddress
{
    /// <summary>Letters of a column: 1 → A, 27 → AA. Throws <see cref="ArgumentOutOfRangeException"/> outside 1…16 384.</summary>
    public static string Column(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column, 16_384);
        var letters = string.Empty;
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>Address of a cell, such as C12.</summary>
    public static string Of(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{row}");

    /// <summary>A rectangle, such as A1:C12.</summary>
    public static string Range(int firstRow, int firstColumn, int lastRow, int lastColumn) =>
        $"{Of(firstRow, firstColumn)}:{Of(lastRow, lastColumn)}";

    /// <summary>A rectangle with the row and column signs made absolute, such as $A$1:$C$12.</summary>
    internal static string AbsoluteRange(int firstRow, int firstColumn, int lastRow, int lastColumn) =>
        string.Create(CultureInfo.InvariantCulture, $"${Column(firstColumn)}${firstRow}:${Column(lastColumn)}${lastRow}");
}
