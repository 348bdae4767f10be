namespace EffectiveSchool.Data.Users;

/// <summary>Roles of the portal (domain.md §1). A person has one; no scope means no access.</summary>
public enum PortalRole
{
    Administrator,
    RegionalCoordinator,
    MunicipalCoordinator,
    Curator,
    Principal,
    Observer,
}

public static class PortalRoles
{
    public static string RussianName(this PortalRole role) => role switch
    {
        PortalRole.Administrator => "администратор",
        PortalRole.RegionalCoordinator => "региональный координатор",
        PortalRole.MunicipalCoordinator => "муниципальный координатор",
        PortalRole.Curator => "куратор",
        PortalRole.Principal => "директор",
        _ => "наблюдатель",
    };
}
