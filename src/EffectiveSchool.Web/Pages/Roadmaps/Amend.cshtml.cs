using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Programmes;
using EffectiveSchool.Web.Pages.Works;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>An amendment of a roadmap (корректировка): an activity changed, added, withdrawn or restored, with grounds.</summary>
[Authorize(Policies.WriteProgrammes)]
public sealed class AmendModel(PortalDb db, PlanDesk desk, Authors authors, WorkActors actors, Person person) : PageModel
{
    [BindProperty]
    public AmendForm Form { get; set; } = new();

    /// <summary>The activity amended; null for a new one.</summary>
    [FromQuery(Name = "activity")]
    public int? ActivityId { get; set; }

    public Roadmap Roadmap { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    public Activity? Activity { get; private set; }

    /// <summary>The term of the form as it reads; null before anything was sent.</summary>
    public Term? Read { get; private set; }

    /// <summary>How many works somebody has begun: they are kept.</summary>
    public int Begun { get; private set; }

    /// <summary>The latest amendment, where the reader may add to it.</summary>
    public RoadmapAmendment? Continued => Roadmap.LastAmendment is { } last && last.AuthorId == person.Id ? last : null;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = Activity is null ? new AmendForm() : AmendForm.Of(Activity);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Read = Form.Edit(Programme.Period, YearOf(Roadmap, Activity)).Term;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var by = await authors.CurrentAsync(cancellationToken);
        return await AnswerAsync(
            id,
            (roadmap, activity, begun, now) =>
            {
                var edit = Form.Edit(Programme.Period, YearOf(roadmap, activity));
                return activity is null
                    ? roadmap.Insert(PathOf(roadmap), YearOf(roadmap, null), edit, Form.Grounds, by, now)
                    : roadmap.Change(activity, edit, begun, Form.Grounds, by, now);
            },
            Activity is null ? "Мероприятие добавлено." : "Мероприятие скорректировано. Начатые работы сохранены и отмечены.",
            cancellationToken);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || Activity is null)
        {
            return NotFound();
        }

        var by = await authors.CurrentAsync(cancellationToken);
        return await AnswerAsync(
            id, (roadmap, activity, _, now) => roadmap.Withdraw(activity!, Form.Grounds, by, now), "Мероприятие исключено. Начатые работы сохранены и отмечены.", cancellationToken);
    }

    public async Task<IActionResult> OnPostRestoreAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || Activity is null)
        {
            return NotFound();
        }

        var by = await authors.CurrentAsync(cancellationToken);
        return await AnswerAsync(
            id, (roadmap, activity, _, now) => roadmap.Restore(activity!, Form.Grounds, by, now), "Мероприятие восстановлено. Работы, которые закрыло исключение, снова открыты.", cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(
        int id, Func<Roadmap, Activity?, IReadOnlySet<int>, DateTimeOffset, string?> change, string done, CancellationToken cancellationToken)
    {
        var invalid = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault();
        var refusal = invalid ?? Programme.RefuseAmending() ?? await desk.AmendAsync(id, ActivityId, change, await actors.CurrentAsync(cancellationToken), cancellationToken);
        if (refusal is null)
        {
            var state = await db.Programmes.Where(p => p.Id == Programme.Id).Select(p => p.Review).SingleAsync(cancellationToken);
            TempData["Done"] = done + (state == ReviewState.Amended ? " Программа была согласована: изменение ждёт нового согласования." : "");
            return Redirect($"/roadmaps/{id}");
        }

        // What was written stays in the form: the page is shown again with the refusal, from what is stored.
        db.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError("", refusal);
        return await FindAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private RoadmapSection? SectionOf(Roadmap roadmap) => roadmap.Sections.FirstOrDefault(s => s.Id == Form.Section);

    private IReadOnlyList<string> PathOf(Roadmap roadmap) =>
        !string.IsNullOrWhiteSpace(Form.NewSection) ? [Form.NewSection.Trim()] : SectionOf(roadmap)?.Path ?? [];

    private int? YearOf(Roadmap roadmap, Activity? activity) =>
        activity is not null ? activity.Section?.Year : string.IsNullOrWhiteSpace(Form.NewSection) ? SectionOf(roadmap)?.Year : null;

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindRoadmapAsync(id, cancellationToken) is not { } roadmap)
        {
            return false;
        }

        Roadmap = roadmap;
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == roadmap.ProgrammeId, cancellationToken);
        Activity = roadmap.Activities.FirstOrDefault(a => a.Id == ActivityId);
        Begun = (await desk.BegunAsync(Activity, cancellationToken)).Count;
        return person.MayChange(Programme) && Activity is null == ActivityId is null;
    }
}
