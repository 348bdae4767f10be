using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Imports.Roadmaps;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>The preview of a plan beside its source rows: corrected by hand, confirmed or given up.</summary>
[Authorize(Policies.WriteProgrammes)]
public sealed class CheckModel(RoadmapImport import) : PageModel
{
    private const int MostColumns = 64;

    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Words as they stand in the form, by the place of the activity.</summary>
    [BindProperty]
    public Dictionary<int, LineForm> Line { get; set; } = [];

    /// <summary>What each column holds, set by hand; a column without one is left out.</summary>
    [BindProperty]
    public Dictionary<int, PlanColumn?> Column { get; set; } = [];

    [BindProperty]
    public int HeadingRow { get; set; }

    public RoadmapUpload Upload { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    public Preview Preview { get; private set; } = null!;

    public Paged<PreviewLine> Lines { get; private set; } = null!;

    /// <summary>The sheet whose columns may be set by hand: the first that was read, else the first.</summary>
    public PlanSheet? Sheet => Preview.Plan.Sheets.FirstOrDefault(s => s.HeadingRow is not null) ?? Preview.Plan.Sheets.FirstOrDefault();

    public int Width => Math.Min(Sheet?.Rows.Max(r => r.Cells.Count) ?? 0, MostColumns);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Preview = RoadmapImport.Read(Upload, Programme.Period, cancellationToken);
        Lines = Preview.Lines.ToPage(PageNumber);
        return Page();
    }

    public async Task<IActionResult> OnPostCorrectAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (await import.CorrectAsync(Upload, Programme, Line, cancellationToken) is { Lines: > 0 and var lines })
        {
            TempData["Done"] = $"Исправлено строк: {lines}. Сроки прочитаны заново.";
        }

        return Redirect($"/roadmaps/imports/{id}?page={PageNumber}");
    }

    public async Task<IActionResult> OnPostColumnsAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var chosen = Column.Where(c => c.Value is { } column && Enum.IsDefined(column) && c.Key is >= 0 and < MostColumns).ToList();
        if (chosen.GroupBy(c => c.Value).Any(g => g.Count() > 1) || !chosen.Exists(c => c.Value == PlanColumn.Title) || !chosen.Exists(c => c.Value == PlanColumn.Term))
        {
            TempData["Refused"] = "Укажите ровно один столбец с названием и один со сроком; остальные — не больше одного раза.";
            return RedirectToPage(new { id });
        }

        await import.SetColumnsAsync(Upload, new ColumnsByHand(Math.Max(HeadingRow, 0), chosen.ToDictionary(c => c.Key, c => c.Value!.Value.ToString())), cancellationToken);
        TempData["Done"] = "План прочитан по указанным столбцам.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostApplyAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if ((Programme.RefuseRewriting() ?? (RoadmapImport.Read(Upload, Programme.Period, cancellationToken).Lines.Count == 0 ? "Записывать нечего: в плане нет ни одного мероприятия." : null)) is { } refusal)
        {
            TempData["Refused"] = refusal;
            return RedirectToPage(new { id });
        }

        if (await import.CorrectAsync(Upload, Programme, Line, cancellationToken) is { Terms: > 0 and var terms })
        {
            TempData["Done"] = $"Исправлено сроков: {terms}. Проверьте, как они прочитаны, и запишите дорожную карту. Пока ничего не записано.";
            return Redirect($"/roadmaps/imports/{id}?page={PageNumber}");
        }

        var roadmap = await import.ApplyAsync(Upload, Programme, cancellationToken);
        var undated = roadmap.Activities.Count(a => a.Occurrences.Count == 0);
        TempData["Done"] = $"Дорожная карта записана: {RussianWords.Count(roadmap.Activities.Count, "мероприятие", "мероприятия", "мероприятий")}, "
            + RussianWords.Count(roadmap.Activities.Sum(a => a.Occurrences.Count), "срок", "срока", "сроков") + (undated > 0 ? $"; без даты — {undated}." : ".");
        return Redirect($"/roadmaps/{roadmap.Id}");
    }

    public async Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await import.ForgetAsync(Upload, cancellationToken);
        TempData["Done"] = "План забыт, ничего не записано.";
        return Redirect($"/programmes/{Programme.Id}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is not var (upload, programme))
        {
            return false;
        }

        (Upload, Programme) = (upload, programme);
        return true;
    }
}
