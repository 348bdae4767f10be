using System.Globalization;
using System.Text;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>
/// Writes csv as Russian Excel opens it: «;», UTF-8 with BOM, CRLF, decimal comma, dates as dd.mm.yyyy, quotes by RFC 4180.
/// Formula-like text gets an apostrophe in front (OWASP, «CSV Injection»); numbers, also negative, stay numbers.
/// </summary>
public sealed class CsvWriter : IDisposable
{
    private static readonly CultureInfo Decimals = CultureInfo.GetCultureInfo("ru-RU");

    private readonly StreamWriter _writer;

    /// <summary>Begins a file in <paramref name="output"/>, which is left open.</summary>
    public CsvWriter(Stream output) =>
        _writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\r\n" };

    /// <summary>Writes the next line; the style of the cells plays no part.</summary>
    public void WriteRow(params ReadOnlySpan<Cell> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                _writer.Write(';');
            }

            _writer.Write(Field(cells[i]));
        }

        _writer.WriteLine();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static string Field(Cell cell) => cell.Kind switch
    {
        CellKind.Number => cell.Amount.ToString(Decimals),
        CellKind.Date => cell.Day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        CellKind.Text => Quote(SheetText.Clean(cell.Content!)),
        _ => string.Empty,
    };

    private static string Quote(string text)
    {
        var safe = SheetText.LooksLikeFormula(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 && safe.Trim().Length == safe.Length
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
