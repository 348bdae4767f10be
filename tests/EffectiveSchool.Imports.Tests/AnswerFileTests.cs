using EffectiveSchool.Imports.Monitoring;
using EffectiveSchool.Imports.Tables;

namespace EffectiveSchool.Imports.Tests;

/// <summary>Answers to a monitoring: a row a school and item, columns by their headings in any order.</summary>
public sealed class AnswerFileTests
{
    [Fact]
    public void Columns_come_in_any_order_and_no_is_an_answer_not_a_gap()
    {
        var file = Read("Ответ\tСведение\tНаименование\tКод школы\nнет\tЕсть приказ\tСОШ № 1\t900001\n 12,5 \tУчителей на курсах\tСОШ № 1\t900001\n\tЕсть приказ\tСОШ № 2\t900002");
        Assert.Empty(file.Refusals);
        Assert.Equal([("900001", "Есть приказ", "нет"), ("900001", "Учителей на курсах", "12,5"), ("900002", "Есть приказ", "")], file.Rows.Select(r => (r.Code, r.Item, r.Written)));
        Assert.Equal("строка 2, столбец 1 вставленного текста", file.Rows[0].WrittenCell);
    }

    [Fact]
    public void An_answer_to_nothing_and_a_code_that_cannot_be_one_are_refused_with_their_cells()
    {
        var file = Read("Код школы\tСведение\tОтвет\n900001\t\tда\n12\tЕсть приказ\tда\n900001\t\t");
        Assert.Empty(file.Rows);
        Assert.Equal(["строка 2, столбец 2 вставленного текста", "строка 3, столбец 1 вставленного текста"], file.Refusals.Select(r => r.Cell));
    }

    [Theory]
    [InlineData("Код школы\tОтвет\n900001\tда")]
    [InlineData("Сведение\tОтвет\nЕсть приказ\tда")]
    [InlineData("")]
    public void A_table_without_its_columns_is_refused_whole(string text)
    {
        var file = Read(text);
        Assert.Empty(file.Rows);
        Assert.Single(file.Refusals);
    }

    private static AnswerFile Read(string text)
    {
        using var stream = new MemoryStream(PastedTable.ToFile(text));
        return AnswerFileReader.Read(stream, PastedTable.FileName);
    }
}
