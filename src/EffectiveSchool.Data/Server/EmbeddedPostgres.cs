using Microsoft.Extensions.Logging;
using Npgsql;

namespace EffectiveSchool.Data.Server;

/// <summary>
/// The private PostgreSQL of a data folder, for a machine without a server of its own. Whoever holds the folder's
/// lock runs the server and stops it on dispose; a handle that only joined leaves it running.
/// After a crash of the portal the server lives on: the next start adopts it.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(100);

    private readonly ServerCluster cluster;
    private readonly ILogger logger;
    private FileStream? heldLock;

    private EmbeddedPostgres(ServerFolder folder, ServerCluster cluster, ConnectionFile file, FileStream? heldLock, ILogger logger)
    {
        this.cluster = cluster;
        this.heldLock = heldLock;
        this.logger = logger;
        DataFolder = folder.Root;
        Connections = file.ConnectionsTo(ConnectionFile.Database);
    }

    /// <summary>The full path of the data folder.</summary>
    public string DataFolder { get; }

    /// <summary>The ways into the portal's database as its owner and as the app.</summary>
    public DatabaseConnections Connections { get; }

    /// <summary>Starts the server of the folder, or adopts the one that outlived a killed portal.</summary>
    /// <exception cref="EmbeddedPostgresException">The folder is in use or cannot be used; the message says what to do.</exception>
    public static Task<EmbeddedPostgres> StartAsync(string dataFolder, ILogger logger, CancellationToken cancellation = default) =>
        StartAsync(dataFolder, throwAway: false, logger, cancellation);

    /// <summary>A server for tests: quick because a power cut may destroy it.</summary>
    internal static Task<EmbeddedPostgres> StartThrowAwayAsync(string dataFolder, ILogger logger, CancellationToken cancellation = default) =>
        StartAsync(dataFolder, throwAway: true, logger, cancellation);

    /// <summary>For the command line: joins the server that a portal runs on the folder, or runs it for the life of this handle.</summary>
    /// <exception cref="EmbeddedPostgresException">The folder cannot be used, or the running server does not answer.</exception>
    public static async Task<EmbeddedPostgres> JoinAsync(string dataFolder, ILogger logger, CancellationToken cancellation = default)
    {
        var folder = ServerFolder.Open(dataFolder);
        if (folder.TryLock() is { } free)
        {
            return await RunAsync(folder, free, throwAway: false, logger, cancellation);
        }

        // The portal may be starting at this moment: wait for its database rather than for the server.
        var file = await WaitForAnswerAsync(folder, f => f.ConnectionsTo(ConnectionFile.Database).App, cancellation);
        logger.LogInformation("Joined the running PostgreSQL of {DataFolder} at port {Port}", folder.Root, file.Port);
        return new EmbeddedPostgres(folder, new ServerCluster(folder), file, heldLock: null, logger);
    }

    /// <summary>Stops the server if this handle runs it; joined servers stay.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref heldLock, null) is not { } held)
        {
            return;
        }

        await using (held)
        {
            await cluster.StopAsync();
            logger.LogInformation("Stopped the PostgreSQL of {DataFolder}", DataFolder);
        }
    }

    private static async Task<EmbeddedPostgres> StartAsync(string dataFolder, bool throwAway, ILogger logger, CancellationToken cancellation)
    {
        var folder = ServerFolder.Open(dataFolder);
        var held = folder.TryLock() ?? throw new EmbeddedPostgresException(
            $"Папка данных «{folder.Root}» уже занята: на ней работает другой портал или команда. "
            + "Остановите их или укажите для этого запуска другую папку данных (--data ПАПКА).");
        return await RunAsync(folder, held, throwAway, logger, cancellation);
    }

    private static async Task<EmbeddedPostgres> RunAsync(
        ServerFolder folder, FileStream held, bool throwAway, ILogger logger, CancellationToken cancellation)
    {
        var server = new ServerCluster(folder);
        var started = false;
        try
        {
            await ServerAccount.RequireWayToAsync(folder.Root, cancellation);
            ConnectionFile file;
            if (await server.IsRunningAsync(cancellation))
            {
                file = await WaitForAnswerAsync(folder, f => f.ToMaintenance(), cancellation);
                logger.LogWarning("Adopted the PostgreSQL that outlived its portal on {DataFolder}, port {Port}", folder.Root, file.Port);
            }
            else
            {
                file = await PrepareAsync(folder, server, throwAway, cancellation);
                started = true;
                file = await server.StartAsync(file, throwAway, cancellation);
                logger.LogInformation("Started PostgreSQL on {DataFolder}, port {Port}", folder.Root, file.Port);
            }

            await ServerDatabases.EnsureAsync(file, cancellation);
            return new EmbeddedPostgres(folder, server, file, held, logger);
        }
        catch
        {
            await using (held)
            {
                if (started)
                {
                    await server.StopAsync();
                }
            }

            throw;
        }
    }

    private static async Task<ConnectionFile> PrepareAsync(
        ServerFolder folder, ServerCluster server, bool throwAway, CancellationToken cancellation)
    {
        var major = ServerBinaries.Install(folder);
        if (server.IsInitialised)
        {
            server.RequireVersion(major);
            return ConnectionFile.Read(folder);
        }

        // The passwords reach the disk before the cluster that is made with them.
        var file = ConnectionFile.Create();
        file.Write(folder);
        await server.InitialiseAsync(file.OwnerPassword, throwAway, cancellation);
        return file;
    }

    private static async Task<ConnectionFile> WaitForAnswerAsync(
        ServerFolder folder, Func<ConnectionFile, string> connectionString, CancellationToken cancellation)
    {
        var deadline = DateTime.UtcNow + AnswerWithin;
        while (true)
        {
            var file = ConnectionFile.TryRead(folder);
            try
            {
                if (file is { Port: > 0 })
                {
                    // Unpooled: the port may still belong to the run before, and nothing should linger on it.
                    var unpooled = new NpgsqlConnectionStringBuilder(connectionString(file)) { Pooling = false };
                    await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
                    await connection.OpenAsync(cancellation);
                    return file;
                }
            }
            catch (NpgsqlException) when (DateTime.UtcNow < deadline)
            {
                // Still starting or recovering: ask again below.
            }
            catch (NpgsqlException e)
            {
                throw NoAnswer(folder, e);
            }

            if (DateTime.UtcNow >= deadline)
            {
                throw NoAnswer(folder, inner: null);
            }

            await Task.Delay(BetweenQuestions, cancellation);
        }
    }

    private static EmbeddedPostgresException NoAnswer(ServerFolder folder, NpgsqlException? inner) => new(
        $"На папке данных «{folder.Root}» уже работает сервер базы данных, но он не отвечает по адресу и паролям из файла connection.json. "
        + $"Остановите портал и процесс, номер которого стоит первой строкой в «{Path.Combine(folder.Cluster, "postmaster.pid")}», и повторите запуск; "
        + $"если такого процесса нет или это не PostgreSQL, удалите этот файл. Подробности в «{folder.Log}».",
        inner);
}
