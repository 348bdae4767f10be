using System.Globalization;
using System.Text.RegularExpressions;

namespace EffectiveSchool.Imports.Roadmaps;

/// <summary>The section rows above the current row: tracks, directions and years, one inside another.</summary>
internal sealed partial class PlanSections
{
    private const int YearLevel = 50;
    private const int PlainLevel = 99;
    private readonly List<(string Text, int Level, int? Year)> _open = [];

    /// <summary>From the outermost.</summary>
    public IReadOnlyList<string> Path => [.. _open.Select(s => s.Text)];

    /// <summary>The year that the innermost section of a year names, or null.</summary>
    public int? Year => _open.LastOrDefault(s => s.Year is not null).Year;

    /// <summary>Whether a text says itself that it heads a section: «1. Трек 1», «Направление 3», «2022 год».</summary>
    public static bool IsHeading(string text) => PlanNumbers.Leading(text) is not null || YearOf(text) is not null || HeadingPattern().IsMatch(text);

    /// <summary>The year of a section that names nothing else: «2022 год», «Мероприятия на 2023 год».</summary>
    public static int? YearOf(string text) =>
        YearPattern().Match(text) is { Success: true } match ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Opens a section; those it ends are closed.</summary>
    public void Open(string text)
    {
        var year = YearOf(text);
        var level = year is not null ? YearLevel
            : PlanNumbers.Leading(text) is { } number ? PlanNumbers.Depth(number)
            : HeadingPattern().IsMatch(text) ? 1
            : PlainLevel;
        var from = year is not null ? _open.FindIndex(s => s.Level == YearLevel) : _open.FindIndex(s => s.Level != YearLevel && s.Level >= level);
        if (from >= 0)
        {
            _open.RemoveRange(from, _open.Count - from);
        }

        _open.Add((text, level, year));
    }

    [GeneratedRegex(@"^(?:направлени|трек|раздел|блок|модул|этап|задача|цель|[IVX]{1,5}[.)]\s)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(
        @"^(?:[\dIVX]{1,4}[.)]\s*)?(?:(?:план\w*|мероприяти\w*|работ\w*|на|в|этап\w*|раздел\w*|период\w*|календарн\w*)\s+)*(?<year>20\d\d)\s*(?:год\w*|г)?\s*[.:]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearPattern();
}
