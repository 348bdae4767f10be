using EffectiveSchool.Data.Curators;
using EffectiveSchool.Domain;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>Schools of one curator for another, by an order, all or some of them.</summary>
[Authorize(Policies.ManageCurators)]
public sealed class HandOverModel(PortalDb db, Person person, CuratorFigures figures, Assigning assigning) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AssignForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public IReadOnlyList<CuratedSchool> Schools { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await ShowAsync(cancellationToken);
        Form = new AssignForm { From = await person.TodayAsync(), Schools = [.. Schools.Select(s => s.Id)] };
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var page = await ShowAsync(cancellationToken);
        if (page is not PageResult || !ModelState.IsValid)
        {
            return page;
        }

        if (await assigning.HandOverAsync(Id, Form, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return page;
        }

        TempData["Done"] = $"Передано: {RussianWords.Count(Form.Schools.Count, "школа", "школы", "школ")}.";
        return Redirect($"/curators/{Form.CuratorId}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var today = await person.TodayAsync();
        var open = await db.CuratorAssignments.AsNoTracking().Where(a => a.CuratorId == Id).Open(today).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return NotFound();
        }

        Name = open[^1].CuratorName;
        var schools = await figures.SchoolsAsync([.. open.Select(a => a.SchoolId)], cancellationToken);
        Schools = [.. schools.Values.OrderBy(s => s.Name, StringComparer.Ordinal)];
        People = await assigning.CuratorsAsync(Id, cancellationToken);
        return Page();
    }
}
