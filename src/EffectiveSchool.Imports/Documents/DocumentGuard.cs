using System.IO.Compression;
using System.Text;
using EffectiveSchool.Domain.Files;

namespace EffectiveSchool.Imports.Documents;

/// <summary>Tells what a document is by its content; what may run, hide something or open as a page is refused.</summary>
public static class DocumentGuard
{
    private const string WhatIsAccepted = "Принимаются PDF, PNG, JPEG, Word (.docx, .doc), Excel (.xlsx, .xls) и простой текст до 20 МБ.";
    private const int StartLength = 4096;

    /// <summary>The object identifier of signed data in a CMS message: 1.2.840.113549.1.7.2.</summary>
    private static ReadOnlySpan<byte> SignedData => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

    private static readonly (byte[] Magic, string What)[] Refused =
    [
        ("MZ"u8.ToArray(), "программа"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "программа"),
        ("#!"u8.ToArray(), "сценарий"),
        ("Rar!"u8.ToArray(), "архив RAR"),
        ("7z\u00BC"u8.ToArray(), "архив 7-Zip"),
        ([0x1F, 0x8B], "архив GZIP"),
        ("GIF8"u8.ToArray(), "картинка GIF"),
        ("{\\rtf"u8.ToArray(), "документ RTF"),
    ];

    /// <summary>The kind by content.</summary>
    /// <param name="content">The whole document, seekable; its position is not kept.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FileRefusedException">It is too big, hostile, broken, or of a kind that is not accepted.</exception>
    public static DocumentKind Recognise(Stream content, CancellationToken cancellationToken)
    {
        if (content.Length is 0 or > DocumentKinds.MostBytes)
        {
            throw new FileRefusedException(content.Length == 0 ? "Файл пустой (0 байт)." : "Файл больше 20 МБ.", WhatIsAccepted);
        }

        content.Position = 0;
        Span<byte> start = stackalloc byte[StartLength];
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return start switch
        {
            _ when start.StartsWith("%PDF-"u8) => DocumentKind.Pdf,
            _ when start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) => DocumentKind.Png,
            _ when start.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => DocumentKind.Jpeg,
            _ when start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8) => OfZip(content, cancellationToken),
            _ when start.StartsWith(OleGuard.Magic) => OfOle(content),
            _ when IsSignature(start) => DocumentKind.Signature,
            _ => OfText(content, start, cancellationToken),
        };
    }

    private static DocumentKind OfZip(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            return ZipGuard.Check(content, OfZip, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw FileRefusedException.Broken(e);
        }
    }

    private static DocumentKind OfZip(ZipArchive archive)
    {
        if (archive.Entries.Any(e => e.IsEncrypted))
        {
            throw NotAccepted("архив с паролем");
        }

        if (ZipGuard.HasMacros(archive))
        {
            throw HasMacros();
        }

        return archive.GetEntry("[Content_Types].xml") is null ? throw NotAccepted("архив ZIP")
            : archive.GetEntry("word/document.xml") is not null ? DocumentKind.Docx
            : archive.GetEntry("xl/workbook.xml") is not null ? DocumentKind.Xlsx
            : throw NotAccepted("архив или документ другой программы");
    }

    private static DocumentKind OfOle(Stream content)
    {
        var names = OleGuard.DirectoryNames(content);
        if (names.Contains("EncryptedPackage") || names.Contains("EncryptionInfo"))
        {
            throw new FileRefusedException("Файл защищён паролем, прочитать его нельзя.", "Снимите пароль, сохраните файл и приложите его снова.");
        }

        return names.Contains("VBA") || names.Contains("Macros") || names.Contains("_VBA_PROJECT_CUR") ? throw HasMacros()
            : names.Contains("WordDocument") ? DocumentKind.Doc
            : names.Contains("Workbook") || names.Contains("Book") ? DocumentKind.Xls
            : names.Count == 0 ? throw FileRefusedException.Broken()
            : throw NotAccepted("документ другой программы");
    }

    private static DocumentKind OfText(Stream content, ReadOnlySpan<byte> start, CancellationToken cancellationToken)
    {
        foreach (var (magic, what) in Refused)
        {
            if (start.StartsWith(magic))
            {
                throw NotAccepted(what);
            }
        }

        if (!CsvEncoding.IsText(content, cancellationToken))
        {
            throw NotAccepted("двоичный файл неизвестного вида");
        }

        // A byte of zero between letters is UTF-16: a page written so is still a page.
        var text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');
        string[] markup = ["<!", "<?xml", "<html", "<svg", "<script", "<head", "<body", "<meta"];
        return Array.Exists(markup, m => text.Contains(m, StringComparison.OrdinalIgnoreCase))
            ? throw NotAccepted("веб-страница, картинка SVG или XML")
            : DocumentKind.Text;
    }

    /// <summary>A CMS message with signed data, as DER or as base64 text, the way Russian signing programs write .sig.</summary>
    private static bool IsSignature(ReadOnlySpan<byte> start)
    {
        if (start[0] == 0x30)
        {
            return start[..Math.Min(start.Length, 32)].IndexOf(SignedData) >= 0;
        }

        var text = Encoding.Latin1.GetString(start);
        var lines = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("-----", StringComparison.Ordinal));
        var base64 = string.Concat(lines);
        var head = base64[..(Math.Min(base64.Length, 64) / 4 * 4)];
        Span<byte> bytes = stackalloc byte[64];
        return head.Length >= 32 && Convert.TryFromBase64String(head, bytes, out var written) && bytes[0] == 0x30 && bytes[..written].IndexOf(SignedData) >= 0;
    }

    private static FileRefusedException NotAccepted(string what) => new($"Это {what}: такие файлы не прикладываются, какое бы расширение ни стояло в имени.", WhatIsAccepted);

    private static FileRefusedException HasMacros() => new("В документе есть макросы.", "Сохраните его без макросов (.docx или .xlsx) или в PDF и приложите снова.");
}
