namespace EffectiveSchool.Domain.Publications;

/// <summary>What a month is to the rule «не реже одной публикации в месяц».</summary>
public enum NewsMonthState
{
    /// <summary>At least one publication.</summary>
    Held,

    /// <summary>The month is over and there was none.</summary>
    Missed,

    /// <summary>The month is not over and there is none yet.</summary>
    Running,

    /// <summary>Not asked: the month is ahead, or outside the programme.</summary>
    NotAsked,
}

/// <summary>A calendar month of an owner.</summary>
/// <param name="Month">1…12.</param>
/// <param name="Count">Publications.</param>
/// <param name="State">What it is to the rule.</param>
public sealed record NewsMonth(int Month, int Count, NewsMonthState State);

/// <summary>The rule «новости не реже раза в месяц» over a calendar year of one owner (part 3, item 9).</summary>
/// <param name="Months">The twelve months.</param>
public sealed record MonthlyNews(IReadOnlyList<NewsMonth> Months)
{
    /// <summary>Months that are over and had none.</summary>
    public IReadOnlyList<int> Missed { get; } = [.. Months.Where(m => m.State == NewsMonthState.Missed).Select(m => m.Month)];

    /// <summary>Months with news among those that were asked and are over or have news already.</summary>
    public int Held => Months.Count(m => m.State == NewsMonthState.Held);

    /// <summary>Months judged: held and missed.</summary>
    public int Judged => Held + Missed.Count;

    /// <summary>Publications of the year.</summary>
    public int Count => Months.Sum(m => m.Count);

    /// <summary>Counts a year.</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="dates">Days of the owner's publications, of any year.</param>
    /// <param name="since">The first day that is asked for; null for all of the year.</param>
    /// <param name="until">The last day that is asked for; null for all of the year.</param>
    /// <param name="today">Today in the region.</param>
    public static MonthlyNews Of(int year, IReadOnlyCollection<DateOnly> dates, DateOnly? since, DateOnly? until, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return new MonthlyNews([.. Enumerable.Range(1, 12).Select(month =>
        {
            var (first, last) = (new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));
            var count = dates.Count(d => d >= first && d <= last);
            var state = count > 0 ? NewsMonthState.Held
                : first > today || last < since || first > until ? NewsMonthState.NotAsked
                : last < today ? NewsMonthState.Missed
                : NewsMonthState.Running;
            return new NewsMonth(month, count, state);
        })]);
    }
}
