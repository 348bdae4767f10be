using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EffectiveSchool.Data.Tests.Scope;

/// <summary>A database with rows in every table, and every kind of scope that looks at it.</summary>
public sealed class ScopeWorld : IAsyncLifetime
{
    public DatabaseConnections Database { get; private set; } = null!;

    /// <summary>Every scope by a name that a failed test shows, with the person who has it.</summary>
    public IReadOnlyDictionary<string, (AccessScope Scope, Guid? UserId)> Scopes { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestRegion.CloneAsync();
        await TestRecords.AddAsync(Database);
        await using var db = TestRegion.Open(Database, AccessScope.System);
        db.DataProtectionKeys.Add(new() { Name = "test", Xml = "<key/>" });
        await db.SaveChangesAsync();
        var scopes = (await db.Users.ToListAsync()).ToDictionary(u => u.Email!, u => (u.Scope, (Guid?)u.Id), StringComparer.Ordinal);
        var north = await db.Municipalities.SingleAsync(m => m.Name == TestRegion.North);
        scopes["system"] = (AccessScope.System, null);
        scopes["nobody"] = (AccessScope.None, null);
        scopes["a region without a person"] = (AccessScope.Region(north.RegionId), null);
        scopes["a municipality without a person"] = (AccessScope.Municipality(north.RegionId, north.Id), null);
        scopes["a municipality of another region"] = (AccessScope.Municipality(north.RegionId + 1, north.Id), null);
        scopes["schools of another region"] = (AccessScope.Schools(north.RegionId + 1, [.. await db.Schools.Select(s => s.Id).ToListAsync()]), null);
        Scopes = scopes;
    }

    public Task DisposeAsync() => TestCluster.DropAsync(Database);

    /// <summary>Through the pages' own road: filters before row-level security.</summary>
    public PortalDb Open(string scope) => TestRegion.Open(Database, Scopes[scope].Scope, Scopes[scope].UserId);

    /// <summary>As the owner, whom row-level security does not bind: filters alone.</summary>
    public PortalDb OpenAsOwner(string scope) =>
        TestRegion.Open(new DatabaseConnections(Database.Owner, Database.Owner), Scopes[scope].Scope, Scopes[scope].UserId);

    /// <summary>Keys of all rows of a table that the context sees, sorted.</summary>
    public static Task<List<string>> KeysAsync(PortalDb db, IEntityType type, bool filtered)
    {
        var read = typeof(ScopeWorld).GetMethod(nameof(ReadKeysAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        return (Task<List<string>>)read.MakeGenericMethod(type.ClrType).Invoke(null, [db, type, filtered])!;
    }

    private static async Task<List<string>> ReadKeysAsync<T>(PortalDb db, IEntityType type, bool filtered)
        where T : class
    {
        var rows = db.Set<T>().IgnoreAutoIncludes();
        var key = type.FindPrimaryKey()!.Properties;
        var seen = await (filtered ? rows : rows.IgnoreQueryFilters([ScopeFilters.Name])).ToListAsync();
        return [.. seen.Select(row => string.Join('/', key.Select(p => db.Entry(row).Property(p.Name).CurrentValue))).Order(StringComparer.Ordinal)];
    }
}
