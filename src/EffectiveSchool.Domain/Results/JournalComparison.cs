namespace EffectiveSchool.Domain.Results;

/// <summary>
/// Participants whose mark of a procedure is below, equal to or above their mark in the school's journal (domain.md §13,
/// «Сравнение отметок с отметками по журналу»).
/// </summary>
/// <param name="Lowered">Понизили: the procedure's mark is below the journal's; ≥ 0.</param>
/// <param name="Confirmed">Подтвердили: the marks are equal; ≥ 0.</param>
/// <param name="Raised">Повысили: the procedure's mark is above the journal's; ≥ 0.</param>
public sealed record JournalComparison(int Lowered, int Confirmed, int Raised)
{
    private static readonly string[] Names = ["Понизили", "Подтвердили", "Повысили"];

    /// <summary>All participants compared.</summary>
    public int Participants => Lowered + Confirmed + Raised;

    /// <summary>Percent of participants whose mark was lowered; null where there is nobody.</summary>
    public decimal? LoweredPercent => Share(Lowered);

    /// <summary>Percent of participants whose mark was confirmed; null where there is nobody.</summary>
    public decimal? ConfirmedPercent => Share(Confirmed);

    /// <summary>Percent of participants whose mark was raised; null where there is nobody.</summary>
    public decimal? RaisedPercent => Share(Raised);

    /// <summary>
    /// The comparison behind counts, percents or both. Counts must add up to N and percents to 100 ± 0,1; where both are given
    /// each percent must be that of its count within the rounding of two decimals, where a count is missing it is restored.
    /// </summary>
    /// <param name="participants">N, ≥ 1.</param>
    /// <param name="counts">Counts of lowered, confirmed, raised; null where the file gives none.</param>
    /// <param name="percents">Percents of the same; null where the file gives none.</param>
    /// <param name="refusal">A Russian sentence and the part at fault (0 lowered, 1 confirmed, 2 raised, null the whole), or null.</param>
    /// <exception cref="ArgumentException">Not three counts and three percents, or no participants.</exception>
    public static JournalComparison? Restore(
        int participants, IReadOnlyList<int?> counts, IReadOnlyList<decimal?> percents, out (string Sentence, int? Part)? refusal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(participants, 1);
        if (counts.Count != Names.Length || percents.Count != Names.Length)
        {
            throw new ArgumentException("Three counts and three percents are expected: lowered, confirmed, raised.", nameof(counts));
        }

        var restored = new int[Names.Length];
        for (var i = 0; i < Names.Length; i++)
        {
            if (PartAtFault(participants, i, counts[i], percents[i], out restored[i]) is { } sentence)
            {
                refusal = (sentence, i);
                return null;
            }
        }

        var sum = percents.Sum() ?? 0;
        refusal = restored.Sum() != participants
            ? ($"Понизили, подтвердили и повысили вместе {restored.Sum()}, а участников {participants}.", null)
            : percents.All(p => p is not null) && !MarkShares.AddUp(sum)
                ? ($"Доли «понизили», «подтвердили» и «повысили» дают {Text(sum)} %, должно быть 100 ± 0,1 %.", null)
                : null;
        return refusal is null ? new JournalComparison(restored[0], restored[1], restored[2]) : null;
    }

    private static string? PartAtFault(int participants, int part, int? count, decimal? percent, out int restored)
    {
        restored = count ?? 0;
        switch (count, percent)
        {
            case (null, null):
                return $"«{Names[part]}»: нет ни доли, ни количества.";
            case (_, < 0 or > 100):
                return $"«{Names[part]}» {Text(percent.Value)} %: должно быть от 0 до 100 %.";
            case ({ } known, _) when known < 0 || known > participants:
                return $"«{Names[part]}» {known}, а участников {participants}.";
            case ({ } known, { } share) when !MarkShares.IsShareOf(participants, share, known):
                return $"«{Names[part]}»: {known} из {participants} — это {Text(Math.Round(100m * known / participants, 2, MidpointRounding.AwayFromZero))} %, а записано {Text(share)} %.";
            case (null, { } share) when !MarkShares.TryRestore(participants, share, out restored):
                return $"«{Names[part]}» {Text(share)} % не соответствует целому числу из {participants} участников.";
            default:
                return null;
        }
    }

    private static string Text(decimal value) => value.ToString("0.##########", RussianCulture.Value);

    private decimal? Share(int count) => Participants == 0 ? null : 100m * count / Participants;
}
