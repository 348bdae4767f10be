using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Web.Pages.Monitoring;

namespace EffectiveSchool.Web.Pages.Publications;

/// <summary>Corrects a publication, or takes it out; the journal keeps what stood there.</summary>
[Authorize(Policies.ReportWork)]
public sealed class EditModel(PortalDb db, Person person) : PageModel
{
    private const string ChangedByAnother = "Публикацию только что изменил кто-то другой. Откройте страницу заново.";

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public PublicationForm Form { get; set; } = new();

    public Publication Publication { get; private set; } = null!;

    public IReadOnlyList<(int Id, string Name)> Programmes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Form = new PublicationForm { Title = Publication.Title, Date = Publication.Date, Place = Publication.Place, Link = Publication.Link, Programme = Publication.ProgrammeId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Form.Programme is { } chosen && chosen != Publication.ProgrammeId && Programmes.All(p => p.Id != chosen))
        {
            ModelState.AddModelError("", "Выберите программу из списка.");
        }

        if (ModelState.IsValid && Publication.Write(Form.ToNotes(), await person.TodayAsync()) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
        }

        return ModelState.IsValid ? await SaveAsync("Публикация исправлена.", cancellationToken) : Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        db.Publications.Remove(Publication);
        return await SaveAsync("Публикация удалена, запись о ней осталась в журнале.", cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(string done, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            TempData["Done"] = done;
        }
        catch (DbUpdateConcurrencyException)
        {
            TempData["Refused"] = ChangedByAnother;
        }

        return Redirect("/publications");
    }

    /// <summary>What is not one's own is not found: others do not correct it.</summary>
    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await db.Publications.SingleOrDefaultAsync(p => p.Id == Id, cancellationToken) is not { } found
            || !PublicationRights.MayChange(person, found.RegionId, found.MunicipalityId, found.SchoolId))
        {
            return false;
        }

        Publication = found;
        Programmes = await ProgrammeChoices.ForAsync(db, person, cancellationToken);
        return true;
    }
}
