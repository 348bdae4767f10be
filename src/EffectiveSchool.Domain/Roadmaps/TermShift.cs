using System.Globalization;
using System.Text.RegularExpressions;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Moves the years that a wording names: «До 05 апреля 2023 г.» a year on is «До 05 апреля 2024 г.»; what names no year stays as it is.</summary>
public static partial class TermShift
{
    /// <summary>The most years to move by at once.</summary>
    public const int MostYears = 10;

    /// <summary>
    /// The wording with its years moved: «2023», «05.04.23», «2023/24», «20⏎23». Years from 1990 to 2099 are years; moving there
    /// and back gives the same text as long as none leaves them.
    /// </summary>
    /// <param name="text">A wording of a term, or a title.</param>
    /// <param name="years">By how many years; negative goes back.</param>
    public static string Shift(string text, int years) => Years().Replace(text, match =>
    {
        string Moved(string group, int length) => Number((int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) + years) % (length == 2 ? 100 : int.MaxValue), length);
        if (match.Groups["short"].Success)
        {
            return match.Groups["day"].Value + Moved("short", 2);
        }

        if (match.Groups["tail"].Success)
        {
            var whole = Number(2000 + int.Parse(match.Groups["tail"].Value, CultureInfo.InvariantCulture) + years, 4);
            return whole[..2] + match.Groups["break"].Value + whole[2..];
        }

        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var next = match.Groups["next"];
        var isSchoolYear = next.Success && int.Parse(next.Value, CultureInfo.InvariantCulture) == (year + 1) % 100;
        return Moved("year", 4) + match.Groups["sign"].Value + (isSchoolYear ? Moved("next", 2) : next.Value);
    });

    /// <summary>Whether the text names a year.</summary>
    public static bool NamesYear(string text) => Years().IsMatch(text);

    private static string Number(int value, int length) => (length == 2 ? (value + 100) % 100 : value).ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');

    [GeneratedRegex(
        """
        (?<![\d.])(?<day>\d{1,2}\s{0,2}\.\s{0,2}\d{1,2}\s{0,2}\.\s{0,2})(?<short>\d{2})(?!\d|[ ]*\r?\n\s*\d)
        | (?<!\d|№\s?)(?<year>199\d|20\d{2})(?<sign>\s*[-/\u2010-\u2015\u2212]\s*)(?<next>\d{2})(?!\d|\s*[-.]\s*\d|[ ]*\r?\n\s*\d)
        | (?<!\d|№\s?)(?<year>199\d|20\d{2})(?!\d)
        | (?<!\d|№\s?)20(?<break>[ ]*\r?\n\s*)(?<tail>\d{2})(?![\d.]|\s*(?:янв|февр|мар|апр|ма[йя]|июн|июл|авг|сент|окт|нояб|дек))
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Years();
}
