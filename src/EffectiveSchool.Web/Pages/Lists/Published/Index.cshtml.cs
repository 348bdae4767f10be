using EffectiveSchool.Data;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Web.Access;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Lists.Imported;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Lists.Published;

/// <summary>Published matrices that were brought in, and the form that brings another.</summary>
[Authorize(Policies.ManageLists)]
public sealed class IndexModel(PortalDb db, ImportedListStore store, Person person) : PageModel
{
    [BindProperty]
    public ImportedListForm Form { get; set; } = new();

    public Paged<ImportedList> Lists { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellationToken)
    {
        Form = new ImportedListForm { Year = (await person.TodayAsync()).Year };
        await ReadAsync(number, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await ReadAsync(1, cancellationToken);
            return Page();
        }

        var list = await store.KeepAsync(ImportedListKind.Published, Form, cancellationToken);
        return Redirect($"/lists/published/{list.Id}");
    }

    private async Task ReadAsync(int number, CancellationToken cancellationToken) => Lists = await db.ImportedLists.AsNoTracking()
        .Where(l => l.Kind == ImportedListKind.Published)
        .OrderByDescending(l => l.Year).ThenByDescending(l => l.Id)
        .ToPageAsync(number, cancellationToken: cancellationToken);
}
