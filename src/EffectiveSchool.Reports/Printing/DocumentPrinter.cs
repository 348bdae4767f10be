using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Schools;

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
}
