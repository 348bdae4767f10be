using System.Text;
using static EffectiveSchool.Testing.MarkStatisticsBook;
using static EffectiveSchool.Web.Tests.Results.Uploading;

namespace EffectiveSchool.Web.Tests.Results;

public sealed class RefusedFileTests(Portal portal) : IClassFixture<Portal>
{
    private static byte[] Good => MarkStatistics(2021, School("Ёлкино(sch900001)", 20, 5));

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "обрезан.xlsx", Good[..(Good.Length / 2)], "повреждён" },
        { "картинка.xlsx", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0], "картинка PNG" },
        { "пустой.xlsx", [], "Файл пустой" },
        { "страница.xls", Encoding.UTF8.GetBytes("<html><table><tr><td>1</td></tr></table></html>"), "веб-страница" },
        { "макрос.xlsx", With("xl/vbaProject.bin", "x"), "макросы" },
        { "xxe.xlsx", With("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet>&b;</worksheet>"), "не" },
        { "другое.csv", Encoding.UTF8.GetBytes("а;б;в\n1;2;3\n"), "не распознана" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_broken_or_hostile_file_gets_a_sentence_and_stores_nothing(string name, byte[] bytes, string says)
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync((name, bytes));
        Assert.Equal("Проверка перед записью", page.Heading());
        Assert.Equal([0, 0, 0, 0], page.Tallies());
        var cell = page.QuerySelector("td[colspan]")!.TextContent;
        Assert.Contains("не прочитан", cell, StringComparison.Ordinal);
        Assert.Contains(says, cell, StringComparison.Ordinal);
        Assert.DoesNotContain("ошибка портала", cell, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("input[name=skip]"));
    }

    [Fact]
    public async Task A_broken_file_does_not_stop_the_others_and_whole_means_whole()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync(("обрезан.xlsx", Good[..100]), ("целый.xlsx", Good));
        Assert.Contains("Распознано файлов: 1 из 2", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        var whole = await visitor.StoreAsync(page, skip: false);
        Assert.StartsWith("Есть непрочитанные файлы", whole.Note(), StringComparison.Ordinal);
        Assert.Empty(await portal.StoredAsync(2021));
        Assert.Equal("Загрузка записана", (await visitor.StoreAsync(whole)).Heading());
    }

    [Fact]
    public async Task Too_many_files_and_no_file_get_a_sentence()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var form = await visitor.OpenAsync("/results/uploads/new");
        var many = await visitor.SubmitAsync(form, "main form[method=post]", null, [.. Enumerable.Range(1, 21).Select(i => ("Files", $"{i}.csv", new[] { (byte)i }))]);
        Assert.Contains("не больше 20", many.QuerySelector(".field-validation-error")!.TextContent, StringComparison.Ordinal);
        var none = await visitor.SubmitAsync(form, "main form[method=post]");
        Assert.Contains("Выберите хотя бы один файл", none.QuerySelector(".field-validation-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_beyond_the_limit_is_answered_before_it_is_read()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        using var content = new StreamContent(new MemoryStream([1]));
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        content.Headers.ContentLength = 300L * 1024 * 1024;
        using var response = await visitor.Http.PostAsync(new Uri("/results/uploads/new", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("больше 200 МБ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static byte[] With(string part, string text)
    {
        var book = Of(2021, "Русский язык", 5, School("Ёлкино(sch900001)", 20, 5));
        book.ExtraParts[part] = text;
        return book.ToBytes();
    }
}
