using System.Diagnostics;
using System.Text;

namespace EffectiveSchool.Benchmarks.Harness;

/// <summary>A program that has ended.</summary>
/// <param name="Time">From its start to its end.</param>
/// <param name="Processor">Time of all cores spent in it: nearly the same however loaded the machine is.</param>
/// <param name="Output">The beginning of what it printed.</param>
internal sealed record Ended(TimeSpan Time, TimeSpan Processor, string Output);

/// <summary>Programs that are measured from their start to their end.</summary>
internal static class Child
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a program of this folder; its output is read and thrown away. A program that fails ends the measure.</summary>
    public static async Task<Ended> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, program + ".dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var processor = WatchAsync(process);
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        var time = Stopwatch.GetElapsedTime(begun);
        return process.ExitCode == 0
            ? new Ended(time, await processor, Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)Math.Min(output.Length, MostKept)))
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
    }

    /// <summary>The processor time of a program can be asked for only while it runs: the last answer counts.</summary>
    private static async Task<TimeSpan> WatchAsync(Process process)
    {
        var last = TimeSpan.Zero;
        try
        {
            while (!process.HasExited)
            {
                process.Refresh();
                last = process.TotalProcessorTime;
                await Task.Delay(BetweenLooks);
            }
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return last;
        }

        return last;
    }
}
