using EffectiveSchool.Benchmarks.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace EffectiveSchool.Benchmarks.Limits;

/// <summary>A row of the twin: its cells as they are shown.</summary>
public sealed class Fortune
{
    public int Id { get; set; }

    public int Kind { get; set; }

    public required string[] Cells { get; set; }
}

public sealed class FortunesDb(DbContextOptions<FortunesDb> options) : DbContext(options)
{
    public DbSet<Fortune> Fortunes => Set<Fortune>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Fortune>(fortune =>
    {
        fortune.ToTable("fortunes");
        fortune.Property(f => f.Id).HasColumnName("id");
        fortune.Property(f => f.Kind).HasColumnName("kind");
        fortune.Property(f => f.Cells).HasColumnName("cells");
    });
}

/// <summary>
/// The Fortunes-like twin of our pages: the same kind of host, a Razor page that reads as many rows by EF in one query and
/// shows as many cells; nobody signs in, nothing is filtered, counted or explained.
/// </summary>
internal sealed class Fortunes(WebApplication app, HttpClient http) : IAsyncDisposable
{
    public HttpClient Http { get; } = http;

    /// <summary>The twin on the same database, with rows of the kinds given: «/fortunes?kind=0».</summary>
    public static async Task<Fortunes> StartAsync(PortalServer server, params (int Rows, int Cells)[] kinds)
    {
        await server.ExecuteAsync("create table if not exists fortunes (id int generated always as identity primary key, kind int, cells text[]); truncate fortunes");
        foreach (var ((rows, cells), kind) in kinds.Select((k, i) => (k, i)))
        {
            await server.ExecuteAsync($"insert into fortunes (kind, cells) select {kind}, array(select 'МБОУ СОШ № ' || r * c from generate_series(1, {cells}) c) from generate_series(1, {rows}) r");
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Fortunes).Assembly.GetName().Name, EnvironmentName = "Production", Args = ["--urls", "http://127.0.0.1:0"],
        });
        builder.Logging.ClearProviders();
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddDbContextPool<FortunesDb>(o => o.UseNpgsql(server.Owner).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(KeepOwnPages);
        var app = builder.Build();
        app.MapRazorPages();
        await app.StartAsync();
        return new Fortunes(app, Load.Client(new Uri(app.Urls.Single())));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>The portal's pages stand in a referenced assembly, which the framework would serve too.</summary>
    private static void KeepOwnPages(ApplicationPartManager parts)
    {
        foreach (var foreign in parts.ApplicationParts.Where(p => p.Name != typeof(Fortunes).Assembly.GetName().Name).ToList())
        {
            parts.ApplicationParts.Remove(foreign);
        }
    }
}
