namespace EffectiveSchool.Domain.Curators;

/// <summary>
/// An agreement (соглашение) of a listed school with a partner school; every listed school must have one (domain.md §10).
/// </summary>
public sealed class PartnershipAgreement
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The school that is helped.</summary>
    public required int SchoolId { get; init; }

    /// <summary>The partner in the registry; null for a partner from elsewhere, which has a name alone.</summary>
    public int? PartnerSchoolId { get; init; }

    /// <summary>Name of the partner (школа-партнёр, наставник, базовая) as the agreement has it.</summary>
    public required string PartnerName { get; init; }

    /// <summary>Number of the agreement; empty where it has none.</summary>
    public required string Number { get; init; }

    /// <summary>Date it was signed.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day in force; null for «до полного исполнения».</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>What the partner does.</summary>
    public required string Subject { get; init; }

    /// <summary>Last day in force where it was ended before its time; null otherwise.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was ended before its time.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The last day in force, by its own term or before it; null while it runs on.</summary>
    public DateOnly? LastDay => EndedOn ?? Until;

    /// <summary>Whether it is in force on that day.</summary>
    public bool RunsOn(DateOnly day) => From <= day && (LastDay is not { } last || day <= last);

    /// <summary>Ends the agreement before its time (расторжение).</summary>
    /// <param name="lastDay">Last day in force.</param>
    /// <param name="reason">Why.</param>
    /// <returns>A Russian sentence where it is refused, in which case nothing has changed; otherwise null.</returns>
    public string? End(DateOnly lastDay, string reason)
    {
        if (EndedOn is { } ended)
        {
            return $"Соглашение уже прекращено {RussianFigures.Date(ended)}.";
        }

        if (lastDay < From || lastDay > Until)
        {
            return $"Последний день {RussianFigures.Date(lastDay)} вне срока соглашения: {RussianFigures.Date(From)} – {(Until is null ? "без срока" : RussianFigures.Date(Until))}.";
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return "Укажите причину прекращения соглашения.";
        }

        (EndedOn, EndReason) = (lastDay, reason.Trim());
        return null;
    }

    /// <summary>What is wrong with it, as a Russian sentence; null where nothing is.</summary>
    public string? Problem()
    {
        if (PartnerSchoolId == SchoolId)
        {
            return "Школа не может быть партнёром самой себе: выберите другую.";
        }

        if (string.IsNullOrWhiteSpace(PartnerName))
        {
            return "Укажите школу-партнёра: выберите её из реестра или впишите название.";
        }

        return Until < From
            ? $"Соглашение заканчивается {RussianFigures.Date(Until)}, раньше своего начала {RussianFigures.Date(From)}."
            : null;
    }
}

/// <summary>The share of listed schools that have an agreement in force: 100 % is required (domain.md §10).</summary>
/// <param name="Covered">Listed schools with an agreement in force.</param>
/// <param name="Listed">Listed schools: the denominator.</param>
public sealed record PartnershipCover(int Covered, int Listed)
{
    /// <summary>Percent, 0…100; null where no school is listed.</summary>
    public decimal? Percent => Listed == 0 ? null : 100m * Covered / Listed;

    /// <summary>Counts the schools of a list on a day.</summary>
    /// <param name="listedSchools">Keys of the listed schools.</param>
    /// <param name="agreements">Agreements of any schools.</param>
    /// <param name="day">The day.</param>
    public static PartnershipCover On(DateOnly day, IReadOnlyCollection<int> listedSchools, IEnumerable<PartnershipAgreement> agreements)
    {
        var covered = agreements.Where(a => a.RunsOn(day)).Select(a => a.SchoolId).ToHashSet();
        return new PartnershipCover(listedSchools.Count(covered.Contains), listedSchools.Count);
    }
}
