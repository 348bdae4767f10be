namespace EffectiveSchool.Domain.Reminders;

/// <summary>Somebody who is reminded.</summary>
/// <param name="Level">Where they stand.</param>
/// <param name="Decides">Whether they act or only look: nothing waits for an observer.</param>
public sealed record DueReader(DutyLevel Level, bool Decides);

/// <summary>What somebody is reminded of on a day. An item stands in one group alone: the first that it fits.</summary>
/// <param name="Overdue">Просрочено: the date has passed; the latest first.</param>
/// <param name="ThisWeek">На этой неделе: due from today to Sunday.</param>
/// <param name="Waiting">Ждёт меня: the reader must decide, and the date, if there is one, is further away.</param>
public sealed record DueSummary(IReadOnlyList<DueItem> Overdue, IReadOnlyList<DueItem> ThisWeek, IReadOnlyList<DueItem> Waiting)
{
    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Overdue.Count + ThisWeek.Count + Waiting.Count == 0;

    /// <summary>Groups what of the open work concerns the reader on the day.</summary>
    /// <param name="items">Open work that the reader may see, in any order.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="today">The day in the reader's time zone.</param>
    public static DueSummary For(IEnumerable<DueItem> items, DueReader reader, DateOnly today)
    {
        var groups = items
            .Where(i => Escalation.Reaches(i.Owner, reader.Level, i.DaysLate(today)))
            .OrderBy(i => i.Due ?? DateOnly.MaxValue).ThenBy(i => i.Title, StringComparer.Ordinal).ThenBy(i => i.Place, StringComparer.Ordinal).ThenBy(i => i.Key, StringComparer.Ordinal)
            .ToLookup(i =>
                i.IsOverdue(today) ? nameof(Overdue)
                : i.Due <= LastDayOfWeek(today) ? nameof(ThisWeek)
                : i.AwaitsDecision && reader.Decides && i.Owner == reader.Level ? nameof(Waiting)
                : "");
        return new DueSummary([.. groups[nameof(Overdue)]], [.. groups[nameof(ThisWeek)]], [.. groups[nameof(Waiting)]]);
    }

    /// <summary>The Sunday that ends the week of the day.</summary>
    public static DateOnly LastDayOfWeek(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}
