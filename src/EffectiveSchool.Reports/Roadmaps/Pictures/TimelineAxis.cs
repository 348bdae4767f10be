using System.Runtime.InteropServices;
using EffectiveSchool.Domain;

namespace EffectiveSchool.Reports.Roadmaps.Pictures;

/// <summary>A stretch of the axis with its label; the label is empty where it would not fit.</summary>
/// <param name="X">Left end, units of the picture.</param>
/// <param name="Width">Width.</param>
/// <param name="Label">«2026», «I кв.», «янв».</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AxisStretch(double X, double Width, string Label);

/// <summary>The axis of a timeline: whole months, of equal width for equal days, over the width of the picture.</summary>
public sealed class TimelineAxis
{
    /// <summary>Width of every picture, units: about a pixel on the screen.</summary>
    public const int Width = 960;

    private const double MonthWord = 23;
    private const double MonthNumber = 12.5;
    private const double QuarterWord = 30;
    private static readonly string[] Quarters = ["I", "II", "III", "IV"];

    private readonly int _days;

    private TimelineAxis(DateOnly first, DateOnly last) => (First, Last, _days) = (first, last, last.DayNumber - first.DayNumber + 1);

    /// <summary>First day: of a month.</summary>
    public DateOnly First { get; }

    /// <summary>Last day: of a month.</summary>
    public DateOnly Last { get; }

    /// <summary>Years, each as much of it as the axis shows.</summary>
    public IEnumerable<AxisStretch> Years => Stretches(12, (start, width) => width >= QuarterWord ? $"{start.Year}" : "");

    /// <summary>Quarters.</summary>
    public IEnumerable<AxisStretch> QuarterYears => Stretches(3, (start, width) => width >= QuarterWord ? $"{Quarters[(start.Month - 1) / 3]} кв." : "");

    /// <summary>Months: by word, by number where they are narrow, without a label where they are narrower still.</summary>
    public IEnumerable<AxisStretch> Months => Stretches(1, (start, width) => width switch
    {
        >= MonthWord => start.ToString("MMM", RussianCulture.Value)[..3],
        >= MonthNumber => start.Month.ToString(RussianCulture.Value),
        _ => "",
    });

    /// <summary>The axis from the month of the first day to the month of the last; null where there are no spans.</summary>
    public static TimelineAxis? Over(IEnumerable<(DateOnly From, DateOnly Due)> spans)
    {
        var all = spans.ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var (from, due) = (all.Min(s => s.From), all.Max(s => s.Due));
        return new TimelineAxis(new DateOnly(from.Year, from.Month, 1), new DateOnly(due.Year, due.Month, DateTime.DaysInMonth(due.Year, due.Month)));
    }

    /// <summary>Where a day begins; days outside the axis stand at its ends.</summary>
    public double StartOf(DateOnly day) => At(day.DayNumber - First.DayNumber);

    /// <summary>Where a day ends.</summary>
    public double EndOf(DateOnly day) => At(day.DayNumber - First.DayNumber + 1);

    /// <summary>The middle of a day; null where the axis does not show it.</summary>
    public double? MiddleOf(DateOnly day) => day < First || day > Last ? null : (StartOf(day) + EndOf(day)) / 2;

    private double At(int days) => Math.Clamp((double)Width * days / _days, 0, Width);

    private IEnumerable<AxisStretch> Stretches(int months, Func<DateOnly, double, string> label)
    {
        var start = new DateOnly(First.Year, ((First.Month - 1) / months * months) + 1, 1);
        for (; start <= Last; start = start.AddMonths(months))
        {
            var x = StartOf(start);
            var width = StartOf(start.AddMonths(months)) - x;
            yield return new AxisStretch(x, width, label(start, width));
        }
    }
}
