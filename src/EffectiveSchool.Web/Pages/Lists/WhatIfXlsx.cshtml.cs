using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>«Что, если» as a workbook, marked as not official on every sheet.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class WhatIfXlsxModel(WhatIfDocuments documents) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] WhatIfForm form, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(id, form, cancellationToken) is not { } found || found.Cover.Heading.Methodology.Kind != EffectiveSchool.Domain.Identification.MethodologyKind.LowResults)
        {
            return NotFound();
        }

        if (found.Document is not { } document)
        {
            // The page says beside each field what does not fit.
            return Redirect($"/lists/{id}/what-if{Request.QueryString}");
        }

        var output = new MemoryStream();
        WhatIfWorkbook.Write(document, output);
        output.Position = 0;
        return File(
            output, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"Что, если (не официальный). {found.Cover.Heading.Title}.xlsx");
    }
}
