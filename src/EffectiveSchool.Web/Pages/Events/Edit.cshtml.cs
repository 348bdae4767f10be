using EffectiveSchool.Data.Events;
using EffectiveSchool.Domain.Events;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>Corrects an event; the journal keeps what stood there.</summary>
[Authorize(Policies.KeepEvents)]
public sealed class EditModel(PortalDb db, EventDesk desk, EventChoices choices, EventRights rights) : PageModel
{
    [BindProperty]
    public EventForm Form { get; set; } = new();

    public Event Held { get; private set; } = null!;

    public EventFormView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = EventForm.Of(Held);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            if (await SaveAsync(cancellationToken) is not { } refusal)
            {
                TempData["Done"] = "Мероприятие исправлено.";
                return Redirect($"/events/{id}");
            }

            ModelState.AddModelError("", refusal);
        }

        return await ShowAsync(cancellationToken);
    }

    private async Task<string?> SaveAsync(CancellationToken cancellationToken)
    {
        var now = EventForm.Of(Held).Plan;
        if (Held.State == EventState.Held && (Form.Plan ?? "") != (now ?? ""))
        {
            return "Мероприятие проведено: связь с дорожной картой меняют, вернув его в запланированные.";
        }

        if ((Form.Plan == now ? (Held.ActivityId, Held.OccurrenceId) : await choices.PlanAsync(Form.Plan, cancellationToken)) is not var (activity, occurrence))
        {
            return "Такого мероприятия дорожной карты среди ваших нет: выберите другое.";
        }

        if (Form.HostSchoolId is { } host && host != Held.HostSchoolId && !await db.Schools.AnyAsync(s => s.Id == host, cancellationToken))
        {
            return "Такой школы среди ваших нет: выберите другую.";
        }

        var rules = await desk.RulesAsync(Held.RegionId, cancellationToken);
        return await desk.MoveAsync(
            Held,
            (held, _) =>
            {
                if (held.Describe(Form.ToNotes(), rules) is { } refusal)
                {
                    return refusal;
                }

                held.CarryOut(activity, occurrence);
                return null;
            },
            cancellationToken);
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } held || !await rights.KeepsAsync(held, cancellationToken))
        {
            return false;
        }

        Held = held;
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        View = await choices.ReadAsync(Form, isNew: false, await desk.RulesAsync(Held.RegionId, cancellationToken), cancellationToken);
        return Page();
    }
}
