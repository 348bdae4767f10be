using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Lists.Imported;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Lists.Federal;

/// <summary>A stored school of a federal list.</summary>
public sealed record FederalSchool(int SchoolId, string Name, string Municipality, FederalLevel Level, string? Sheet, int Row, string Cell, string AsWritten);

/// <summary>A federal list: its dry run until it is stored, its schools after.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(PortalDb db, Person person, ImportedListStore store, FederalImport import, SchoolMatching matching) : PageModel
{
    public bool MayManage => person.May(Policies.ManageLists);

    public ImportedList List { get; private set; } = null!;

    public bool IsStored => List.AppliedAt is not null;

    /// <summary>The dry run; null where the list is stored or taken back.</summary>
    public FederalPlan? Plan { get; private set; }

    /// <summary>Schools of a stored list that the reader sees.</summary>
    public Paged<FederalSchool> Schools { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    public IReadOnlyList<SourceFile> Sources { get; private set; } = [];

    /// <summary>The row whose school is looked for by hand.</summary>
    public UnknownSchool? Chosen { get; private set; }

    public string? Q { get; private set; }

    /// <summary>What the search found for <see cref="Chosen"/>.</summary>
    public IReadOnlyList<Candidate> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery(Name = "page")] int number, int? row, string? q, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, ImportedListKind.Federal, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        List = list;
        Sources = await store.SourcesAsync(list, cancellationToken);
        if (IsStored)
        {
            Schools = await (
                from stored in db.ImportedListSchools
                where stored.ListId == id
                join school in db.Schools on stored.SchoolId equals school.Id
                join municipality in db.Municipalities on school.MunicipalityId equals municipality.Id
                orderby municipality.Name, school.Name, school.Id
                select new FederalSchool(school.Id, school.Name, municipality.Name, stored.Level, stored.Sheet, stored.Row, stored.Cell, stored.AsWritten))
                .ToPageAsync(number, cancellationToken: cancellationToken);
        }
        else if (list.UndoneAt is null)
        {
            Plan = await import.PlanAsync(list, propose: true, cancellationToken);
            (Chosen, Q) = (Plan?.Unknown.FirstOrDefault(u => u.Row.Row == row), q);
            Found = Chosen is null || string.IsNullOrWhiteSpace(q) ? [] : await matching.SearchAsync(list.RegionId, q, cancellationToken);
        }

        return Page();
    }

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int row, int school, CancellationToken cancellationToken) => DoAsync(
        id, list => import.ConfirmAsync(list, row, school, cancellationToken), _ => "Школа запомнена: и в следующих загрузках строка будет узнана.", cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostApplyAsync(int id, string? shown, CancellationToken cancellationToken) => DoAsync(
        id, list => import.ApplyAsync(list, shown, cancellationToken), list => $"Федеральный перечень за {list.Year} год записан.", cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostUndoAsync(int id, CancellationToken cancellationToken) => DoAsync(
        id, list => import.UndoAsync(list, cancellationToken), _ => "Перечень отменён: уровни школ убраны, файл сохранён.", cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public async Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, ImportedListKind.Federal, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        if (list.AppliedAt is not null || list.UndoneAt is not null)
        {
            TempData["Refused"] = "Записанный перечень не убирают, а отменяют.";
            return Redirect($"/lists/federal/{id}");
        }

        await store.ForgetAsync(list, cancellationToken);
        TempData["Done"] = "Файл убран, ничего не записано.";
        return Redirect("/lists/federal");
    }

    private async Task<IActionResult> DoAsync(int id, Func<ImportedList, Task<string?>> act, Func<ImportedList, string> done, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, ImportedListKind.Federal, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        var refusal = await act(list);
        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? done(list);
        return Redirect($"/lists/federal/{id}");
    }
}
