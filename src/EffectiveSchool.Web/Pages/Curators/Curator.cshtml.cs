using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>A curator: the schools of today and of the past, with their orders.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class CuratorModel(PortalDb db, Person person, CuratorFigures figures) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>Who it is, for those who keep accounts.</summary>
    public string? Known { get; private set; }

    public bool IsClosed { get; private set; }

    public CuratorWorld World { get; private set; } = null!;

    /// <summary>Running and coming ones first.</summary>
    public IReadOnlyList<CuratorAssignment> Assignments { get; private set; } = [];

    public IReadOnlyDictionary<int, CuratedSchool> Schools { get; private set; } = new Dictionary<int, CuratedSchool>();

    public IReadOnlyList<CuratedSchool> WithoutOrder { get; private set; } = [];

    public bool HasOpen => Assignments.Any(a => a.IsOpenOn(World.Today));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Id && u.Role == PortalRole.Curator, cancellationToken);
        var assignments = await db.CuratorAssignments.AsNoTracking().Where(a => a.CuratorId == Id).ToListAsync(cancellationToken);
        if (account is null && assignments.Count == 0)
        {
            return NotFound();
        }

        World = await figures.ReadAsync(cancellationToken);
        int[] granted = [.. account?.Schools.Select(s => s.SchoolId).Except(assignments.Select(a => a.SchoolId)) ?? []];
        Schools = await figures.SchoolsAsync([.. assignments.Select(a => a.SchoolId).Concat(granted).Distinct()], cancellationToken);
        Assignments =
        [
            .. assignments.Where(a => Schools.ContainsKey(a.SchoolId)).OrderByDescending(a => a.IsOpenOn(World.Today)).ThenByDescending(a => a.Until ?? DateOnly.MaxValue)
                .ThenBy(a => Schools[a.SchoolId].Name, StringComparer.Ordinal),
        ];
        WithoutOrder = [.. granted.Select(id => Schools.GetValueOrDefault(id)).OfType<CuratedSchool>().OrderBy(s => s.Name, StringComparer.Ordinal)];
        Name = account?.DisplayName ?? assignments.MaxBy(a => a.From)!.CuratorName;
        Known = person.May(Policies.ManagePeople) ? account?.FullName ?? account?.Email : null;
        IsClosed = account?.IsClosed == true;
        return Page();
    }
}
