using System.Text;

namespace EffectiveSchool.Imports.Tables;

/// <summary>Looks at a file before its content is trusted: size, kind by content, encryption, macros.</summary>
internal static class FileGuard
{
    private const string SaveAsWorkbook = "Сохраните таблицу как книгу Excel (.xlsx) или CSV и загрузите её.";

    private static readonly (byte[] Magic, string Kind)[] OtherKinds =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "картинка PNG"),
        ([0xFF, 0xD8, 0xFF], "картинка JPEG"),
        ("GIF8"u8.ToArray(), "картинка GIF"),
        ("%PDF"u8.ToArray(), "документ PDF"),
        ("{\\rtf"u8.ToArray(), "документ RTF"),
        ("Rar!"u8.ToArray(), "архив RAR"),
        ("7z"u8.ToArray(), "архив 7-Zip"),
        ([0x1F, 0x8B], "архив GZIP"),
        ("MZ"u8.ToArray(), "программа"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "программа"),
    ];

    public static void CheckSize(long bytes)
    {
        if (bytes == 0)
        {
            throw new FileRefusedException("Файл пустой (0 байт).", "Выгрузите файл ещё раз и загрузите его заново.");
        }

        if (bytes > TableFile.MostBytes)
        {
            throw TooBig();
        }
    }

    /// <summary>Copies a stream that cannot seek to a temporary file that vanishes when closed.</summary>
    public static FileStream Spool(Stream stream, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
            });
        try
        {
            var buffer = new byte[81920];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (file.Length + read > TableFile.MostBytes)
                {
                    throw TooBig();
                }

                file.Write(buffer, 0, read);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The format by content.</summary>
    /// <exception cref="FileRefusedException">It is no table, or one that must not be opened.</exception>
    public static TableFormat Recognise(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        Span<byte> start = stackalloc byte[512];
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8))
        {
            return ZipGuard.Check(content, cancellationToken);
        }

        if (start.StartsWith(OleGuard.Magic))
        {
            OleGuard.Check(content);
            return TableFormat.Xls;
        }

        foreach (var (magic, kind) in OtherKinds)
        {
            if (start.StartsWith(magic))
            {
                throw NotTable(kind);
            }
        }

        var text = Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        string[] markup = ["<!DOCTYPE", "<html", "<table", "<?xml", "<meta", "<head"];
        if (Array.Exists(markup, m => text.StartsWith(m, StringComparison.OrdinalIgnoreCase)))
        {
            throw NotTable("веб-страница или XML");
        }

        if (!CsvEncoding.IsText(content, cancellationToken))
        {
            throw NotTable("двоичный файл неизвестного вида");
        }

        return TableFormat.Csv;
    }

    public static FileRefusedException NotTable(string kind) => new($"Это {kind}, а не таблица, какое бы расширение ни стояло в имени файла.", SaveAsWorkbook);

    public static FileRefusedException HasMacros() => new(
        "В книге есть макросы, такие файлы не принимаются.",
        "Сохраните файл как «Книга Excel (.xlsx)» без макросов и загрузите его.");

    public static FileRefusedException IsEncrypted() => new(
        "Файл защищён паролем, прочитать его нельзя.",
        "Снимите пароль в Excel («Файл → Сведения → Защита книги»), сохраните и загрузите файл.");

    private static FileRefusedException TooBig() => new("Файл больше 100 МБ.", "Разделите его на несколько файлов или удалите лишние листы и картинки.");
}
