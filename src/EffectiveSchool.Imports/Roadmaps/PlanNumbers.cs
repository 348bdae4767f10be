using System.Globalization;
using System.Text.RegularExpressions;

namespace EffectiveSchool.Imports.Roadmaps;

/// <summary>Numbers of activities: «1.1.1.», «4)», a number or a date that Excel made of «1.2».</summary>
internal static partial class PlanNumbers
{
    /// <summary>The number in a cell without its last dot, or null where the cell holds none.</summary>
    public static string? Read(TableCell cell)
    {
        if (cell.Number is { } number)
        {
            return number is >= 0 and < 10_000 ? number.ToString("0.###", CultureInfo.InvariantCulture) : null;
        }

        if (cell.Date is { } date)
        {
            return $"{date.Day}.{date.Month}";
        }

        var match = Pattern().Match(CellText.Clean(cell.Text));
        return match.Success ? match.Groups["number"].Value.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.') : null;
    }

    /// <summary>What Excel made of «4.10»: after «4.9» stands 4,1.</summary>
    public static string? Mended(TableCell cell, string number, string? before)
    {
        if (cell.Number is null || before is null || !number.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }

        var mended = number + "0";
        return Next(before) == mended ? mended : null;
    }

    /// <summary>«1.1.9» → «1.1.10»; null for what does not end with figures.</summary>
    public static string? Next(string number)
    {
        var dot = number.LastIndexOf('.') + 1;
        return int.TryParse(number.AsSpan(dot), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? number[..dot] + (last + 1).ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Parts of a number: «1.1.2» has 3.</summary>
    public static int Depth(string number) => number.Count(c => c == '.') + 1;

    /// <summary>The number that a section row begins with: «1.1. Организационные мероприятия».</summary>
    public static string? Leading(string text) => LeadingPattern().Match(text) is { Success: true } match ? match.Groups["number"].Value : null;

    [GeneratedRegex(@"^(?:№\s*)?(?<number>\d{1,3}(?:\s?[.,]\s?\d{1,3}){0,5}|[IVXLivxl]{1,6})\s?[.)]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^(?<number>\d{1,3}(?:\.\d{1,3}){0,5})(?:\.(?!\d)|\)|\s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadingPattern();
}
