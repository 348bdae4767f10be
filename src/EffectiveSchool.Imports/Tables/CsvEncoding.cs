using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace EffectiveSchool.Imports.Tables;

/// <summary>Tells text from binary content and UTF-8 from windows-1251, reading the whole stream in small pieces.</summary>
internal static class CsvEncoding
{
    static CsvEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>No control characters but tabs and line ends, or UTF-16 with its mark.</summary>
    public static bool IsText(Stream content, CancellationToken cancellationToken) => StartsWithUtf16Mark(content) || Scan(content, cancellationToken).IsText;

    public static Encoding Detect(Stream content)
    {
        if (StartsWithUtf16Mark(content))
        {
            return Encoding.Unicode;
        }

        return Scan(content, CancellationToken.None).IsUtf8 ? Encoding.UTF8 : Encoding.GetEncoding(1251);
    }

    private static bool StartsWithUtf16Mark(Stream content)
    {
        content.Position = 0;
        Span<byte> mark = stackalloc byte[2];
        return content.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length && (mark is [0xFF, 0xFE] || mark is [0xFE, 0xFF]);
    }

    private static (bool IsText, bool IsUtf8) Scan(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var text = ArrayPool<char>.Shared.Rent(64 * 1024);
        try
        {
            var isUtf8 = true;
            var kept = 0;
            int read;
            while ((read = content.Read(buffer, kept, buffer.Length - kept)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var piece = buffer.AsSpan(0, kept + read);
                if (HasControls(piece))
                {
                    return (false, false);
                }

                kept = 0;
                if (isUtf8)
                {
                    var status = Utf8.ToUtf16(piece, text, out var used, out _, replaceInvalidSequences: false, isFinalBlock: false);
                    isUtf8 = status != OperationStatus.InvalidData;
                    if (isUtf8)
                    {
                        kept = piece.Length - used;
                        piece[used..].CopyTo(buffer);
                    }
                }
            }

            return (true, isUtf8 && kept == 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            ArrayPool<char>.Shared.Return(text);
        }
    }

    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0C or 0x1A))
            {
                return true;
            }
        }

        return false;
    }
}
