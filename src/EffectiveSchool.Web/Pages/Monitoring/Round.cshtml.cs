using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>A municipality in a round.</summary>
public sealed record MunicipalityCount(int Id, string Name, RoundCount Count);

/// <summary>One round: who has handed in and who has not, by municipality and school; closed, it stays as it is.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class RoundModel(PortalDb db, MonitoringDesk desk, MonitoringQueries queries, AnswersWorkbook workbook, Authors authors, Person person) : PageModel
{
    public MonitoringCycle Cycle { get; private set; } = null!;

    public MonitoringRound Round { get; private set; } = null!;

    public DateOnly? ClosedOn { get; private set; }

    public DateOnly Today { get; private set; }

    public RoundCount Count { get; private set; } = null!;

    public IReadOnlyList<MunicipalityCount> Municipalities { get; private set; } = [];

    public Paged<SubmissionLine> Schools { get; private set; } = null!;

    /// <summary>Not handed in, late, on review, confirmed; empty for all.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; set; }

    [FromQuery(Name = "municipality")]
    public int? Municipality { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public static IReadOnlyList<(string Value, string Text)> Choices { get; } =
        [("owed", "не сдали"), ("late", "просрочили"), ("review", "на проверке"), ("confirmed", "подтверждено")];

    public bool MayFill => Round.ClosedAt is null && person.May(Policies.ReportWork);

    public bool MayClose => Round.ClosedAt is null && person.Keeps(Cycle.RegionId, Cycle.MunicipalityId);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) is null ? NotFound() : Page();

    /// <summary>The answers of exactly the schools that are seen.</summary>
    public async Task<IActionResult> OnGetXlsxAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) is { } shown
        ? File(await workbook.WriteAsync(Cycle, Round, shown, cancellationToken), SchoolExport.WorkbookType, $"Мониторинг {Cycle.Year}, {Round.Title}.xlsx")
        : NotFound();

    [HandlerPolicy(Policies.ManageProgrammes)]
    public async Task<IActionResult> OnPostCloseAsync(int id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is null || !person.Keeps(Cycle.RegionId, Cycle.MunicipalityId))
        {
            return NotFound();
        }

        var round = await db.MonitoringRounds.SingleAsync(r => r.Id == id, cancellationToken);
        if (await desk.CloseAsync(round, Today, await authors.CurrentAsync(cancellationToken), cancellationToken) is { } refusal)
        {
            TempData["Refused"] = refusal;
        }
        else
        {
            TempData["Done"] = "Этап закрыт: сведения школ больше не меняются.";
        }

        return Redirect($"/monitoring/rounds/{id}");
    }

    public Task<DateTimeOffset> LocalAsync(DateTimeOffset moment) => person.LocalAsync(moment);

    private bool Fits(SubmissionLine line) => (Municipality is null || line.MunicipalityId == Municipality) && Show switch
    {
        "owed" => line.State.IsOwed(),
        "late" => line.State.IsLate(Round.Due, Today),
        "review" => line.State == SubmissionState.UnderReview,
        "confirmed" => line.State == SubmissionState.Confirmed,
        _ => true,
    };

    /// <summary>The schools that fit what is asked; null where there is no such round for the reader.</summary>
    private async Task<List<SubmissionLine>?> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await queries.CycleOfAsync(id, cancellationToken) is not { OpenedAt: not null } cycle)
        {
            return null;
        }

        (Cycle, Round, Today) = (cycle, cycle.Rounds.Single(r => r.Id == id), await person.TodayAsync());
        ClosedOn = Round.ClosedAt is { } closed ? DateOnly.FromDateTime((await person.LocalAsync(closed)).DateTime) : null;
        var all = await queries.SchoolsAsync(id, cancellationToken);
        Count = CountOf(all);
        Municipalities = [.. all.GroupBy(l => (l.MunicipalityId, l.Municipality)).Select(g => new MunicipalityCount(g.Key.MunicipalityId, g.Key.Municipality, CountOf([.. g])))];
        var shown = all.Where(Fits).ToList();
        Schools = shown.ToPage(PageNumber);
        return shown;
    }

    private RoundCount CountOf(IReadOnlyCollection<SubmissionLine> lines) =>
        RoundCount.Of([.. lines.GroupBy(l => l.State).Select(g => (g.Key, g.Count()))], Round.Due, Today);
}
