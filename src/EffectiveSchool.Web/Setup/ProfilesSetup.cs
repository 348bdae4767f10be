using EffectiveSchool.Web.Pages.Lists;
using EffectiveSchool.Web.Profiles;

namespace EffectiveSchool.Web.Setup;

public static class ProfilesSetup
{
    /// <summary>Printing of school profiles in the background.</summary>
    public static void AddProfiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ProfileQueue>();
        builder.Services.AddSingleton<ProfilePrinter>();
        builder.Services.AddHostedService<ProfileWorker>();
        builder.Services.AddScoped<ProfileArchives>();
    }
}
