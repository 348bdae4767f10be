using EffectiveSchool.Domain.Meetings;

namespace EffectiveSchool.Web.Pages.Meetings;

/// <summary>Corrects what was written of a meeting; the journal keeps what stood there.</summary>
[Authorize(Policies.ManageProgrammes)]
public sealed class EditModel(PortalDb db, MeetingQueries queries, Person person) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public MeetingForm Form { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Form = MeetingForm.Of(Meeting);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid && Meeting.Write(Form.ToNotes()) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Совещание только что изменил кто-то другой. Откройте страницу заново.");
            return Page();
        }

        TempData["Done"] = "Запись о совещании исправлена.";
        return Redirect($"/meetings/{Id}");
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Id, cancellationToken) is not { } meeting || !person.Keeps(meeting.RegionId, meeting.MunicipalityId))
        {
            return false;
        }

        Meeting = meeting;
        return true;
    }
}
