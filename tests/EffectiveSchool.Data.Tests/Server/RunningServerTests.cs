using EffectiveSchool.Data.Server;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EffectiveSchool.Data.Tests.Server;

/// <summary>What others meet while a portal runs its server: other portals, the command line, strangers.</summary>
public sealed class RunningServerTests(RunningServerTests.Portal portal) : IClassFixture<RunningServerTests.Portal>
{
    [Fact]
    public async Task A_second_start_on_the_same_folder_is_refused_with_a_sentence_and_harms_nobody()
    {
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(portal.Folder, NullLogger.Instance));

        Assert.Contains($"Папка данных «{portal.Folder}» уже занята", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("укажите", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Sql.ScalarAsync<int>(portal.Server.Connections.App, "select 1"));
    }

    [Fact]
    public async Task The_command_line_joins_a_running_server_and_leaves_it_running()
    {
        await using (var joined = await EmbeddedPostgres.JoinAsync(portal.Folder, NullLogger.Instance))
        {
            Assert.Equal(portal.Server.Connections, joined.Connections);
        }

        Assert.Equal(1, await Sql.ScalarAsync<int>(portal.Server.Connections.App, "select 1"));
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        var guess = new NpgsqlConnectionStringBuilder(portal.Server.Connections.App) { Password = "guess" }.ConnectionString;

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Sql.ScalarAsync<int>(guess, "select 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
        var rules = await Sql.ScalarAsync<string>(
            portal.Server.Connections.Owner, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules");
        Assert.Equal("scram-sha-256", rules);
    }

    [Fact]
    public async Task The_server_listens_on_this_machine_only()
    {
        Assert.Equal("127.0.0.1", await Sql.ScalarAsync<string>(portal.Server.Connections.App, "show listen_addresses"));
        Assert.Equal(string.Empty, await Sql.ScalarAsync<string>(portal.Server.Connections.Owner, "show unix_socket_directories"));
    }

    [Fact]
    public async Task The_file_with_the_passwords_is_closed_to_others_and_the_handle_does_not_print_them()
    {
        var password = new NpgsqlConnectionStringBuilder(portal.Server.Connections.App).Password!;

        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(Path.Combine(portal.Folder, "connection.json"));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        }

        Assert.DoesNotContain(password, portal.Server.Connections.ToString(), StringComparison.Ordinal);
    }

    public sealed class Portal : IAsyncLifetime
    {
        private readonly TestFolder folder = new();

        public EmbeddedPostgres Server { get; private set; } = null!;

        public string Folder => folder.Path;

        public async Task InitializeAsync() => Server = await EmbeddedPostgres.StartAsync(Folder, NullLogger.Instance);

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            await folder.DisposeAsync();
        }
    }
}
