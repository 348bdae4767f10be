using System.Security.Cryptography;

namespace EffectiveSchool.Testing;

/// <summary>A data folder for a throw-away server, deleted on dispose together with whatever still runs on it.</summary>
public sealed class TestFolder : IAsyncDisposable
{
    private const string Prefix = "es-test-";

    // A folder this young may belong to a run that has not taken its lock yet.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(2);

    /// <summary>The folder stands directly in the machine's temporary folder, which every account can enter; nothing is created yet.</summary>
    public string Path { get; } = NewPath();

    public static string NewPath() =>
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), Prefix + RandomNumberGenerator.GetHexString(10, lowercase: true));

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Path))
        {
            await DiscardAsync(Path);
        }
    }

    /// <summary>Clears away what killed runs left behind.</summary>
    internal static async Task SweepAsync()
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > Young)
            {
                try
                {
                    await DiscardAsync(folder);
                }
                catch (EmbeddedPostgresException)
                {
                    // Another account's folder: its own runs clear it away.
                }
            }
        }
    }

    private static async Task DiscardAsync(string path)
    {
        var folder = ServerFolder.Open(path);
        await using var held = folder.TryLock();
        if (held is not null)
        {
            var cluster = new ServerCluster(folder);
            if (await cluster.IsRunningAsync(CancellationToken.None))
            {
                await cluster.StopAsync();
            }

            Directory.Delete(path, recursive: true);
        }
    }
}
