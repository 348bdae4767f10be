using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Curators;

/// <summary>The lists of low results that others work by, chosen by <see cref="ListInYear"/>, so that every role counts the same schools.</summary>
public static class CurrentList
{
    /// <summary>The list worked by in a year, one of each region that the person sees.</summary>
    /// <param name="db">The database.</param>
    /// <param name="year">The present year, or the one that is looked at.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<ListInYear>> AllAsync(PortalDb db, int year, CancellationToken cancellationToken) =>
        [.. (await ListsAsync(db, cancellationToken)).GroupBy(l => l.RegionId).Select(lists => ListInYear.Current(lists, year)).OfType<ListInYear>()];

    /// <summary>The list for a year of a region; null where that year has none.</summary>
    public static async Task<ListInYear?> OfYearAsync(PortalDb db, int regionId, int year, CancellationToken cancellationToken) =>
        ListInYear.Of((await ListsAsync(db, cancellationToken)).Where(l => l.RegionId == regionId), year);

    /// <summary>The listed schools of these lists, as far as the person sees them.</summary>
    public static IQueryable<ListSchool> Listed(PortalDb db, IEnumerable<ListInYear> lists)
    {
        int[] ids = [.. lists.Select(l => l.Id)];
        return db.ListSchools.Where(r => r.Listed && ids.Contains(r.ListId));
    }

    private static Task<List<ListInYear>> ListsAsync(PortalDb db, CancellationToken cancellationToken) =>
        db.Lists.Where(l => l.Kind == MethodologyKind.LowResults).Select(l => new ListInYear(l.Id, l.RegionId, l.ForYear, l.State)).ToListAsync(cancellationToken);
}
