using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Roadmaps.Pictures;

namespace EffectiveSchool.Web.Pages.Pictures;

/// <summary>The timeline of a plan: page, xlsx, pdf on A4 and A3.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class TimelineModel(PlanQuery query, DocumentPrinter printer, ILogger<TimelineModel> log) : PlanPage(query)
{
    public TimelineDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] PictureFilter filter, CancellationToken cancellationToken) =>
        await ReadAsync(id, filter, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(int id, [FromQuery] PictureFilter filter, CancellationToken cancellationToken) =>
        await ReadAsync(id, filter, cancellationToken) ? Workbook(PictureWorkbooks.Of(Document), "Лента сроков") : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(int id, PaperSize paper, [FromQuery] PictureFilter filter, CancellationToken cancellationToken) =>
        await ReadAsync(id, filter, cancellationToken)
            ? await PdfAsync(() => printer.TimelineAsync(Document, Enum.IsDefined(paper) ? paper : PaperSize.A4, cancellationToken), $"Лента сроков {paper}", log)
            : NotFound();

    private async Task<bool> ReadAsync(int id, PictureFilter filter, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, filter, cancellationToken))
        {
            return false;
        }

        Document = Plan.Timeline();
        return true;
    }
}
