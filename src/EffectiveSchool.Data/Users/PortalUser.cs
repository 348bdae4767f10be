using EffectiveSchool.Data.Scope;
using EffectiveSchool.Domain.Registry;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Data.Users;

/// <summary>A person who signs in, with the one role and the scope that role works in.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public PortalUser() => Id = Guid.CreateVersion7();

    /// <summary>What others see: a role name, e.g. «Директор СОШ с. Ключевое».</summary>
    public required string DisplayName { get; set; }

    /// <summary>Surname and name, for those who keep accounts and for the slip; never in journals and figures.</summary>
    public string? FullName { get; set; }

    public required PortalRole Role { get; set; }

    public int? RegionId { get; set; }

    public int? MunicipalityId { get; set; }

    public List<UserSchool> Schools { get; } = [];

    /// <summary>The password was typed by an operator (command line) and must be changed at the first sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Nobody has set a password yet: the person is waiting for an activation link or has not used it.</summary>
    public bool IsWaiting => PasswordHash is null;

    /// <summary>Signing in is closed for good, e.g. after the person left.</summary>
    public bool IsClosed { get; set; }

    /// <summary>When the person signed in last, UTC; and the time before that: what changed since is told of.</summary>
    public DateTimeOffset? VisitedAt { get; private set; }

    public DateTimeOffset? PreviousVisitAt { get; private set; }

    /// <summary>What the person may see; a role whose scope is not filled in sees nothing.</summary>
    public AccessScope Scope => Role switch
    {
        PortalRole.Administrator => AccessScope.Installation,
        PortalRole.RegionalCoordinator when RegionId is { } region => AccessScope.Region(region),
        PortalRole.MunicipalCoordinator when (RegionId, MunicipalityId) is ({ } region, { } municipality) => AccessScope.Municipality(region, municipality),
        PortalRole.Observer when (RegionId, MunicipalityId) is ({ } region, { } municipality) => AccessScope.Municipality(region, municipality).AsReadOnly(),
        PortalRole.Observer when RegionId is { } region => AccessScope.Region(region).AsReadOnly(),
        PortalRole.Curator or PortalRole.Principal when RegionId is { } region && Schools.Count > 0 =>
            AccessScope.Schools(region, [.. Schools.Select(s => s.SchoolId)]),
        _ => AccessScope.None,
    };

    /// <summary>
    /// Gives the person a role and exactly the scope that it works in: too little would see nothing, too much would say
    /// something that the role does not keep.
    /// </summary>
    /// <returns>A Russian sentence where role and scope do not fit, in which case nothing has changed; otherwise null.</returns>
    public string? Assign(PortalRole role, Region? region, Municipality? municipality, IReadOnlyCollection<School> schools)
    {
        if (Problem(role, region, municipality, schools) is { } problem)
        {
            return problem;
        }

        Role = role;
        RegionId = region?.Id;
        MunicipalityId = municipality?.Id;
        Schools.RemoveAll(s => schools.All(school => school.Id != s.SchoolId));
        Schools.AddRange(schools
            .Where(school => Schools.TrueForAll(s => s.SchoolId != school.Id))
            .Select(school => new UserSchool { UserId = Id, SchoolId = school.Id })
            .ToList());
        return null;
    }

    private static string? Problem(PortalRole role, Region? region, Municipality? municipality, IReadOnlyCollection<School> schools)
    {
        var name = role.RussianName();
        var takesMunicipality = role is PortalRole.MunicipalCoordinator or PortalRole.Observer;
        var takesSchools = role is PortalRole.Curator or PortalRole.Principal;
        return role switch
        {
            PortalRole.Administrator when region is not null || municipality is not null || schools.Count > 0 =>
                "Администратор работает со всей установкой: регион, муниципалитет и школы ему не указывают.",
            PortalRole.Administrator => null,
            _ when region is null => $"Роль «{name}» работает в одном регионе: укажите регион.",
            PortalRole.MunicipalCoordinator when municipality is null => $"Роль «{name}» работает в одном муниципалитете: укажите муниципалитет.",
            _ when municipality is not null && !takesMunicipality => $"Роли «{name}» муниципалитет не указывают: уберите его.",
            _ when municipality is not null && municipality.RegionId != region.Id => $"Муниципалитет «{municipality.Name}» не входит в регион «{region.Name}».",
            _ when schools.Count > 0 && !takesSchools => $"Роли «{name}» школы не указывают: уберите их.",
            PortalRole.Principal when schools.Count != 1 => "Директор работает с одной школой: укажите ровно одну.",
            PortalRole.Curator when schools.Count == 0 => "Куратор работает со своими школами: укажите хотя бы одну.",
            _ when schools.FirstOrDefault(s => s.RegionId != region.Id) is { } foreign => $"Школа «{foreign.Name}» не входит в регион «{region.Name}».",
            _ => null,
        };
    }
}

/// <summary>A school that a curator or a principal works with.</summary>
public sealed class UserSchool
{
    public Guid UserId { get; set; }

    public int SchoolId { get; set; }
}
