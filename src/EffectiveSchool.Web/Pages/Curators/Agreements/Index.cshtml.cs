using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Curators.Agreements;

/// <summary>Agreements with partner schools against the 100 % of listed schools.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, AgreementLines lines) : PageModel
{
    public AgreementFilter Filter { get; private set; } = new();

    public CuratorWorld World { get; private set; } = null!;

    public PartnershipCover Cover { get; private set; } = null!;

    public Paged<AgreementLine> Agreements { get; private set; } = null!;

    public IReadOnlyList<Municipality> Municipalities { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] AgreementFilter filter, CancellationToken cancellationToken)
    {
        Filter = filter;
        (World, Cover, var all) = await lines.ReadAsync(filter, cancellationToken);
        Agreements = all.ToPage(filter.Page ?? 1);
        Municipalities = await db.Municipalities.OrderBy(m => m.Name).ToListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnGetXlsxAsync([FromQuery] AgreementFilter filter, CancellationToken cancellationToken) =>
        File(AgreementLines.Workbook((await lines.ReadAsync(filter, cancellationToken)).Lines), SchoolExport.WorkbookType, "Соглашения с партнёрами.xlsx");
}
