using System.Reflection;

namespace EffectiveSchool.Assets;

/// <summary>Where the npm packages restored by the build stand. A published portal has none of them.</summary>
public static class NodeModules
{
    /// <summary>Folder of the restored packages, or null where the build's folder is not on this machine.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Path of a file or folder inside the restored packages, or null where it is absent.</summary>
    public static string? PathOf(params string[] parts)
    {
        if (Root is null)
        {
            return null;
        }

        var path = Path.Combine([Root, .. parts]);
        return Path.Exists(path) ? path : null;
    }

    private static string? Find()
    {
        var root = typeof(NodeModules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => string.Equals(a.Key, "NodeModules", StringComparison.Ordinal)).Value;
        return Directory.Exists(root) ? root : null;
    }
}
