using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Schools;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>The school's page as pdf; where no pdf can be made, a page that says so.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class PdfModel(SchoolDocuments documents, DocumentPrinter printer, ILogger<PdfModel> log) : PageModel
{
    public SchoolDocument Document { get; private set; } = null!;

    public string Refusal { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(id, cancellationToken) is not { } document)
        {
            return NotFound();
        }

        try
        {
            return File(await printer.SchoolAsync(document, cancellationToken), "application/pdf", FileName(document));
        }
        catch (PdfUnavailableException fault)
        {
            log.LogWarning(fault, "No pdf of school {SchoolId}", id);
            Document = document;
            Refusal = fault.Message;
            return Page();
        }
    }

    private static string FileName(SchoolDocument document) =>
        $"Школа-{document.Facts.FirstOrDefault(f => f.Label == "Код ФИС ОКО")?.Value ?? document.SchoolId.ToString(System.Globalization.CultureInfo.InvariantCulture)}.pdf";
}
