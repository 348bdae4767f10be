using EffectiveSchool.Data.Lists;
using EffectiveSchool.Web.Pages.Lists.Imported;

namespace EffectiveSchool.Web.Pages.Lists.Federal;

[Authorize(Policies.ManageLists)]
public sealed class NewModel(ImportedListStore store, Person person) : PageModel
{
    [BindProperty]
    public ImportedListForm Form { get; set; } = new();

    public async Task OnGetAsync() => Form = new ImportedListForm { Year = (await person.TodayAsync()).Year };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && ImportedListStore.RefuseDocument(Form.File!, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError("Form.File", refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (list, _) = await store.KeepAsync(ImportedListKind.Federal, Form, cancellationToken);
        return Redirect($"/lists/federal/{list.Id}");
    }
}
