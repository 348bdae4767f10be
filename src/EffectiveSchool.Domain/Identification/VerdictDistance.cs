namespace EffectiveSchool.Domain.Identification;

/// <summary>
/// How far a verdict is from the opposite one, in pupils, with the numbers of participants fixed (domain.md §5: distance
/// = the smallest total of pupils that flips the verdict).
/// </summary>
public static class VerdictDistance
{
    /// <summary>The distance; null where no change of counts flips the verdict (markers without counts cannot move).</summary>
    /// <param name="markers">Both years' markers.</param>
    /// <param name="methodology">The methodology that judges them.</param>
    /// <param name="year">The results year.</param>
    public static int? PupilsToFlip(IReadOnlyList<LowResultMarker> markers, Methodology methodology, int year)
    {
        var pairs = markers
            .GroupBy(m => m.Procedure, StringComparer.Ordinal)
            .Select(g => new Pair(Step.Of(g.First(m => m.Year == year)), Step.Of(g.First(m => m.Year == year - 1))))
            .ToArray();

        var needed = methodology.LowProceduresForA;
        var holdsA = pairs.Count(p => p.Now.IsLow) >= needed;
        var holdsB = methodology.CriterionB == CriterionBVersion.SameProcedure
            ? pairs.Any(p => p.Now.IsLow && p.Before.IsLow)
            : pairs.Any(p => p.Now.IsLow) && pairs.Any(p => p.Before.IsLow);

        var distance = holdsA || holdsB
            ? ToLeave(pairs, needed, methodology.CriterionB)
            : Math.Min(ToEnterByA(pairs, needed), ToEnterByB(pairs, methodology.CriterionB));
        return distance >= Step.Never ? null : (int)distance;
    }

    /// <summary>Keep at most needed − 1 procedures low in the year and break every repetition with the year before.</summary>
    private static long ToLeave(Pair[] pairs, int needed, CriterionBVersion version)
    {
        var low = pairs.Where(p => p.Now.IsLow).ToArray();
        var removeAll = low.Sum(p => p.Now.Cost);
        if (version == CriterionBVersion.AnyProcedure)
        {
            // Either nothing stays low now, or nothing was low before and the needed − 1 dearest may stay.
            var clearBefore = pairs.Where(p => p.Before.IsLow).Sum(p => p.Before.Cost);
            var keepDearest = low.Select(p => p.Now.Cost).OrderDescending().Skip(needed - 1).Sum();
            return Math.Min(removeAll, Cap(clearBefore + keepDearest));
        }

        // A procedure that stays low now must not have been low before: what keeping it saves, or nothing.
        var savings = low
            .Select(p => p.Now.Cost - (p.Before.IsLow ? p.Before.Cost : 0))
            .Where(s => s > 0)
            .OrderDescending()
            .Take(needed - 1)
            .Sum();
        return Cap(removeAll - savings);
    }

    private static long ToEnterByA(Pair[] pairs, int needed)
    {
        var missing = needed - pairs.Count(p => p.Now.IsLow);
        var costs = pairs.Where(p => !p.Now.IsLow).Select(p => p.Now.Cost).Order().Take(missing).ToArray();
        return costs.Length < missing ? Step.Never : Cap(costs.Sum());
    }

    private static long ToEnterByB(Pair[] pairs, CriterionBVersion version)
    {
        if (pairs.Length == 0)
        {
            return Step.Never;
        }

        return Cap(version == CriterionBVersion.SameProcedure
            ? pairs.Min(p => p.Now.CostToBeLow + p.Before.CostToBeLow)
            : pairs.Min(p => p.Now.CostToBeLow) + pairs.Min(p => p.Before.CostToBeLow));
    }

    private static long Cap(long cost) => Math.Min(cost, Step.Never);

    private readonly record struct Pair(Step Now, Step Before);

    /// <summary>A marker and the pupils it takes to turn it over.</summary>
    private readonly record struct Step(bool IsLow, long Cost)
    {
        /// <summary>More than any number of pupils: the marker cannot be turned over.</summary>
        public const long Never = 1_000_000_000;

        public long CostToBeLow => IsLow ? 0 : Cost;

        public static Step Of(LowResultMarker marker) => new(
            marker.State == MarkerState.Low,
            marker.State == MarkerState.NoData ? Never : marker.PupilsToLine ?? Never);
    }
}
