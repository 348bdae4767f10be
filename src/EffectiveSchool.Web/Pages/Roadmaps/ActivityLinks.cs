using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>An activity on the other side of a take-over.</summary>
/// <param name="Id">Key of the source activity.</param>
/// <param name="RoadmapId">The roadmap on the other side.</param>
/// <param name="Number">Number of the activity there.</param>
/// <param name="Programme">Name of the programme there.</param>
public sealed record ActivityLink(int Id, int RoadmapId, string Number, string Programme);

/// <summary>«взято из», «передано в»: of what the reader sees.</summary>
public static class ActivityLinks
{
    public static async Task<(IReadOnlyDictionary<int, ActivityLink> Sources, ILookup<int, ActivityLink> Takers)> OfAsync(PortalDb db, Roadmap roadmap, CancellationToken cancellationToken)
    {
        var sources = roadmap.Activities.Select(a => a.SourceActivityId).OfType<int>().ToList();
        var own = roadmap.Activities.Select(a => a.Id).ToList();
        var found = await (
            from activity in db.Activities.Where(a => sources.Contains(a.Id) || (a.SourceActivityId != null && own.Contains(a.SourceActivityId.Value) && a.WithdrawnIn == null))
            from other in db.Roadmaps.Where(r => r.Id == activity.RoadmapId)
            from programme in db.Programmes.Where(p => p.Id == other.ProgrammeId)
            orderby programme.Name, activity.Position
            select new { activity.Id, activity.SourceActivityId, activity.RoadmapId, activity.Number, programme.Name }).ToListAsync(cancellationToken);
        return (
            found.Where(f => sources.Contains(f.Id)).ToDictionary(f => f.Id, f => new ActivityLink(f.Id, f.RoadmapId, f.Number, f.Name)),
            found.Where(f => f.SourceActivityId is { } source && own.Contains(source)).ToLookup(f => f.SourceActivityId!.Value, f => new ActivityLink(f.SourceActivityId!.Value, f.RoadmapId, f.Number, f.Name)));
    }
}
