using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Objections;
using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EffectiveSchool.Data.Setup;

public static class PortalDataServices
{
    private const int MostPrepared = 200;

    /// <summary>Registers the database of the portal, worked with as the app role.</summary>
    public static IServiceCollection AddPortalData(this IServiceCollection services, string appConnection)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(Prepared(appConnection)));
        services.AddScoped<CurrentAccess>();
        services.AddScoped<ScopeInterceptor>();
        services.AddDbContext<PortalDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(provider.GetRequiredService<ScopeInterceptor>()));
        services.AddScoped<ImportStage>();
        services.AddScoped<ImportCheck>();
        services.AddScoped<Confirmations>();
        services.AddScoped<ImportApply>();
        services.AddScoped<ImportUndo>();
        services.AddScoped<ImportReread>();
        services.AddScoped<FileContents>();
        services.AddScoped<FileStore>();
        services.AddScoped<ObjectionDesk>();
        services.AddScoped<SignedOrders>();
        services.AddScoped<ResultEdit>();
        services.AddScoped<ListRuns>();
        services.AddScoped<CuratorGrants>();
        services.AddScoped<DigestLetters>();
        return services;
    }

    /// <summary>
    /// Statements that come again are planned once a connection: planning them through the row policies takes longer than
    /// executing them. A connection string that says how many wins.
    /// </summary>
    private static string Prepared(string connection)
    {
        var built = new NpgsqlConnectionStringBuilder(connection);
        built.MaxAutoPrepare = built.MaxAutoPrepare > 0 ? built.MaxAutoPrepare : MostPrepared;
        return built.ConnectionString;
    }

    /// <summary>A scope of services that works as somebody: jobs, sign-in, start-up.</summary>
    public static AsyncServiceScope CreateScopeAs(this IServiceProvider services, AccessScope access, Guid? userId = null)
    {
        var scope = services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentAccess>();
        current.Scope = access;
        current.UserId = userId;
        return scope;
    }
}
