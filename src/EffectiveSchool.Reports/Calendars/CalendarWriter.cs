using System.Globalization;
using System.Text;

namespace EffectiveSchool.Reports.Calendars;

/// <summary>Writes a calendar as iCalendar (RFC 5545, names and refreshing by RFC 7986): UTF-8, CRLF, lines of at most 75 octets.</summary>
public static class CalendarWriter
{
    /// <summary>Content type of what is written.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int MostOctets = 75;
    private const string Utc = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The whole file.</summary>
    public static byte[] Write(CalendarFeed feed)
    {
        var refresh = $"PT{feed.RefreshHours.ToString(CultureInfo.InvariantCulture)}H";
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", "-//Effective School//Portal//RU");
        Line(text, "CALSCALE", "GREGORIAN");
        Line(text, "METHOD", "PUBLISH");
        Line(text, "NAME", Escaped(feed.Name));
        Line(text, "X-WR-CALNAME", Escaped(feed.Name));
        Line(text, "X-WR-TIMEZONE", feed.Zone.Id);
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION", refresh);
        Line(text, "X-PUBLISHED-TTL", refresh);
        WriteZone(text, feed);
        foreach (var item in feed.Events.OrderBy(e => e.Day).ThenBy(e => e.Uid, StringComparer.Ordinal))
        {
            WriteEvent(text, item, feed.WrittenAt);
        }

        Line(text, "END", "VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A calendar must hold something (§3.6): without events it holds its zone. Russia has had no summer time since 2014.</summary>
    private static void WriteZone(StringBuilder text, CalendarFeed feed)
    {
        var offset = feed.Zone.GetUtcOffset(feed.WrittenAt);
        var written = (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
        Line(text, "BEGIN", "VTIMEZONE");
        Line(text, "TZID", feed.Zone.Id);
        Line(text, "BEGIN", "STANDARD");
        Line(text, "DTSTART", "20141026T020000");
        Line(text, "TZOFFSETFROM", written);
        Line(text, "TZOFFSETTO", written);
        Line(text, "END", "STANDARD");
        Line(text, "END", "VTIMEZONE");
    }

    private static void WriteEvent(StringBuilder text, CalendarEvent item, DateTimeOffset writtenAt)
    {
        Line(text, "BEGIN", "VEVENT");
        Line(text, "UID", Escaped(item.Uid));
        Line(text, "DTSTAMP", Moment(writtenAt));
        Line(text, "LAST-MODIFIED", Moment(item.ChangedAt));
        Line(text, "DTSTART;VALUE=DATE", Day(item.Day));
        Line(text, "DTEND;VALUE=DATE", Day(item.Day.AddDays(1)));
        Line(text, "SUMMARY", Escaped(item.Title));
        if (item.Description.Length > 0)
        {
            Line(text, "DESCRIPTION", Escaped(item.Description));
        }

        Line(text, "URL", item.Page.AbsoluteUri);
        Line(text, "TRANSP", "TRANSPARENT");
        Line(text, "END", "VEVENT");
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A TEXT value (§3.3.11): control characters other than a line break may not stand in it.</summary>
    private static string Escaped(string value)
    {
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var sign in value.ReplaceLineEndings("\n"))
        {
            escaped.Append(sign switch
            {
                '\\' => @"\\",
                ';' => @"\;",
                ',' => @"\,",
                '\n' => @"\n",
                _ when char.IsControl(sign) => " ",
                _ => sign.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>A content line, folded (§3.1): what goes on begins with a space, and no character is torn apart.</summary>
    private static void Line(StringBuilder text, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
