using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Web.Pages.Curators;

namespace EffectiveSchool.Web.Pages.Overview;

/// <summary>The work of curators on the first screen.</summary>
public sealed class CuratorOverview(PortalDb db)
{
    public const int MostShown = 12;

    /// <summary>The schools of a curator: overdue first, then by the agreed day; those without one last.</summary>
    public static IReadOnlyList<(CuratedSchool School, SchoolVisits Visits)> NextVisits(CuratorWorld world, Guid curator) =>
    [
        .. world.Running.Where(a => a.CuratorId == curator && world.Schools.ContainsKey(a.SchoolId)).Select(a => a.SchoolId).Distinct()
            .Select(id => (School: world.Schools[id], Visits: world.VisitsOf(id)))
            .OrderBy(s => s.Visits.Next ?? DateOnly.MaxValue).ThenBy(s => s.School.Name, StringComparer.Ordinal),
    ];

    /// <summary>Listed schools with an agreement in force, of those that the person sees.</summary>
    public async Task<PartnershipCover> CoverAsync(CuratorWorld world, CancellationToken cancellationToken) =>
        PartnershipCover.On(world.Today, [.. world.Listed.Select(s => s.Id)], await db.Agreements.AsNoTracking().ToListAsync(cancellationToken));
}
