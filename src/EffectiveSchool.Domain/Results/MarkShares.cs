namespace EffectiveSchool.Domain.Results;

/// <summary>Counts of the marks 2, 3, 4 and 5.</summary>
public sealed record MarkCounts(int Twos, int Threes, int Fours, int Fives)
{
    /// <summary>All marks together.</summary>
    public int Total => Twos + Threes + Fours + Fives;
}

/// <summary>
/// Restores counts from the percents that files print with two decimals (domain.md §4): counts are compared, never
/// rounded shares.
/// </summary>
public static class MarkShares
{
    private const decimal RoundingOfPrint = 0.005m;
    private const decimal Tolerance = 0.000000001m;
    private const decimal AllowedSumDeviation = 0.1m;

    /// <summary>
    /// Counts behind four percents of a whole. Each count is round(share·N/100) and must lie within the rounding of two
    /// decimals; the four must add to N and the percents to 100 ± 0,1. Under ten thousand participants two decimals name
    /// the counts exactly; from there on (rows of regions) several counts print the same percents and one of them is given.
    /// </summary>
    /// <param name="participants">N, ≥ 1.</param>
    /// <param name="percents">Percents of the marks 2, 3, 4, 5, each 0…100.</param>
    /// <param name="refusal">A Russian sentence saying what does not fit, or null.</param>
    /// <returns>The counts, or null where the percents fit no counts.</returns>
    /// <exception cref="ArgumentException">Not four percents, or no participants.</exception>
    public static MarkCounts? Restore(int participants, IReadOnlyList<decimal> percents, out string? refusal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(participants, 1);
        if (percents.Count != 4)
        {
            throw new ArgumentException("Four percents are expected: marks 2, 3, 4 and 5.", nameof(percents));
        }

        var sum = percents.Sum();
        if (!AddUp(sum))
        {
            refusal = $"Доли отметок 2–5 дают {Percent(sum)} %, должно быть 100 ± 0,1 %.";
            return null;
        }

        var counts = new int[4];
        for (var i = 0; i < 4; i++)
        {
            if (percents[i] is < 0 or > 100)
            {
                refusal = $"Доля отметки «{i + 2}» равна {Percent(percents[i])} %, должно быть от 0 до 100 %.";
                return null;
            }

            if (!TryRestore(participants, percents[i], out counts[i]))
            {
                refusal = $"Доля отметки «{i + 2}» {Percent(percents[i])} % не соответствует целому числу из {participants} участников.";
                return null;
            }
        }

        var total = counts.Sum();
        if (total != participants)
        {
            refusal = $"По долям отметок 2–5 получается {total} участников, а указано {participants}.";
            return null;
        }

        refusal = null;
        return new MarkCounts(counts[0], counts[1], counts[2], counts[3]);
    }

    /// <summary>Whether printed percents of a whole may be said to add up: 100 ± 0,1.</summary>
    internal static bool AddUp(decimal sum) => Math.Abs(sum - 100m) <= AllowedSumDeviation;

    /// <summary>Whether a percent printed with two decimals is that of a count.</summary>
    internal static bool IsShareOf(int participants, decimal percent, int count) =>
        Math.Abs((percent * participants / 100m) - count) <= (RoundingOfPrint * participants / 100m) + Tolerance;

    /// <summary>The count behind a percent printed with two decimals: round(share·N/100); false where the percent is of no whole count.</summary>
    internal static bool TryRestore(int participants, decimal percent, out int count)
    {
        count = (int)Math.Round(percent * participants / 100m, MidpointRounding.AwayFromZero);
        return IsShareOf(participants, percent, count);
    }

    private static string Percent(decimal value) =>
        value.ToString("0.##########", RussianCulture.Value);
}
