using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Pages.Schools;

[Authorize(Policies.ManageRegistry)]
public sealed class EditModel(SchoolEditing editing) : PageModel
{
    [BindProperty]
    public SchoolForm Form { get; set; } = new();

    /// <summary>What the form was filled from, see <see cref="SchoolEditing.VersionAsync"/>.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>Somebody else has saved the school since the form was opened.</summary>
    public bool ChangedByAnother { get; private set; }

    public int Id { get; private set; }

    public string StoredName { get; private set; } = "";

    public SchoolFormView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await editing.FindAsync(id, cancellationToken) is not { } school)
        {
            return NotFound();
        }

        Version = await editing.VersionAsync(school, cancellationToken);
        Form = SchoolForm.Of(school, await editing.HeadCodeAsync(school, cancellationToken));
        return await ShowAsync(school, school.Name, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        await using var turn = await editing.TakeTurnAsync(id, cancellationToken);
        if (await editing.FindAsync(id, cancellationToken) is not { } school)
        {
            return NotFound();
        }

        var name = school.Name;
        ChangedByAnother = Version != await editing.VersionAsync(school, cancellationToken);
        if (ChangedByAnother || !ModelState.IsValid || await editing.SaveAsync(school, Form, ModelState, cancellationToken) is null)
        {
            return await ShowAsync(school, name, cancellationToken);
        }

        await turn.CommitAsync(cancellationToken);
        TempData["Done"] = "Данные школы сохранены.";
        return RedirectToPage("/Schools/School", new { id });
    }

    private async Task<PageResult> ShowAsync(School school, string name, CancellationToken cancellationToken)
    {
        Id = school.Id;
        StoredName = name;
        View = new SchoolFormView(Form, await editing.MunicipalitiesAsync(cancellationToken), IsStored: true, ModelState);
        return Page();
    }
}
