using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Lists;

/// <summary>Which list is meant where a page shows «the» list: one order for every page.</summary>
public static class ListOrder
{
    /// <summary>
    /// Official lists before drafts, however new: a draft is the region's own work. Newest results first; of one year an
    /// approved list before a preliminary one, that before a replaced one; then the latest.
    /// </summary>
    public static IOrderedQueryable<SchoolList> NewestFirst(this IQueryable<SchoolList> lists) => lists
        .OrderBy(l => l.State == ListState.Draft)
        .ThenByDescending(l => l.ResultsYear)
        .ThenBy(l => l.State == ListState.Preliminary ? 1 : l.State == ListState.Replaced ? 2 : 0)
        .ThenByDescending(l => l.Id);
}
