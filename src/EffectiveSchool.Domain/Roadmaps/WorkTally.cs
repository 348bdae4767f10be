namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Where the works of a school, of a section or of a whole plan stand on a day.</summary>
/// <param name="Share">Share done, by the rule of the execution report.</param>
/// <param name="Come">What its denominator consists of: as many works as <see cref="ShareDone.Come"/>.</param>
/// <param name="Later">Works whose due date has not come.</param>
public sealed record WorkTally(ShareDone Share, PhaseCounts Come, int Later)
{
    /// <summary>Tallies works by state and last day; <c>FirstDue</c> is the earliest day it was moved from, null where it never was.</summary>
    /// <param name="works">Works.</param>
    /// <param name="day">The day that due dates are compared with.</param>
    public static WorkTally Of(IEnumerable<(WorkState State, DateOnly Due, DateOnly? FirstDue)> works, DateOnly day)
    {
        var all = works.ToList();
        var come = all.Where(w => ShareDone.HasCome(w.Due, w.FirstDue, day) && w.State != WorkState.NotNeeded);
        return new WorkTally(ShareDone.Of(all, day), new PhaseCounts(come.Select(w => w.State.PhaseOn(w.Due, day))), all.Count(w => !ShareDone.HasCome(w.Due, w.FirstDue, day)));
    }
}

/// <summary>What is due in a calendar month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Works">Works whose last day is in it.</param>
public sealed record MonthLoad(DateOnly Month, PhaseCounts Works)
{
    /// <summary>Every month from the first to the last that something is due in; those between without anything too.</summary>
    /// <param name="works">Works by state and last day.</param>
    /// <param name="day">The day that what is late is judged on.</param>
    public static IReadOnlyList<MonthLoad> Of(IEnumerable<(WorkState State, DateOnly Due)> works, DateOnly day)
    {
        var months = works.ToLookup(w => new DateOnly(w.Due.Year, w.Due.Month, 1), w => w.State.PhaseOn(w.Due, day));
        if (months.Count == 0)
        {
            return [];
        }

        var (first, last) = (months.Min(m => m.Key), months.Max(m => m.Key));
        var count = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        return [.. Enumerable.Range(0, count).Select(first.AddMonths).Select(m => new MonthLoad(m, new PhaseCounts(months[m])))];
    }
}
