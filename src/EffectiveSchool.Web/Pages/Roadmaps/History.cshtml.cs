using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Programmes;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>What became of a roadmap: its amendments, those of one activity, or the plan beside its first version.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class HistoryModel(PortalDb db, PlanDesk desk, Person person) : PageModel
{
    private const string First = "first";

    public Roadmap Roadmap { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    /// <summary>The activity whose history alone is shown; null for all.</summary>
    public Activity? Activity { get; private set; }

    /// <summary>Whether the plan stands beside its first version.</summary>
    public bool Compares { get; private set; }

    /// <summary>Amendments with what they did, the latest first.</summary>
    public IReadOnlyList<(RoadmapAmendment Amendment, IReadOnlyList<AmendedActivity> Activities, DateTimeOffset At)> Amendments { get; private set; } = [];

    public IReadOnlyList<ActivityComparison> Comparison { get; private set; } = [];

    /// <summary>Whether what was withdrawn may be restored.</summary>
    public bool MayAmend => person.MayChange(Programme) && Programme.RefuseAmending() is null;

    public async Task<IActionResult> OnGetAsync(int id, int? activity, string? show, CancellationToken cancellationToken)
    {
        if (await desk.FindRoadmapAsync(id, cancellationToken) is not { } roadmap)
        {
            return NotFound();
        }

        Activity = roadmap.Activities.FirstOrDefault(a => a.Id == activity);
        if (activity is not null && Activity is null)
        {
            return NotFound();
        }

        (Roadmap, Compares) = (roadmap, show == First);
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == roadmap.ProgrammeId, cancellationToken);
        Comparison = Compares ? roadmap.AgainstFirst() : [];
        var amendments = new List<(RoadmapAmendment, IReadOnlyList<AmendedActivity>, DateTimeOffset)>();
        foreach (var amendment in roadmap.Amendments.OrderByDescending(a => a.Number))
        {
            var changed = amendment.Activities.Where(a => Activity is null || a.Activity == Activity).OrderBy(a => a.Id).ToList();
            if (changed.Count > 0)
            {
                amendments.Add((amendment, changed, await person.LocalAsync(amendment.At)));
            }
        }

        Amendments = amendments;
        return Page();
    }
}
