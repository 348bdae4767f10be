using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Monitoring;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>One monitoring: what is asked, when, how far the rounds have come.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(PortalDb db, MonitoringDesk desk, MonitoringQueries queries, Person person) : PageModel
{
    [BindProperty]
    public ItemForm Item { get; set; } = new();

    [BindProperty]
    public DaysForm Days { get; set; } = new();

    public MonitoringCycle Cycle { get; private set; } = null!;

    public string? Municipality { get; private set; }

    public (int Id, string Name)? Programme { get; private set; }

    public IEnumerable<RoundLine> Rounds { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public bool MayChange => person.Keeps(Cycle.RegionId, Cycle.MunicipalityId);

    public bool IsDraft => Cycle.OpenedAt is null;

    public bool Compares => !IsDraft && Cycle.Rounds.Count > 1 && Cycle.Items.Any(i => i.Kind == MonitoringItemKind.Number);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostAskAsync(int id, CancellationToken cancellationToken) =>
        ChangeAsync(id, c => c.Ask(Item.Title, Item.Kind, Item.Unit, Item.Required), "Добавлено в перечень сведений.", cancellationToken);

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostDropAsync(int id, int item, CancellationToken cancellationToken) =>
        ChangeAsync(id, c => c.Drop(item), "Убрано из перечня сведений.", cancellationToken);

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostDaysAsync(int id, CancellationToken cancellationToken) =>
        ChangeAsync(id, c => c.Schedule(Days.Round, Days.From, Days.Due), "Даты этапа изменены.", cancellationToken);

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostOpenAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, () => desk.OpenAsync(Cycle, cancellationToken), "Мониторинг открыт школам: теперь они видят этапы и сроки.", cancellationToken);

    [HandlerPolicy(Policies.ManageProgrammes)]
    public async Task<IActionResult> OnPostRenewAsync(int id, CancellationToken cancellationToken)
    {
        var added = 0;
        return await StepAsync(
            id,
            async () =>
            {
                (added, var refusal) = await desk.RenewAsync(Cycle, cancellationToken);
                return refusal;
            },
            () => added == 0 ? "Новых школ нет." : $"Добавлено: {RussianWords.Count(added, "школа", "школы", "школ")}.",
            cancellationToken);
    }

    private Task<IActionResult> ChangeAsync(int id, Func<MonitoringCycle, string?> step, string done, CancellationToken cancellationToken) =>
        StepAsync(id, () => desk.ChangeAsync(Cycle, step, cancellationToken), done, cancellationToken);

    private Task<IActionResult> StepAsync(int id, Func<Task<string?>> step, string done, CancellationToken cancellationToken) => StepAsync(id, step, () => done, cancellationToken);

    private async Task<IActionResult> StepAsync(int id, Func<Task<string?>> step, Func<string> done, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || !MayChange)
        {
            return NotFound();
        }

        var invalid = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault();
        if ((invalid ?? await step()) is { } refusal)
        {
            db.ChangeTracker.Clear();
            ModelState.Clear();
            ModelState.AddModelError("", refusal);
            return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
        }

        TempData["Done"] = done();
        return Redirect($"/monitoring/{id}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.CycleAsync(id, cancellationToken) is not { } cycle)
        {
            return false;
        }

        (Cycle, Today) = (cycle, await person.TodayAsync());
        Municipality = await db.Municipalities.Where(m => m.Id == cycle.MunicipalityId).Select(m => m.Name).FirstOrDefaultAsync(cancellationToken);
        Programme = await db.Programmes.Where(p => p.Id == cycle.ProgrammeId).Select(p => new { p.Id, p.Name }).FirstOrDefaultAsync(cancellationToken) is { } programme
            ? (programme.Id, programme.Name)
            : null;
        Rounds = (await queries.RoundsAsync([id], cancellationToken))[id];
        return true;
    }
}
