using System.Security.Cryptography;
using System.Text;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Registry;

namespace EffectiveSchool.Web.Pages.Schools.Import;

/// <summary>A value that the file changes, as people read it.</summary>
public sealed record FieldChange(string Field, string Was, string Becomes);

/// <summary>A row of the file beside the registry.</summary>
/// <param name="Row">The row as read.</param>
/// <param name="SchoolId">The stored school that its codes name; null for a new one.</param>
/// <param name="Name">The name it will have.</param>
/// <param name="Municipality">Name of the municipality it goes to.</param>
/// <param name="Changes">What changes; empty where nothing does. For a new school what is not empty.</param>
/// <param name="Remark">What a person should look at before confirming, or null.</param>
public sealed record PlannedSchool(SchoolRow Row, int? SchoolId, string Name, string Municipality, IReadOnlyList<FieldChange> Changes, string? Remark)
{
    public bool IsNew => SchoolId is null;

    public bool IsSame => !IsNew && Changes.Count == 0;
}

/// <summary>A municipality that the file brings or whose ФИС ОКО code it changes.</summary>
/// <param name="Name">Name as stored, or as the file writes it.</param>
/// <param name="Code">ФИС ОКО code it will have, or null.</param>
/// <param name="OldCode">The code it has; null where it has none or is new.</param>
/// <param name="IsNew">Whether it would be created.</param>
public sealed record PlannedMunicipality(string Name, string? Code, string? OldCode, bool IsNew);

/// <summary>The dry run of a registry file: what confirming it would do.</summary>
/// <param name="File">The file as read.</param>
/// <param name="Schools">Accepted rows in the order of the file.</param>
/// <param name="Municipalities">Municipalities that would be created or change their code.</param>
/// <param name="Refusals">Rows that would not be stored: of the reader and of the comparison.</param>
public sealed record RegistryPlan(
    SchoolFile File,
    IReadOnlyList<PlannedSchool> Schools,
    IReadOnlyList<PlannedMunicipality> Municipalities,
    IReadOnlyList<Refusal> Refusals)
{
    public IReadOnlyList<PlannedSchool> New { get; } = [.. Schools.Where(s => s.IsNew)];

    public IReadOnlyList<PlannedSchool> Changed { get; } = [.. Schools.Where(s => !s.IsNew && !s.IsSame)];

    public int Same { get; } = Schools.Count(s => s.IsSame);

    /// <summary>Rows that were refused: a row with two faults counts once.</summary>
    public int RefusedRows { get; } = Refusals.Select(r => (r.Sheet, r.Row)).Distinct().Count();

    public bool HasWork => New.Count + Changed.Count > 0;

    /// <summary>Tells whether the plan that is applied is the plan that was shown.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Schools.Select(s =>
        $"{s.Row.Row}|{s.SchoolId}|{s.Municipality}|{string.Join(';', s.Changes.Select(c => $"{c.Field}={c.Was}→{c.Becomes}"))}")))));
}
