using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Web.Pages.Curators.Agreements;
using EffectiveSchool.Web.Pages.Curators.Visits;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>Who works with a school, what they agreed and found.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class SchoolModel(PortalDb db, Person person, CuratorFigures figures) : PageModel
{
    public CuratedSchool School { get; private set; } = null!;

    public CuratorWorld World { get; private set; } = null!;

    public IReadOnlyList<CuratorAssignment> Assignments { get; private set; } = [];

    public IReadOnlyList<AgreementLine> Agreements { get; private set; } = [];

    public IReadOnlyList<VisitLine> Visits { get; private set; } = [];

    public bool Listed => World.Listed.Any(s => s.Id == School.Id);

    public SchoolVisits Counted => World.VisitsOf(School.Id);

    public bool IsOwnOnly => person.Role == PortalRole.Principal;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!(await figures.SchoolsAsync([id], cancellationToken)).TryGetValue(id, out var school))
        {
            return NotFound();
        }

        School = school;
        World = await figures.ReadAsync(cancellationToken);
        Assignments = await db.CuratorAssignments.AsNoTracking().Where(a => a.SchoolId == id).OrderByDescending(a => a.From).ThenByDescending(a => a.Id).ToListAsync(cancellationToken);
        var agreements = await db.Agreements.AsNoTracking().Where(a => a.SchoolId == id).OrderByDescending(a => a.From).ToListAsync(cancellationToken);
        Agreements = agreements.ConvertAll(a => new AgreementLine(school, Listed, AgreementLine.StateOf(a, World.Today), a));
        Visits = await VisitFilter.Lines(db, new VisitFilter().Narrow(db, World.Today).Where(v => v.SchoolId == id)).ToListAsync(cancellationToken);
        return Page();
    }
}
