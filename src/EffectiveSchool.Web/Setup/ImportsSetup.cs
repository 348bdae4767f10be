using EffectiveSchool.Web.Imports;
using EffectiveSchool.Web.Pages.Lists.Federal;
using EffectiveSchool.Web.Pages.Lists.Imported;
using EffectiveSchool.Web.Pages.Lists.Published;
using EffectiveSchool.Web.Pages.Results;
using EffectiveSchool.Web.Pages.Results.Figures;

namespace EffectiveSchool.Web.Setup;

public static class ImportsSetup
{
    /// <summary>Reading of uploaded files in the background.</summary>
    public static void AddImports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ImportQueue>();
        builder.Services.AddSingleton<BatchReader>();
        builder.Services.AddHostedService<ImportWorker>();
        builder.Services.AddScoped<UploadStore>().AddScoped<ColumnMatching>();
        builder.Services.AddScoped<CoverageQuery>();
        builder.Services.AddScoped<UploadQuery>();
        builder.Services.AddScoped<CandidateQuery>();
        builder.Services.AddScoped<ImportedListStore>().AddScoped<FederalImport>().AddScoped<PublishedCheck>().AddScoped<PublishedImport>().AddScoped<PublishedNaming>().AddScoped<SchoolMatching>();
        builder.Services.AddScoped<FigureImport>();
    }
}
