using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>The works of a roadmap: who stands where.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, WorkActors actors, Person person) : PageModel
{
    public Roadmap Roadmap { get; private set; } = null!;

    /// <summary>Name of the programme.</summary>
    public string Programme { get; private set; } = "";

    public WorkFilter Filter { get; private set; } = new();

    public DateOnly Today { get; private set; }

    public Paged<WorkLine> Works { get; private set; } = null!;

    /// <summary>Of everything the filter shows, not of one page.</summary>
    public ShareDone Share { get; private set; } = null!;

    public IReadOnlyList<(int Id, string Name)> Sections { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Municipalities { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Schools { get; private set; } = [];

    /// <summary>Responsibles of the roadmap's activities, by key.</summary>
    public IReadOnlyList<(string Key, string Name)> Responsibles { get; private set; } = [];

    /// <summary>Chosen responsibles of the activities of this page.</summary>
    public ILookup<int, string> ResponsiblesOf { get; private set; } = Array.Empty<(int, string)>().ToLookup(r => r.Item1, r => r.Item2);

    /// <summary>What the reader may do with many works at once; empty for who only looks.</summary>
    public IReadOnlyList<WorkAction> Actions => actors.Actions;

    public bool Decides => actors.Level is not null;

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] WorkFilter filter, CancellationToken cancellationToken)
    {
        if (await db.Roadmaps.AsNoTracking().Include(r => r.Sections).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } roadmap)
        {
            return NotFound();
        }

        Programme = await db.Programmes.Where(p => p.Id == roadmap.ProgrammeId).Select(p => p.Name).SingleAsync(cancellationToken);
        (Roadmap, Filter, Today) = (roadmap, filter, await person.TodayAsync());
        var all = WorkFilter.Lines(db, id);
        var chosen = filter.Choose(db, all, actors.Level, Today);
        Works = await WorkFilter.Order(chosen).ToPageAsync(filter.Page, cancellationToken: cancellationToken);
        var states = await chosen.Select(w => new { w.Id, w.State, w.Due }).ToListAsync(cancellationToken);
        var moves = await WorkMoves.OfAsync(db, roadmap.ProgrammeId, cancellationToken);
        Share = ShareDone.Of(states.Select(w => (w.State, w.Due, moves.FirstDue(w.Id))), Today);
        Sections = [.. roadmap.Sections.OrderBy(s => s.Position).Select(s => (s.Id, string.Join(" / ", s.Path)))];
        var places = await all.Where(w => w.SchoolId != null).Select(w => new { w.SchoolId, w.School, w.MunicipalityId, w.Municipality }).Distinct().ToListAsync(cancellationToken);
        Schools = await SchoolOptions.ReadAsync(db, db.Schools.Where(s => all.Any(w => w.SchoolId == s.Id)), cancellationToken);
        Municipalities = [.. places.Where(p => p.MunicipalityId != null).Select(p => (p.MunicipalityId!.Value, p.Municipality!)).Distinct().OrderBy(p => p.Item2, StringComparer.Ordinal)];
        var responsibles = await db.Responsibles.AsNoTracking().Where(r => db.Activities.Any(a => a.RoadmapId == id && a.Id == r.ActivityId)).ToListAsync(cancellationToken);
        Responsibles = [.. responsibles.DistinctBy(r => r.Key).OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => (r.Key, r.Name))];
        ResponsiblesOf = responsibles.OrderBy(r => r.Name, StringComparer.Ordinal).ToLookup(r => r.ActivityId, r => r.Name);
        return Page();
    }
}
