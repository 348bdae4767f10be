using System.Runtime.CompilerServices;

namespace EffectiveSchool.Web.Tests;

/// <summary>
/// A portal watches its settings and static files, and gives those watches back only when memory is collected: a machine allows
/// a person few of them, and these tests start a hundred portals in one process. Nothing changes while they run.
/// </summary>
internal static class WatchingNothing
{
    [ModuleInitializer]
    internal static void Begin()
    {
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }
}
