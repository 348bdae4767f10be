using System.CommandLine;
using System.Net.Sockets;
using EffectiveSchool.Data.Server;
using EffectiveSchool.Data.Setup;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EffectiveSchool.Cli.Databases;

/// <summary>«--data» or «--connection»: which database a verb works with.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<string?> _data = new("--data") { Description = "Папка данных портала со встроенной базой.", HelpName = "ПАПКА" };
    private readonly Option<string?> _connection = new("--connection") { Description = "Строка подключения к своему серверу под ролью портала.", HelpName = "СТРОКА" };
    private readonly Option<string?> _owner = new("--owner-connection") { Description = "Строка подключения под ролью владельца таблиц: готовит базу.", HelpName = "СТРОКА" };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_connection);
        command.Add(_owner);
    }

    /// <summary>
    /// Opens the database, prepares it where the owner is known, does the work, and tells faults of the database in
    /// Russian.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="mustPrepare">Whether the owner has to be known.</param>
    /// <param name="work">What to do as the portal's role; returns an exit code.</param>
    public async Task<int> UseAsync(ParseResult call, bool mustPrepare, Func<string, Task<int>> work, CancellationToken cancellationToken)
    {
        var (data, connection, owner) = (call.GetValue(_data), call.GetValue(_connection), call.GetValue(_owner));
        var wrong = (data, connection, owner) switch
        {
            (null, null, _) => "Укажите базу: --data ПАПКА или --connection СТРОКА.",
            (not null, not null, _) => "Укажите что-то одно: --data или --connection.",
            (not null, _, not null) => "--owner-connection нужна только вместе с --connection.",
            (null, not null, null) when mustPrepare => "Вместе с --connection укажите --owner-connection: готовит базу её владелец.",
            _ => Unreadable("--connection", connection) ?? Unreadable("--owner-connection", owner),
        };
        if (wrong is not null)
        {
            await Console.Error.WriteLineAsync(wrong);
            return ExitCode.WrongUse;
        }

        try
        {
            if (data is null)
            {
                return await PrepareAndWorkAsync(owner, connection!, work, cancellationToken);
            }

            await using var server = await EmbeddedPostgres.JoinAsync(data, NullLogger.Instance, cancellationToken);
            return await PrepareAndWorkAsync(server.Connections.Owner, server.Connections.App, work, cancellationToken);
        }
        catch (Exception fault) when (Sentence(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return ExitCode.Refused;
        }
    }

    /// <summary>What a fault of the database means, or null where it is none; EF wraps those of the connection.</summary>
    private static string? Sentence(Exception fault) => fault switch
    {
        EmbeddedPostgresException => fault.Message,
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } => "База ещё не подготовлена. Выполните migrate или укажите --owner-connection.",
        PostgresException refused => $"База данных отказала (код {refused.SqlState}). Проверьте строку подключения и права роли.",
        NpgsqlException or SocketException or TimeoutException => "База данных не отвечает. Проверьте адрес и порт в строке подключения.",
        _ => fault.InnerException is { } inner ? Sentence(inner) : null,
    };

    private static async Task<int> PrepareAndWorkAsync(string? owner, string app, Func<string, Task<int>> work, CancellationToken cancellationToken)
    {
        if (owner is not null)
        {
            await DatabaseSetup.PrepareAsync(owner, app, cancellationToken);
        }

        return await work(app);
    }

    private static string? Unreadable(string option, string? connection)
    {
        try
        {
            return connection is null || new NpgsqlConnectionStringBuilder(connection) is { Host.Length: > 0, Username.Length: > 0 }
                ? null
                : $"В {option} нужны хотя бы Host и Username.";
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return $"{option} не читается. Ожидается, например: Host=localhost;Database=effective_school;Username=…;Password=…";
        }
    }
}
