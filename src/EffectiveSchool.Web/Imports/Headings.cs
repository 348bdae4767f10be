using EffectiveSchool.Data.Results;
using EffectiveSchool.Imports.Columns;

namespace EffectiveSchool.Web.Imports;

internal static class Headings
{
    /// <summary>What a sender said of headings before, as the readers take it.</summary>
    public static async Task<IReadOnlyList<HeadingMap>> HeadingsAsync(this PortalDb db, int regionId, int? municipalityId, ImportKind kind, CancellationToken cancellationToken)
    {
        var known = await db.ColumnMappings.AsNoTracking()
            .Where(m => m.RegionId == regionId && m.MunicipalityId == municipalityId && m.Kind == kind).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        return known.ConvertAll(m => new HeadingMap(m.Signature, m.Written, m.Ours));
    }
}
