using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>The annex as a workbook: exactly what the page shows on all its pages.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class XlsxModel(ListDocuments documents) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] ListFilter filter, CancellationToken cancellationToken)
    {
        if (await documents.AnnexAsync(id, filter, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        var output = new MemoryStream();
        AnnexWorkbook.Write(list, output);
        output.Position = 0;
        return File(output, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{list.Heading.Title}.xlsx");
    }
}
