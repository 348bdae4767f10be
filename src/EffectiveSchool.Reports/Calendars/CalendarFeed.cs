namespace EffectiveSchool.Reports.Calendars;

/// <summary>A day to be kept in mind.</summary>
/// <param name="Uid">Names the event for good, unlike any other of any calendar.</param>
/// <param name="Day">The day; it takes the whole of it.</param>
/// <param name="Title">What is due.</param>
/// <param name="Description">More of it; may have several lines, may be empty.</param>
/// <param name="Page">Where it is done.</param>
/// <param name="ChangedAt">When it last changed, UTC.</param>
public sealed record CalendarEvent(string Uid, DateOnly Day, string Title, string Description, Uri Page, DateTimeOffset ChangedAt);

/// <summary>A calendar that programs of people fetch again and again.</summary>
/// <param name="Name">Its name in the list of calendars.</param>
/// <param name="Zone">The time zone its days belong to.</param>
/// <param name="RefreshHours">How often fetching it makes sense.</param>
/// <param name="WrittenAt">When it is written, UTC.</param>
/// <param name="Events">The events in any order.</param>
public sealed record CalendarFeed(string Name, TimeZoneInfo Zone, int RefreshHours, DateTimeOffset WrittenAt, IReadOnlyList<CalendarEvent> Events);
