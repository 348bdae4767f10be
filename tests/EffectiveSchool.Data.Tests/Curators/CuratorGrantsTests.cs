using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Data.Tests.Curators;

/// <summary>What a curator may see follows the orders, day by day.</summary>
public sealed class CuratorGrantsTests : IAsyncLifetime
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);
    private DatabaseConnections _database = null!;

    public async Task InitializeAsync() => _database = await TestRegion.CloneAsync();

    public Task DisposeAsync() => TestCluster.DropAsync(_database);

    [Fact]
    public async Task Grants_follow_the_assignments_that_run_and_the_session_ends_only_where_something_changed()
    {
        await using var db = TestRegion.Open(_database, AccessScope.System);
        var curator = await db.Users.SingleAsync(u => u.Email == TestRegion.Curator);
        var stamp = curator.SecurityStamp;
        var schools = await db.Schools.Where(s => s.RegionId == curator.RegionId).OrderBy(s => s.Id).ToListAsync();
        var ended = Assigned(schools[0].Id, Today.AddDays(-40));
        ended.End(Today.AddDays(-10), "новый приказ");
        db.CuratorAssignments.AddRange(ended, Assigned(schools[2].Id, Today.AddDays(-3)), Assigned(schools[3].Id, Today.AddDays(5)));
        var grants = new CuratorGrants(db, TimeProvider.System);

        // The second school has no order at all: it stays until somebody writes one down.
        Assert.Equal([curator.Id], await grants.RenewAllAsync(CancellationToken.None));
        Assert.Equal([schools[1].Id, schools[2].Id], curator.Schools.Select(s => s.SchoolId).Order());
        Assert.NotEqual(stamp, curator.SecurityStamp);
        Assert.Contains(await db.Audit.Where(a => a.Subject == "UserSchool").ToListAsync(), a => a.Reason == "срок закрепления по приказу");

        stamp = curator.SecurityStamp;
        Assert.Empty(await grants.RenewAllAsync(CancellationToken.None));
        Assert.Equal(stamp, curator.SecurityStamp);
        Assert.Equal([curator.Id], await grants.RenewAsync([curator.Id], Today.AddDays(5), CancellationToken.None));
        Assert.Contains(curator.Schools, s => s.SchoolId == schools[3].Id);

        CuratorAssignment Assigned(int school, DateOnly from) =>
            CuratorAssignment.By(new CuratorOrder("57-п", from), new CuratorPerson(curator.Id, curator.DisplayName), curator.RegionId!.Value, school, from);
    }
}
