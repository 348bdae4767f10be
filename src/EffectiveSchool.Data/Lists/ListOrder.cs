using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Lists;

/// <summary>Which list is meant where a page shows «the» list: one order for every page.</summary>
public static class ListOrder
{
    /// <summary>Newest results first; of one year an approved list before a preliminary one, that before a draft and a replaced one; then the latest.</summary>
    public static IOrderedQueryable<SchoolList> NewestFirst(this IQueryable<SchoolList> lists) => lists
        .OrderByDescending(l => l.ResultsYear)
        .ThenBy(l => l.State == ListState.Draft ? 2 : l.State == ListState.Preliminary ? 1 : l.State == ListState.Replaced ? 3 : 0)
        .ThenByDescending(l => l.Id);
}
