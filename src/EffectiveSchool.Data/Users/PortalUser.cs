using EffectiveSchool.Data.Scope;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Data.Users;

/// <summary>A person who signs in, with the one role and the scope that role works in.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public PortalUser() => Id = Guid.CreateVersion7();

    /// <summary>What others see: a role name, e.g. «Директор СОШ с. Ключевое».</summary>
    public required string DisplayName { get; set; }

    public required PortalRole Role { get; set; }

    public int? RegionId { get; set; }

    public int? MunicipalityId { get; set; }

    public List<UserSchool> Schools { get; } = [];

    /// <summary>The password was given by an administrator and must be changed at the first sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Signing in is closed for good, e.g. after the person left.</summary>
    public bool IsClosed { get; set; }

    /// <summary>What the person may see; a role whose scope is not filled in sees nothing.</summary>
    public AccessScope Scope => Role switch
    {
        PortalRole.Administrator => AccessScope.Installation,
        PortalRole.RegionalCoordinator when RegionId is { } region => AccessScope.Region(region),
        PortalRole.MunicipalCoordinator when (RegionId, MunicipalityId) is ({ } region, { } municipality) => AccessScope.Municipality(region, municipality),
        PortalRole.Observer when (RegionId, MunicipalityId) is ({ } region, { } municipality) => AccessScope.Municipality(region, municipality),
        PortalRole.Observer when RegionId is { } region => AccessScope.Region(region),
        PortalRole.Curator or PortalRole.Principal when RegionId is { } region && Schools.Count > 0 =>
            AccessScope.Schools(region, [.. Schools.Select(s => s.SchoolId)]),
        _ => AccessScope.None,
    };
}

/// <summary>A school that a curator or a principal works with.</summary>
public sealed class UserSchool
{
    public Guid UserId { get; set; }

    public int SchoolId { get; set; }
}
