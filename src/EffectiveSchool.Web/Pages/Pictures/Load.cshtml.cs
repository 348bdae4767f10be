using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Roadmaps.Pictures;

namespace EffectiveSchool.Web.Pages.Pictures;

/// <summary>What is due in which month.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class LoadModel(PlanQuery query, DocumentPrinter printer, ILogger<LoadModel> log) : PlanPage(query)
{
    public LoadDocument Document => Plan.Load();

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] PictureFilter filter, CancellationToken cancellationToken) =>
        await FindAsync(id, filter, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(int id, [FromQuery] PictureFilter filter, CancellationToken cancellationToken) =>
        await FindAsync(id, filter, cancellationToken) ? Workbook(PictureWorkbooks.Of(Document), "Нагрузка по месяцам") : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(int id, [FromQuery] PictureFilter filter, CancellationToken cancellationToken) =>
        await FindAsync(id, filter, cancellationToken) ? await PdfAsync(() => printer.LoadAsync(Document, cancellationToken), "Нагрузка по месяцам", log) : NotFound();
}
