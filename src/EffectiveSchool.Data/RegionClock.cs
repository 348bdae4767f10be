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

    /// <summary>The calendar year that it is in a region: nothing that comes in can be of a later one.</summary>
    /// <param name="db">The database.</param>
    /// <param name="regionId">A region within the scope.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<int> YearInAsync(this PortalDb db, int regionId, TimeProvider clock, CancellationToken cancellationToken) =>
        clock.GetUtcNow().DayIn(await db.Regions.Where(r => r.Id == regionId).Select(r => r.TimeZone).SingleAsync(cancellationToken)).Year;
}
