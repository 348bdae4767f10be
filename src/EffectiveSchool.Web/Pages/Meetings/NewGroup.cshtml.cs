using EffectiveSchool.Domain.Meetings;

namespace EffectiveSchool.Web.Pages.Meetings;

/// <summary>Sets a working group up: the region's, or the municipality's own.</summary>
[Authorize(Policies.ManageProgrammes)]
public sealed class NewGroupModel(PortalDb db, Person person) : PageModel
{
    [BindProperty]
    public GroupForm Form { get; set; } = new();

    public void OnGet()
    {
        // The form is empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var group = new WorkingGroup { RegionId = person.Scope.RegionId!.Value, MunicipalityId = person.Scope.MunicipalityId };
        if (ModelState.IsValid && group.Describe(Form.Name, Form.Basis) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.WorkingGroups.Add(group);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Рабочая группа создана. Добавьте её участников.";
        return Redirect($"/meetings/groups/{group.Id}");
    }
}
