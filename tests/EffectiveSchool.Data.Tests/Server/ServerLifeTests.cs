using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using EffectiveSchool.Data.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace EffectiveSchool.Data.Tests.Server;

/// <summary>The life of the private server on a data folder of its own: start, stop, survive, refuse.</summary>
public sealed class ServerLifeTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => folder.DisposeAsync().AsTask();

    [Fact]
    public async Task A_stopped_server_leaves_no_process_and_a_restart_finds_the_data()
    {
        int server;
        await using (var first = await StartAsync())
        {
            server = ServerProcess();
            Assert.True(IsAlive(server));
            await Sql.ExecuteAsync(first.Connections.Owner, "create table kept (n int); insert into kept values (7)");
        }

        Assert.True(await IsGoneAsync(server));
        await using var second = await StartAsync();
        Assert.Equal(7, await Sql.ScalarAsync<int>(second.Connections.Owner, "select n from kept"));
        Assert.Equal("on", await Sql.ScalarAsync<string>(second.Connections.App, "show fsync"));
    }

    [Fact]
    public async Task A_log_that_has_grown_gives_way_to_a_new_one_at_the_next_start()
    {
        await (await StartAsync()).DisposeAsync();
        var log = Path.Combine(folder.Path, "pg.log");
        await File.AppendAllTextAsync(log, new string('x', 11 * 1024 * 1024));
        await using var second = await StartAsync();
        Assert.InRange(new FileInfo(log).Length, 1, 100_000);
        Assert.True(new FileInfo(Path.Combine(folder.Path, "pg.old.log")).Length > 11 * 1024 * 1024);
        Assert.Equal(1, await Sql.ScalarAsync<int>(second.Connections.Owner, "select 1"));
    }

    [Fact]
    public async Task Without_a_portal_the_command_line_runs_the_server_for_its_own_life()
    {
        int server;
        await using (var alone = await JoinAsync())
        {
            server = ServerProcess();
            Assert.Equal(1, await Sql.ScalarAsync<int>(alone.Connections.App, "select 1"));
        }

        Assert.True(await IsGoneAsync(server));
    }

    [Fact]
    public async Task The_command_line_waits_for_a_portal_that_is_just_starting()
    {
        var starting = StartAsync();

        await using var joined = await JoinAsync();

        await using var portal = await starting;
        Assert.Equal(portal.Connections, joined.Connections);
    }

    [Fact]
    public async Task A_server_that_outlived_its_killed_portal_is_adopted_and_later_stopped()
    {
        using var killed = await HeldServer.StartAsync(folder.Path);
        await Sql.ExecuteAsync(killed.Connections.Owner, "create table kept (n int); insert into kept values (7)");
        var server = ServerProcess();
        killed.Kill();
        Assert.True(IsAlive(server));

        await using (var adopted = await StartAsync())
        {
            Assert.Equal(server, ServerProcess());
            Assert.Equal(killed.Connections, adopted.Connections);
            Assert.Equal(7, await Sql.ScalarAsync<int>(adopted.Connections.Owner, "select n from kept"));
        }

        Assert.True(await IsGoneAsync(server));
    }

    [Fact]
    public async Task A_stale_process_file_of_a_crashed_server_does_not_stop_the_start()
    {
        using var killed = await HeldServer.StartAsync(folder.Path);
        await Sql.ExecuteAsync(killed.Connections.Owner, "create table kept (n int); insert into kept values (7)");
        await Sql.ExecuteAsync(killed.Connections.Owner, "checkpoint");
        var crashed = ServerProcess();
        killed.Kill();
        using (var server = Process.GetProcessById(crashed))
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        Assert.Equal(crashed, ServerProcess());
        await using var restarted = await StartAsync();
        Assert.NotEqual(crashed, ServerProcess());
        Assert.Equal(7, await Sql.ScalarAsync<int>(restarted.Connections.Owner, "select n from kept"));
    }

    [Fact]
    public async Task A_start_cut_short_leaves_nothing_that_stops_the_next_one()
    {
        var unfinished = Path.Combine(folder.Path, "pg.new");
        Directory.CreateDirectory(unfinished);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "PG_VERSION"), "18");
        await File.WriteAllTextAsync(unfinished + ".password", "half");
        Directory.CreateDirectory(Path.Combine(folder.Path, "bin", "bin"));

        await using var server = await StartAsync();

        Assert.Equal(1, await Sql.ScalarAsync<int>(server.Connections.App, "select 1"));
        Assert.False(Directory.Exists(unfinished));
        Assert.False(File.Exists(unfinished + ".password"));
    }

    [Fact]
    public async Task Data_without_their_passwords_are_refused_with_a_sentence()
    {
        await WriteClusterAsync("18\n");

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains("нет файла connection.json", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_another_version_are_refused_with_a_sentence()
    {
        await WriteClusterAsync("15\n");

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains("создана PostgreSQL 15", refusal.Message, StringComparison.Ordinal);
    }

    [RootFact]
    [SupportedOSPlatform("linux")]
    public async Task A_parent_that_the_servers_account_cannot_enter_is_named()
    {
        var closed = Path.Combine(folder.Path, "closed");
        Directory.CreateDirectory(folder.Path);
        Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(Path.Combine(closed, "data"), NullLogger.Instance));

        Assert.Contains($"не может войти в папку «{closed}»", refusal.Message, StringComparison.Ordinal);
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(folder.Path, NullLogger.Instance);

    private Task<EmbeddedPostgres> JoinAsync() => EmbeddedPostgres.JoinAsync(folder.Path, NullLogger.Instance);

    private Task WriteClusterAsync(string version)
    {
        var cluster = Directory.CreateDirectory(Path.Combine(folder.Path, "pg"));
        return File.WriteAllTextAsync(Path.Combine(cluster.FullName, "PG_VERSION"), version);
    }

    private int ServerProcess() =>
        int.Parse(File.ReadLines(Path.Combine(folder.Path, "pg", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>A zombie is dead: it only waits for the machine's first process to take note.</summary>
    /// <summary>pg_ctl waits for postmaster.pid to go; the process itself ends a moment later.</summary>
    private static async Task<bool> IsGoneAsync(int process)
    {
        for (var i = 0; i < 50 && IsAlive(process); i++)
        {
            await Task.Delay(100);
        }

        return !IsAlive(process);
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is ArgumentException or FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }
}
