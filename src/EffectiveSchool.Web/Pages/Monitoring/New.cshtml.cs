using EffectiveSchool.Domain.Monitoring;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>Plans monitoring: a draft with the usual rounds of its frequency.</summary>
[Authorize(Policies.ManageProgrammes)]
public sealed class NewModel(PortalDb db, Person person) : PageModel
{
    [BindProperty]
    public CycleForm Form { get; set; } = new();

    public IReadOnlyList<(int Id, string Name)> Programmes { get; private set; } = [];

    public async Task OnGetAsync(int? programme, CancellationToken cancellationToken)
    {
        Form = new CycleForm { Year = (await person.TodayAsync()).Year, Programme = programme, Schools = programme is null ? SchoolChoice.Listed : SchoolChoice.Participants };
        Programmes = await ProgrammeChoices.ForAsync(db, person, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Programmes = await ProgrammeChoices.ForAsync(db, person, cancellationToken);
        if (Form.Programme is { } chosen && Programmes.All(p => p.Id != chosen))
        {
            ModelState.AddModelError("", "Выберите программу из списка.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (cycle, refusal) = MonitoringCycle.Plan(new MonitoringDraft(
            person.Scope.RegionId!.Value, person.Scope.MunicipalityId, Form.Programme, Form.Name, Form.Year!.Value, Form.Frequency, Form.Schools));
        if (cycle is null)
        {
            ModelState.AddModelError("", refusal!);
            return Page();
        }

        db.MonitoringCycles.Add(cycle);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Черновик создан. Укажите, что школы сдают, проверьте даты этапов и откройте мониторинг школам.";
        return Redirect($"/monitoring/{cycle.Id}");
    }
}
