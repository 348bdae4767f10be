using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace EffectiveSchool.Data.Results;

/// <summary>Bytes of uploaded files in and out of the database as streams: a large file never stands in memory.</summary>
public sealed class FileContents(PortalDb db)
{
    /// <summary>Stores the bytes of a file within the open transaction.</summary>
    public async Task SaveAsync(int fileId, Stream bytes, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var command = new NpgsqlCommand("insert into import_file_contents (file_id, bytes) values ($1, $2)", connection)
        {
            Parameters = { new() { Value = fileId }, new() { Value = bytes, NpgsqlDbType = NpgsqlDbType.Bytea } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The bytes of a file in a temporary file that vanishes when closed; null where the scope has no such file.</summary>
    public async Task<FileStream?> OpenAsync(int fileId, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var command = new NpgsqlCommand("select bytes from import_file_contents where file_id = $1", connection)
            {
                Parameters = { new() { Value = fileId } },
            };
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
            return await reader.ReadAsync(cancellationToken) ? await SpoolAsync(reader, cancellationToken) : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<FileStream> SpoolAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            await using var bytes = await reader.GetStreamAsync(0, cancellationToken);
            await bytes.CopyToAsync(copy, cancellationToken);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
