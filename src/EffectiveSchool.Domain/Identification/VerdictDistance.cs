namespace EffectiveSchool.Domain.Identification;

/// <summary>
/// How far a verdict is from the opposite one, in pupils, with the numbers of participants fixed (domain.md §5: distance
/// = the smallest total of pupils that flips the verdict). Allocates nothing: every what-if asks it of every school.
/// </summary>
public static class VerdictDistance
{
    /// <summary>Beyond it the heap serves: no methodology judges so many procedures.</summary>
    private const int MostOnStack = 64;

    /// <summary>The distance; null where no change of counts flips the verdict (markers without counts cannot move).</summary>
    /// <param name="markers">Both years' markers.</param>
    /// <param name="methodology">The methodology that judges them.</param>
    /// <param name="year">The results year.</param>
    public static int? PupilsToFlip(IReadOnlyList<LowResultMarker> markers, Methodology methodology, int year)
    {
        Span<Pair> pairs = markers.Count <= MostOnStack ? stackalloc Pair[markers.Count] : new Pair[markers.Count];
        pairs = pairs[..Read(markers, year, pairs)];

        var needed = methodology.LowProceduresForA;
        var (lowNow, lowBefore, lowInBoth) = (0, 0, 0);
        foreach (var pair in pairs)
        {
            lowNow += pair.Now.IsLow ? 1 : 0;
            lowBefore += pair.Before.IsLow ? 1 : 0;
            lowInBoth += pair.Now.IsLow && pair.Before.IsLow ? 1 : 0;
        }

        var holdsB = methodology.CriterionB == CriterionBVersion.SameProcedure ? lowInBoth > 0 : lowNow > 0 && lowBefore > 0;
        var distance = lowNow >= needed || holdsB
            ? ToLeave(pairs, needed, methodology.CriterionB)
            : Math.Min(ToEnterByA(pairs, needed - lowNow), ToEnterByB(pairs, methodology.CriterionB));
        return distance >= Step.Never ? null : (int)distance;
    }

    /// <summary>Puts the two years of every procedure side by side.</summary>
    private static int Read(IReadOnlyList<LowResultMarker> markers, int year, Span<Pair> pairs)
    {
        var count = 0;
        for (var i = 0; i < markers.Count; i++)
        {
            if (markers[i].Year == year)
            {
                pairs[count++] = new Pair(Step.Of(markers[i]), Step.Of(Before(markers, markers[i])));
            }
        }

        return count;
    }

    private static LowResultMarker Before(IReadOnlyList<LowResultMarker> markers, LowResultMarker now)
    {
        for (var i = 0; i < markers.Count; i++)
        {
            if (markers[i].Year == now.Year - 1 && string.Equals(markers[i].Procedure, now.Procedure, StringComparison.Ordinal))
            {
                return markers[i];
            }
        }

        throw new InvalidOperationException($"{now.Procedure}: no marker of {now.Year - 1}.");
    }

    /// <summary>Keep at most needed − 1 procedures low in the year and break every repetition with the year before.</summary>
    private static long ToLeave(ReadOnlySpan<Pair> pairs, int needed, CriterionBVersion version)
    {
        // What each procedure that stays low now saves. A procedure that repeats must then not have been low before.
        Span<long> savings = pairs.Length <= MostOnStack ? stackalloc long[pairs.Length] : new long[pairs.Length];
        var (low, removeAll, clearBefore) = (0, 0L, 0L);
        foreach (var pair in pairs)
        {
            clearBefore += pair.Before.IsLow ? pair.Before.Cost : 0;
            if (pair.Now.IsLow)
            {
                removeAll += pair.Now.Cost;
                savings[low++] = version == CriterionBVersion.SameProcedure && pair.Before.IsLow ? Math.Max(0, pair.Now.Cost - pair.Before.Cost) : pair.Now.Cost;
            }
        }

        savings = savings[..low];
        savings.Sort();
        var saved = Sum(savings[Math.Max(0, low - (needed - 1))..]);
        return version == CriterionBVersion.SameProcedure
            ? Cap(removeAll - saved)

            // Either nothing stays low now, or nothing was low before and the needed − 1 dearest may stay.
            : Math.Min(removeAll, Cap(clearBefore + removeAll - saved));
    }

    private static long ToEnterByA(ReadOnlySpan<Pair> pairs, int missing)
    {
        Span<long> costs = pairs.Length <= MostOnStack ? stackalloc long[pairs.Length] : new long[pairs.Length];
        var count = 0;
        foreach (var pair in pairs)
        {
            if (!pair.Now.IsLow)
            {
                costs[count++] = pair.Now.Cost;
            }
        }

        if (count < missing)
        {
            return Step.Never;
        }

        costs[..count].Sort();
        return Cap(Sum(costs[..missing]));
    }

    private static long ToEnterByB(ReadOnlySpan<Pair> pairs, CriterionBVersion version)
    {
        var (together, now, before) = (Step.Never, Step.Never, Step.Never);
        foreach (var pair in pairs)
        {
            together = Math.Min(together, pair.Now.CostToBeLow + pair.Before.CostToBeLow);
            now = Math.Min(now, pair.Now.CostToBeLow);
            before = Math.Min(before, pair.Before.CostToBeLow);
        }

        return Cap(version == CriterionBVersion.SameProcedure ? together : now + before);
    }

    private static long Sum(ReadOnlySpan<long> costs)
    {
        var sum = 0L;
        foreach (var cost in costs)
        {
            sum += cost;
        }

        return sum;
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
