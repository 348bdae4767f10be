namespace EffectiveSchool.Domain.Reminders;

/// <summary>When the daily letter of a region goes out.</summary>
/// <param name="At">Time of day in the region's zone.</param>
/// <param name="OnWeekends">Whether on Saturdays and Sundays too.</param>
public sealed record DigestTime(TimeOnly At, bool OnWeekends)
{
    /// <summary>08:00.</summary>
    public static readonly TimeOnly UsualTime = new(8, 0);

    /// <summary>The day whose letter may go out at a moment: that day once its hour has come, otherwise null.</summary>
    /// <param name="local">The moment on the region's clock.</param>
    public DateOnly? DayAt(DateTime local)
    {
        var isWeekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return TimeOnly.FromDateTime(local) >= At && (OnWeekends || !isWeekend) ? DateOnly.FromDateTime(local) : null;
    }
}
