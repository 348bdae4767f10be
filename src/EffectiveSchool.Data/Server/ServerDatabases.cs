using Npgsql;

namespace EffectiveSchool.Data.Server;

/// <summary>The portal's role and databases inside a running server.</summary>
internal static class ServerDatabases
{
    /// <summary>Creates the app's role and the portal's database where they are missing.</summary>
    public static async Task EnsureAsync(ConnectionFile file, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(file.ToMaintenance());
        await connection.OpenAsync(cancellation);
        if (!await ExistsAsync(connection, "select 1 from pg_roles where rolname = $1", ConnectionFile.AppRole, cancellation))
        {
            // Every refusal is spelled out although it is the default: this role is what row-level security stands on.
            await ExecuteAsync(
                connection,
                $"create role {ConnectionFile.AppRole} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication "
                + $"password '{file.AppPassword}'",
                cancellation);
        }

        if (!await ExistsAsync(connection, "select 1 from pg_database where datname = $1", ConnectionFile.Database, cancellation))
        {
            await CreateAsync(connection, ConnectionFile.Database, template: "template0", cancellation);
        }

        await RestrictAsync(connection, ConnectionFile.Database, cancellation);
    }

    public static Task CreateAsync(NpgsqlConnection connection, string database, string template, CancellationToken cancellation) =>
        ExecuteAsync(
            connection, $"create database {database} owner {ConnectionFile.OwnerRole} template {template}", cancellation);

    /// <summary>
    /// Only the portal's own roles may enter. Temporary tables are allowed to the app because COPY is refused
    /// on tables with row-level security: it copies to a temporary table first. A clone does not inherit these rights.
    /// </summary>
    public static Task RestrictAsync(NpgsqlConnection connection, string database, CancellationToken cancellation) =>
        ExecuteAsync(
            connection,
            $"revoke all on database {database} from public; grant connect, temporary on database {database} to {ConnectionFile.AppRole}",
            cancellation);

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }
}
