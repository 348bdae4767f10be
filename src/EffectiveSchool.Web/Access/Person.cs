using System.Security.Claims;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Access;

/// <summary>The signed-in person of the request: role, scope, region and its time zone.</summary>
public sealed class Person(IHttpContextAccessor http, PortalDb db, TimeProvider clock)
{
    private Region? _region;

    public ClaimsPrincipal User => http.HttpContext!.User;

    public PortalRole Role => PortalClaims.RoleOf(User) ?? throw new InvalidOperationException("Nobody is signed in.");

    public AccessScope Scope => PortalClaims.ScopeOf(User);

    public Guid Id => Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public string DisplayName => User.FindFirstValue(PortalClaims.DisplayName) ?? "";

    /// <summary>The person's region; the only or first one for an administrator.</summary>
    public async Task<Region?> RegionAsync() => _region ??= await db.Regions.OrderBy(r => r.Id).FirstOrDefaultAsync();

    /// <summary>The region's time zone; UTC while there is no region.</summary>
    public async Task<TimeZoneInfo> ZoneAsync() =>
        await RegionAsync() is { } region ? TimeZoneInfo.FindSystemTimeZoneById(region.TimeZone) : TimeZoneInfo.Utc;

    /// <summary>A moment in the region's time zone.</summary>
    public async Task<DateTimeOffset> LocalAsync(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, await ZoneAsync());

    /// <summary>Today in the region's time zone.</summary>
    public async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime((await LocalAsync(clock.GetUtcNow())).DateTime);

    /// <summary>Whether a policy lets the person in: for showing only links that open.</summary>
    public bool May(string policy) => Policies.Roles[policy].Contains(Role);
}
