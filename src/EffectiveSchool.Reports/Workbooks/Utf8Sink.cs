using System.Globalization;
using System.Text;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>
/// Puts UTF-8 bytes of XML into a stream through one buffer. Rows of a sheet go this way: a general XML writer spends most
/// of its time on checks that rows of cells cannot fail.
/// </summary>
internal sealed class Utf8Sink(Stream output)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>The longest number that is written.</summary>
    private const int LongestNumber = 64;

    private static readonly System.Buffers.SearchValues<char> Escaped = System.Buffers.SearchValues.Create("&<>\r");

    private readonly byte[] _buffer = new byte[BufferSize];
    private int _length;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _length)
        {
            Flush();
            if (bytes.Length > _buffer.Length)
            {
                output.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Write<T>(T number)
        where T : IUtf8SpanFormattable
    {
        Reserve(LongestNumber);
        number.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Text of an element, escaped as an XML writer escapes it; it holds only characters that XML allows.</summary>
    public void WriteText(string text)
    {
        if (text.AsSpan().ContainsAny(Escaped))
        {
            text = text
                .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
                .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > BufferSize)
        {
            Write(Encoding.UTF8.GetBytes(text));
            return;
        }

        Reserve(most);
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    public void Flush()
    {
        output.Write(_buffer, 0, _length);
        _length = 0;
    }

    private void Reserve(int bytes)
    {
        if (bytes > _buffer.Length - _length)
        {
            Flush();
        }
    }
}
