using System.Text;
using EffectiveSchool.Imports.Columns;
using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests;

/// <summary>Foreign headings, pasted text, every encoding and delimiter.</summary>
public sealed class ColumnsTests
{
    private static readonly string[] Foreign = ["Когда", "Что сдавали", "Какая школа", "Пришло", "Провалились"];
    private static readonly string[] Ours = ["Год", "Процедура", "Код школы", "Участников", "Не преодолели порог"];

    [Fact]
    public void A_table_of_foreign_headings_is_read_as_a_person_explained_it()
    {
        var book = new TestWorkbook().Sheet("Лист1", ["Сводка"], [.. Foreign], [2024, "ОГЭ РУ", "220028", 20, 3]);
        Assert.Equal(ResultFileFormat.Unknown, Reading.Read(book).Format);
        var file = Read(book, [new HeadingMap(Signature(book, 2), Foreign, Ours)]);
        Assert.Empty(file.Refusals);
        Assert.Equal((20, 3), (Assert.Single(Assert.Single(file.Sections).Rows).Participants, file.Sections[0].Rows[0].Failed));
        Assert.Contains("«Пришло» — «Участников»", Assert.Single(file.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_signature_forgets_case_and_punctuation_but_not_order()
    {
        Assert.Equal(Of("Когда", "Какая школа"), Of("КОГДА:", " какая  школа ", ""));
        Assert.NotEqual(Of("Когда", "Какая школа"), Of("Какая школа", "Когда"));
        Assert.Null(Of("Одно слово", ""));
    }

    [Fact]
    public void A_column_that_is_passed_by_is_not_read_by_its_own_heading()
    {
        string[] written = ["Логин", "Школа", "Наименование"];
        var book = new TestWorkbook().Sheet("1", [.. written], ["sch220028", "не она", "МБОУ СОШ №5"]);
        using var stream = book.ToStream();
        var file = SchoolFileReader.Read(stream, "реестр.xlsx", null, default, [new HeadingMap(Signature(book, 1), written, ["Логин ФИС ОКО", "", "Наименование ОО"])]);
        Assert.Equal("МБОУ СОШ №5", Assert.Single(file.Rows).Name);
    }

    [Fact]
    public void The_preview_proposes_the_fullest_row_as_the_header()
    {
        using var stream = new TestWorkbook().Sheet("1", ["Сводка по району"], ["за", "2024"], [.. Foreign], [2024, "ОГЭ РУ", "220028", 20, 3]).HiddenSheet("2", [.. Foreign]).ToStream();
        Assert.Equal(3, Assert.Single(TablePreview.Read(stream)).LikelyHeader);
    }

    [Fact]
    public void Cells_of_a_pasted_table_are_named_by_line_and_column()
    {
        var text = string.Join('\t', Ours) + "\r\n" + "2024\tОГЭ РУ\t220028\t20\tтри\n2024\tОГЭ МА\t220028\t20\t3\n";
        var file = Reading.Read(PastedTable.ToFile(text), PastedTable.FileName);
        Assert.Equal("строка 2, столбец 5 вставленного текста", Assert.Single(file.Refusals).Cell);
        Assert.Equal("строка 3, столбец 3 вставленного текста", Assert.Single(file.Sections.SelectMany(s => s.Rows)).School.Cell);
    }

    [Theory]
    [InlineData("MZ;Код;Участников")]
    [InlineData("7z\tтаблица")]
    public void A_pasted_text_is_never_taken_for_another_kind_of_file(string text) => Assert.DoesNotContain(
        Reading.Read(PastedTable.ToFile(text), PastedTable.FileName).Refusals, r => r.Reason.StartsWith("Это ", StringComparison.Ordinal));

    [Theory]
    [CombinatorialEncodings]
    public void Results_and_registry_are_read_in_every_encoding_with_every_delimiter(string encoding, char delimiter)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var coding = Encoding.GetEncoding(encoding);
        byte[] Bytes(params string[][] rows) => [.. coding.GetPreamble(), .. coding.GetBytes(string.Join("\r\n", rows.Select(r => string.Join(delimiter, r))))];
        var results = Reading.Read(Bytes(Ours, ["2024", "ОГЭ РУ", "220028", "20", "3"]), "итоги.csv");
        Assert.Equal(3, Assert.Single(Assert.Single(results.Sections).Rows).Failed);
        using var registry = new MemoryStream(Bytes(["Логин ФИС ОКО", "Наименование ОО", "Муниципалитет"], ["sch220028", "МБОУ СОШ № 5 г. Ёлкин", "Алтайский район"]));
        Assert.Equal("МБОУ СОШ № 5 г. Ёлкин", Assert.Single(SchoolFileReader.Read(registry, "реестр.csv").Rows).Name);
    }

    private static ResultFile Read(TestWorkbook book, IReadOnlyList<HeadingMap> headings)
    {
        using var stream = book.ToStream();
        return ResultFileReader.Read(stream, "чужая.xlsx", null, default, headings);
    }

    private static string Signature(TestWorkbook book, int row)
    {
        using var stream = book.ToStream();
        return TablePreview.Read(stream)[0].Rows.Single(r => r.Number == row).Signature!;
    }

    private static string? Of(params string[] headings) => HeadingMap.SignatureOf(new TableRow(1, [.. headings.Select(h => new TableCell(h))]));

    private sealed class CombinatorialEncodingsAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from encoding in new[] { "utf-8", "windows-1251", "utf-16" }
            from delimiter in new[] { ';', ',', '\t' }
            select new object[] { encoding, delimiter };
    }
}
