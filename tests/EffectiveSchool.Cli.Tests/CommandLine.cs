using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace EffectiveSchool.Cli.Tests;

/// <summary>What the program said.</summary>
internal sealed record Said(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    /// <summary>The whole of stdout as JSON: anything else there is a fault.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(OutputBytes);
            return document.RootElement.Clone();
        }
    }
}

/// <summary>Runs the built program as a process of its own.</summary>
internal static class CommandLine
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "EffectiveSchool.Cli.dll");

    public static Task<Said> Run(params string[] arguments) => RunWithInput("", arguments);

    public static async Task<Said> RunWithInput(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments.Prepend(Program).Prepend("exec"))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        try
        {
            await process.StandardInput.WriteLineAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without asking.
        }

        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return new Said(process.ExitCode, output.ToArray(), await error);
    }

    public static Task<Said> Identify(string folder, int year, string methodology, params string[] more) =>
        Run(["identify", "--results", folder, "--year", $"{year}", "--methodology", methodology, "--format", "json", .. more]);
}
