namespace EffectiveSchool.Web.Setup;

/// <summary>Where the embedded database lives when nobody names a folder.</summary>
public static class DefaultDataFolder
{
    /// <summary>
    /// For an ordinary user a folder of their own; for root one that the server's unprivileged account can reach.
    /// </summary>
    public static string Path(bool development)
    {
        var name = development ? "effective-school-dev" : "effective-school";
        return Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
            ? System.IO.Path.Combine("/var/lib", name)
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), name);
    }
}
