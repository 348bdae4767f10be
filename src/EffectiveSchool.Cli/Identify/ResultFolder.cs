using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Cli.Identify;

/// <summary>A file of the folder as it was read.</summary>
/// <param name="Result">What stands in it.</param>
/// <param name="ChangedAt">When the file was last written.</param>
internal sealed record FolderFile(ResultFile Result, DateTimeOffset ChangedAt);

/// <summary>Reads every file of a folder, several at once, in the order of their names.</summary>
internal static class ResultFolder
{
    /// <param name="folder">The folder.</param>
    /// <param name="output">The file that the same call writes, or null: it is never read.</param>
    /// <param name="notes">Sentences for stderr.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IReadOnlyList<FolderFile> Read(string folder, string? output, List<string> notes, CancellationToken cancellationToken)
    {
        var written = output is null ? null : Path.GetFullPath(output);
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        FileInfo[] files = [.. new DirectoryInfo(folder).EnumerateFiles()
            .Where(f => !f.Name.StartsWith('.') && !f.Name.StartsWith("~$", StringComparison.Ordinal))
            .OrderBy(f => f.Name, StringComparer.Ordinal)];
        if (Array.Find(files, f => string.Equals(f.FullName, written, comparison)) is { } own)
        {
            files = [.. files.Where(f => f != own)];
            notes.Add($"«{own.Name}» назван после --out: он записывается, а не читается.");
        }

        var read = new FolderFile[files.Length];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, files.Length, options, i => read[i] = new FolderFile(Read(files[i], cancellationToken), new DateTimeOffset(files[i].LastWriteTimeUtc)));
        return read;
    }

    /// <summary>A file that cannot be opened, or stumbles over a fault of ours, is refused; the others are judged.</summary>
    private static ResultFile Read(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024);
            return ResultFileReader.Read(stream, file.Name, null, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refused(file, "Файл не открывается: нет доступа или он занят.", "Закройте его в других программах и проверьте права.");
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            return Refused(file, $"Файл не удалось прочитать ({fault.GetType().Name}).", "Сообщите об этом разработчикам и приложите файл.");
        }
    }

    private static ResultFile Refused(FileInfo file, string reason, string whatToDo) =>
        new(file.Name, null, ResultFileFormat.Unknown, [], [new Refusal(file.Name, null, null, null, "", reason, whatToDo)], [], []);
}
