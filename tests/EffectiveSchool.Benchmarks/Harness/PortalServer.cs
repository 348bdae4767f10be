using EffectiveSchool.Data;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Demo;
using EffectiveSchool.Testing;
using EffectiveSchool.Web.Imports;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EffectiveSchool.Benchmarks.Harness;

/// <summary>
/// The embedded PostgreSQL as a portal starts it (it waits for the disk, unlike the server of the tests), with a prepared
/// database and the services of Data; its folder goes with it.
/// </summary>
internal sealed class PortalServer : IAsyncDisposable
{
    public const string Email = "region@bench.local";
    public const string Password = "Bench-2026!";

    private readonly EmbeddedPostgres _server;
    private readonly ServiceProvider _services;

    private PortalServer(EmbeddedPostgres server)
    {
        _server = server;
        _services = new ServiceCollection()
            .AddLogging().AddSingleton(TimeProvider.System).AddPortalData(server.Connections.App)
            .AddScoped<DemoLoad>().AddSingleton<BatchReader>().BuildServiceProvider();
        Owner = NpgsqlDataSource.Create(server.Connections.Owner);
    }

    public DatabaseConnections Connections => _server.Connections;

    /// <summary>The owner of the tables: bound by no policy, as the limits are.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>The region of <see cref="LoadAsync"/>.</summary>
    public int RegionId { get; private set; }

    public static async Task<PortalServer> StartAsync()
    {
        var server = await EmbeddedPostgres.StartAsync(TestFolder.NewPath(), NullLogger.Instance);
        await DatabaseSetup.PrepareAsync(server.Connections.Owner, server.Connections.App);
        return new PortalServer(server);
    }

    /// <summary>Services that see what a scope sees.</summary>
    public AsyncServiceScope As(AccessScope scope, Guid? userId = null) => _services.CreateScopeAs(scope, userId);

    public T Single<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A demo region with its two lists and a regional coordinator.</summary>
    public async Task LoadAsync(DemoRegion demo, bool withLists = true)
    {
        await using var scope = As(AccessScope.System);
        var load = scope.ServiceProvider.GetRequiredService<DemoLoad>();
        var region = await load.LoadAsync(demo, Guid.Empty, CancellationToken.None);
        RegionId = region.Id;
        if (withLists)
        {
            await load.RunListsAsync(demo, region, CancellationToken.None);
        }

        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Users.Add(new PortalUser
        {
            DisplayName = PortalRole.RegionalCoordinator.RussianName(),
            Role = PortalRole.RegionalCoordinator,
            RegionId = region.Id,
            UserName = Email,
            NormalizedUserName = Email.ToUpperInvariant(),
            Email = Email,
            NormalizedEmail = Email.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            PasswordHash = new PasswordHasher<PortalUser>().HashPassword(null!, Password),
        });
        await db.SaveChangesAsync();
        await ExecuteAsync("analyze");
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await _services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        var folder = _server.DataFolder;
        await _server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
