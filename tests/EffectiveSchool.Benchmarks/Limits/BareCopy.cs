using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Imports.Results;
using Npgsql;
using NpgsqlTypes;

namespace EffectiveSchool.Benchmarks.Limits;

/// <summary>The least that storing results takes: binary COPY into a table without keys, indexes and policies.</summary>
internal static class BareCopy
{
    private static readonly NpgsqlDbType[] Types = [.. Enumerable.Repeat(NpgsqlDbType.Integer, 11), NpgsqlDbType.Text];

    public static Task CreateAsync(PortalServer server) => server.ExecuteAsync(
        "create table bare_results (region_id int, school_id int, procedure_id int, year int, participants int, failed int, twos int, threes int, fours int, fives int, row int, sheet text)");

    /// <summary>The rows of a file, keys taken as known.</summary>
    public static async Task CopyAsync(PortalServer server, IReadOnlyList<ResultRow> rows)
    {
        await using var connection = await server.Owner.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync("copy bare_results from stdin (format binary)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var figure in new[] { 1, 1, 1, row.Year, row.Participants, row.Failed, row.Marks?.Twos, row.Marks?.Threes, row.Marks?.Fours, row.Marks?.Fives, row.Row })
            {
                await WriteAsync(copy, figure);
            }

            await copy.WriteAsync(row.Sheet ?? "", Types[^1]);
        }

        await copy.CompleteAsync();
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, int? figure) => figure is { } known ? copy.WriteAsync(known, Types[0]) : copy.WriteNullAsync();
}
