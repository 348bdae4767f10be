using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Web.Pages.Curators.Agreements;

/// <summary>Ends an agreement before its time.</summary>
[Authorize(Policies.KeepAgreements)]
public sealed class EndModel(PortalDb db, Person person) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public EndForm Form { get; set; } = new();

    public PartnershipAgreement Agreement { get; private set; } = null!;

    public string School { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new EndForm { LastDay = await person.TodayAsync() };
        return await FindAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Agreement.End(Form.LastDay!.Value, Form.Reason) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        db.Reason = Form.Reason.Trim();
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Соглашение прекращено.";
        return Redirect($"/curators/schools/{Agreement.SchoolId}");
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == Id, cancellationToken) is not { } agreement)
        {
            return false;
        }

        Agreement = agreement;
        School = await db.Schools.Where(s => s.Id == agreement.SchoolId).Select(s => s.Name).SingleAsync(cancellationToken);
        return true;
    }
}
