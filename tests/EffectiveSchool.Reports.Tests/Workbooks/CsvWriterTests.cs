using System.Text;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Tests.Workbooks;

public class CsvWriterTests
{
    [Fact]
    public void Lines_are_what_russian_excel_opens()
    {
        var bytes = Write(
            [Cell.Header("Школа"), Cell.Header("Доля, %"), Cell.Header("Дата")],
            [Cell.Text("СОШ № 1; филиал \"Лесной\""), Cell.Percent(27.64m), Cell.Date(new DateOnly(2023, 4, 5))],
            [Cell.Text("строка\nвторая"), Cell.Number(-1.5m), Cell.Empty()]);

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            "Школа;Доля, %;Дата\r\n\"СОШ № 1; филиал \"\"Лесной\"\"\";27,64;05.04.2023\r\n\"строка\nвторая\";-1,5;\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+7", "'+7")]
    [InlineData("-2", "'-2")]
    [InlineData("@A1", "'@A1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    public void Formula_like_text_is_disarmed(string text, string expected) =>
        Assert.Equal(expected + "\r\n", Encoding.UTF8.GetString(Write([Cell.Text(text)])[3..]));

    private static byte[] Write(params Cell[][] rows)
    {
        using var file = new MemoryStream();
        using (var csv = new CsvWriter(file))
        {
            foreach (var row in rows)
            {
                csv.WriteRow(row);
            }
        }

        return file.ToArray();
    }
}
