using EffectiveSchool.Data.Lists;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Access;
using EffectiveSchool.Web.Pages.Lists.Imported;
using EffectiveSchool.Web.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages.Lists.Published;

/// <summary>«Расхождение с приказом»: a published matrix beside what its own markers give.</summary>
[Authorize(Policies.ManageLists)]
public sealed class ViewModel(PublishedCheck check, ImportedListStore store) : PageModel
{
    public PublishedView Check { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int? methodology, CancellationToken cancellationToken)
    {
        if (await check.FindAsync(id, methodology, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Check = found;
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync(int id, int? methodology, CancellationToken cancellationToken)
    {
        if (await check.FindAsync(id, methodology, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var output = new MemoryStream();
        DiscrepancyWorkbook.Write(found.Document, output);
        output.Position = 0;
        return File(output, TemplateWorkbook.ContentType, $"Расхождения с приказом, {found.List.Year} год.xlsx");
    }

    public async Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, ImportedListKind.Published, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        await store.ForgetAsync(list, cancellationToken);
        TempData["Done"] = "Приложение убрано.";
        return Redirect("/lists/published");
    }
}
