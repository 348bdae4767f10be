using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Monitoring;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Publications;

/// <summary>News of the region, its municipalities and schools.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person) : PageModel
{
    public PublicationFilter Filter { get; private set; } = new();

    public Paged<PublicationLine> Publications { get; private set; } = null!;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Programmes { get; private set; } = [];

    public bool MayAdd => person.May(Policies.ReportWork);

    public async Task OnGetAsync([FromQuery] PublicationFilter filter, CancellationToken cancellationToken)
    {
        Filter = filter;
        Publications = await filter.Lines(db).ToPageAsync(filter.Page ?? 1, cancellationToken: cancellationToken);
        Years = await db.Publications.Select(p => p.Date.Year).Distinct().OrderDescending().ToListAsync(cancellationToken);
        Programmes = await ProgrammeChoices.ForAsync(db, person, cancellationToken);
    }

    public async Task<IActionResult> OnGetXlsxAsync([FromQuery] PublicationFilter filter, CancellationToken cancellationToken) =>
        File(PublicationFilter.Workbook(await filter.Lines(db).ToListAsync(cancellationToken)), SchoolExport.WorkbookType, "Публикации.xlsx");

    public bool MayChange(PublicationLine line) => PublicationRights.MayChange(person, line.RegionId, line.MunicipalityId, line.SchoolId);
}
