namespace EffectiveSchool.Reports.Roadmaps.Pictures;

/// <summary>A bar in its place.</summary>
/// <param name="Bar">The occurrence.</param>
/// <param name="X">Left end, units of the picture.</param>
/// <param name="Width">Width.</param>
/// <param name="Lane">Lane from the top, from 0.</param>
public sealed record PlacedBar(TimelineBar Bar, double X, double Width, int Lane);

/// <summary>The bars of an activity in as few lanes as keep them apart. A bar is never so narrow that its sign would not fit, and never leaves the axis.</summary>
public sealed class TimelineLanes
{
    /// <summary>The narrowest bar: that of one day too.</summary>
    public const double Narrowest = 14;

    /// <summary>Height of a lane.</summary>
    public const int LaneHeight = 18;

    /// <summary>Height of a bar in its lane.</summary>
    public const int BarHeight = 14;

    private const double Gap = 1.5;

    /// <summary>Places the bars of an activity.</summary>
    public TimelineLanes(TimelineAxis axis, TimelineRow row)
    {
        var ends = new List<double>();
        var bars = new List<PlacedBar>();
        foreach (var bar in row.Bars.OrderBy(b => b.From).ThenBy(b => b.Due))
        {
            var (x, end) = (axis.StartOf(bar.From), axis.EndOf(bar.Due));
            if (end - x < Narrowest)
            {
                // Its last day is what counts: it stays, and the bar grows to the left while there is room.
                x = Math.Max(0, end - Narrowest);
                end = x + Narrowest;
            }

            var lane = ends.FindIndex(e => e + Gap <= x);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(0);
            }

            ends[lane] = end;
            bars.Add(new PlacedBar(bar, x, end - x, lane));
        }

        (Bars, Height) = (bars, Math.Max(1, ends.Count) * LaneHeight);
    }

    /// <summary>The bars: every occurrence once.</summary>
    public IReadOnlyList<PlacedBar> Bars { get; }

    /// <summary>Height of all lanes, units.</summary>
    public int Height { get; }
}
