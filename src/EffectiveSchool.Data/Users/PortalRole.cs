using EffectiveSchool.Domain.Registry;

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

    /// <summary>Whether a regional coordinator keeps the accounts of this role; the others are the administrator's.</summary>
    public static bool IsKeptByRegion(this PortalRole role) => role is not (PortalRole.Administrator or PortalRole.RegionalCoordinator);

    /// <summary>The name that others see where nobody chose another: «Директор: МБОУ СОШ с. Ключевое».</summary>
    public static string UsualDisplayName(this PortalRole role, string? municipality, IReadOnlyList<string> schools) => role switch
    {
        PortalRole.Principal when schools is [var own] => $"Директор: {own}",
        PortalRole.MunicipalCoordinator when municipality is not null => $"{municipality}: муниципальный координатор",
        PortalRole.Observer when municipality is not null => $"{municipality}: наблюдатель",
        PortalRole.Curator => "Куратор школ",
        _ => char.ToUpper(role.RussianName()[0], Domain.RussianCulture.Value) + role.RussianName()[1..],
    };

    /// <summary>The role that a file writes: its Russian name, or «директор» by its other names; null for any other word.</summary>
    public static PortalRole? Parse(string text) => SchoolNames.ForSearch(text) switch
    {
        "ДИРЕКТОР ШКОЛЫ" or "ШКОЛЬНЫЙ КООРДИНАТОР" or "РУКОВОДИТЕЛЬ ШКОЛЫ" or "РУКОВОДИТЕЛЬ" => PortalRole.Principal,
        var word => Enum.GetValues<PortalRole>().Where(r => SchoolNames.ForSearch(r.RussianName()) == word).Select(r => (PortalRole?)r).FirstOrDefault(),
    };
}
