using System.Diagnostics;
using Xunit;

namespace EffectiveSchool.Testing;

/// <summary>LibreOffice, where the machine has it: opens our files as another program would.</summary>
public static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Where soffice lies, or null.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice"))
        .FirstOrDefault(File.Exists);

    /// <summary>Reason to skip a test that needs it, or null where it is present.</summary>
    public static string? SkipReason => Path is null ? "LibreOffice (soffice) на этой машине нет: открытие файлов другой программой не проверено" : null;

    /// <summary>Converts files (name → bytes) to pdf; what it could not open is not among the answers.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ToPdfAsync(IReadOnlyDictionary<string, byte[]> files)
    {
        var folder = Directory.CreateTempSubdirectory("effective-school-office-");
        try
        {
            foreach (var (name, bytes) in files)
            {
                await File.WriteAllBytesAsync(System.IO.Path.Combine(folder.FullName, name), bytes);
            }

            string[] arguments =
            [
                $"-env:UserInstallation={new Uri(System.IO.Path.Combine(folder.FullName, "profile"))}", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName,
                .. files.Keys.Select(name => System.IO.Path.Combine(folder.FullName, name)),
            ];
            using var office = Process.Start(new ProcessStartInfo(Path!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var said = Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await office.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException e)
            {
                office.Kill(entireProcessTree: true);
                throw new TimeoutException($"LibreOffice has not finished in {Patience}.", e);
            }

            if (office.ExitCode != 0)
            {
                throw new InvalidOperationException(string.Join('\n', await said));
            }

            return folder.GetFiles("*.pdf").ToDictionary(f => System.IO.Path.GetFileNameWithoutExtension(f.Name), f => File.ReadAllBytes(f.FullName), StringComparer.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>A test that opens files in LibreOffice; says so and is skipped where it is absent.</summary>
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = LibreOffice.SkipReason!;
}
