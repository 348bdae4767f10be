using EffectiveSchool.Assets;

namespace EffectiveSchool.Reports.Printing;

/// <summary>A browser that can print, with what its process needs in the environment.</summary>
/// <param name="Path">The program.</param>
/// <param name="Environment">Variables to add to those of this process.</param>
public sealed record ChromiumProgram(string Path, IReadOnlyDictionary<string, string> Environment);

/// <summary>Looks for a browser in the order of docs: configured path; installed; the npm package @sparticuz/chromium.</summary>
public static class ChromiumFinder
{
    private static readonly Dictionary<string, string> NoVariables = new(StringComparer.Ordinal);

    private static readonly string[] LinuxNames =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];

    private static readonly string[] MacPrograms =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] WindowsPrograms =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>
    /// The browser to print with. Throws <see cref="PdfUnavailableException"/> where the configured path does not exist (another
    /// browser is never taken silently in its place) and where none is found.
    /// </summary>
    public static ChromiumProgram Find(PdfOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.ChromiumPath is { Length: > 0 } configured)
        {
            return File.Exists(configured)
                ? new ChromiumProgram(configured, NoVariables)
                : throw new PdfUnavailableException(
                    $"Печать в PDF недоступна: в настройке указан браузер «{configured}», но такого файла нет. Исправьте путь или уберите настройку, чтобы портал нашёл браузер сам.");
        }

        if (Installed() is { } installed)
        {
            return new ChromiumProgram(installed, NoVariables);
        }

        if (OperatingSystem.IsLinux()
            && System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.X64
            && NodeModules.PathOf("@sparticuz", "chromium", "bin") is { } packed)
        {
            return PackedChromium.Unpack(packed, options.CacheFolder);
        }

        throw new PdfUnavailableException(
            "Печать в PDF недоступна: на сервере не найден Chromium, Chrome или Edge. Установите Chromium (в Debian и Ubuntu: apt-get install chromium) или укажите путь к браузеру в настройках портала.");
    }

    private static string? Installed()
    {
        if (OperatingSystem.IsMacOS())
        {
            return Array.Find(MacPrograms, File.Exists);
        }

        if (OperatingSystem.IsWindows())
        {
            return new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
                .Select(Environment.GetFolderPath)
                .Where(folder => folder.Length > 0)
                .SelectMany(folder => WindowsPrograms.Select(program => Path.Combine(folder, program)))
                .FirstOrDefault(File.Exists);
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return LinuxNames.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
