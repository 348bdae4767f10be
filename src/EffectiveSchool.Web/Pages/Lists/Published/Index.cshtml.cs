using EffectiveSchool.Data.Lists;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Lists.Imported;

namespace EffectiveSchool.Web.Pages.Lists.Published;

/// <summary>An annex in the table; schools are those the reader may see.</summary>
public sealed record AnnexLine(ImportedList List, string Region, string File, int Printed, int Named);

/// <summary>Published annexes that were brought in, and the form that brings another.</summary>
[Authorize(Policies.ReadAnnexes)]
public sealed class IndexModel(PortalDb db, ImportedListStore store, Person person) : PageModel
{
    [BindProperty]
    public ImportedListForm Form { get; set; } = new();

    public bool MayManage => person.May(Policies.ManageLists);

    public bool ShowsRegion => db.Scope.SeesAll;

    /// <summary>The counts are of the reader's own schools.</summary>
    public bool IsPart => !db.Scope.SeesAll && !db.Scope.SeesRegion;

    public Paged<AnnexLine> Lists { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellationToken)
    {
        Form = new ImportedListForm { Year = (await person.TodayAsync()).Year };
        await ReadAsync(number, cancellationToken);
    }

    [HandlerPolicy(Policies.ManageLists)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && ImportedListStore.RefuseDocument(Form.File!, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError("Form.File", refusal);
        }

        if (!ModelState.IsValid)
        {
            await ReadAsync(1, cancellationToken);
            return Page();
        }

        var (list, isNew) = await store.KeepAsync(ImportedListKind.Published, Form, cancellationToken);
        if (!isNew)
        {
            TempData["Done"] = $"Этот файл уже загружен: {ImportedListStore.Requisites(list)}, результаты {list.Year} года. Ничего не изменилось.";
        }

        return Redirect($"/lists/published/{list.Id}");
    }

    private async Task ReadAsync(int number, CancellationToken cancellationToken) => Lists = await db.ImportedLists.AsNoTracking()
        .Where(l => l.Kind == ImportedListKind.Published)
        .OrderByDescending(l => l.Year).ThenByDescending(l => l.Id)
        .Select(l => new AnnexLine(
            l,
            db.Regions.First(r => r.Id == l.RegionId).Name,
            db.Files.Where(f => f.Id == l.FileId).Select(f => f.Name).First(),
            db.PublishedRows.Count(r => r.ListId == l.Id),
            db.PublishedRows.Count(r => r.ListId == l.Id && r.Named)))
        .ToPageAsync(number, cancellationToken: cancellationToken);
}
