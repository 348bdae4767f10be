using System.Runtime.InteropServices;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>A day of a year.</summary>
/// <param name="Month">1…12.</param>
/// <param name="Day">1…31; null: the first day of the month as a start, the last one as an end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MonthDay(int Month, int? Day = null)
{
    /// <summary>Position in a year, to compare with.</summary>
    internal int Order => (Month * 100) + (Day ?? 0);

    /// <summary>The day in a year as a start; null where the year has no such day.</summary>
    public DateOnly? StartIn(int year) => In(year, Day ?? 1);

    /// <summary>The day in a year as an end; null where the year has no such day.</summary>
    public DateOnly? EndIn(int year) => In(year, Day ?? DateTime.DaysInMonth(year, Month));

    private DateOnly? In(int year, int day) => day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, day) : null;
}

/// <summary>A part of the school year.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day; earlier in the year than the first where the part runs over the New Year.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CalendarSpan(MonthDay First, MonthDay Last)
{
    /// <summary>The span that starts in a calendar year; null where the year lacks one of its days (29 February).</summary>
    public Occurrence? In(int year) =>
        First.StartIn(year) is { } from && Last.EndIn(Last.Order < First.Order ? year + 1 : year) is { } due ? new Occurrence(from, due) : null;
}

/// <summary>The school calendar: reference data of a region.</summary>
/// <param name="Quarters">Four quarters in the order of the school year.</param>
/// <param name="Halves">Two halves in the order of the school year.</param>
public sealed record SchoolCalendar(IReadOnlyList<CalendarSpan> Quarters, IReadOnlyList<CalendarSpan> Halves)
{
    /// <summary>The calendar the portal comes with (domain.md §9).</summary>
    public static SchoolCalendar Default { get; } = new(
        [Span(9, 1, 10, 31), Span(11, 1, 12, 31), Span(1, 1, 3, 31), Span(4, 1, 5, 31)],
        [Span(9, 1, 12, 31), Span(1, 1, 5, 31)]);

    /// <summary>The school year: from its first quarter to the last, over the New Year.</summary>
    public CalendarSpan Year => new(Quarters[0].First, Quarters[^1].Last);

    /// <summary>The calendar year in which a day of the school year falls that starts in <paramref name="startYear"/>.</summary>
    internal int YearOf(MonthDay day, int startYear) => day.Month >= Year.First.Month ? startYear : startYear + 1;

    private static CalendarSpan Span(int month, int day, int lastMonth, int lastDay) => new(new MonthDay(month, day), new MonthDay(lastMonth, lastDay));
}
