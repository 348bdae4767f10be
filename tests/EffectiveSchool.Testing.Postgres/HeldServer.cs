using System.Diagnostics;
using System.Text.Json;

namespace EffectiveSchool.Testing;

/// <summary>A throw-away PostgreSQL run by a process of its own (see <see cref="ServerHolder"/>), which ends with this one.</summary>
public sealed class HeldServer : IDisposable
{
    private readonly Process holder;

    private HeldServer(Process holder, DatabaseConnections connections)
    {
        this.holder = holder;
        Connections = connections;
    }

    public DatabaseConnections Connections { get; }

    public static async Task<HeldServer> StartAsync(string dataFolder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, typeof(ServerHolder).Assembly.GetName().Name + ".dll");
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var process = Process.Start(new ProcessStartInfo(dotnet, [program, dataFolder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (await process.StandardOutput.ReadLineAsync() is not { } line)
        {
            using (process)
            {
                throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
            }
        }

        return new HeldServer(process, JsonSerializer.Deserialize<DatabaseConnections>(line)!);
    }

    /// <summary>Ends the holder as kill -9 would: the server lives on, and so does its folder.</summary>
    public void Kill()
    {
        holder.Kill();
        holder.WaitForExit();
    }

    /// <summary>Lets the holder stop the server and delete the folder.</summary>
    public void Dispose()
    {
        holder.StandardInput.Close();
        holder.WaitForExit();
        holder.Dispose();
    }
}
