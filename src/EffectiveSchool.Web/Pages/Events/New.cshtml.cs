using EffectiveSchool.Data.Events;
using EffectiveSchool.Domain.Events;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>Plans an event: of the region, of the own municipality, of the own school.</summary>
[Authorize(Policies.KeepEvents)]
public sealed class NewModel(PortalDb db, EventDesk desk, EventChoices choices, Authors authors, Person person, TimeProvider clock) : PageModel
{
    /// <summary>The occurrence of a roadmap that the event is to carry out.</summary>
    [FromQuery(Name = "occurrence")]
    public int? Occurrence { get; set; }

    [BindProperty]
    public EventForm Form { get; set; } = new();

    public EventFormView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(cancellationToken);
        Form = new EventForm { MaterialDays = rules.MaterialDays };
        if (Occurrence is { } occurrence && await db.Activities.AsNoTracking().Where(a => a.Occurrences.Any(o => o.Id == occurrence)).SingleOrDefaultAsync(cancellationToken) is { } activity)
        {
            Form = Form with { Plan = $"o{occurrence}", Title = activity.Title.Length <= Event.LongestText ? activity.Title : activity.Title[..Event.LongestText] };
        }

        View = await choices.ReadAsync(Form, isNew: true, rules, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(cancellationToken);
        if (ModelState.IsValid)
        {
            var (held, refusal) = await SaveAsync(rules, cancellationToken);
            if (refusal is null)
            {
                TempData["Done"] = "Мероприятие записано. Добавьте школы, которые участвуют.";
                return Redirect($"/events/{held!.Id}/schools");
            }

            ModelState.AddModelError("", refusal);
        }

        View = await choices.ReadAsync(Form, isNew: true, rules, cancellationToken);
        return Page();
    }

    /// <summary>Offers what roadmaps hold around the day that was written; nothing is stored.</summary>
    public async Task<IActionResult> OnPostPlansAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Form.From is null)
        {
            ModelState.AddModelError("", "Укажите первый день мероприятия: по нему подбираются мероприятия дорожных карт.");
        }

        View = await choices.ReadAsync(Form, isNew: true, await RulesAsync(cancellationToken), cancellationToken);
        return Page();
    }

    private Task<EventRules> RulesAsync(CancellationToken cancellationToken) => desk.RulesAsync(person.Scope.RegionId!.Value, cancellationToken);

    private async Task<(Event? Held, string? Refusal)> SaveAsync(EventRules rules, CancellationToken cancellationToken)
    {
        if (await choices.PlanAsync(Form.Plan, cancellationToken) is not { } plan)
        {
            return (null, "Такого мероприятия дорожной карты среди ваших нет: выберите другое.");
        }

        if (Form.HostSchoolId is { } host && !await db.Schools.AnyAsync(s => s.Id == host, cancellationToken))
        {
            return (null, "Такой школы среди ваших нет: выберите другую.");
        }

        var municipality = person.Scope.SeesRegion ? Form.MunicipalityId : person.Scope.MunicipalityId;
        if (municipality is { } named && !await db.Municipalities.AnyAsync(m => m.Id == named, cancellationToken))
        {
            return (null, "Такого муниципалитета в вашем регионе нет: выберите другой.");
        }

        var school = person.Scope.SingleSchools is [var own, ..] ? own : (int?)null;
        var held = new Event
        {
            RegionId = rules.RegionId, MunicipalityId = municipality, SchoolId = school, Author = (await authors.CurrentAsync(cancellationToken)).Name, CreatedAt = clock.GetUtcNow(),
        };
        if (held.Describe(Form.ToNotes(), rules) is { } refusal)
        {
            return (null, refusal);
        }

        held.CarryOut(plan.Activity, plan.Occurrence);
        foreach (var each in new[] { school, held.HostSchoolId }.OfType<int>().Distinct())
        {
            held.Invite(each);
        }

        db.Events.Add(held);
        await db.SaveChangesAsync(cancellationToken);
        return (held, null);
    }
}
