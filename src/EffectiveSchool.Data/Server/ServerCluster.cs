using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EffectiveSchool.Data.Server;

/// <summary>The cluster of one data folder through initdb and pg_ctl.</summary>
internal sealed class ServerCluster(ServerFolder folder)
{
    // A free port may be taken before the server binds it, and the children of a killed server need a moment to go.
    private const int Attempts = 3;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(500);

    // Recovery after a crash of a large database takes minutes; pg_ctl gives up after one.
    private const string SecondsToWait = "300";

    // The details of a failed statement quote the row, which may hold personal data: terse leaves them out.
    private const string Settings =
        "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c password_encryption=scram-sha-256 "
        + "-c shared_buffers=128MB -c timezone=UTC -c log_timezone=UTC -c log_error_verbosity=terse";

    private const long LargestLog = 10 * 1024 * 1024;

    private const string LastingSettings = " -c max_connections=100";
    private const string ThrowAwaySettings = " -c max_connections=300 -c fsync=off -c full_page_writes=off -c synchronous_commit=off";

    public bool IsInitialised => Directory.Exists(folder.Cluster);

    /// <summary>A postmaster.pid left by a crash does not count: the process it names must live.</summary>
    public async Task<bool> IsRunningAsync(CancellationToken cancellation) =>
        File.Exists(ServerBinaries.Program(folder, "pg_ctl"))
        && (await ControlAsync(cancellation, "status")).ExitCode == 0;

    public async Task InitialiseAsync(string ownerPassword, bool throwAway, CancellationToken cancellation)
    {
        // initdb works beside the final place, so that a start cut short leaves no half-made cluster behind.
        if (Directory.Exists(folder.UnfinishedCluster))
        {
            Directory.Delete(folder.UnfinishedCluster, recursive: true);
        }

        Directory.CreateDirectory(folder.UnfinishedCluster);
        var passwordFile = folder.UnfinishedCluster + ".password";
        try
        {
            await WritePrivateAsync(passwordFile, ownerPassword, cancellation);
            await ServerAccount.HandOverAsync(passwordFile, cancellation);
            await ServerAccount.HandOverAsync(folder.UnfinishedCluster, cancellation);
            string[] haste = throwAway ? ["--no-sync"] : [];
            var result = await ServerAccount.RunAsync(
                folder.Root,
                cancellation,
                [
                    ServerBinaries.Program(folder, "initdb"),
                    "-D", folder.UnfinishedCluster,
                    "-U", ConnectionFile.OwnerRole,
                    "--pwfile=" + passwordFile,
                    "-A", "scram-sha-256",
                    "-E", "UTF8", "--locale-provider=icu", "--icu-locale=ru-RU",
                    OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C",
                    .. haste,
                ]);
            if (result.ExitCode != 0)
            {
                throw new EmbeddedPostgresException(
                    $"Не удалось создать базу данных в папке «{folder.Root}»: {result.Output}");
            }
        }
        finally
        {
            File.Delete(passwordFile);
        }

        Directory.Move(folder.UnfinishedCluster, folder.Cluster);
    }

    /// <summary>Refuses data of another major version, which this server could not open.</summary>
    public void RequireVersion(string major)
    {
        var found = File.ReadAllText(Path.Combine(folder.Cluster, "PG_VERSION")).Trim();
        if (!string.Equals(found, major, StringComparison.Ordinal))
        {
            throw new EmbeddedPostgresException(
                $"База данных в папке «{folder.Root}» создана PostgreSQL {found}, а с порталом идёт PostgreSQL {major}. "
                + "Сделайте резервную копию прежней версией портала и восстановите её в новую папку данных.");
        }
    }

    /// <summary>Starts the server at a free port and returns what connection.json now says.</summary>
    public async Task<ConnectionFile> StartAsync(ConnectionFile file, bool throwAway, CancellationToken cancellation)
    {
        await PrepareLogAsync(cancellation);
        for (var attempt = 1; ; attempt++)
        {
            file = file with { Port = FreePort() };
            file.Write(folder);
            var port = file.Port.ToString(CultureInfo.InvariantCulture);
            var result = await ControlAsync(
                cancellation,
                "start", "-w", "-s", "-t", SecondsToWait, "-l", folder.Log,
                "-o", $"-p {port} {Settings}{(throwAway ? ThrowAwaySettings : LastingSettings)}");
            if (result.ExitCode == 0)
            {
                return file;
            }

            if (attempt == Attempts)
            {
                throw new EmbeddedPostgresException(
                    $"Сервер базы данных в папке «{folder.Root}» не запустился: {result.Output} Причина записана в файле «{folder.Log}».");
            }

            await Task.Delay(BetweenAttempts, cancellation);
        }
    }

    public async Task StopAsync()
    {
        var result = await ControlAsync(CancellationToken.None, "stop", "-m", "fast", "-w", "-s", "-t", SecondsToWait);
        if (result.ExitCode != 0 && await IsRunningAsync(CancellationToken.None))
        {
            throw new EmbeddedPostgresException($"Сервер базы данных в папке «{folder.Root}» не остановился: {result.Output}");
        }
    }

    // pg_ctl puts the server into a session of its own: the terminal's Ctrl+C reaches the portal, which then stops it in order.
    private Task<ProgramResult> ControlAsync(CancellationToken cancellation, string verb, params string[] arguments) =>
        ServerAccount.RunAsync(
            folder.Root, cancellation, [ServerBinaries.Program(folder, "pg_ctl"), verb, "-D", folder.Cluster, .. arguments]);

    /// <summary>A log that has grown gives way to a new one; the last one before it is kept.</summary>
    private async Task PrepareLogAsync(CancellationToken cancellation)
    {
        if (File.Exists(folder.Log) && new FileInfo(folder.Log).Length > LargestLog)
        {
            File.Move(folder.Log, folder.OldLog, overwrite: true);
        }

        if (!File.Exists(folder.Log))
        {
            await WritePrivateAsync(folder.Log, string.Empty, cancellation);
            await ServerAccount.HandOverAsync(folder.Log, cancellation);
        }
    }

    private static async Task WritePrivateAsync(string path, string text, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(path, options);
        await writer.WriteAsync(text.AsMemory(), cancellation);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
