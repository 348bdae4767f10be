using EffectiveSchool.Data;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EffectiveSchool.Web.Tests;

/// <summary>The portal over real HTTP on a database of its own (<see cref="TestRegion"/>): one a test class, as a class fixture.</summary>
public sealed class Portal : WebApplicationFactory<Program>, IAsyncLifetime
{
    public DatabaseConnections Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await TestRegion.CloneAsync();

    /// <summary>The database as the system sees it, for arranging and checking.</summary>
    public PortalDb Open() => TestRegion.Open(Database, AccessScope.System);

    /// <summary>A browser without scripts; signed in where an address is named.</summary>
    public async Task<Visitor> VisitAsync(string? email = null)
    {
        var visitor = new Visitor(CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = true }));
        if (email is not null)
        {
            await visitor.SignInAsync(email, TestRegion.Password);
        }

        return visitor;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await TestCluster.DropAsync(Database);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Testing")
        .UseSetting("Jobs:Run", "false")
        .UseSetting("ConnectionStrings:Portal", Database.App)
        .UseSetting("ConnectionStrings:PortalOwner", Database.Owner);
}
