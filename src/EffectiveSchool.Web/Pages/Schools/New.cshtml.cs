using EffectiveSchool.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages.Schools;

[Authorize(Policies.ManageRegistry)]
public sealed class NewModel(SchoolEditing editing) : PageModel
{
    [BindProperty]
    public SchoolForm Form { get; set; } = new();

    public SchoolFormView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await editing.SaveAsync(null, Form, ModelState, cancellationToken) is not { } school)
        {
            await ShowAsync(cancellationToken);
            return Page();
        }

        TempData["Done"] = "Школа добавлена.";
        return RedirectToPage("/Schools/School", new { id = school.Id });
    }

    private async Task ShowAsync(CancellationToken cancellationToken) =>
        View = new SchoolFormView(Form, await editing.MunicipalitiesAsync(cancellationToken), IsStored: false, ModelState);
}
