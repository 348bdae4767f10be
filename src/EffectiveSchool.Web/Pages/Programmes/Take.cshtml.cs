using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Roadmaps;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>A child programme takes over activities of the one above: chosen by a person, their terms read for the child's own period.</summary>
[Authorize(Policies.WriteProgrammes)]
public sealed class TakeModel(PortalDb db, PlanDesk desk, Carrying carrying, Person person) : PageModel
{
    /// <summary>Keys of the activities chosen.</summary>
    [BindProperty]
    public List<int> Take { get; set; } = [];

    /// <summary>Terms as they stand in the form, by the key of the activity.</summary>
    [BindProperty]
    public Dictionary<int, string?> Term { get; set; } = [];

    /// <summary>The roadmap to which the activities are added; null for a new one.</summary>
    [BindProperty]
    public int? Into { get; set; }

    public Programme Programme { get; private set; } = null!;

    /// <summary>Roadmaps of the programme itself.</summary>
    public IReadOnlyList<(int Id, string Name)> Own { get; private set; } = [];

    /// <summary>The roadmaps above with their activities in force.</summary>
    public IReadOnlyList<(Roadmap Roadmap, IReadOnlyList<CarriedRow> Rows)> Above { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await ReadAsync(cancellationToken);
        return Locked() ?? Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await ReadAsync(cancellationToken);
        return Locked() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await ReadAsync(cancellationToken);
        if (Locked() is { } locked)
        {
            return locked;
        }

        var chosen = Above.SelectMany(a => a.Rows).Where(r => r.IsChosen == true).Select(r => (r.Line, (int?)r.Key)).ToList();
        if (chosen.Count == 0 || chosen.Count != Take.Distinct().Count())
        {
            ModelState.AddModelError("", chosen.Count == 0 ? "Отметьте мероприятия, которые программа берёт." : "Часть отмеченных мероприятий уже взята или исключена из вышестоящей программы: откройте страницу заново.");
            return Page();
        }

        if (Into is { } into)
        {
            if (await desk.FindRoadmapAsync(into, cancellationToken) is not { } roadmap || roadmap.ProgrammeId != id)
            {
                return NotFound();
            }

            chosen.ForEach(c => roadmap.Add(c.Line, c.Item2));
        }
        else
        {
            carrying.Build(Programme, $"Мероприятия программы «{Programme.Parent!.Name}»", $"взято из программы «{Programme.Parent.Name}»", chosen);
        }

        await desk.StoreAsync(id, cancellationToken);
        var undated = chosen.Count(c => c.Line.Term.NeedsDate);
        TempData["Done"] = $"Взято: {RussianWords.Count(chosen.Count, "мероприятие", "мероприятия", "мероприятий")}" + (undated > 0 ? $"; без даты — {undated}." : ".");
        return Redirect($"/programmes/{id}");
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

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var above = await carrying.RoadmapsAsync(Programme.ParentId!.Value, cancellationToken);
        var own = await db.Roadmaps.Where(r => r.ProgrammeId == Programme.Id).OrderBy(r => r.CreatedAt).Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken);
        Own = [.. own.Select(r => (r.Id, r.Name))];
        var taken = await db.Activities.Where(a => a.SourceActivityId != null && db.Roadmaps.Any(r => r.Id == a.RoadmapId && r.ProgrammeId == Programme.Id))
            .Select(a => a.SourceActivityId!.Value).ToListAsync(cancellationToken);
        Above =
        [
            .. above.Select(roadmap => (roadmap, (IReadOnlyList<CarriedRow>)
            [
                .. roadmap.Current.Select(a => new CarriedRow(
                    a.Id, Carrying.Carry(PlanLine.Of(a), Programme.Parent!.Period, Programme.Period, years: 0, Term.GetValueOrDefault(a.Id)), taken.Contains(a.Id) ? null : Take.Contains(a.Id), taken.Contains(a.Id) ? "уже взято" : null)),
            ])).Where(a => a.Item2.Count > 0),
        ];
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { ParentId: not null } programme || !person.MayChange(programme))
        {
            return false;
        }

        Programme = programme;
        return true;
    }
}
