using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Methodologies;

/// <summary>A version in the table; lists are those the reader may see.</summary>
public sealed record MethodologyLine(int Id, string Region, Methodology Definition, int Lists);

[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person) : PageModel
{
    public Paged<MethodologyLine> Versions { get; private set; } = null!;

    public bool MayManage => person.May(Policies.ManageLists);

    public bool ShowsRegion => db.Scope.SeesAll;

    public async Task OnGetAsync([FromQuery] int page, CancellationToken cancellationToken) =>
        Versions = await db.Methodologies
            .OrderBy(m => m.RegionId).ThenByDescending(m => m.Code == Methodology.SameProcedure.Code).ThenBy(m => m.Code).ThenByDescending(m => m.Version)
            .Select(m => new MethodologyLine(m.Id, db.Regions.First(r => r.Id == m.RegionId).Name, m.Definition, db.Lists.Count(l => l.MethodologyId == m.Id)))
            .ToPageAsync(page, cancellationToken: cancellationToken);
}
