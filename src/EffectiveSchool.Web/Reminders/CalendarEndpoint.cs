using System.Threading.RateLimiting;
using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Reports.Calendars;
using EffectiveSchool.Web.Imports;
using EffectiveSchool.Web.Mail;
using Microsoft.AspNetCore.RateLimiting;

namespace EffectiveSchool.Web.Reminders;

/// <summary>
/// A person's calendar for programs that cannot sign in: whoever knows the secret reads the dates, and nothing else. What is
/// unknown, revoked or belongs to a closed account is one and the same 404.
/// </summary>
public static class CalendarEndpoint
{
    public const string Route = "/calendar/{secret}.ics";
    private const string Limit = "calendar";
    private const int RefreshHours = 4;

    /// <summary>Requests from one address in a minute; the secret itself cannot be guessed.</summary>
    public static void LimitCalendars(RateLimiterOptions limiter, int perMinute)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    public static void MapCalendar(this WebApplication app) => app.MapGet(Route, ServeAsync).AllowAnonymous().RequireRateLimiting(Limit);

    private static async Task<IResult> ServeAsync(
        string secret, HttpContext http, IServiceProvider services, MailSettings settings, TimeProvider clock, ILogger<CalendarFeed> log, CancellationToken cancellationToken)
    {
        try
        {
            if (await OwnerAsync(services, secret, cancellationToken) is not { } owner)
            {
                return Results.NotFound();
            }

            var portal = settings.Address ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}");
            http.Response.Headers.CacheControl = "private, no-cache";
            return Results.Bytes(CalendarWriter.Write(await FeedAsync(services, owner, portal, clock, cancellationToken)), CalendarWriter.ContentType);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Dealt with here, for the page of errors logs the address, and this one is a secret.
            log.LogError(fault, "Fault {Number}: a calendar could not be written", FaultNumber.New());
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task<PortalUser?> OwnerAsync(IServiceProvider services, string secret, CancellationToken cancellationToken)
    {
        await using var system = services.CreateScopeAs(AccessScope.System);
        var db = system.ServiceProvider.GetRequiredService<PortalDb>();
        var hash = ReminderSettings.HashOf(secret);
        return await db.Users.AsNoTracking()
            .Where(u => !u.IsClosed && db.ReminderSettings.Any(r => r.UserId == u.Id && r.CalendarSha256 == hash))
            .SingleOrDefaultAsync(cancellationToken);
    }

    private static async Task<CalendarFeed> FeedAsync(IServiceProvider services, PortalUser owner, Uri portal, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var own = services.CreateScopeAs(owner.Scope, owner.Id);
        var db = own.ServiceProvider.GetRequiredService<PortalDb>();
        var zoneId = await db.Regions.OrderBy(r => r.Id).Select(r => r.TimeZone).FirstOrDefaultAsync(cancellationToken);
        var zone = zoneId is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var items = await own.ServiceProvider.GetRequiredService<DueWork>().DatesAsync(DueWork.ReaderOf(owner.Role, owner.Scope), today, cancellationToken);
        return new CalendarFeed("Эффективная школа: сроки", zone, RefreshHours, now, [.. items.Select(i => EventOf(i, portal))]);
    }

    private static CalendarEvent EventOf(DueItem item, Uri portal)
    {
        var page = new Uri(portal, item.Page);
        return new CalendarEvent($"{item.Key}@effective-school", item.Due!.Value, item.Title, item.Place is null ? "" : $"{item.Place}\n{page}", page, item.ChangedAt);
    }
}
