using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EffectiveSchool.Data.Scope;

/// <summary>Tells PostgreSQL the scope whenever a connection opens; the pool forgets it when the connection returns.</summary>
public sealed class ScopeInterceptor(CurrentAccess access) : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = Command(connection);
        await using (command)
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    private DbCommand Command(DbConnection connection)
    {
        var settings = access.Scope.Settings.Append(("app.user", access.UserId?.ToString() ?? "")).ToArray();
        var command = connection.CreateCommand();
        command.CommandText = "select " + string.Join(", ", settings.Select((_, i) => $"set_config($" + ((2 * i) + 1) + ", $" + ((2 * i) + 2) + ", false)"));
        foreach (var (name, value) in settings)
        {
            command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = name });
            command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = value });
        }

        return command;
    }
}
