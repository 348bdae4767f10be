namespace EffectiveSchool.Data.Server;

/// <summary>The data folder of a private PostgreSQL: what stands where, and who may enter.</summary>
internal sealed record ServerFolder
{
    // The server's own account walks through the folder by name and lists nothing in it.
    private const UnixFileMode PassThrough = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private ServerFolder(string root) => Root = root;

    public string Root { get; }

    public string Binaries => Path.Combine(Root, "bin");

    public string Cluster => Path.Combine(Root, "pg");

    public string UnfinishedCluster => Path.Combine(Root, "pg.new");

    public string Log => Path.Combine(Root, "pg.log");

    /// <summary>The server's log before the present one.</summary>
    public string OldLog => Path.Combine(Root, "pg.old.log");

    public string ConnectionFile => Path.Combine(Root, "connection.json");

    public static ServerFolder Open(string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(root);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(root, PassThrough);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"Папку данных «{root}» не удалось создать или открыть: {e.Message} Укажите папку, в которую портал может писать (--data ПАПКА).", e);
        }

        return new ServerFolder(root);
    }

    /// <summary>The lock held for the life of the process that runs the server, or null where another process holds it.</summary>
    public FileStream? TryLock()
    {
        try
        {
            return new FileStream(Path.Combine(Root, "portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedPostgresException(
                $"Нет прав на папку данных «{Root}»: портал запускали от имени другого пользователя. "
                + "Запустите его от того же имени или укажите другую папку данных (--data ПАПКА).", e);
        }
    }
}
