using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace EffectiveSchool.Imports.Tables;

/// <summary>
/// Checks a zip container (xlsx, xlsb) before a parser sees it. Headers are not believed: the directory is walked and
/// every part really inflated once, under limits, into a buffer of fixed size.
/// </summary>
internal static class ZipGuard
{
    private const int MostEntries = 2_000;
    private const long MostInflatedBytes = 512L * 1024 * 1024;
    /// <summary>The limit Apache POI has had for years.</summary>
    private const int MostRatio = 100;
    private const long RatioIsJudgedFrom = 16L * 1024 * 1024;

    /// <summary>No cell of Excel is longer than 32 767 characters; a parser holds a whole token in memory.</summary>
    private const int LongestToken = 1024 * 1024;

    private static ReadOnlySpan<byte> Doctype => "<!DOCTYPE"u8;

    /// <summary>Fits both byte orders: in big-endian UTF-16 the same bytes stand one place further.</summary>
    private static ReadOnlySpan<byte> Utf16Doctype => "<\0!\0D\0O\0C\0T\0Y\0P\0E"u8;

    public static TableFormat Check(Stream content, CancellationToken cancellationToken) => Check(content, Recognise, cancellationToken);

    /// <summary>As <see cref="Check(Stream, CancellationToken)"/>; recognise says what the container is, or refuses it, before anything is inflated.</summary>
    public static T Check<T>(Stream content, Func<ZipArchive, T> recognise, CancellationToken cancellationToken)
    {
        CountEntries(content);
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var format = recognise(archive);
        var inflated = 0L;
        foreach (var entry in archive.Entries)
        {
            Inflate(entry, content.Length, ref inflated, cancellationToken);
        }

        return format;
    }

    public static FileRefusedException HasDoctype() => new(
        "Внутри файла есть описание типа документа (DOCTYPE), которого в книгах Excel не бывает.",
        "Файл опасен или испорчен: создайте новую книгу Excel и перенесите в неё данные.");

    /// <summary>Parts whose tokens are checked; no other is ever given to an XML parser.</summary>
    public static bool IsXml(string part) => Path.GetExtension(part).ToUpperInvariant() is ".XML" or ".RELS" or ".VML";

    private static TableFormat Recognise(ZipArchive archive)
    {
        var names = new HashSet<string>(archive.Entries.Select(e => e.FullName.TrimStart('/')), StringComparer.OrdinalIgnoreCase);
        if (archive.Entries.Any(e => e.IsEncrypted))
        {
            throw FileGuard.IsEncrypted();
        }

        if (HasMacros(archive))
        {
            throw FileGuard.HasMacros();
        }

        if (names.Contains("mimetype") && names.Contains("content.xml"))
        {
            throw FileGuard.NotTable("документ OpenDocument (.ods или .odt)");
        }

        if (names.Any(n => n.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
        {
            throw FileGuard.NotTable("документ Word");
        }

        if (names.Contains("xl/workbook.bin"))
        {
            return TableFormat.Xlsb;
        }

        return names.Contains("xl/workbook.xml") ? TableFormat.Xlsx : throw FileGuard.NotTable("архив ZIP");
    }

    /// <summary>Macros of Excel or Word, old macro sheets, or a name of the kind that may hold them.</summary>
    public static bool HasMacros(ZipArchive archive) =>
        archive.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || e.FullName.TrimStart('/').StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase))
        || IsMacroEnabled(archive);

    /// <summary>An .xlsm says so in its list of content types, even when its macros are gone.</summary>
    private static bool IsMacroEnabled(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is not { } types)
        {
            return false;
        }

        using var part = types.Open();
        var start = new byte[64 * 1024];
        var length = part.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, length).IndexOf("macroEnabled"u8) >= 0;
    }

    /// <summary>Walks the directory: ZipArchive would build an object for every entry it finds, however many there are.</summary>
    private static void CountEntries(Stream content)
    {
        const int endLength = 22;
        var tail = new byte[(int)Math.Min(content.Length, endLength + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + endLength > tail.Length)
        {
            throw FileRefusedException.Broken();
        }

        var end = tail.AsSpan(at);
        var total = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (total is 0 or ushort.MaxValue || start == uint.MaxValue)
        {
            throw FileRefusedException.Broken();
        }

        content.Position = start;
        Span<byte> header = stackalloc byte[46];
        for (var count = 0; content.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && header.StartsWith("PK\x01\x02"u8); count++)
        {
            if (count >= MostEntries)
            {
                throw TooMuch($"в нём больше {MostEntries} частей");
            }

            content.Position += BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }
    }

    private static void Inflate(ZipArchiveEntry entry, long fileLength, ref long inflated, CancellationToken cancellationToken)
    {
        var isXml = IsXml(entry.FullName);
        var keep = Utf16Doctype.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            using var part = entry.Open();
            var kept = 0;
            var token = 0;
            int read;
            while ((read = part.Read(buffer, kept, buffer.Length - kept)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                inflated += read;
                if (inflated > MostInflatedBytes)
                {
                    throw TooMuch("в распакованном виде он больше 512 МБ");
                }

                if (inflated > RatioIsJudgedFrom && inflated > fileLength * MostRatio)
                {
                    throw TooMuch($"распакованные данные больше самого файла в {MostRatio} раз");
                }

                if (isXml)
                {
                    CheckXml(buffer.AsSpan(0, kept + read), read, ref token);
                    var length = kept + read;
                    kept = Math.Min(keep, length);
                    buffer.AsSpan(length - kept, kept).CopyTo(buffer);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void CheckXml(ReadOnlySpan<byte> bytes, int fresh, ref int token)
    {
        if (bytes.IndexOf(Doctype) >= 0 || bytes.IndexOf(Utf16Doctype) >= 0)
        {
            throw HasDoctype();
        }

        var last = bytes[^fresh..].LastIndexOf((byte)'>');
        token = last < 0 ? token + fresh : fresh - last;
        if (token > LongestToken)
        {
            throw TooMuch("в нём есть ячейка длиннее, чем бывает в Excel");
        }
    }

    private static FileRefusedException TooMuch(string what) => new(
        $"Файл похож на «архивную бомбу»: {what}.",
        "Создайте новую книгу Excel, перенесите в неё только нужные листы и загрузите её.");
}
