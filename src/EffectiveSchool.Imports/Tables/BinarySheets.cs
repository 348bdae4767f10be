using System.Text;
using EffectiveSchool.Domain;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace EffectiveSchool.Imports.Tables;

/// <summary>Sheets of .xls and .xlsb through ExcelDataReader.</summary>
internal static class BinarySheets
{
    private const int MostColumns = 256;

    static BinarySheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<TableSheet> Read(Stream content, TableFormat format)
    {
        using var reader = Open(content, format);
        do
        {
            var isHidden = !string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase);
            yield return new TableSheet(reader.Name, isHidden, Rows(reader));
        }
        while (reader.NextResult());
    }

    private static IExcelDataReader Open(Stream content, TableFormat format)
    {
        var configuration = new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = Encoding.GetEncoding(1251) };
        try
        {
            return format == TableFormat.Xls
                ? ExcelReaderFactory.CreateBinaryReader(content, configuration)
                : ExcelReaderFactory.CreateOpenXmlReader(content, configuration);
        }
        catch (InvalidPasswordException)
        {
            throw FileGuard.IsEncrypted();
        }
    }

    private static IEnumerable<TableRow> Rows(IExcelDataReader reader)
    {
        while (reader.Read())
        {
            var cells = new TableCell[Math.Min(reader.FieldCount, MostColumns)];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Cell(reader, i);
            }

            yield return new TableRow(reader.Depth + 1, cells);
        }
    }

    private static TableCell Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => default,
        string text => new TableCell(text),
        double number when Math.Abs(number) < 1e27 => new TableCell(null, (decimal)number),
        int number => new TableCell(null, number),
        bool yes => new TableCell(yes ? "да" : "нет"),
        DateTime date => new TableCell(null, null, DateOnly.FromDateTime(date)) { IsMonth = DateFormats.Of(reader.GetNumberFormatString(column) ?? "") == DateShape.Month },
        var value => new TableCell(Convert.ToString(value, RussianCulture.Value)),
    };
}
