using System.Text.RegularExpressions;

namespace EffectiveSchool.Imports.Tables;

/// <summary>How a number format of Excel shows a number.</summary>
internal enum DateShape
{
    /// <summary>Not as a date.</summary>
    None,

    /// <summary>As a day.</summary>
    Day,

    /// <summary>As a month and a year alone: «мар.23», «март 2023».</summary>
    Month,
}

/// <summary>Tells dates from numbers by their formats.</summary>
internal static partial class DateFormats
{
    private const int FirstCustom = 164;
    private const int MonthAndYear = 17;

    /// <summary>The shape of a format by its number; <paramref name="custom"/> holds those that the workbook defines.</summary>
    public static DateShape Of(int format, IReadOnlyDictionary<int, DateShape> custom) => format switch
    {
        >= FirstCustom => custom.GetValueOrDefault(format),
        MonthAndYear => DateShape.Month,
        (>= 14 and <= 16) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => DateShape.Day,
        _ => DateShape.None,
    };

    /// <summary>The shape of a written format: «dd.mm.yyyy», «[$-419]mmmm\ yyyy;@».</summary>
    public static DateShape Of(string format)
    {
        var signs = NotShown().Replace(format, "").ToLowerInvariant().AsSpan();
        return signs.IndexOfAny("dд") >= 0 ? DateShape.Day
            : signs.IndexOfAny("yг") < 0 ? DateShape.None
            : signs.IndexOfAny("mм") >= 0 && signs.IndexOfAny("hч") < 0 ? DateShape.Month
            : DateShape.Day;
    }

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotShown();
}
