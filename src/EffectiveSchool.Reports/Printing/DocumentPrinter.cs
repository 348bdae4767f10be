using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Roadmaps;
using EffectiveSchool.Reports.Roadmaps.Pictures;
using EffectiveSchool.Reports.Schools;
using EffectiveSchool.Reports.Users;

namespace EffectiveSchool.Reports.Printing;

/// <summary>The documents of the portal as pdf; every method throws <see cref="PdfUnavailableException"/> as <see cref="PdfPrinter"/> does.</summary>
public sealed class DocumentPrinter(HtmlPrinter html, PdfPrinter pdf)
{
    /// <summary>The annex to the order: A4 across.</summary>
    public async Task<byte[]> AnnexAsync(ListDocument list, CancellationToken cancellation = default) =>
        await pdf.PrintAsync(await html.RenderAsync<AnnexPage>(list), cancellation);

    /// <summary>A school's page: A4 upright.</summary>
    public async Task<byte[]> SchoolAsync(SchoolDocument school, CancellationToken cancellation = default) =>
        await pdf.PrintAsync(await html.RenderAsync<SchoolPage>(school), cancellation);

    /// <summary>Slips for signing in: A4 upright, several a page.</summary>
    public async Task<byte[]> SlipsAsync(SlipsDocument slips, CancellationToken cancellation = default) =>
        await pdf.PrintAsync(await html.RenderAsync<SlipsPage>(slips), cancellation);

    /// <summary>The execution report: A4 across.</summary>
    public async Task<byte[]> ExecutionAsync(ExecutionReport report, CancellationToken cancellation = default) =>
        await pdf.PrintAsync(await html.RenderAsync<ExecutionPage>(report), cancellation);

    /// <summary>The progress of a plan by school and section: A4 across.</summary>
    public async Task<byte[]> ProgressAsync(ProgressDocument progress, CancellationToken cancellation = default) =>
        await pdf.PrintAsync(await html.RenderAsync<ProgressPage>(progress), cancellation);

    /// <summary>The load of a plan by month: A4 across.</summary>
    public async Task<byte[]> LoadAsync(LoadDocument load, CancellationToken cancellation = default) =>
        await pdf.PrintAsync(await html.RenderAsync<LoadPage>(load), cancellation);

    /// <summary>The timeline of a plan: A4 or A3 across.</summary>
    public async Task<byte[]> TimelineAsync(TimelineDocument timeline, PaperSize paper, CancellationToken cancellation = default) =>
        await pdf.PrintAsync(
            await html.RenderAsync<TimelinePage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = timeline, ["Paper"] = paper }), cancellation);
}
