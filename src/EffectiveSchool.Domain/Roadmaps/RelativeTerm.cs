using System.Globalization;
using System.Text.RegularExpressions;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>The length of a term that counts from an event: «Не позднее 10 дней со дня проведения мероприятия» (domain.md §9).</summary>
public static partial class RelativeTerm
{
    private const int DaysOfWeek = 7;

    /// <summary>The last day of the term; null where the wording names no length, or counts back («за 2 недели до …»).</summary>
    /// <param name="text">The wording of the term.</param>
    /// <param name="day">The day of the event.</param>
    public static DateOnly? LastDay(string text, DateOnly day)
    {
        var match = Length().Match(text);
        if (!match.Success || Before().IsMatch(text))
        {
            return null;
        }

        var count = match.Groups["n"].Success ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : 1;
        return char.ToUpperInvariant(match.Groups["unit"].ValueSpan[0]) switch
        {
            'Н' => day.AddDays(DaysOfWeek * count),
            'М' => day.AddMonths(count),
            _ => match.Groups["working"].Success ? WorkingDays(day, count) : day.AddDays(count),
        };
    }

    /// <summary>Days off are Saturdays and Sundays: holidays are set by each year's own act.</summary>
    private static DateOnly WorkingDays(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    [GeneratedRegex(@"((?<n>\d{1,3})(\s*-?\s*(ти|х|и))?\s*(\([^)]*\)\s*)?((?<working>рабочих)\s+|календарных\s+)?(?<unit>дн|день|сут|недел|месяц)|в\s+течение\s+(?<unit>недели|месяца))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Length();

    [GeneratedRegex(@"\bза\s+\d{1,3}.*\bдо\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Before();
}
