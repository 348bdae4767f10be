using EffectiveSchool.Reports.Printing;

namespace EffectiveSchool.Web.Setup;

public static class DocumentsSetup
{
    /// <summary>Printing to pdf; the browser starts with the first document.</summary>
    public static void AddDocuments(this WebApplicationBuilder builder)
    {
        var path = builder.Configuration["Pdf:ChromiumPath"];
        builder.Services.AddSingleton(new PdfOptions { ChromiumPath = string.IsNullOrWhiteSpace(path) ? null : path });
        builder.Services.AddSingleton<PdfPrinter>();
        builder.Services.AddSingleton<HtmlPrinter>();
        builder.Services.AddSingleton<DocumentPrinter>();
    }
}
