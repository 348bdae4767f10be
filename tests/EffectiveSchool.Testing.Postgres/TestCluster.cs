using System.Collections.Concurrent;
using Npgsql;

namespace EffectiveSchool.Testing;

/// <summary>
/// One throw-away PostgreSQL per test process, started by the first test that asks for a database and gone with the process.
/// A template is prepared once (migrations, seed rows); every test class clones it and works alone.
/// </summary>
public static class TestCluster
{
    private static readonly Lazy<Task<HeldServer>> Server = new(() => HeldServer.StartAsync(TestFolder.NewPath()));
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);
    private static int databases;

    /// <summary>
    /// Prepares a template once per process and name, however many ask at the same time; the others wait.
    /// Returns what <see cref="CloneAsync"/> wants.
    /// </summary>
    public static Task<string> CreateTemplateAsync(string name, Func<DatabaseConnections, Task> prepare) =>
        Templates.GetOrAdd(name, _ => new Lazy<Task<string>>(() => PrepareAsync(prepare))).Value;

    /// <summary>A database of one's own with everything the template holds.</summary>
    public static Task<DatabaseConnections> CloneAsync(string template) => CreateAsync("clone", template);

    /// <summary>An empty database of one's own.</summary>
    public static Task<DatabaseConnections> CreateEmptyAsync() => CreateAsync("empty", "template0");

    /// <summary>Removes a clone and whatever is still connected to it.</summary>
    public static async Task DropAsync(DatabaseConnections database)
    {
        ClearPools(database);
        await ExecuteAsync($"drop database {NameOf(database)} with (force)");
    }

    private static async Task<string> PrepareAsync(Func<DatabaseConnections, Task> prepare)
    {
        var database = await CreateAsync("template", "template0");
        await prepare(database);

        // A database that someone is connected to cannot be cloned: close it for good.
        ClearPools(database);
        var name = NameOf(database);
        await ExecuteAsync($"alter database {name} with allow_connections false");
        await ExecuteAsync($"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{name}'");
        return name;
    }

    private static async Task<DatabaseConnections> CreateAsync(string kind, string template)
    {
        var name = FormattableString.Invariant($"{kind}_{Interlocked.Increment(ref databases)}");
        await using var connection = await ConnectAsync();
        await ServerDatabases.CreateAsync(connection, name, template, CancellationToken.None);
        await ServerDatabases.RestrictAsync(connection, name, CancellationToken.None);
        var portal = (await Server.Value).Connections;
        return new DatabaseConnections(Switch(portal.Owner, name), Switch(portal.App, name));
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await ServerDatabases.ExecuteAsync(connection, sql, CancellationToken.None);
    }

    private static async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(Switch((await Server.Value).Connections.Owner, "postgres"));
        await connection.OpenAsync();
        return connection;
    }

    private static void ClearPools(DatabaseConnections database)
    {
        foreach (var connectionString in new[] { database.Owner, database.App })
        {
            using var connection = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    private static string NameOf(DatabaseConnections database) => new NpgsqlConnectionStringBuilder(database.Owner).Database!;

    private static string Switch(string connectionString, string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;
}
