using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Curators;

/// <summary>The list that curators work by: the newest of a region that schools may see, so that every role counts the same schools.</summary>
/// <param name="Id">The list.</param>
/// <param name="RegionId">Its region.</param>
/// <param name="ForYear">The year it is for.</param>
public sealed record CurrentList(int Id, int RegionId, int ForYear)
{
    /// <summary>One list of each region that the person sees.</summary>
    public static async Task<IReadOnlyList<CurrentList>> AllAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var lists = await db.Lists.Where(l => l.State != ListState.Draft && l.Kind == MethodologyKind.LowResults).NewestFirst().Select(l => new CurrentList(l.Id, l.RegionId, l.ForYear)).ToListAsync(cancellationToken);
        return [.. lists.DistinctBy(l => l.RegionId)];
    }

    /// <summary>The listed schools of these lists, as far as the person sees them.</summary>
    public static IQueryable<ListSchool> Listed(PortalDb db, IEnumerable<CurrentList> lists)
    {
        int[] ids = [.. lists.Select(l => l.Id)];
        return db.ListSchools.Where(r => r.Listed && ids.Contains(r.ListId));
    }
}
