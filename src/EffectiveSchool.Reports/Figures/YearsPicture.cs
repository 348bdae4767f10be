using System.Globalization;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Schools;

namespace EffectiveSchool.Reports.Figures;

/// <summary>One year in the picture: its place and what stands there.</summary>
/// <param name="Point">The result.</param>
/// <param name="Low">Whether it is low.</param>
/// <param name="Interval">Wilson's 95 % interval.</param>
/// <param name="X">Place across, units of the picture.</param>
/// <param name="Y">Place down of the share.</param>
/// <param name="IntervalTop">Place down of the interval's upper end.</param>
/// <param name="IntervalBottom">Place down of the interval's lower end.</param>
internal sealed record YearMark(YearPoint Point, bool Low, WilsonInterval Interval, double X, double Y, double IntervalTop, double IntervalBottom);

/// <summary>Geometry of the picture «share of failed over the years»; the component only writes it down.</summary>
internal sealed class YearsPicture
{
    public const int Width = 240;
    public const int Height = 104;
    public const int Left = 26;
    public const int Right = 234;
    public const int Top = 8;
    public const int Bottom = 84;
    private const int YearsWithLabelsAtMost = 6;

    private readonly decimal _scale;

    public YearsPicture(ProcedureYears years, decimal threshold, ThresholdComparator comparator)
    {
        var rule = Methodology.SameProcedure with { ThresholdPercent = threshold, Comparator = comparator };
        var points = years.Points.Where(p => p.Participants > 0).OrderBy(p => p.Year).ToList();
        var intervals = points.ConvertAll(p => WilsonInterval.Of(p.Participants, p.Failed));
        var highest = intervals.Select(i => i.HighPercent).Append(threshold + 10).Max();
        _scale = Math.Min(100, Math.Ceiling(highest / 10) * 10);
        var first = points.Count > 0 ? points[0].Year : 0;
        var span = points.Count > 0 ? points[^1].Year - first : 0;
        Marks = [.. points.Select((p, i) => new YearMark(
            p,
            rule.IsLow(p.Participants, p.Failed),
            intervals[i],
            span == 0 ? (Left + Right) / 2d : Left + 12 + ((Right - Left - 24d) * (p.Year - first) / span),
            Y(p.FailSharePercent!.Value),
            Y(intervals[i].HighPercent),
            Y(intervals[i].LowPercent)))];
        ThresholdY = Y(threshold);
        LabelEvery = points.Count <= YearsWithLabelsAtMost ? 1 : (points.Count + YearsWithLabelsAtMost - 1) / YearsWithLabelsAtMost;
    }

    public IReadOnlyList<YearMark> Marks { get; }

    public double ThresholdY { get; }

    public int LabelEvery { get; }

    /// <summary>Lines between neighbouring years; a year without a result breaks the line.</summary>
    public IEnumerable<(YearMark From, YearMark To)> Lines() =>
        Marks.Zip(Marks.Skip(1)).Where(pair => pair.Second.Point.Year == pair.First.Point.Year + 1);

    public static string At(double coordinate) => coordinate.ToString("0.#", CultureInfo.InvariantCulture);

    private double Y(decimal percent) => Bottom - ((Bottom - Top) * (double)(Math.Min(percent, _scale) / _scale));
}
