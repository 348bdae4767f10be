using EffectiveSchool.Reports.Printing;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>The annex as pdf: exactly what the page shows on all its pages.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class PdfModel(ListDocuments documents, DocumentPrinter printer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] ListFilter filter, CancellationToken cancellationToken)
    {
        if (await documents.AnnexAsync(id, filter, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        try
        {
            return File(await printer.AnnexAsync(list, cancellationToken), "application/pdf", $"{list.Heading.Title}.pdf");
        }
        catch (PdfUnavailableException e)
        {
            TempData["Refused"] = e.Message;
            return Redirect($"/lists/{id}{Request.QueryString}");
        }
    }
}
