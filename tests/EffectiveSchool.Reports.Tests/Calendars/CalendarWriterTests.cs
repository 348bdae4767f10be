using System.Text;
using EffectiveSchool.Reports.Calendars;
using Ical.Net;

namespace EffectiveSchool.Reports.Tests.Calendars;

/// <summary>The calendar as another program's parser reads it, and what the standard asks of its octets.</summary>
public class CalendarWriterTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Barnaul");

    private static readonly CalendarEvent Event = new(
        "occurrence-12@effective-school",
        new DateOnly(2026, 12, 31),
        "Отчёт; «дорожная карта», раздел 1\\2: " + string.Concat(Enumerable.Repeat("очень длинное название мероприятия 🏫 ", 12)).Trim(),
        "МБОУ СОШ с. Ёлкино\nhttps://portal.test/roadmaps/1",
        new Uri("https://portal.test/roadmaps/1?occurrence=12"),
        new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(7)));

    [Fact]
    public void Another_programs_parser_reads_back_what_was_written()
    {
        var calendar = Calendar.Load(Text(Event))!;
        Assert.Equal(("2.0", "PUBLISH", "GREGORIAN"), (calendar.Version, calendar.Method, calendar.Scale));
        Assert.Equal("Сроки, мои", calendar.Properties.Single(p => p.Name == "X-WR-CALNAME").Value);
        Assert.Equal("PT4H", calendar.Properties.Single(p => p.Name == "REFRESH-INTERVAL").Value?.ToString());
        Assert.Equal("Asia/Barnaul", Assert.Single(calendar.TimeZones).TzId);

        var read = Assert.Single(calendar.Events);
        Assert.Equal((Event.Uid, Event.Title, Event.Description, Event.Page), (read.Uid, read.Summary, read.Description, read.Url));
        Assert.True(read.IsAllDay);
        Assert.Equal((Event.Day, Event.Day.AddDays(1)), (read.DtStart!.Date, read.DtEnd!.Date));
        Assert.Equal(Event.ChangedAt.UtcDateTime, read.LastModified!.AsUtc);
        Assert.Equal(new DateTime(2026, 11, 23, 1, 2, 3, DateTimeKind.Utc), read.DtStamp!.AsUtc);
    }

    [Fact]
    public void Lines_end_with_CRLF_and_have_at_most_75_octets_and_no_character_is_torn_apart()
    {
        var text = Text(Event);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', text.Replace("\r\n", "", StringComparison.Ordinal));
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var longest = 0;
        foreach (var line in text.Split("\r\n"))
        {
            longest = Math.Max(longest, strict.GetByteCount(line));
            Assert.False(char.IsLowSurrogate(line.FirstOrDefault()) || char.IsLowSurrogate(line.ElementAtOrDefault(1)), line);
        }

        Assert.InRange(longest, 70, 75);
    }

    [Fact]
    public void Text_is_escaped_and_control_characters_do_not_pass()
    {
        var text = Text(Event with { Title = "a;b,c\\d\u0007e\r\nEND:VCALENDAR", Description = "" });
        Assert.Contains("SUMMARY:a\\;b\\,c\\\\d e\\nEND:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DESCRIPTION", text, StringComparison.Ordinal);
        Assert.Single(Calendar.Load(text)!.Events);
    }

    [Fact]
    public void An_empty_calendar_is_a_calendar() => Assert.Empty(Calendar.Load(Text())!.Events);

    [Fact]
    public void The_zone_of_the_region_is_written_with_its_offset()
    {
        Assert.Contains("TZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\n", Text(), StringComparison.Ordinal);
    }

    private static string Text(params CalendarEvent[] events) =>
        Encoding.UTF8.GetString(CalendarWriter.Write(new CalendarFeed("Сроки, мои", Zone, 4, new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.Zero), events)));
}
