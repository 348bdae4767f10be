using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>The matrix of a list and the steps of its life.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(PortalDb db, ListDocuments documents, ListRuns runs, ListComparing comparing, ListLife life, Person person) : PageModel
{
    public ListView List { get; private set; } = null!;

    /// <summary>Lists that this one may be compared with.</summary>
    public IReadOnlyList<ListChoice> Others { get; private set; } = [];

    public LifeView Life { get; private set; } = null!;

    /// <summary>Last day of objections that the publishing form proposes.</summary>
    public DateOnly DefaultUntil { get; private set; }

    public bool MayManage => person.May(Policies.ManageLists);

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] ListFilter filter, CancellationToken cancellationToken)
    {
        if (await documents.PageAsync(id, filter, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        List = list;
        Life = await life.OfAsync(id, cancellationToken);
        DefaultUntil = (await person.TodayAsync()).AddDays((await person.RegionAsync())!.ObjectionDays);
        Others = [.. (await comparing.ChoicesAsync(cancellationToken)).Where(c => c.Id != id)];
        return Page();
    }

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostPublishAsync(int id, [FromForm] DateOnly? until, CancellationToken cancellationToken) => StepAsync(
        id,
        list => ModelState.IsValid ? runs.PublishAsync(list, until, cancellationToken) : Task.FromResult<string?>("Последний день возражений — дата, например 05.04.2026. Укажите её в поле «Возражения до»."),
        "Перечень стал предварительным: его видят муниципалитеты и школы и могут возражать.",
        cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostEndObjectionsAsync(int id, [FromForm] string? reason, CancellationToken cancellationToken) => StepAsync(
        id, list => runs.EndObjectionsAsync(list, reason, cancellationToken), "Приём возражений завершён. Причина видна на странице перечня.", cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostReturnAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id, list => runs.ReturnToDraftAsync(list, cancellationToken), "Перечень возвращён в черновик: его видит только регион.", cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostArchiveAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id, list => runs.ArchiveAsync(list, cancellationToken), "Перечень переведён в архив.", cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostRunAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id,
        async list => await runs.RunAsync(list, await db.Methodologies.SingleAsync(m => m.Id == list.MethodologyId, cancellationToken), cancellationToken),
        "Перечень пересчитан по нынешним данным.",
        cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Lists.SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        if (await runs.DeleteAsync(list, cancellationToken) is { } refusal)
        {
            TempData["Refused"] = refusal;
            return Redirect($"/lists/{id}");
        }

        TempData["Done"] = "Черновик удалён" + (list.ReplacesId is null ? "." : ": прежняя редакция осталась такой, какой была.");
        return Redirect(list.ReplacesId is { } former ? $"/lists/{former}" : "/lists");
    }

    private async Task<IActionResult> StepAsync(int id, Func<SchoolList, Task<string?>> step, string done, CancellationToken cancellationToken)
    {
        if (await db.Lists.SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        var refusal = await step(list);
        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? done;
        return Redirect($"/lists/{id}");
    }
}
