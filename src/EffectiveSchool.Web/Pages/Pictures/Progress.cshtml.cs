using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Roadmaps.Pictures;

namespace EffectiveSchool.Web.Pages.Pictures;

/// <summary>The progress of a plan per school and per section.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class ProgressModel(PlanQuery query, DocumentPrinter printer, ILogger<ProgressModel> log) : PlanPage(query)
{
    public ProgressDocument Document => Plan.Progress();

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] PictureFilter filter, CancellationToken cancellationToken) =>
        await FindAsync(id, filter with { Year = null }, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(int id, [FromQuery] PictureFilter filter, CancellationToken cancellationToken) =>
        await FindAsync(id, filter with { Year = null }, cancellationToken) ? Workbook(PictureWorkbooks.Of(Document), "Ход выполнения") : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(int id, [FromQuery] PictureFilter filter, CancellationToken cancellationToken) =>
        await FindAsync(id, filter with { Year = null }, cancellationToken) ? await PdfAsync(() => printer.ProgressAsync(Document, cancellationToken), "Ход выполнения", log) : NotFound();
}
