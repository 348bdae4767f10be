using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Roadmaps;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>A roadmap made of a template: terms move from the years of the template to those of the programme.</summary>
[Authorize(Policies.WriteProgrammes)]
public sealed class TemplateModel(PortalDb db, PlanDesk desk, Carrying carrying, Person person) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "template")]
    public int? TemplateId { get; set; }

    /// <summary>Terms as they stand in the form, by the place of the activity.</summary>
    [BindProperty]
    public Dictionary<int, string?> Term { get; set; } = [];

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<(int Id, string Name)> Templates { get; private set; } = [];

    public RoadmapTemplate? Template { get; private set; }

    public IReadOnlyList<CarriedRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Locked() ?? Page() : NotFound();

    public async Task<IActionResult> OnPostPreviewAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Locked() ?? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Locked() is { } locked)
        {
            return locked;
        }

        if (Template is null)
        {
            ModelState.AddModelError("", "Выберите шаблон.");
            return Page();
        }

        var roadmap = carrying.Build(
            Programme, TermShift.Shift(Template.Name, Programme.From.Year - Template.From.Year), $"составлено по шаблону «{Template.Name}»", Rows.Select(r => (r.Line, (int?)null)));
        await desk.StoreAsync(id, cancellationToken);
        TempData["Done"] = $"Дорожная карта составлена по шаблону: {RussianWords.Count(Rows.Count, "мероприятие", "мероприятия", "мероприятий")}.";
        return Redirect($"/roadmaps/{roadmap.Id}");
    }

    private IActionResult? Locked()
    {
        if (Programme.RefuseRewriting() is not { } refusal)
        {
            return null;
        }

        TempData["Refused"] = refusal;
        return Redirect($"/programmes/{Programme.Id}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } programme || !person.MayChange(programme))
        {
            return false;
        }

        Programme = programme;
        var templates = await db.RoadmapTemplates.OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => new { t.Id, t.Name, t.From, t.To }).ToListAsync(cancellationToken);
        Templates = [.. templates.Select(t => (t.Id, $"{t.Name} ({t.From.Year}–{t.To.Year})"))];
        Template = await db.RoadmapTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == TemplateId, cancellationToken);
        Rows = Template is null ? [] :
        [
            .. Template.Lines.Select((line, i) => new CarriedRow(
                i, Carrying.Carry(line, Template.Period, programme.Period, programme.From.Year - Template.From.Year, Term.GetValueOrDefault(i)))),
        ];
        return TemplateId is null || Template is not null;
    }
}
