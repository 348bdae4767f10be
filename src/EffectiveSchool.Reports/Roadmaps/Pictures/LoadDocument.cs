using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Reports.Roadmaps.Pictures;

/// <summary>The load of a plan by month: what page, xlsx and pdf alike show.</summary>
/// <param name="Title">«Нагрузка по месяцам: …».</param>
/// <param name="Subtitle">Programme, place, what is chosen.</param>
/// <param name="AsOf">The day that states are shown on.</param>
/// <param name="Months">Months in order.</param>
public sealed record LoadDocument(string Title, string Subtitle, DateOnly AsOf, IReadOnlyList<MonthLoad> Months)
{
    /// <summary>Columns of its table after the month: the phases, then all.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["Месяц", "Сроков", .. WorkPhases.All.Select(p => Capital(p.RussianName()))];

    /// <summary>All months together.</summary>
    public PhaseCounts Total { get; } = new(Months.SelectMany(m => WorkPhases.All.SelectMany(p => Enumerable.Repeat(p, m.Works[p]))));

    /// <summary>Figures of a month under those headings.</summary>
    public static IReadOnlyList<int> Figures(PhaseCounts works)
    {
        ArgumentNullException.ThrowIfNull(works);
        return [works.Total, .. WorkPhases.All.Select(p => works[p])];
    }

    /// <summary>«март 2026».</summary>
    public static string Name(MonthLoad month)
    {
        ArgumentNullException.ThrowIfNull(month);
        return month.Month.ToString("MMMM yyyy", RussianCulture.Value);
    }

    private static string Capital(string text) => char.ToUpper(text[0], RussianCulture.Value) + text[1..];
}

/// <summary>A part of a month's column.</summary>
/// <param name="Phase">What it shows.</param>
/// <param name="Y">Top, units of the picture.</param>
/// <param name="Height">Height, in proportion to the count.</param>
/// <param name="Count">Works.</param>
public sealed record ColumnPart(WorkPhase Phase, double Y, double Height, int Count);

/// <summary>A month's column.</summary>
/// <param name="Load">The month.</param>
/// <param name="X">Left end.</param>
/// <param name="Parts">From the bottom up.</param>
public sealed record LoadColumn(MonthLoad Load, double X, IReadOnlyList<ColumnPart> Parts)
{
    /// <summary>Top of the column.</summary>
    public double Top => Parts.Count == 0 ? LoadPicture.Bottom : Parts[^1].Y;
}

/// <summary>Geometry of the load by month; the component only writes it down.</summary>
public sealed class LoadPicture
{
    /// <summary>Width of the picture, units.</summary>
    public const int Width = TimelineAxis.Width;
    /// <summary>Height of the picture.</summary>
    public const int Height = 250;
    /// <summary>Where columns begin: the scale stands left of it.</summary>
    public const int Left = 34;
    /// <summary>Top of the scale.</summary>
    public const int Top = 16;
    /// <summary>Foot of the columns.</summary>
    public const int Bottom = 206;
    private const double WidestStep = 60;

    // From what must be seen first to what weighs nothing.
    private static readonly WorkPhase[] Order = [WorkPhase.Late, WorkPhase.InWork, WorkPhase.Ahead, WorkPhase.Unfinished, WorkPhase.Done, WorkPhase.NotNeeded];

    /// <summary>Lays the months out.</summary>
    public LoadPicture(IReadOnlyList<MonthLoad> months)
    {
        Step = Math.Min(WidestStep, (double)(Width - Left) / Math.Max(1, months.Count));
        var most = months.Select(m => m.Works.Total).DefaultIfEmpty().Max();
        TickEvery = TickOf(most);
        Most = Math.Max(1, (most + TickEvery - 1) / TickEvery) * TickEvery;
        Columns = [.. months.Select((m, i) => Column(m, Left + (i * Step)))];
    }

    /// <summary>From one month to the next.</summary>
    public double Step { get; }

    /// <summary>Width of a column.</summary>
    public double ColumnWidth => Step * 0.74;

    /// <summary>Works between two lines of the scale.</summary>
    public int TickEvery { get; }

    /// <summary>The top of the scale.</summary>
    public int Most { get; }

    /// <summary>The columns: every month once.</summary>
    public IReadOnlyList<LoadColumn> Columns { get; }

    /// <summary>Lines of the scale from 0 to its top.</summary>
    public IEnumerable<(int Works, double Y)> Ticks => Enumerable.Range(0, (Most / TickEvery) + 1).Select(i => (i * TickEvery, Y(i * TickEvery)));

    private static int TickOf(int most)
    {
        var tick = 1;
        while (most > tick * 5)
        {
            tick = tick.ToString(System.Globalization.CultureInfo.InvariantCulture)[0] == '2' ? tick / 2 * 5 : tick * 2;
        }

        return tick;
    }

    private double Y(int works) => Bottom - ((double)(Bottom - Top) * works / Most);

    private LoadColumn Column(MonthLoad month, double left)
    {
        var (parts, below) = (new List<ColumnPart>(), 0);
        foreach (var phase in Order.Where(p => month.Works[p] > 0))
        {
            var bottom = Y(below);
            below += month.Works[phase];
            parts.Add(new ColumnPart(phase, Y(below), bottom - Y(below), month.Works[phase]));
        }

        return new LoadColumn(month, left + (Step * 0.13), parts);
    }
}
