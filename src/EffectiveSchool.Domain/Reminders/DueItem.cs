namespace EffectiveSchool.Domain.Reminders;

/// <summary>Who does a piece of work, and who is told of it: from the school up.</summary>
public enum DutyLevel
{
    /// <summary>The school: its principal.</summary>
    School,

    /// <summary>The curator of the school.</summary>
    Curator,

    /// <summary>The municipality: its coordinator.</summary>
    Municipality,

    /// <summary>The region: its coordinator.</summary>
    Region,
}

/// <summary>
/// Open work: something that has a date, or that waits for somebody's decision, or both. Whoever keeps the work (uploads,
/// lists, roadmaps) says so in these words; reminders know nothing else of it.
/// </summary>
public sealed record DueItem
{
    /// <summary>Names the work for good, e.g. «batch-12»: the calendar of a phone tells by it that it knows the event.</summary>
    public required string Key { get; init; }

    /// <summary>What is to be done, as a Russian sentence without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>Whose it is: a school or a municipality; null where the title says enough.</summary>
    public string? Place { get; init; }

    /// <summary>The page where it is done, from the root: «/results/uploads/12».</summary>
    public required string Page { get; init; }

    /// <summary>Who does it.</summary>
    public required DutyLevel Owner { get; init; }

    /// <summary>The last day on which it is in time; null where no date is set.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Whether it stands still until its owner decides.</summary>
    public bool AwaitsDecision { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Days by which it is late: 1 on the day after <see cref="Due"/>, 0 or less before, null without a date.</summary>
    public int? DaysLate(DateOnly today) => Due is { } due ? today.DayNumber - due.DayNumber : null;

    /// <summary>Whether its date has passed.</summary>
    public bool IsOverdue(DateOnly today) => DaysLate(today) > 0;
}
