using System.Globalization;
using System.Text;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Imports;

/// <summary>Reads what people leave in cells: no-break spaces, decimal points and commas, «н/д» and dashes.</summary>
internal static class CellText
{
    /// <summary>The latest year that can be written at all.</summary>
    public const int LatestYear = 2100;

    /// <summary>In the form of <see cref="Heading"/>, which turns Latin letters that look Russian into Russian ones.</summary>
    private static readonly HashSet<string> NoDataWords = new(
        new[] { "", "н/д", "нд", "нет данных", "нет", "не проводилась", "не проводилось", "не проводился", "не участвовала", "не участвовали", "n/a", "x" }
            .Select(SchoolNames.ForSearch),
        StringComparer.Ordinal);

    /// <summary>The text with every kind of white space turned to single spaces and none at the ends.</summary>
    public static string Clean(string text)
    {
        if (!NeedsCleaning(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var space = false;
        foreach (var letter in text)
        {
            if (letter is '\u200B' or '\uFEFF' or '\u00AD')
            {
                continue;
            }

            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                space = result.Length > 0;
                continue;
            }

            if (space)
            {
                result.Append(' ');
                space = false;
            }

            result.Append(letter);
        }

        return result.ToString();
    }

    /// <summary>The form in which headings are compared: upper case, ё → е, no punctuation.</summary>
    public static string Heading(TableCell cell) => SchoolNames.ForSearch(cell.Text);

    /// <summary>Empty, a dash, «н/д» or «не проводилась»: a missing figure, not a wrong one.</summary>
    public static bool IsNoData(TableCell cell) => cell.Number is null && cell.Date is null && NoDataWords.Contains(Heading(cell));

    /// <summary>A figure written as a number or as text: «27,6», «27.6», «27,6 %», «1 234».</summary>
    public static decimal? Number(TableCell cell)
    {
        if (cell.Date is not null)
        {
            return null;
        }

        if (cell.Number is { } number)
        {
            return number;
        }

        Span<char> digits = stackalloc char[32];
        var length = 0;
        foreach (var letter in cell.Text.AsSpan().Trim().TrimEnd('%'))
        {
            if (char.IsWhiteSpace(letter))
            {
                continue;
            }

            if (length == digits.Length)
            {
                return null;
            }

            digits[length++] = letter == ',' ? '.' : letter;
        }

        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        return decimal.TryParse(digits[..length], styles, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
    }

    /// <summary>A whole number ≥ 0, or null.</summary>
    public static int? Count(TableCell cell) =>
        Number(cell) is { } number && number >= 0 && number <= 10_000_000 && decimal.Truncate(number) == number ? (int)number : null;

    /// <summary>A year of a procedure, 2000…<see cref="LatestYear"/>, or null.</summary>
    public static int? Year(TableCell cell) => Count(cell) is { } year and >= 2000 and <= LatestYear ? year : null;

    /// <summary>A date written as a date or as «14.09.2020».</summary>
    public static DateOnly? Date(TableCell cell)
    {
        string[] forms = ["dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd"];
        return cell.Date ?? (DateOnly.TryParseExact(Clean(cell.Text), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);
    }

    private static bool NeedsCleaning(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (letter is '\u200B' or '\uFEFF' or '\u00AD' || char.IsControl(letter) || (letter != ' ' && char.IsWhiteSpace(letter)) || (letter == ' ' && before == ' '))
            {
                return true;
            }

            before = letter;
        }

        return before == ' ' && text.Length > 0;
    }
}
