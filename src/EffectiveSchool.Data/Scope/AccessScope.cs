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
/// security, which reads <see cref="Settings"/>. A kind without what it needs cannot be made.
/// </summary>
public sealed record AccessScope
{
    private AccessScope(ScopeKind kind, int? regionId = null, int? municipalityId = null, IReadOnlyList<int>? schoolIds = null)
    {
        Kind = kind;
        RegionId = regionId;
        MunicipalityId = municipalityId;
        SchoolIds = schoolIds;
    }

    /// <summary>Nothing at all.</summary>
    public static AccessScope None { get; } = new(ScopeKind.None);

    /// <summary>Sign-in and jobs of the portal itself.</summary>
    public static AccessScope System { get; } = new(ScopeKind.System);

    /// <summary>The administrator of the installation.</summary>
    public static AccessScope Installation { get; } = new(ScopeKind.Installation);

    public ScopeKind Kind { get; }

    public int? RegionId { get; }

    /// <summary>Only where the scope is one municipality.</summary>
    public int? MunicipalityId { get; }

    /// <summary>Only where the scope is single schools.</summary>
    public IReadOnlyList<int>? SchoolIds { get; }

    /// <summary>Every row of every region.</summary>
    public bool SeesAll => Kind is ScopeKind.System or ScopeKind.Installation;

    /// <summary>Every row of the region.</summary>
    public bool SeesRegion => Kind == ScopeKind.Region;

    /// <summary>The rows of one municipality.</summary>
    public bool SeesMunicipality => Kind == ScopeKind.Municipality;

    /// <summary>The scope of an observer: looks, and writes nothing but the own account and the journal.</summary>
    public bool ReadOnly { get; private init; }

    /// <summary>Whether drafts of lists are seen: they belong to the region's staff.</summary>
    public bool SeesDrafts => SeesAll || (SeesRegion && !ReadOnly);

    /// <summary>Whether the accounts of the region are seen and kept: by its coordinator, not by its observer.</summary>
    public bool KeepsAccounts => SeesRegion && !ReadOnly;

    /// <summary>The schools of the scope as a filter needs them: empty where the scope is not single schools.</summary>
    public IReadOnlyList<int> SingleSchools => SchoolIds ?? [];

    /// <summary>The settings that row-level security reads.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("app.scope", Kind.ToString()),
        ("app.region", RegionId?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("app.municipality", MunicipalityId?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("app.schools", string.Join(',', SingleSchools.Select(id => id.ToString(CultureInfo.InvariantCulture)))),
        ("app.read_only", ReadOnly ? "true" : ""),
    ];

    /// <summary>The same rows without the right to write, and without drafts.</summary>
    public AccessScope AsReadOnly() => this with { ReadOnly = true };

    public static AccessScope Region(int regionId) => new(ScopeKind.Region, regionId);

    public static AccessScope Municipality(int regionId, int municipalityId) => new(ScopeKind.Municipality, regionId, municipalityId);

    /// <summary>No schools at all is no scope at all.</summary>
    public static AccessScope Schools(int regionId, IReadOnlyList<int> schoolIds) =>
        schoolIds.Count == 0 ? None : new(ScopeKind.Schools, regionId, null, schoolIds);
}

/// <summary>The scope and the person of the current request or job; nothing until somebody sets it.</summary>
public sealed class CurrentAccess
{
    public AccessScope Scope { get; set; } = AccessScope.None;

    public Guid? UserId { get; set; }
}
