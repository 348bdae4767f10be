using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>The annex as a text document with the blanks of an order: exactly what the page shows on all its pages.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class DocxModel(ListDocuments documents) : PageModel
{
    /// <summary>Media type of docx.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] ListFilter filter, CancellationToken cancellationToken)
    {
        if (await documents.AnnexAsync(id, filter, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        var output = new MemoryStream();
        AnnexDocument.Write(list, output);
        output.Position = 0;
        return File(output, ContentType, $"{list.Heading.Title}.docx");
    }
}
