using System.Runtime.InteropServices;
using System.Text.Json;
using EffectiveSchool.Assets;

namespace EffectiveSchool.Data.Server;

/// <summary>
/// PostgreSQL's programs as the npm package brings them, copied beside the data: the server's account
/// may well be unable to enter the folder of the build.
/// </summary>
internal static class ServerBinaries
{
    private const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private sealed record Package(string Version);

    private sealed record Link(string Source, string Target);

    public static string Program(ServerFolder folder, string name) =>
        Path.Combine(folder.Binaries, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>Puts the programs into the data folder unless the same version stands there; returns their major version.</summary>
    public static string Install(ServerFolder folder)
    {
        var package = FindPackage();
        var version = Read<Package>(Path.Combine(package, "package.json")).Version;
        var stamp = Path.Combine(folder.Binaries, "version");
        if (!File.Exists(stamp) || !string.Equals(File.ReadAllText(stamp), version, StringComparison.Ordinal))
        {
            if (Directory.Exists(folder.Binaries))
            {
                Directory.Delete(folder.Binaries, recursive: true);
            }

            CopyTree(Path.Combine(package, "native"), folder.Binaries);
            CreateLinks(package, folder.Binaries);
            // Written last: a copy that was cut short is made anew.
            File.WriteAllText(stamp, version);
        }

        return version.Split('.')[0];
    }

    private static string FindPackage()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X86 => "ia32",
            Architecture.Ppc64le => "ppc64",
            var other => other.ToString().ToLowerInvariant(),
        };

        return NodeModules.PathOf("@embedded-postgres", $"{system}-{processor}", "native") is { } native
            ? Path.GetDirectoryName(native)!
            : throw new EmbeddedPostgresException(
                $"Встроенного PostgreSQL для этой машины ({system}-{processor}) рядом с порталом нет. "
                + "Укажите готовый сервер PostgreSQL в строках подключения ConnectionStrings:Portal и ConnectionStrings:PortalOwner "
                + "или соберите портал на этой машине: сборка скачает сервер сама.");
    }

    private static void CopyTree(string source, string target)
    {
        CreateFolder(target);
        foreach (var folder in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories))
        {
            CreateFolder(Path.Combine(target, Path.GetRelativePath(source, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            File.Copy(file, copy);
            OpenForAll(copy);
        }
    }

    /// <summary>The package leaves its links to a post-install script, which the build does not run.</summary>
    private static void CreateLinks(string package, string binaries)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var link in Read<Link[]>(list))
        {
            var target = Path.Combine(binaries, Path.GetRelativePath("native", link.Target));
            var source = Path.Combine(binaries, Path.GetRelativePath("native", link.Source));
            if (!File.Exists(target))
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
        }
    }

    private static void CreateFolder(string path)
    {
        Directory.CreateDirectory(path);
        OpenForAll(path);
    }

    private static void OpenForAll(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, ForAll);
        }
    }

    private static T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!;
}
