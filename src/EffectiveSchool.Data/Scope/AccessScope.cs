using System.Globalization;

namespace EffectiveSchool.Data.Scope;

public enum ScopeKind
{
    None,
    System,
    Installation,
    Region,
    Municipality,
    Schools,
}

/// <summary>
/// What the signed-in person may see. Applied twice below the page: by EF's query filters and by PostgreSQL's row-level
/// security, which reads <see cref="Settings"/>.
/// </summary>
public sealed record AccessScope(ScopeKind Kind, int? RegionId = null, int? MunicipalityId = null, IReadOnlyList<int>? SchoolIds = null)
{
    /// <summary>Nothing at all.</summary>
    public static AccessScope None { get; } = new(ScopeKind.None);

    /// <summary>Sign-in and jobs of the portal itself.</summary>
    public static AccessScope System { get; } = new(ScopeKind.System);

    /// <summary>The administrator of the installation.</summary>
    public static AccessScope Installation { get; } = new(ScopeKind.Installation);

    public static AccessScope Region(int regionId) => new(ScopeKind.Region, regionId);

    public static AccessScope Municipality(int regionId, int municipalityId) => new(ScopeKind.Municipality, regionId, municipalityId);

    public static AccessScope Schools(int regionId, IReadOnlyList<int> schoolIds) => new(ScopeKind.Schools, regionId, null, schoolIds);

    /// <summary>Every row of every region.</summary>
    public bool SeesAll => Kind is ScopeKind.System or ScopeKind.Installation;

    /// <summary>Every row of the region.</summary>
    public bool SeesRegion => Kind == ScopeKind.Region;

    /// <summary>Whether the scope reads the rows of that region at all.</summary>
    public bool SeesDrafts => SeesAll || SeesRegion;

    /// <summary>The settings that row-level security reads.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("app.scope", Kind.ToString()),
        ("app.region", RegionId?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("app.municipality", MunicipalityId?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("app.schools", SchoolIds is null ? "" : string.Join(',', SchoolIds.Select(id => id.ToString(CultureInfo.InvariantCulture)))),
    ];
}

/// <summary>The scope and the person of the current request or job; nothing until somebody sets it.</summary>
public sealed class CurrentAccess
{
    public AccessScope Scope { get; set; } = AccessScope.None;

    public Guid? UserId { get; set; }
}
