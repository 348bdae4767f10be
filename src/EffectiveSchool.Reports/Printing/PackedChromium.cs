using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace EffectiveSchool.Reports.Printing;

/// <summary>The browser of the npm package @sparticuz/chromium: a brotli stream that is unpacked once per version.</summary>
internal static class PackedChromium
{
    private static readonly string[] LibrariesOftenMissing = ["libnss3.so", "libnspr4.so", "libexpat.so.1"];

    public static ChromiumProgram Unpack(string packed, string cacheFolder)
    {
        try
        {
            // The size names the version: a newer package gets a folder of its own.
            var browser = new FileInfo(Path.Combine(packed, "chromium.br"));
            var folder = Path.Combine(cacheFolder, browser.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Directory.CreateDirectory(folder);
            var program = Path.Combine(folder, "chromium");
            if (!File.Exists(program))
            {
                UnpackProgram(browser.FullName, program);
            }

            return new ChromiumProgram(program, Variables(packed, folder));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new PdfUnavailableException(
                $"Печать в PDF недоступна: не удалось распаковать браузер в папку «{cacheFolder}». Нужны право записи в неё и 200 МБ места, либо установите Chromium на сервер.", error);
        }
    }

    private static void UnpackProgram(string packed, string program)
    {
        var draft = DraftOf(program);
        using (var source = new BrotliStream(File.OpenRead(packed), CompressionMode.Decompress))
        using (var target = new FileStream(draft, FileMode.CreateNew))
        {
            source.CopyTo(target);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, (UnixFileMode)0b111_101_101);
        }

        // Two processes may unpack at once; the one that finishes first wins and both files are the same.
        File.Move(draft, program, overwrite: true);
    }

    private static Dictionary<string, string> Variables(string packed, string folder)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Array.Exists(LibrariesOftenMissing, library => !IsOnMachine(library)))
        {
            var libraries = Path.Combine(folder, "al2023");
            UnpackFolder(Path.Combine(packed, "al2023.tar.br"), libraries);
            variables["LD_LIBRARY_PATH"] = string.Join(
                Path.PathSeparator,
                new[] { Path.Combine(libraries, "lib"), Environment.GetEnvironmentVariable("LD_LIBRARY_PATH") }.Where(part => !string.IsNullOrEmpty(part)));
        }

        return variables;
    }

    private static void UnpackFolder(string packed, string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var draft = DraftOf(folder);
        Directory.CreateDirectory(draft);
        using (var source = new BrotliStream(File.OpenRead(packed), CompressionMode.Decompress))
        {
            TarFile.ExtractToDirectory(source, draft, overwriteFiles: true);
        }

        try
        {
            Directory.Move(draft, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private static bool IsOnMachine(string library)
    {
        if (!NativeLibrary.TryLoad(library, out var handle))
        {
            return false;
        }

        NativeLibrary.Free(handle);
        return true;
    }

    private static string DraftOf(string path) => $"{path}.{Guid.NewGuid():N}";
}
