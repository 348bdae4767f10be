using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>Monitoring in the list.</summary>
public sealed record CycleLine(int Id, string Name, int Year, string? Municipality, string? Programme, MonitoringFrequency Frequency, bool IsDraft, int Items);

/// <summary>All monitoring with its rounds: what goes on, who has handed in.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, MonitoringQueries queries, Person person) : PageModel
{
    private const int PageSize = 10;

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Only monitoring of this programme.</summary>
    [FromQuery(Name = "programme")]
    public int? Programme { get; set; }

    public bool MayManage => person.May(Policies.ManageProgrammes);

    public Paged<CycleLine> Cycles { get; private set; } = null!;

    public ILookup<int, RoundLine> Rounds { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Today = await person.TodayAsync();
        Cycles = await db.MonitoringCycles
            .Where(c => Programme == null || c.ProgrammeId == Programme)
            .OrderByDescending(c => c.Year).ThenBy(c => c.Name).ThenBy(c => c.Id)
            .Select(c => new CycleLine(
                c.Id, c.Name, c.Year,
                db.Municipalities.Where(m => m.Id == c.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
                db.Programmes.Where(p => p.Id == c.ProgrammeId).Select(p => p.Name).FirstOrDefault(),
                c.Frequency, c.OpenedAt == null, c.Items.Count))
            .ToPageAsync(PageNumber, PageSize, cancellationToken);
        Rounds = await queries.RoundsAsync([.. Cycles.Rows.Select(c => c.Id)], cancellationToken);
    }
}
