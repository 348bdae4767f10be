using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>A listed school with its landings, who works with it and when they come.</summary>
public sealed record LandingLine(CuratedSchool School, SchoolVisits Visits, IReadOnlyList<string> Curators);

/// <summary>Methodical landings of every listed school against the quota of the school year.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class LandingsModel(CuratorFigures figures) : PageModel
{
    [FromQuery(Name = "short")]
    public bool ShortOnly { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public CuratorWorld World { get; private set; } = null!;

    public Paged<LandingLine> Schools { get; private set; } = null!;

    public int Reached { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Schools = (await ReadAsync(cancellationToken)).ToPage(PageNumber);

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancellationToken)
    {
        var lines = await ReadAsync(cancellationToken);
        return File(
            CuratorTable.Write(
                "Методические десанты",
                [("Школа", 40), ("Муниципалитет", 26), ($"Десантов за {World.Year.Name}", 14), ("Норма", 10), ("Последнее посещение", 14), ("Следующее посещение", 14), ("Куратор", 40)],
                lines.Select(l => new[]
                {
                    Cell.Text(l.School.Name), Cell.Text(l.School.Municipality), Cell.Integer(l.Visits.Landings.Held), Cell.Integer(LandingCount.Quota), Cell.Date(l.Visits.Last), Cell.Date(l.Visits.Next),
                    Cell.Text(string.Join(", ", l.Curators)),
                })),
            SchoolExport.WorkbookType,
            "Методические десанты.xlsx");
    }

    private async Task<IReadOnlyList<LandingLine>> ReadAsync(CancellationToken cancellationToken)
    {
        World = await figures.ReadAsync(cancellationToken);
        Reached = World.Listed.Count(s => World.VisitsOf(s.Id).Landings.IsReached);
        var curators = World.Running.ToLookup(a => a.SchoolId, a => a.CuratorName);
        return
        [
            .. World.Listed.Select(s => new LandingLine(s, World.VisitsOf(s.Id), [.. curators[s.Id].Distinct(StringComparer.Ordinal)]))
                .Where(l => !ShortOnly || !l.Visits.Landings.IsReached)
                .OrderBy(l => l.Visits.Landings.Held).ThenBy(l => l.School.Municipality, StringComparer.Ordinal).ThenBy(l => l.School.Name, StringComparer.Ordinal),
        ];
    }
}
