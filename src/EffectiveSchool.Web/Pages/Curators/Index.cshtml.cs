using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>Curators with their workload, and the listed schools that nobody works with.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person, CuratorFigures figures) : PageModel
{
    public const int MostShown = 10;

    public CuratorFilter Filter { get; private set; } = new();

    public CuratorWorld World { get; private set; } = null!;

    public IReadOnlyList<CuratorLine> All { get; private set; } = [];

    public Paged<CuratorLine> Curators { get; private set; } = null!;

    public IReadOnlyList<Municipality> Municipalities { get; private set; } = [];

    public PartnershipCover Cover { get; private set; } = null!;

    public IReadOnlyList<CuratedSchool> WithoutCurator { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] CuratorFilter filter, CancellationToken cancellationToken)
    {
        if (person.Role == PortalRole.Principal && person.Scope.SchoolIds is [var own])
        {
            return Redirect($"/curators/schools/{own}");
        }

        await ReadAsync(filter, cancellationToken);
        Curators = All.ToPage(filter.Page ?? 1);
        Municipalities = await db.Municipalities.OrderBy(m => m.Name).ToListAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync([FromQuery] CuratorFilter filter, CancellationToken cancellationToken)
    {
        await ReadAsync(filter, cancellationToken);
        return File(CuratorWorkbook.Write(All, World), SchoolExport.WorkbookType, "Кураторы.xlsx");
    }

    private async Task ReadAsync(CuratorFilter filter, CancellationToken cancellationToken)
    {
        Filter = filter;
        World = await figures.ReadAsync(cancellationToken);
        var ordered = (await db.CuratorAssignments.Select(a => new { a.CuratorId, a.SchoolId }).ToListAsync(cancellationToken)).ToLookup(a => a.CuratorId, a => a.SchoolId);
        All = filter.Order(CuratorLine.Of(World, await figures.AccountsAsync(cancellationToken), ordered, person.May(Policies.ManagePeople), filter.Municipality));
        WithoutCurator =
        [
            .. World.ListedWithoutCurator.Where(s => filter.Municipality is null || s.MunicipalityId == filter.Municipality)
                .OrderBy(s => s.Municipality, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal),
        ];
        Cover = PartnershipCover.On(World.Today, [.. World.Listed.Select(s => s.Id)], await db.Agreements.AsNoTracking().ToListAsync(cancellationToken));
    }
}
