using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Web.Pages.Methodologies;

/// <summary>A list judged by a version.</summary>
public sealed record ListByMethodology(int Id, int ForYear, int ResultsYear, ListState State, MethodologyKind Kind);

[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(PortalDb db, Person person) : PageModel
{
    public StoredMethodology Stored { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    public IReadOnlyList<StoredMethodology> Versions { get; private set; } = [];

    public IReadOnlyList<ListByMethodology> Lists { get; private set; } = [];

    public bool MayManage => person.May(Policies.ManageLists);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Methodologies.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Stored = stored;
        CreatedAt = await person.LocalAsync(stored.CreatedAt);
        Versions = await db.Methodologies.AsNoTracking()
            .Where(m => m.RegionId == stored.RegionId && m.Code == stored.Code)
            .OrderByDescending(m => m.Version)
            .ToListAsync(cancellationToken);
        Lists = await db.Lists.Where(l => l.MethodologyId == id)
            .OrderByDescending(l => l.ForYear).ThenByDescending(l => l.Id)
            .Select(l => new ListByMethodology(l.Id, l.ForYear, l.ResultsYear, l.State, l.Kind))
            .ToListAsync(cancellationToken);
        return Page();
    }
}
