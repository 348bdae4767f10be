using System.Xml.Linq;

namespace EffectiveSchool.Architecture.Tests;

/// <summary>The repository as files: where it stands and what lies in it.</summary>
internal static class Repository
{
    private static readonly string[] LeftAside = ["bin", "obj", "node_modules", "wwwroot", "Migrations"];
    private static readonly string[] CodeExtensions = [".cs", ".cshtml", ".razor"];

    public static string Root { get; } = FindRoot();

    /// <summary>Names of the rooms of src: «Domain», «Web» …</summary>
    public static IReadOnlyList<string> Rooms { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src")).Select(d => RoomOf(Path.GetFileName(d))).Order(StringComparer.Ordinal)];

    /// <summary>Every file of code that people write, by its path from the root; what tools write is left aside.</summary>
    public static IReadOnlyList<(string Path, string[] Lines)> Code { get; } =
    [
        .. from folder in new[] { "src", "tests" }
           from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
           let path = Path.GetRelativePath(Root, file)
           where CodeExtensions.Contains(Path.GetExtension(file), StringComparer.Ordinal)
               && !path.Split(Path.DirectorySeparatorChar).Intersect(LeftAside, StringComparer.Ordinal).Any()
           select (path, File.ReadAllLines(file)),
    ];

    public static string RoomOf(string project) => project.Replace("EffectiveSchool.", "", StringComparison.Ordinal);

    public static string Assembly(string room) => Path.Combine(AppContext.BaseDirectory, $"EffectiveSchool.{room}.dll");

    public static XDocument Project(string room) =>
        XDocument.Load(Path.Combine(Root, "src", $"EffectiveSchool.{room}", $"EffectiveSchool.{room}.csproj"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "src")) || !Directory.Exists(Path.Combine(folder.FullName, "tests")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
