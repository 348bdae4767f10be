using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Admin.Users;

public enum AccountState
{
    Active,
    Locked,
    Closed,
    MustChange,
    Waiting,
}

/// <summary>A line of the list of people.</summary>
public sealed record AccountLine(
    Guid Id, string DisplayName, string? FullName, string Email, PortalRole Role, string? Region, string? Municipality, int Schools, bool IsClosed, bool IsLocked, bool MustChange, bool IsWaiting);

[Authorize(Policies.ManagePeople)]
public sealed class IndexModel(PortalDb db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public PortalRole? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<AccountLine> Users { get; private set; } = null!;

    public IReadOnlyList<Region> Regions { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Role is not null || Region is not null || State is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Regions = await db.Regions.AsNoTracking().OrderBy(r => r.Name).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        Users = await Sorted(Filtered(now))
            .Select(u => new AccountLine(
                u.Id,
                u.DisplayName,
                u.FullName,
                u.Email!,
                u.Role,
                db.Regions.Where(r => r.Id == u.RegionId).Select(r => r.Name).FirstOrDefault(),
                db.Municipalities.Where(m => m.Id == u.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
                u.Schools.Count,
                u.IsClosed,
                u.LockoutEnd > now,
                u.MustChangePassword,
                u.PasswordHash == null))
            .ToPageAsync(PageNumber, cancellationToken: cancellationToken);
    }

    private IQueryable<PortalUser> Filtered(DateTimeOffset now)
    {
        var users = db.Users.AsNoTracking().IgnoreAutoIncludes();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var pattern = LikePattern.Containing(Q.Replace('ё', 'е').Replace('Ё', 'Е'));
            users = users.Where(u => EF.Functions.ILike(u.DisplayName.Replace("ё", "е").Replace("Ё", "Е"), pattern) || EF.Functions.ILike(u.Email!, pattern)
                || EF.Functions.ILike(u.FullName!.Replace("ё", "е").Replace("Ё", "Е"), pattern));
        }

        users = Role is { } role ? users.Where(u => u.Role == role) : users;
        users = Region is { } region ? users.Where(u => u.RegionId == region) : users;
        return State switch
        {
            AccountState.Active => users.Where(u => !u.IsClosed && u.PasswordHash != null && (u.LockoutEnd == null || u.LockoutEnd <= now)),
            AccountState.Waiting => users.Where(u => !u.IsClosed && u.PasswordHash == null),
            AccountState.Locked => users.Where(u => !u.IsClosed && u.LockoutEnd > now),
            AccountState.Closed => users.Where(u => u.IsClosed),
            AccountState.MustChange => users.Where(u => !u.IsClosed && u.MustChangePassword),
            _ => users,
        };
    }

    private IQueryable<PortalUser> Sorted(IQueryable<PortalUser> users) => Sort switch
    {
        "-name" => users.OrderByDescending(u => u.DisplayName).ThenBy(u => u.Id),
        "email" => users.OrderBy(u => u.Email).ThenBy(u => u.Id),
        "-email" => users.OrderByDescending(u => u.Email).ThenBy(u => u.Id),
        "role" => users.OrderBy(u => u.Role).ThenBy(u => u.DisplayName).ThenBy(u => u.Id),
        "-role" => users.OrderByDescending(u => u.Role).ThenBy(u => u.DisplayName).ThenBy(u => u.Id),
        _ => users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id),
    };
}
