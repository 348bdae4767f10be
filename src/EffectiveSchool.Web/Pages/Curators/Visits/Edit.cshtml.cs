using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Web.Pages.Curators.Visits;

/// <summary>Corrects a record of a visit; the journal keeps what stood there.</summary>
[Authorize(Policies.RecordVisits)]
public sealed class EditModel(PortalDb db, Person person) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public VisitForm Form { get; set; } = new();

    public Visit Visit { get; private set; } = null!;

    public string School { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        Form = new VisitForm
        {
            SchoolId = Visit.SchoolId, Kind = Visit.Kind, Date = Visit.Date, Aim = Visit.Aim, Findings = Visit.Findings, Recommendations = Visit.Recommendations, NextDate = Visit.NextDate,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (ModelState.IsValid)
        {
            try
            {
                if (Visit.Write(Form.ToNotes(), await person.TodayAsync()) is not { } refusal)
                {
                    await db.SaveChangesAsync(cancellationToken);
                    TempData["Done"] = "Запись исправлена.";
                    return Redirect($"/curators/schools/{Visit.SchoolId}");
                }

                ModelState.AddModelError("", refusal);
            }
            catch (DbUpdateConcurrencyException)
            {
                ModelState.AddModelError("", "Запись только что исправил кто-то другой. Откройте страницу заново.");
            }
        }

        return Page();
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        if (await db.Visits.SingleOrDefaultAsync(v => v.Id == Id, cancellationToken) is not { } visit)
        {
            return NotFound();
        }

        if (visit.AuthorId != person.Id && !person.May(Policies.ManageCurators))
        {
            TempData["Refused"] = "Запись исправляет тот, кто её сделал, или региональный координатор.";
            return Redirect($"/curators/schools/{visit.SchoolId}");
        }

        Visit = visit;
        School = await db.Schools.Where(s => s.Id == visit.SchoolId).Select(s => s.Name).SingleAsync(cancellationToken);
        return null;
    }
}
