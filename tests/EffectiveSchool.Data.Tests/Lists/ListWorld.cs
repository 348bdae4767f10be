using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Tests.Lists;

/// <summary>A database of one's own with two years of results, and short words for the life of a list in it.</summary>
internal sealed class ListWorld : IAsyncDisposable
{
    public const int Year = 2023;

    private ListWorld(DatabaseConnections database) => Database = database;

    public static Order Order { get; } = new("412-п", new DateOnly(2024, 2, 20));

    public DatabaseConnections Database { get; }

    public static async Task<ListWorld> CreateAsync()
    {
        var world = new ListWorld(await TestRegion.CloneAsync());
        await using var db = world.Open();
        await TestResults.PutTwoYearsAsync(db, Year);
        return world;
    }

    public PortalDb Open() => TestRegion.Open(Database, AccessScope.System);

    /// <summary>The region's coordinator, bound by row-level security.</summary>
    public async Task<PortalDb> OpenAsRegionAsync()
    {
        await using var db = Open();
        return TestRegion.Open(Database, AccessScope.Region((await RegionAsync(db)).Id));
    }

    public static ListRuns Runs(PortalDb db) => new(db, TimeProvider.System);

    public static Task<Region> RegionAsync(PortalDb db) => db.Regions.SingleAsync(r => r.Code == "90");

    public static Task<StoredMethodology> MethodologyAsync(PortalDb db, string code = "same") =>
        db.Methodologies.SingleAsync(m => m.Code == code && m.Version == 1 && db.Regions.First(r => r.Id == m.RegionId).Code == "90");

    /// <summary>A list taken as far as that state; its key.</summary>
    public async Task<int> ListAsync(ListState state)
    {
        await using var db = await OpenAsRegionAsync();
        var list = new SchoolList { RegionId = (await RegionAsync(db)).Id, ForYear = Year + 1, ResultsYear = Year };
        var runs = Runs(db);
        Assert.Null(await runs.RunAsync(list, await MethodologyAsync(db), default));
        if (state != ListState.Draft)
        {
            Assert.Null(await runs.PublishAsync(list, null, default));
        }

        if (state is ListState.Approved or ListState.Archived)
        {
            await EndObjectionsAsync(db, list);
            Assert.Null(await runs.ApproveAsync(list, Order, default));
        }

        return list.Id;
    }

    /// <summary>Ends the days of objections, so that the list may be approved.</summary>
    public async Task EndObjectionsAsync(int listId)
    {
        await using var db = await OpenAsRegionAsync();
        await EndObjectionsAsync(db, await db.Lists.SingleAsync(l => l.Id == listId));
    }

    private static async Task EndObjectionsAsync(PortalDb db, SchoolList list) =>
        Assert.Null(await Runs(db).EndObjectionsAsync(list, "Все школы согласны.", default));

    public ValueTask DisposeAsync() => new(TestCluster.DropAsync(Database));
}
