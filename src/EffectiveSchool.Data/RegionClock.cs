namespace EffectiveSchool.Data;

/// <summary>What the clocks of a region show. Kept out of the domain, which knows no time zones of the machine.</summary>
public static class RegionClock
{
    /// <summary>Local date and time of a moment.</summary>
    /// <param name="moment">A moment.</param>
    /// <param name="timeZone">IANA time zone of the region.</param>
    public static DateTime TimeIn(this DateTimeOffset moment, string timeZone) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime;

    /// <summary>Local date of a moment.</summary>
    /// <param name="moment">A moment.</param>
    /// <param name="timeZone">IANA time zone of the region.</param>
    public static DateOnly DayIn(this DateTimeOffset moment, string timeZone) => DateOnly.FromDateTime(moment.TimeIn(timeZone));
}
