using EffectiveSchool.Demo;

namespace EffectiveSchool.Benchmarks.Harness;

/// <summary>What several measures stand on: regions in databases of their own, made by the first that asks for them.</summary>
internal sealed class World(Sizes sizes) : IAsyncDisposable
{
    public const int Year = 2025;
    private const int Seed = 2026;

    private readonly Dictionary<int, Task<PortalServer>> _regions = [];
    private readonly Dictionary<int, Task<BenchPortal>> _portals = [];

    public Sizes Sizes { get; } = sizes;

    /// <summary>How long making the region and loading it took, by the number of its schools.</summary>
    public Dictionary<int, (TimeSpan Invented, TimeSpan Loaded)> LoadTimes { get; } = [];

    public static DemoRegion Invent(int schools) => DemoRegion.Create(schools, Seed, Year);

    /// <summary>A region of so many schools with two lists.</summary>
    public Task<PortalServer> RegionAsync(int schools)
    {
        if (!_regions.TryGetValue(schools, out var region))
        {
            _regions[schools] = region = LoadAsync(schools);
        }

        return region;
    }

    /// <summary>The portal on that region, with a regional coordinator signed in.</summary>
    public Task<BenchPortal> PortalAsync(int schools)
    {
        if (!_portals.TryGetValue(schools, out var portal))
        {
            _portals[schools] = portal = StartAsync(schools);
        }

        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        // What did not come up has failed the measures that asked for it.
        foreach (var portal in _portals.Values.Where(p => p.IsCompletedSuccessfully))
        {
            await (await portal).DisposeAsync();
        }

        foreach (var region in _regions.Values.Where(r => r.IsCompletedSuccessfully))
        {
            await (await region).DisposeAsync();
        }
    }

    private async Task<BenchPortal> StartAsync(int schools) => await BenchPortal.StartAsync(await RegionAsync(schools));

    private async Task<PortalServer> LoadAsync(int schools)
    {
        var server = await PortalServer.StartAsync();
        DemoRegion demo = null!;
        var invented = Clock.Time(() => demo = Invent(schools));
        LoadTimes[schools] = (invented, await Clock.TimeAsync(() => server.LoadAsync(demo)));
        return server;
    }
}
