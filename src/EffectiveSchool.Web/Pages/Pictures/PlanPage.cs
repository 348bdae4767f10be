using EffectiveSchool.Web.Templates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages.Pictures;

/// <summary>What the three pages of pictures share: the plan of the address, /roadmaps/{id}/… or /programmes/{id}/….</summary>
public abstract class PlanPage(PlanQuery query) : PageModel
{
    public Plan Plan { get; private set; } = null!;

    protected async Task<bool> FindAsync(int id, PictureFilter filter, CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(Request.Path.StartsWithSegments("/programmes", StringComparison.Ordinal), id, filter, cancellationToken) is not { } plan)
        {
            return false;
        }

        Plan = plan;
        return true;
    }

    protected FileContentResult Workbook(byte[] content, string name) => File(content, TemplateWorkbook.ContentType, $"{name}.xlsx");
}
