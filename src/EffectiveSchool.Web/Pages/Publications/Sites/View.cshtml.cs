using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Publications.Sites;

/// <summary>A round of site checks: schools × items with shares, and who lacks what.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(SiteQueries queries, SiteDesk desk, Person person, TimeProvider clock) : PageModel
{
    /// <summary>Only schools whose site lacks this item.</summary>
    [FromQuery(Name = "lacks")]
    public int? Lacks { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public SiteCheckRound Round { get; private set; } = null!;

    public IReadOnlyDictionary<int, SiteShare> Shares { get; private set; } = new Dictionary<int, SiteShare>();

    public Paged<SiteLine> Schools { get; private set; } = null!;

    public bool MayClose => Round.ClosedAt is null && person.Keeps(Round.RegionId, Round.MunicipalityId);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnGetXlsxAsync(int id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) is { } lines ? File(SiteQueries.Workbook(Round, lines), SchoolExport.WorkbookType, "Сайты школ.xlsx") : NotFound();

    [HandlerPolicy(Policies.ManageProgrammes)]
    public async Task<IActionResult> OnPostCloseAsync(int id, CancellationToken cancellationToken)
    {
        if (await queries.RoundAsync(id, cancellationToken) is not { } round || !person.Keeps(round.RegionId, round.MunicipalityId))
        {
            return NotFound();
        }

        if (await desk.MoveAsync(() => round.Close(clock.GetUtcNow()), cancellationToken) is { } refusal)
        {
            TempData["Refused"] = refusal;
        }
        else
        {
            TempData["Done"] = "Проверка завершена: отметки больше не меняются.";
        }

        return Redirect($"/publications/sites/{id}");
    }

    /// <summary>The schools that fit what is asked; null where there is no such round for the reader.</summary>
    private async Task<IReadOnlyList<SiteLine>?> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await queries.RoundAsync(id, cancellationToken) is not { } round)
        {
            return null;
        }

        Round = round;
        var all = await queries.LinesAsync(id, cancellationToken);
        Shares = round.Items.ToDictionary(i => i.Id, i => SiteShare.Of([.. all.Select(l => l.MarkOf(i.Id))]));
        IReadOnlyList<SiteLine> shown = Lacks is { } item ? [.. all.Where(l => l.MarkOf(item) == false)] : all;
        Schools = shown.ToPage(PageNumber);
        return shown;
    }
}
