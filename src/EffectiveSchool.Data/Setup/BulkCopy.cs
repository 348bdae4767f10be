using Npgsql;

namespace EffectiveSchool.Data.Setup;

/// <summary>
/// Many rows at once: COPY into a temporary table, from which one INSERT … SELECT goes on. COPY itself is refused on
/// tables with row-level security.
/// </summary>
public static class BulkCopy
{
    /// <summary>
    /// Before «analyze» of a table that lives for one transaction: the planner needs to know how many rows there are and no
    /// more, while sorting a large sample of texts in the order of the language takes as long as copying them.
    /// </summary>
    public const string RoughStatistics = "set local default_statistics_target = 10";

    /// <summary>Creates the temporary table and fills it, «place» numbering the rows in their order; it is dropped with the transaction, which must be open.</summary>
    /// <param name="db">Database with an open transaction.</param>
    /// <param name="table">Name of the temporary table.</param>
    /// <param name="columns">Column definitions, e.g. «id integer, name text».</param>
    /// <param name="rows">The rows.</param>
    /// <param name="write">Writes one row: a call of <see cref="NpgsqlBinaryImporter.WriteAsync{T}(T, CancellationToken)"/> a column.</param>
    public static async Task ToTempTableAsync<T>(
        PortalDb db,
        string table,
        string columns,
        IEnumerable<T> rows,
        Func<NpgsqlBinaryImporter, T, Task> write,
        CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using (var create = connection.CreateCommand())
        {
            create.CommandText = $"create temporary table {table} (place bigint generated always as identity, {columns}) on commit drop";
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        await using (var copy = await connection.BeginBinaryImportAsync($"copy {table} ({Names(columns)}) from stdin (format binary)", cancellationToken))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellationToken);
                await write(copy, row);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using var analyze = connection.CreateCommand();
        analyze.CommandText = $"{RoughStatistics}; analyze {table}";
        await analyze.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The names alone of column definitions.</summary>
    public static string Names(string columns) => string.Join(", ", columns.Split(',').Select(c => c.Trim().Split(' ')[0]));

    /// <summary>Writes a value or NULL.</summary>
    public static Task WriteOrNullAsync<T>(this NpgsqlBinaryImporter copy, T? value, NpgsqlTypes.NpgsqlDbType type)
        where T : struct => value is { } known ? copy.WriteAsync(known, type) : copy.WriteNullAsync();

    /// <summary>Writes a text or NULL.</summary>
    public static Task WriteOrNullAsync(this NpgsqlBinaryImporter copy, string? value, NpgsqlTypes.NpgsqlDbType type = NpgsqlTypes.NpgsqlDbType.Text) =>
        value is null ? copy.WriteNullAsync() : copy.WriteAsync(value, type);
}
