namespace EffectiveSchool.Domain.Monitoring;

/// <summary>How a number of one item moved between two rounds, school by school.</summary>
/// <param name="Pairs">The schools of both rounds with what each said; null where it said nothing.</param>
public sealed record MonitoringChange(IReadOnlyList<NumberPair> Pairs)
{
    /// <summary>Schools that answered in both rounds: sums and means are over these alone.</summary>
    public IReadOnlyList<NumberPair> Compared { get; } = [.. Pairs.Where(p => p.Difference is not null)];

    /// <summary>Mean of the earlier round over the compared schools; null where there are none.</summary>
    public decimal? MeanBefore => Mean(p => p.Before!.Value);

    /// <summary>Mean of the later round over the same schools.</summary>
    public decimal? MeanAfter => Mean(p => p.After!.Value);

    /// <summary>By how much the mean moved.</summary>
    public decimal? MeanDifference => MeanAfter - MeanBefore;

    /// <summary>Schools whose number grew.</summary>
    public int Grew => Compared.Count(p => p.Difference > 0);

    /// <summary>Schools whose number fell.</summary>
    public int Fell => Compared.Count(p => p.Difference < 0);

    private decimal? Mean(Func<NumberPair, decimal> value) => Compared.Count == 0 ? null : Compared.Average(value);
}

/// <summary>What a school said of one item in two rounds.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Before">In the earlier round; null where it did not answer.</param>
/// <param name="After">In the later round.</param>
public sealed record NumberPair(int SchoolId, decimal? Before, decimal? After)
{
    /// <summary>By how much it moved; null unless both are known: missing is never 0.</summary>
    public decimal? Difference => After - Before;
}
