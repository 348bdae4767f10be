namespace EffectiveSchool.Domain.Identification;

/// <summary>Wilson's 95 % interval of a share: what a small sample says of the school it came from (domain.md §5).</summary>
/// <param name="LowPercent">Lower end, percent 0…100.</param>
/// <param name="HighPercent">Upper end, percent 0…100.</param>
public sealed record WilsonInterval(decimal LowPercent, decimal HighPercent)
{
    private const double Z = 1.959963984540054;

    /// <summary>The interval for counts.</summary>
    /// <param name="participants">N, ≥ 1.</param>
    /// <param name="failed">0…N.</param>
    public static WilsonInterval Of(int participants, int failed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(participants, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(failed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(failed, participants);
        var n = (double)participants;
        var share = failed / n;
        var scale = 1 + (Z * Z / n);
        var centre = (share + (Z * Z / (2 * n))) / scale;
        var half = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n))) / scale;
        return new WilsonInterval(
            (decimal)Math.Max(0, 100 * (centre - half)),
            (decimal)Math.Min(100, 100 * (centre + half)));
    }
}
