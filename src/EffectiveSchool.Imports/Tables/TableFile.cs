using System.Security.Cryptography;
using System.Xml;

namespace EffectiveSchool.Imports.Tables;

/// <summary>What a file is by its content; extensions are not believed.</summary>
public enum TableFormat
{
    /// <summary>Книга Excel (.xlsx).</summary>
    Xlsx,

    /// <summary>Двоичная книга Excel (.xlsb).</summary>
    Xlsb,

    /// <summary>Книга Excel 97–2003 (.xls).</summary>
    Xls,

    /// <summary>Текст с разделителями (.csv).</summary>
    Csv,
}

/// <summary>
/// A table file opened for reading, whatever its format. Hostile and broken files are refused before their content is
/// trusted; rows are streamed, so memory does not grow with the file.
/// </summary>
public sealed class TableFile : IDisposable
{
    /// <summary>The largest file accepted, bytes (domain.md §13: 100 MB).</summary>
    public const long MostBytes = 100L * 1024 * 1024;

    /// <summary>The most rows in one file: what one sheet of Excel can hold.</summary>
    public const int MostRows = 1_048_576;

    private const int RowsBetweenReports = 500;
    private readonly Stream _content;
    private readonly bool _ownsContent;

    private TableFile(Stream content, bool ownsContent, string sha256, TableFormat format)
    {
        _content = content;
        _ownsContent = ownsContent;
        Sha256 = sha256;
        Format = format;
    }

    /// <summary>SHA-256 of the bytes, 64 lower-case hex digits.</summary>
    public string Sha256 { get; }

    /// <summary>What the file is.</summary>
    public TableFormat Format { get; }

    /// <summary>Checks a file and opens it.</summary>
    /// <param name="stream">The bytes. One that cannot seek is copied to a temporary file, never to memory. Stays open.</param>
    /// <param name="cancellationToken">Stops the checks.</param>
    /// <exception cref="FileRefusedException">The file is empty, too big, hostile, encrypted, broken or no table.</exception>
    public static TableFile Open(Stream stream, CancellationToken cancellationToken = default)
    {
        var ownsContent = !stream.CanSeek;
        var content = ownsContent ? FileGuard.Spool(stream, cancellationToken) : stream;
        try
        {
            FileGuard.CheckSize(content.Length);
            content.Position = 0;
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
            return new TableFile(content, ownsContent, sha256, Guarded(() => FileGuard.Recognise(content, cancellationToken)));
        }
        catch when (ownsContent)
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>The sheets in order, hidden ones among them. The rows of one are read before the next is asked for.</summary>
    /// <param name="rowsRead">Told the number of rows read so far, now and then.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FileRefusedException">Met while reading: the file is broken or hostile.</exception>
    public IEnumerable<TableSheet> Sheets(IProgress<int>? rowsRead = null, CancellationToken cancellationToken = default)
    {
        var count = 0;
        foreach (var sheet in Guarded(OpenSheets()))
        {
            yield return sheet with { Rows = Counted(sheet.Rows) };
        }

        rowsRead?.Report(count);

        IEnumerable<TableRow> Counted(IEnumerable<TableRow> rows)
        {
            foreach (var row in Guarded(rows))
            {
                cancellationToken.ThrowIfCancellationRequested();
                count++;
                if (row.Number > MostRows || count > MostRows)
                {
                    throw new FileRefusedException("В файле больше 1 048 576 строк.", "Разделите файл на несколько.");
                }

                if (count % RowsBetweenReports == 0)
                {
                    rowsRead?.Report(count);
                }

                if (!row.IsEmpty)
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Ends the reading; the stream given to <see cref="Open"/> stays open.</summary>
    public void Dispose()
    {
        if (_ownsContent)
        {
            _content.Dispose();
        }
    }

    private IEnumerable<TableSheet> OpenSheets()
    {
        _content.Position = 0;
        return Format switch
        {
            TableFormat.Xlsx => XlsxSheets.Read(_content),
            TableFormat.Csv => CsvSheets.Read(_content),
            _ => BinarySheets.Read(_content, Format),
        };
    }

    /// <summary>A parser that stumbles over the content of a file says so with many exceptions; for people it is one refusal.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException fault) when (fault.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw ZipGuard.HasDoctype();
        }
        catch (Exception fault) when (fault is not (FileRefusedException or OperationCanceledException or OutOfMemoryException))
        {
            throw FileRefusedException.Broken(fault);
        }
    }

    private static IEnumerable<T> Guarded<T>(IEnumerable<T> items)
    {
        using var reader = Guarded(items.GetEnumerator);
        Func<bool> moveNext = reader.MoveNext;
        while (Guarded(moveNext))
        {
            yield return reader.Current;
        }
    }
}
