using System.Text;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests;

/// <summary>Short ways to read what a test has written.</summary>
internal static class Reading
{
    static Reading() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static ResultFile Read(TestWorkbook book, string name = "ВПР.xlsx")
    {
        using var stream = book.ToStream();
        return ResultFileReader.Read(stream, name);
    }

    public static ResultFile Read(byte[] bytes, string name = "файл.xlsx")
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return ResultFileReader.Read(stream, name);
    }

    public static ResultFile ReadCsv(string text, string encoding = "utf-8") => Read(Encoding.GetEncoding(encoding).GetBytes(text), "файл.csv");

    public static ResultFile Schools(params object?[][] rows) => Read(MarkStatisticsBook.Of(2021, "Русский язык", 5, rows));
}
