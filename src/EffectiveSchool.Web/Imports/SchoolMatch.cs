using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Lists;

namespace EffectiveSchool.Web.Imports;

/// <summary>A school that a row of a file may mean.</summary>
public interface IKnownSchool
{
    int SchoolId { get; }

    string School { get; }

    string Municipality { get; }
}

/// <summary>Which of the schools that a page knows a row means: by its code, or, without one, by its whole name and municipality.</summary>
public sealed class SchoolMatch<TSchool>
    where TSchool : class, IKnownSchool
{
    private readonly ILookup<string, (SchoolCodeKind Kind, int SchoolId)> _codes;
    private readonly Dictionary<int, TSchool> _byId;
    private readonly ILookup<string, TSchool> _byName;

    private SchoolMatch(ILookup<string, (SchoolCodeKind Kind, int SchoolId)> codes, IReadOnlyCollection<TSchool> schools) =>
        (_codes, _byId, _byName) = (codes, schools.ToDictionary(s => s.SchoolId), schools.ToLookup(s => SchoolNames.ForSearch(s.School), StringComparer.Ordinal));

    /// <summary>Reads the codes of the rows, within the scope.</summary>
    public static async Task<SchoolMatch<TSchool>> ForAsync(
        PortalDb db, int regionId, IReadOnlyCollection<TSchool> schools, IEnumerable<SchoolRow> rows, CancellationToken cancellationToken)
    {
        var digits = rows.Select(r => r.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var codes = await db.SchoolCodes.Where(c => c.RegionId == regionId && digits.Contains(c.Value)).Select(c => new { c.Kind, c.Value, c.SchoolId }).ToListAsync(cancellationToken);
        return new SchoolMatch<TSchool>(codes.ToLookup(c => c.Value, c => (c.Kind, c.SchoolId), StringComparer.Ordinal), schools);
    }

    /// <summary>The schools meant: exactly one where the row is understood.</summary>
    public IReadOnlyList<TSchool> Of(SchoolRow row) => row.Code is null
        ? [.. _byName[SchoolNames.ForSearch(row.Name)].Where(s => row.Municipality.Length == 0 || SchoolNames.ForSearch(s.Municipality) == SchoolNames.ForSearch(row.Municipality))]
        : [.. _codes[row.Code].Where(c => row.CodeKinds.Contains(c.Kind)).Select(c => c.SchoolId).Distinct().Select(id => _byId.GetValueOrDefault(id)).OfType<TSchool>()];
}
