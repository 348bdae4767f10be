using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Demo;

namespace EffectiveSchool.Web.Setup;

/// <summary>The first start in Development: the demo region and its six accounts.</summary>
public static class DemoStart
{
    private const int Schools = 240;
    private const int Seed = 2026;

    public static void AddDemo(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddScoped<DemoLoad>();
            builder.Services.AddScoped<DemoAccounts>();
            builder.Services.AddScoped<DemoCurators>();
            builder.Services.AddScoped<DemoEvents>();
            builder.Services.AddScoped<DemoObjections>();
            builder.Services.AddScoped<DemoProgrammes>();
            builder.Services.AddScoped<DemoMonitoring>();
        }
    }

    public static async Task FillIfEmptyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateScopeAs(AccessScope.System);
        var provider = scope.ServiceProvider;
        if (await provider.GetRequiredService<PortalDb>().Regions.AnyAsync(cancellationToken))
        {
            return;
        }

        // Results of a year are known by autumn.
        var year = provider.GetRequiredService<TimeProvider>().GetUtcNow().AddMonths(-8).Year;
        var demo = DemoRegion.Create(Schools, Seed, year);
        var accounts = provider.GetRequiredService<DemoAccounts>();
        var load = provider.GetRequiredService<DemoLoad>();
        var regional = await accounts.AddRegionalAsync(cancellationToken);
        var region = await load.LoadAsync(demo, regional.Id, cancellationToken);
        await load.RunListsAsync(demo, region, cancellationToken);
        await accounts.AddOthersAsync(region, regional, cancellationToken);
        await provider.GetRequiredService<DemoCurators>().AddAsync(region, cancellationToken);
        await provider.GetRequiredService<DemoEvents>().AddAsync(region, cancellationToken);
        await provider.GetRequiredService<DemoObjections>().LoadAsync(region, regional, cancellationToken);
        await provider.GetRequiredService<DemoProgrammes>().AddAsync(demo, region, cancellationToken);
        await provider.GetRequiredService<DemoMonitoring>().AddAsync(region, cancellationToken);
    }
}
