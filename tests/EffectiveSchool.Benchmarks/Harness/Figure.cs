using System.Globalization;

namespace EffectiveSchool.Benchmarks.Harness;

/// <summary>One line of the table: what was measured beside its limit, in the same run.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">The portal's figure.</param>
/// <param name="LimitIs">What the limit is.</param>
/// <param name="Limit">Its figure.</param>
/// <param name="Ratio">How many times the limit's time the portal takes, or its share of the limit's rate.</param>
/// <param name="Aim">The aim of the issue; empty where it sets none.</param>
/// <param name="Met">Whether the aim is met; null where there is none.</param>
internal sealed record Figure(string What, string Ours, string LimitIs, string Limit, string Ratio, string Aim = "", bool? Met = null)
{
    public static string Table(IEnumerable<Figure> figures) => string.Join(
        '\n',
        figures.Select(f => $"| {f.What} | {f.Ours} | {f.LimitIs} | {f.Limit} | {f.Ratio} | {f.Aim} | {f.Met switch { true => "yes", false => "**no**", null => "" }} |")
            .Prepend("|---|---|---|---|---|---|---|")
            .Prepend("| what | ours | its limit in the same run | limit | ratio | aim | met |"));

    /// <summary>The row of a measure that did not end: nothing was measured, and nothing is met.</summary>
    public static Figure Failed(string name, Exception fault) => new(
        name, "failed: " + fault.Message.ReplaceLineEndings(" ").Replace("|", "¦", StringComparison.Ordinal), "–", "–", "–", "", Met: false);

    /// <summary>«1.23 s», «45.6 ms», «0.12 ms».</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.##} ms");

    public static string Count(double count) => count.ToString("# ##0", CultureInfo.InvariantCulture).Trim();

    public static string Rate(double count, TimeSpan time, string unit) => $"{Count(count / time.TotalSeconds)} {unit}/s";

    /// <summary>«× 3.4».</summary>
    public static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"× {ratio:0.##}");

    public static string Times(TimeSpan ours, TimeSpan limit) => Times(ours / limit);

    public static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0} MB");
}
