using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>Events in the order of the calendar.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, EventLines lines, Person person) : PageModel
{
    public EventFilter Filter { get; private set; } = new();

    public DateOnly Today { get; private set; }

    public Paged<EventKey> Events { get; private set; } = null!;

    public IReadOnlyList<EventLine> Lines { get; private set; } = [];

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public IReadOnlyList<SchoolYear> Years { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Municipalities { get; private set; } = [];

    /// <summary>Name of the school that the list is narrowed to.</summary>
    public string? School { get; private set; }

    public async Task OnGetAsync([FromQuery] EventFilter filter, CancellationToken cancellationToken)
    {
        (Filter, Today) = (filter, await person.TodayAsync());
        Events = await filter.Keys(db, Today).ToPageAsync(filter.Page ?? 1, cancellationToken: cancellationToken);
        Lines = await lines.ReadAsync(Events.Rows, cancellationToken);
        Kinds = [.. (await db.Events.Select(e => e.Kind).Distinct().ToListAsync(cancellationToken)).Append(VisitKind.MethodicalLanding.RussianName()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var present = SchoolYear.Of(Today).StartYear;
        var first = await db.Events.MinAsync(e => (DateOnly?)e.To, cancellationToken) ?? Today;
        var last = await db.Events.MaxAsync(e => (DateOnly?)e.To, cancellationToken) ?? Today;
        var (oldest, newest) = (Math.Min(present - 1, SchoolYear.Of(first).StartYear), Math.Max(present, SchoolYear.Of(last).StartYear));
        Years = [.. Enumerable.Range(oldest, newest - oldest + 1).Reverse().Select(y => new SchoolYear(y))];
        Municipalities = (await db.Municipalities.Where(m => db.Schools.Any(s => s.MunicipalityId == m.Id)).OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken)).ConvertAll(m => (m.Id, m.Name));
        School = await db.Schools.Where(s => s.Id == filter.School).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IActionResult> OnGetXlsxAsync([FromQuery] EventFilter filter, CancellationToken cancellationToken)
    {
        var today = await person.TodayAsync();
        var all = await lines.ReadAsync(await filter.Keys(db, today).ToListAsync(cancellationToken), cancellationToken);
        return File(EventLines.Workbook(all, today), SchoolExport.WorkbookType, "Мероприятия.xlsx");
    }
}
