using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Curators;
using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Pages.Execution;

/// <summary>Which due reports are shown; lives in the query string.</summary>
public sealed record DueFilter
{
    public const string All = "all";
    public const string Overdue = "overdue";
    public const string Handed = "handed";
    public const string Review = "review";
    public const string Returned = "returned";

    /// <summary>What was not handed in and is due within a quarter, or one of the five above.</summary>
    public string? Show { get; init; }

    public int? Programme { get; init; }

    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int Page { get; init; } = 1;

    public bool Fits(DueReport report, DateOnly today) => Show switch
    {
        All => true,
        Overdue => report.IsOwed && report.Term.Due < today,
        Handed => report.SubmittedId is not null,
        Review => report.Acceptance == ReportAcceptance.UnderReview,
        Returned => report.Acceptance == ReportAcceptance.Returned,
        _ => report.IsOwed && report.Term.Due <= today.AddMonths(DueModel.MonthsAhead),
    };
}

/// <summary>Execution reports that are due: who has handed in and who has not.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class DueModel(PortalDb db, DueReportQuery dues, Person person) : PageModel
{
    /// <summary>What is due later is not shown unless all is.</summary>
    public const int MonthsAhead = 3;

    public DueFilter Filter { get; private set; } = new();

    public Paged<DueReport> Reports { get; private set; } = null!;

    public IReadOnlyList<(int Id, string Name)> Programmes { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public bool MayHandIn => person.May(Policies.ReportWork);

    public async Task OnGetAsync([FromQuery] DueFilter filter, CancellationToken cancellationToken)
    {
        Filter = filter;
        Reports = (await ReadAsync(filter, cancellationToken)).ToPage(filter.Page);
        Programmes = [.. (await db.Programmes.Where(p => db.ReportSchedules.Any(s => s.ProgrammeId == p.Id)).OrderByDescending(p => p.To).ThenBy(p => p.Name)
            .Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken)).Select(p => (p.Id, p.Name))];
    }

    public async Task<IActionResult> OnGetXlsxAsync([FromQuery] DueFilter filter, CancellationToken cancellationToken)
    {
        var reports = await ReadAsync(filter, cancellationToken);
        return File(
            CuratorTable.Write(
                "Сроки отчётов",
                [("Срок", 12), ("Отчёт", 34), ("Вид", 18), ("Программа", 50), ("Кто сдаёт", 40), ("Период с", 12), ("по", 12), ("Состояние", 22), ("Сдан", 12), ("Решение", 16)],
                reports.Select(r => new[]
                {
                    Cell.Date(r.Term.Due), Cell.Text(r.Schedule.Title), Cell.Text(r.Schedule.Kind.RussianName()), Cell.Text(r.Programme.Name), Cell.Text(r.Place.Name),
                    Cell.Date(r.Term.From), Cell.Date(r.Term.To), Cell.Text(r.StandingOn(Today).RussianName()), Cell.Date(r.FirstSubmitted), Cell.Text(r.Acceptance?.RussianName() ?? ""),
                })),
            TemplateWorkbook.ContentType,
            "Сроки отчётов.xlsx");
    }

    private async Task<IReadOnlyList<DueReport>> ReadAsync(DueFilter filter, CancellationToken cancellationToken)
    {
        Today = await person.TodayAsync();
        var reports = await dues.ReadAsync(DateOnly.MaxValue, filter.Programme, cancellationToken);
        return [.. reports.Where(r => filter.Fits(r, Today))];
    }
}
