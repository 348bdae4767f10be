using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>Ends one assignment.</summary>
[Authorize(Policies.ManageCurators)]
public sealed class EndModel(PortalDb db, Person person, Assigning assigning) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public EndForm Form { get; set; } = new();

    public CuratorAssignment Assignment { get; private set; } = null!;

    public string School { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new EndForm { LastDay = await person.TodayAsync() };
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var page = await ShowAsync(cancellationToken);
        if (page is NotFoundResult || !ModelState.IsValid)
        {
            return page;
        }

        if (await assigning.EndAsync(Id, Form, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return page;
        }

        TempData["Done"] = "Закрепление завершено.";
        return Redirect($"/curators/{Assignment.CuratorId}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.CuratorAssignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, cancellationToken) is not { } assignment)
        {
            return NotFound();
        }

        Assignment = assignment;
        School = await db.Schools.Where(s => s.Id == assignment.SchoolId).Select(s => s.Name).SingleAsync(cancellationToken);
        return Page();
    }
}
