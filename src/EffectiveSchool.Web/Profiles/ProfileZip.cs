using System.IO.Compression;

namespace EffectiveSchool.Web.Profiles;

/// <summary>A zip of profiles in a temporary file that vanishes when closed: a folder a municipality, a pdf a school.</summary>
internal sealed class ProfileZip : IAsyncDisposable
{
    /// <summary>Windows opens no longer path: the folder into which the zip is unpacked needs its part too.</summary>
    private const int LongestName = 60;

    private static readonly char[] Forbidden = ['\\', '/', ':', '*', '?', '"', '<', '>', '|'];

    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });

    private readonly ZipArchive _archive;

    public ProfileZip() => _archive = new ZipArchive(_file, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>«Ключевской район/990123 МБОУ СОШ с. Ключевое.pdf»; the key of the school stands in for a missing code.</summary>
    public static string NameOf(string municipality, string code, int schoolId, string name) =>
        $"{Safe(municipality)}/{(code.Length > 0 ? code : $"школа-{schoolId}")} {Safe(name)}.pdf";

    /// <summary>Adds a profile as it is: a pdf is compressed inside.</summary>
    public async Task AddAsync(string name, byte[] pdf, CancellationToken cancellationToken)
    {
        await using var entry = await _archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
        await entry.WriteAsync(pdf, cancellationToken);
    }

    /// <summary>The whole zip, from its beginning; nothing can be added any more.</summary>
    public async Task<Stream> CloseAsync()
    {
        await _archive.DisposeAsync();
        _file.Position = 0;
        return _file;
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        await _file.DisposeAsync();
    }

    private static string Safe(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsControl(c) || Forbidden.Contains(c) ? ' ' : c)).Trim(' ', '.');
        return safe.Length <= LongestName ? safe : safe[..LongestName].TrimEnd(' ', '.');
    }
}
