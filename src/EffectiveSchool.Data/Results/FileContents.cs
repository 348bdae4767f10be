using System.Data;
using EffectiveSchool.Data.Lists;
using Npgsql;
using NpgsqlTypes;

namespace EffectiveSchool.Data.Results;

/// <summary>Bytes of uploaded files in and out of the database as streams: a large file never stands in memory.</summary>
public sealed class FileContents(PortalDb db)
{
    /// <summary>Stores the bytes of an upload's file within the open transaction.</summary>
    public Task SaveAsync(int fileId, Stream bytes, CancellationToken cancellationToken) =>
        SaveAsync("insert into import_file_contents (file_id, bytes) values ($1, $2)", fileId, bytes, cancellationToken);

    /// <summary>Stores bytes under their hash within the open transaction; what is there already is not stored twice.</summary>
    public Task SaveAsync(string sha256, Stream bytes, CancellationToken cancellationToken) =>
        SaveAsync("insert into stored_file_contents (sha256, bytes) values ($1, $2) on conflict do nothing", sha256, bytes, cancellationToken);

    /// <summary>The bytes of an upload's file in a temporary file that vanishes when closed; null where the scope has no such file.</summary>
    public Task<FileStream?> OpenAsync(int fileId, CancellationToken cancellationToken) =>
        OpenAsync("select bytes from import_file_contents where file_id = $1", fileId, cancellationToken);

    /// <summary>The bytes of that hash in a temporary file that vanishes when closed; null where the scope has no file with them.</summary>
    public Task<FileStream?> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        OpenAsync("select bytes from stored_file_contents where sha256 = $1", sha256, cancellationToken);

    /// <summary>Stores the zip of school profiles within the open transaction.</summary>
    public Task SaveAsync(ProfileArchive archive, Stream bytes, CancellationToken cancellationToken) =>
        SaveAsync("insert into profile_archive_contents (archive_id, bytes) values ($1, $2)", archive.Id, bytes, cancellationToken);

    /// <summary>The zip of school profiles in a temporary file that vanishes when closed; null where the scope has none such.</summary>
    public Task<FileStream?> OpenAsync(ProfileArchive archive, CancellationToken cancellationToken) =>
        OpenAsync("select bytes from profile_archive_contents where archive_id = $1", archive.Id, cancellationToken);

    private async Task SaveAsync(string sql, object key, Stream bytes, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new() { Value = key }, new() { Value = bytes, NpgsqlDbType = NpgsqlDbType.Bytea } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<FileStream?> OpenAsync(string sql, object key, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = key } } };
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
