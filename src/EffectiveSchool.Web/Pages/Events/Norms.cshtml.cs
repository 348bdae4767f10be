using EffectiveSchool.Domain.Events;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>Norms of events, reached and expected, with who is short and what they were counted from.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class NormsModel(PortalDb db, EventFigures figures) : PageModel
{
    public NormFilter Filter { get; private set; } = new();

    public NormWorld? World { get; private set; }

    public int Chosen { get; private set; }

    public NormCount? Count { get; private set; }

    public Paged<NormLine> Lines { get; private set; } = null!;

    public IEnumerable<int> Years => Enumerable.Range(World!.Today.Year - 4, 6).Append(World.Year).Distinct().OrderDescending();

    public IReadOnlyList<(int Id, string Name)> Municipalities { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] NormFilter filter, CancellationToken cancellationToken)
    {
        (Filter, World) = (filter, await figures.ReadAsync(filter, cancellationToken));
        if (World is not { Norms.Count: > 0 } world)
        {
            return;
        }

        Chosen = Math.Clamp(filter.Norm ?? 0, 0, world.Norms.Count - 1);
        Count = world.Norms[Chosen];
        NormLine[] lines = [.. Count.Lines.Where(l => !filter.ShortOnly || l.State != NormState.Reached)
            .OrderBy(l => l.MunicipalityId is not null).ThenByDescending(l => l.State).ThenBy(l => l.Of is null ? l.Reached : 100m * l.Reached / l.Of.Value).ThenBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.SchoolId)];
        Lines = lines.ToPage(filter.Page ?? 1);
        Municipalities = (await db.Municipalities.Where(m => db.Schools.Any(s => s.MunicipalityId == m.Id)).OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken)).ConvertAll(m => (m.Id, m.Name));
    }

    public async Task<IActionResult> OnGetXlsxAsync([FromQuery] NormFilter filter, CancellationToken cancellationToken) =>
        await figures.ReadAsync(filter, cancellationToken) is { } world ? File(EventFigures.Workbook(world), SchoolExport.WorkbookType, "Нормы мероприятий.xlsx") : NotFound();
}
