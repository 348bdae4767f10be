using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Schools;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EffectiveSchool.Web.Pages.Curators.Visits;

/// <summary>Visits and methodical landings, with what was found and when somebody comes again.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person) : PageModel
{
    public VisitFilter Filter { get; private set; } = new();

    public Paged<VisitLine> Visits { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Authors { get; private set; } = [];

    public IReadOnlyList<SchoolYear> Years { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync([FromQuery] VisitFilter filter, CancellationToken cancellationToken)
    {
        Filter = filter;
        Today = await person.TodayAsync();
        Visits = await VisitFilter.Lines(db, filter.Narrow(db, Today)).ToPageAsync(filter.Page ?? 1, cancellationToken: cancellationToken);
        var authors = await db.Visits.Select(v => new { v.AuthorId, v.AuthorName }).Distinct().ToListAsync(cancellationToken);
        Authors = [.. authors.GroupBy(a => a.AuthorId).Select(g => new SelectListItem(g.First().AuthorName, g.Key.ToString(), g.Key == filter.Curator)).OrderBy(i => i.Text, StringComparer.Ordinal)];
        var first = await db.Visits.MinAsync(v => (DateOnly?)v.Date, cancellationToken) ?? Today;
        var (oldest, newest) = (SchoolYear.Of(first).StartYear, SchoolYear.Of(Today).StartYear);
        Years = [.. Enumerable.Range(oldest, newest - oldest + 1).Reverse().Select(y => new SchoolYear(y))];
    }

    public async Task<IActionResult> OnGetXlsxAsync([FromQuery] VisitFilter filter, CancellationToken cancellationToken)
    {
        var lines = await VisitFilter.Lines(db, filter.Narrow(db, await person.TodayAsync())).ToListAsync(cancellationToken);
        return File(VisitFilter.Workbook(lines), SchoolExport.WorkbookType, "Посещения.xlsx");
    }

    /// <summary>Whether the reader may correct the record: its author, or the region.</summary>
    public bool Corrects(Guid authorId) => person.May(Policies.ManageCurators) || (person.May(Policies.RecordVisits) && person.Id == authorId);
}
