using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using EffectiveSchool.Data.Setup;

namespace EffectiveSchool.Web.Setup;

/// <summary>
/// The database the portal works with: a server by connection string, or the embedded one on the data folder, which
/// lives as long as this object.
/// </summary>
public sealed class PortalDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private PortalDatabase(EmbeddedPostgres? embedded, DatabaseConnections connections)
    {
        _embedded = embedded;
        AppConnection = connections.App;
        OwnerConnection = connections.Owner;
    }

    /// <summary>Connection string of the role that pages work as.</summary>
    public string AppConnection { get; }

    private string OwnerConnection { get; }

    /// <summary>Opens the database that the configuration names: ConnectionStrings:Portal and :PortalOwner, else --data.</summary>
    public static async Task<PortalDatabase> OpenAsync(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration.GetConnectionString("Portal") is { Length: > 0 } app)
        {
            var owner = configuration.GetConnectionString("PortalOwner")
                ?? throw new InvalidOperationException("ConnectionStrings:PortalOwner is missing: the owner role migrates, the portal's role may not.");
            return new PortalDatabase(null, new DatabaseConnections(owner, app));
        }

        var folder = DataFolder(configuration, builder.Environment);
        using var logs = LoggerFactory.Create(l => l.AddPortalLog(builder.Configuration));
        var embedded = await EmbeddedPostgres.StartAsync(folder, logs.CreateLogger<EmbeddedPostgres>());
        return new PortalDatabase(embedded, embedded.Connections);
    }

    /// <summary>
    /// Migrates, makes the works that older plans lack, and in Development fills an empty database with the demo region, unless
    /// «--demo false» asks for none.
    /// </summary>
    public async Task PrepareAsync(WebApplication app)
    {
        await DatabaseSetup.PrepareAsync(OwnerConnection, AppConnection);
        await using (var scope = app.Services.CreateScopeAs(AccessScope.System))
        {
            await scope.ServiceProvider.GetRequiredService<WorkFanOut>().RenewMissingAsync(app.Lifetime.ApplicationStopping);
        }

        if (app.Environment.IsDevelopment() && app.Configuration.GetValue("demo", true))
        {
            await DemoStart.FillIfEmptyAsync(app.Services, app.Lifetime.ApplicationStopping);
        }
    }

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>--data DIR; otherwise a folder of the account that runs the portal, so that a clone stays clean.</summary>
    private static string DataFolder(IConfiguration configuration, IHostEnvironment environment) =>
        configuration["data"] is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : DefaultDataFolder.Path(environment.IsDevelopment());
}
