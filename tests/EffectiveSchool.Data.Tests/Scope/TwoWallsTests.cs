using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Tests.Server;

namespace EffectiveSchool.Data.Tests.Scope;

/// <summary>EF's filters and PostgreSQL's row-level security each give the right answer alone.</summary>
public sealed class TwoWallsTests(ScopeWorld world) : IClassFixture<ScopeWorld>
{
    [Fact]
    public async Task Both_walls_give_the_same_rows_of_every_table_to_every_scope()
    {
        var differences = new List<string>();
        foreach (var scope in world.Scopes.Keys)
        {
            await using var db = world.Open(scope);
            foreach (var type in db.Model.GetEntityTypes())
            {
                await using var page = world.Open(scope);
                await using var owner = world.OpenAsOwner(scope);
                var both = await ScopeWorld.KeysAsync(page, type, filtered: true);
                var securityAlone = await ScopeWorld.KeysAsync(page, type, filtered: false);
                var filtersAlone = await ScopeWorld.KeysAsync(owner, type, filtered: true);
                if (!both.SequenceEqual(securityAlone, StringComparer.Ordinal) || !both.SequenceEqual(filtersAlone, StringComparer.Ordinal))
                {
                    differences.Add($"{scope} × {type.GetTableName()}: both {both.Count}, security alone {securityAlone.Count}, filters alone {filtersAlone.Count}");
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task Every_table_has_rows_that_the_system_sees_and_a_stranger_does_not()
    {
        await using var system = world.Open("system");
        await using var nobody = world.Open("nobody");
        foreach (var type in system.Model.GetEntityTypes().Where(t => t.GetTableName() != "procedures"))
        {
            Assert.True((await ScopeWorld.KeysAsync(system, type, filtered: false)).Count > 0, $"{type.GetTableName()} has no rows: add some to TestRecords");
            Assert.Empty(await ScopeWorld.KeysAsync(nobody, type, filtered: false));
        }
    }

    [Theory]
    [InlineData(TestRegion.Administrator, 6, 48, 10, 10, 4, 9)]
    [InlineData(TestRegion.Regional, 5, 40, 7, 7, 3, 7)]
    [InlineData(TestRegion.Municipal, 3, 24, 2, 5, 1, 1)]
    [InlineData(TestRegion.Curator, 2, 16, 0, 5, 1, 1)]
    [InlineData(TestRegion.Principal, 1, 8, 0, 5, 1, 1)]
    [InlineData(TestRegion.Observer, 5, 40, 7, 7, 1, 1)]
    [InlineData(TestRegion.ForeignRegional, 1, 8, 3, 3, 1, 1)]
    public async Task A_role_sees_exactly_its_own(string scope, int schools, int results, int batches, int files, int lists, int users)
    {
        await using var db = world.Open(scope);
        Assert.Equal(
            (schools, results, batches, files, lists, users),
            (await db.Schools.CountAsync(), await db.Results.CountAsync(), await db.Batches.CountAsync(), await db.Files.CountAsync(), await db.Lists.CountAsync(), await db.Users.CountAsync()));
        Assert.Equal(schools, await db.SchoolCodes.CountAsync());
        Assert.Equal(batches, await db.FileContents.CountAsync());
    }

    [Theory]
    [InlineData(TestRegion.Regional, 2)]
    [InlineData(TestRegion.Municipal, 1)]
    [InlineData(TestRegion.Curator, 1)]
    [InlineData(TestRegion.Principal, 1)]
    public async Task The_sources_of_a_list_are_those_files_that_the_reader_sees(string scope, int files)
    {
        await using var db = world.Open(scope);
        var list = await db.Lists.Where(l => l.State == Domain.Identification.ListState.Preliminary).Select(l => l.Id).SingleAsync();
        var sources = await db.ListSources.Where(s => s.ListId == list).Select(s => s.FileId).ToListAsync();
        Assert.Equal(files, sources.Count);
        Assert.Equal(files, await db.Files.CountAsync(f => sources.Contains(f.Id)));
    }

    [Fact]
    public async Task The_origins_of_files_are_told_of_visible_files_alone()
    {
        int[] all;
        await using (var system = world.Open("system"))
        {
            all = await system.Files.Select(f => f.Id).ToArrayAsync();
        }

        foreach (var scope in world.Scopes.Keys)
        {
            await using var db = world.Open(scope);
            var visible = await db.Files.OrderBy(f => f.Id).Select(f => f.Id).ToListAsync();
            var told = await db.Database.SqlQuery<int>($"select file_id as \"Value\" from file_origins({all}) order by 1").ToListAsync();
            Assert.True(visible.SequenceEqual(told), scope);
        }
    }

    [Fact]
    public async Task A_scope_of_no_schools_is_no_scope()
    {
        Assert.Equal(AccessScope.None, AccessScope.Schools(1, []));
        await using var db = world.Open("nobody");
        Assert.Equal(0, await db.Schools.CountAsync());
    }

    [Fact]
    public async Task Nobody_but_the_portal_itself_reads_the_keys_of_the_cookies()
    {
        await using var db = world.Open(TestRegion.Administrator);
        Assert.Equal(0, await db.DataProtectionKeys.IgnoreQueryFilters().CountAsync());
    }

    [Fact]
    public async Task Every_table_but_the_procedures_has_row_security()
    {
        Assert.Equal("__EFMigrationsHistory,procedures", await Sql.ScalarAsync<string>(
            world.Database.Owner,
            "select string_agg(relname, ',' order by relname collate \"C\") from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity"));
    }

    [Fact]
    public async Task The_app_is_no_superuser_bypasses_nothing_and_owns_no_table()
    {
        Assert.False(await Sql.ScalarAsync<bool>(
            world.Database.App, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"));
        Assert.Equal(0, await Sql.ScalarAsync<long>(
            world.Database.App, "select count(*) from pg_class where pg_get_userbyid(relowner) = current_user"));
    }

    [Fact]
    public async Task The_migrations_hold_the_whole_model()
    {
        await using var db = world.Open("system");
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
