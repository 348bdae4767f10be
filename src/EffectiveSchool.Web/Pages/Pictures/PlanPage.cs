using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Web.Templates;

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

    /// <summary>Why there is no pdf; null where none was asked for, or it came.</summary>
    public string? Refusal { get; private set; }

    /// <summary>A document as pdf; where none can be printed the page says why.</summary>
    protected async Task<IActionResult> PdfAsync(Func<Task<byte[]>> print, string name, ILogger log)
    {
        try
        {
            return File(await print(), "application/pdf", $"{name}.pdf");
        }
        catch (PdfUnavailableException fault)
        {
            log.LogWarning(fault, "No pdf of {Address}: {Name}", Plan.Address, name);
            Refusal = fault.Message;
            return Page();
        }
    }

    protected FileContentResult Workbook(byte[] content, string name) => File(content, TemplateWorkbook.ContentType, $"{name}.xlsx");
}
