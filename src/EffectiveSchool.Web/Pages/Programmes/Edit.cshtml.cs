using EffectiveSchool.Domain.Programmes;

namespace EffectiveSchool.Web.Pages.Programmes;

[Authorize(Policies.WriteProgrammes)]
public sealed class EditModel(PortalDb db, Person person) : PageModel
{
    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } programme)
        {
            return NotFound();
        }

        Form = ProgrammeForm.Of(programme);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } programme)
        {
            return NotFound();
        }

        if (programme.RefuseRewriting() is { } locked)
        {
            ModelState.AddModelError("", locked);
            return Page();
        }

        var isMoved = (Form.From, Form.To) != (programme.From, programme.To);
        if (ModelState.IsValid && isMoved && await db.Roadmaps.AnyAsync(r => r.ProgrammeId == id, cancellationToken))
        {
            ModelState.AddModelError("", "По этому периоду уже рассчитаны сроки дорожной карты: период не меняется. Удалите карту или создайте новую программу.");
        }
        else if (ModelState.IsValid && Form.Fill(programme) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Паспорт программы сохранён.";
        return Redirect($"/programmes/{id}");
    }

    private async Task<Programme?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var found = await db.Programmes.Include(p => p.Parent).SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        return found is not null && person.MayChange(found) ? Programme = found : null;
    }
}
