using System.Security.Cryptography;
using System.Text;

namespace EffectiveSchool.Data.Reminders;

/// <summary>What a person chose about reminders. Without a row: the daily letter comes, and there is no calendar.</summary>
public sealed class ReminderSettings
{
    private const int SecretBytes = 32;

    public required Guid UserId { get; init; }

    /// <summary>Whether the person does without the daily letter.</summary>
    public bool DigestOff { get; set; }

    /// <summary>SHA-256 of the secret in the calendar's address, the secret itself being kept nowhere; null where there is no address.</summary>
    public string? CalendarSha256 { get; private set; }

    public DateTimeOffset? CalendarIssuedAt { get; private set; }

    /// <summary>A new address of the calendar; the former stops working.</summary>
    /// <returns>The secret: to be shown once.</returns>
    public string IssueCalendar(DateTimeOffset now)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        CalendarSha256 = HashOf(secret);
        CalendarIssuedAt = now;
        return secret;
    }

    /// <summary>The address stops working, and there is no other.</summary>
    public void RevokeCalendar()
    {
        CalendarSha256 = null;
        CalendarIssuedAt = null;
    }

    /// <summary>What a secret is found by.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
