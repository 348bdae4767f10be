using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace EffectiveSchool.Data.Server;

/// <summary>
/// What one must know to enter the server: kept in connection.json, readable by the portal's account alone,
/// so that the command line joins a running server and a later start knows the passwords.
/// </summary>
internal sealed record ConnectionFile(int Port, string OwnerPassword, string AppPassword)
{
    public const string OwnerRole = "effective_school_owner";
    public const string AppRole = "effective_school_app";
    public const string Database = "effective_school";

    // Leaves room below the server's 100 for the two pools, the jobs and an administrator.
    private const int OwnerPool = 10;
    private const int AppPool = 80;

    /// <summary>New passwords for a cluster that has no port yet.</summary>
    public static ConnectionFile Create() => new(0, NewPassword(), NewPassword());

    public static ConnectionFile? TryRead(ServerFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllBytes(folder.ConnectionFile), JsonSerializerOptions.Web);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"Файл «{folder.ConnectionFile}» не читается: {e.Message} В нём пароли базы данных. "
                + "Верните его из резервной копии и запускайте портал от имени владельца файла.", e);
        }
    }

    public static ConnectionFile Read(ServerFolder folder) => TryRead(folder) ?? throw new EmbeddedPostgresException(
        $"В папке данных «{folder.Root}» есть база данных, но нет файла connection.json с её паролями. "
        + "Верните файл из резервной копии или укажите другую папку данных.");

    /// <summary>Replaces the file in one step: a reader sees the old one or the new one, never a part.</summary>
    public void Write(ServerFolder folder)
    {
        var fresh = folder.ConnectionFile + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(fresh, options))
        {
            JsonSerializer.Serialize(stream, this, JsonSerializerOptions.Web);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, folder.ConnectionFile, overwrite: true);
    }

    public DatabaseConnections ConnectionsTo(string database) => new(
        Connection(OwnerRole, OwnerPassword, database, OwnerPool),
        Connection(AppRole, AppPassword, database, AppPool));

    /// <summary>The superuser's way into the server itself, before the portal's database is there.</summary>
    public string ToMaintenance() => Connection(OwnerRole, OwnerPassword, "postgres", pool: 0);

    private string Connection(string role, string password, string database, int pool) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = role,
        Password = password,
        Pooling = pool > 0,
        MaxPoolSize = Math.Max(pool, 1),
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    private static string NewPassword() => Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
}
