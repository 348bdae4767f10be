using EffectiveSchool.Data.Server;
using Npgsql;

namespace EffectiveSchool.Data.Tests.Server;

/// <summary>What the two roles may do, how the database reads Russian, and what a clone of a template is.</summary>
public sealed class ServerRolesTests : IAsyncLifetime
{
    private DatabaseConnections database = null!;

    public async Task InitializeAsync()
    {
        var template = await TestCluster.CreateTemplateAsync(
            "roles", d => Sql.ExecuteAsync(d.Owner, "create table schools (name text); insert into schools values ('ШКОЛА № 1')"));
        database = await TestCluster.CloneAsync(template);
    }

    public Task DisposeAsync() => TestCluster.DropAsync(database);

    [Fact]
    public async Task The_app_can_neither_bypass_row_security_nor_create_databases_and_roles()
    {
        Assert.Equal("effective_school_app", await Sql.ScalarAsync<string>(database.App, "select current_user::text"));
        var powers = await Sql.ScalarAsync<bool>(
            database.App,
            "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication from pg_roles where rolname = current_user");
        Assert.False(powers);
    }

    [Fact]
    public async Task The_app_owns_nothing_and_belongs_to_nobody()
    {
        const string app = "(select oid from pg_roles where rolname = current_user)";
        Assert.Equal(0, await Sql.ScalarAsync<long>(
            database.App, $"select count(*) from pg_shdepend where refobjid = {app} and deptype = 'o'"));
        Assert.Equal(0, await Sql.ScalarAsync<long>(
            database.App, $"select count(*) from pg_auth_members where member = {app}"));
    }

    [Theory]
    [InlineData("create table t (n int)")]
    [InlineData("create schema s")]
    [InlineData("select * from schools")]
    public async Task The_app_may_do_nothing_that_was_not_granted(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Sql.ExecuteAsync(database.App, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public Task The_app_may_make_a_temporary_table_for_bulk_copy() =>
        Sql.ExecuteAsync(database.App, "create temporary table staging (n int)");

    [Theory]
    [InlineData("select upper('ёлка') = 'ЁЛКА'")]
    [InlineData("select 'МБОУ ШКОЛА № 1' ilike '%школа%'")]
    [InlineData("select (select string_agg(n, ' ' order by n) from unnest(array['Жуково', 'ельники', 'Ёлкино', 'Алтай']) n) = 'Алтай Ёлкино ельники Жуково'")]
    [InlineData("select timestamptz '2021-04-05 00:00+00' at time zone 'Asia/Barnaul' = timestamp '2021-04-05 07:00'")]
    public async Task The_database_reads_Russian(string truth) => Assert.True(await Sql.ScalarAsync<bool>(database.App, truth));

    [Fact]
    public async Task Names_can_be_searched_by_trigrams()
    {
        await Sql.ExecuteAsync(
            database.Owner, "create extension pg_trgm; create index on schools using gin (name gin_trgm_ops)");
        Assert.True(await Sql.ScalarAsync<float>(database.App, "select similarity('Алтайская', 'Алтайский')") > 0.5);
    }

    [Fact]
    public async Task Clones_of_one_template_start_alike_and_live_apart()
    {
        var template = await TestCluster.CreateTemplateAsync("roles", _ => throw new InvalidOperationException("prepared twice"));
        var clones = await Task.WhenAll(TestCluster.CloneAsync(template), TestCluster.CloneAsync(template));
        await Sql.ExecuteAsync(clones[0].Owner, "delete from schools");

        Assert.Equal(0, await Sql.ScalarAsync<long>(clones[0].Owner, "select count(*) from schools"));
        Assert.Equal(1, await Sql.ScalarAsync<long>(clones[1].Owner, "select count(*) from schools"));
        await Task.WhenAll(clones.Select(TestCluster.DropAsync));
        await Assert.ThrowsAsync<PostgresException>(() => Sql.ScalarAsync<int>(clones[1].App, "select 1"));
    }

    [Fact]
    public async Task A_database_is_closed_to_other_roles()
    {
        var empty = await TestCluster.CreateEmptyAsync();
        await Sql.ExecuteAsync(empty.Owner, "create role stranger login password 'stranger'");
        var stranger = new NpgsqlConnectionStringBuilder(empty.App)
        {
            Username = "stranger",
            Password = "stranger",
            Pooling = false,
        }.ConnectionString;

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Sql.ScalarAsync<int>(stranger, "select 1"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        await TestCluster.DropAsync(empty);
    }
}
