using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;

namespace EffectiveSchool.Data.Tests.Roadmaps;

/// <summary>Works that a plan should have and has not, as in data made before there were works.</summary>
public sealed class WorkFanOutTests : IAsyncLifetime
{
    private DatabaseConnections _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestRegion.CloneAsync();
        await TestRecords.AddAsync(_database);
    }

    public Task DisposeAsync() => TestCluster.DropAsync(_database);

    [Fact]
    public async Task Missing_works_are_made_once_and_those_that_are_there_stay()
    {
        await using var db = TestRegion.Open(_database, AccessScope.System);
        var fanOut = new WorkFanOut(db, TimeProvider.System);
        Assert.Equal(0, await fanOut.RenewMissingAsync(CancellationToken.None));
        var all = await db.Works.CountAsync();
        var programme = await db.Works.Where(w => w.SchoolId != null).Select(w => w.ProgrammeId).FirstAsync();
        await db.Works.Where(w => w.ProgrammeId == programme).ExecuteDeleteAsync();
        Assert.NotEqual(all, await db.Works.CountAsync());

        Assert.Equal(all - await db.Works.CountAsync(), await fanOut.RenewMissingAsync(CancellationToken.None));
        Assert.Equal(all, await db.Works.CountAsync());
        Assert.Equal(0, await fanOut.RenewMissingAsync(CancellationToken.None));
        Assert.Single(await db.Audit.Where(a => a.Action.StartsWith("развёрнуто") && a.SubjectId == $"{programme}").OrderByDescending(a => a.At).Take(1).ToListAsync());
    }
}
