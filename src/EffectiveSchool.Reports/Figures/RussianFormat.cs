using System.Globalization;

namespace EffectiveSchool.Reports.Figures;

/// <summary>How figures and dates look in every outgoing document and on every page (domain.md §12, §14).</summary>
public static class RussianFormat
{
    /// <summary>What stands for a figure that is not there. Missing is never shown as zero.</summary>
    public const string Missing = "—";

    /// <summary>How <see cref="Missing"/> is read aloud.</summary>
    public const string MissingSpoken = "нет данных";

    private const char NoBreakSpace = '\u00A0';
    private const char ThinSpace = '\u202F';
    private const int MostDecimals = 4;

    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ThinSpace.ToString(),
        NumberGroupSizes = [3],
        NegativeSign = "−",
    };

    /// <summary>A share in percent points with one decimal and the sign: 27.64 → «27,6 %»; null → «—».</summary>
    public static string Percent(decimal? percentPoints) =>
        percentPoints is { } value ? $"{PercentNumber(value)}{NoBreakSpace}%" : Missing;

    /// <summary>
    /// A share beside its threshold: one decimal, and more of them where rounding would carry it over the line, so that a
    /// school that is not low is never shown at 30,0 %. Both in percent points.
    /// </summary>
    public static string Percent(decimal? percentPoints, decimal threshold) =>
        percentPoints is { } value ? $"{PercentNumber(value, threshold)}{NoBreakSpace}%" : Missing;

    /// <summary>A share in percent points without the sign, for cells under a «%» heading: 27.64 → «27,6».</summary>
    public static string PercentNumber(decimal percentPoints) => Rounded(percentPoints, 1).ToString("N1", Numbers);

    /// <summary><see cref="Percent(decimal?, decimal)"/> without the sign.</summary>
    public static string PercentNumber(decimal percentPoints, decimal threshold)
    {
        var decimals = 1;
        while (decimals < MostDecimals && (Rounded(percentPoints, decimals) >= threshold) != (percentPoints >= threshold))
        {
            decimals++;
        }

        return Rounded(percentPoints, decimals).ToString($"N{decimals.ToString(CultureInfo.InvariantCulture)}", Numbers);
    }

    /// <summary>A whole number with thousands apart by a thin space: 1234567 → «1 234 567»; null → «—».</summary>
    public static string Whole(long? number) => number is { } value ? value.ToString("N0", Numbers) : Missing;

    /// <summary>A number with a decimal comma and at most <paramref name="decimals"/> decimals; null → «—».</summary>
    public static string Number(decimal? number, int decimals = 2) => number is { } value
        ? Rounded(value, decimals).ToString("#,0." + new string('#', decimals), Numbers)
        : Missing;

    /// <summary>A date: 05.04.2023; null → «—».</summary>
    public static string Date(DateOnly? date) => date?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? Missing;

    /// <summary>A moment in the offset it carries (bring it to the region's zone first): 05.04.2023 14:07; null → «—».</summary>
    public static string Moment(DateTimeOffset? moment) => moment?.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture) ?? Missing;

    /// <summary>The form of a noun after a number: 1 школа, 2 школы, 5 школ, 11 школ.</summary>
    public static string Plural(long number, string one, string few, string many)
    {
        var rest = Math.Abs(number) % 100;
        return (rest is >= 11 and <= 14, rest % 10) switch
        {
            (true, _) => many,
            (_, 1) => one,
            (_, >= 2 and <= 4) => few,
            _ => many,
        };
    }

    /// <summary>A number with its noun, kept on one line: «1 234 школы».</summary>
    public static string Counted(long number, string one, string few, string many) =>
        $"{Whole(number)}{NoBreakSpace}{Plural(number, one, few, many)}";

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
