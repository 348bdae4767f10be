namespace EffectiveSchool.Web.Pages.Schools;

[Authorize(Policies.ManageRegistry)]
public sealed class NewModel(SchoolEditing editing, SchoolFromRow fromRow) : PageModel
{
    [BindProperty]
    public SchoolForm Form { get; set; } = new();

    /// <summary>The upload whose row names the school, where the page was opened from its dry run.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Upload { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Row { get; set; }

    public SchoolFormView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Upload is { } upload && Row is { } row)
        {
            if (await fromRow.FillAsync(upload, row, cancellationToken) is not { } filled)
            {
                return NotFound();
            }

            Form = filled;
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await editing.SaveAsync(null, Form, ModelState, cancellationToken) is not { } school)
        {
            return await ShowAsync(cancellationToken);
        }

        if (Upload is { } upload && Row is { } row)
        {
            var refusal = await fromRow.SettleAsync(upload, row, school.Id, cancellationToken);
            TempData[refusal is null ? "Done" : "Refused"] = refusal is null ? "Школа добавлена, строки загрузки проверены заново." : $"Школа добавлена. {refusal}";
            return Redirect($"/results/uploads/{upload}");
        }

        TempData["Done"] = "Школа добавлена.";
        return RedirectToPage("/Schools/School", new { id = school.Id });
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellationToken)
    {
        View = new SchoolFormView(Form, await editing.MunicipalitiesAsync(cancellationToken), IsStored: false, ModelState);
        return Page();
    }
}
