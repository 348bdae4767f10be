using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Web.Pages.Curators.Visits;

/// <summary>Writes a visit down.</summary>
[Authorize(Policies.RecordVisits)]
public sealed class NewModel(PortalDb db, CuratorFigures figures, Person person) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? School { get; set; }

    [BindProperty]
    public VisitForm Form { get; set; } = new();

    public IReadOnlyList<CuratedSchool> Schools { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new VisitForm { SchoolId = School, Date = await person.TodayAsync() };
        Schools = await figures.ChoicesAsync(School, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            if (await SaveAsync(cancellationToken) is not { } refusal)
            {
                TempData["Done"] = "Посещение записано.";
                return Redirect($"/curators/schools/{Form.SchoolId}");
            }

            ModelState.AddModelError("", refusal);
        }

        Schools = await figures.ChoicesAsync(Form.SchoolId, cancellationToken);
        return Page();
    }

    private async Task<string?> SaveAsync(CancellationToken cancellationToken)
    {
        if (await db.Schools.Where(s => s.Id == Form.SchoolId).Select(s => new { s.Id, s.RegionId }).SingleOrDefaultAsync(cancellationToken) is not { } school)
        {
            return "Такой школы среди ваших нет: выберите другую.";
        }

        var visit = new Visit { RegionId = school.RegionId, SchoolId = school.Id, AuthorId = person.Id, AuthorName = person.DisplayName };
        if (visit.Write(Form.ToNotes(), await person.TodayAsync()) is { } refusal)
        {
            return refusal;
        }

        db.Visits.Add(visit);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
