using System.Net;
using System.Text;
using AngleSharp.Dom;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Testing;
using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Lists;

public sealed class PublishedMatrixTests(ListPortal lists) : IClassFixture<ListPortal>
{
    [Fact]
    public async Task The_portals_own_annex_has_no_discrepancy()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, "annex.xlsx", await region.DownloadAsync($"/lists/{lists.Preliminary}/xlsx?show=all"));

        Assert.Equal(["5", "2", "0"], Figures(page));
        Assert.Contains("лист «Перечень»", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Расхождений нет", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".table-frame[aria-label='Непринятые строки']"));
    }

    [Fact]
    public async Task A_criterion_that_the_printed_markers_do_not_give_is_shown_with_its_cells_and_downloaded()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, "annex.csv", Encoding.UTF8.GetBytes("""
            ;;2022;;2023;;;
            Код;Школа;ВПР 5 РУ;ОГЭ МА;ВПР 5 РУ;ОГЭ МА;Критерий A;Критерий B
            900001;СОШ № 1;1;0;1;1;нет;да
            900002;СОШ № 2;0;0;1;0;нет;нет
            """));

        Assert.Equal(["2", "1", "1"], Figures(page));
        var row = page.QuerySelectorAll("table.grid tbody tr").Single();
        Assert.Contains("не выполняется (G3)", Text(row), StringComparison.Ordinal);
        Assert.Contains("в 2023 году низкие: ВПР 5 РУ (E3), ОГЭ МА (F3).", Text(row), StringComparison.Ordinal);
        var book = await region.DownloadAsync(page.QuerySelector("a[download]")!.GetAttribute("href")!);
        var sheet = WorkbookText.Rows(book, DiscrepancyWorkbook.DiscrepanciesSheet);
        Assert.Equal("G3", sheet[2][6]);
        Assert.Equal(3, WorkbookText.Rows(book, DiscrepancyWorkbook.SchoolsSheet).Count);

        var gone = await region.SubmitAsync(page, "form[action$='handler=Delete']");
        Assert.Contains("Приложение убрано", gone.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_methodology_gives_another_answer()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, "annex.csv", "код;наименование;год;процедура;маркер;критерий A;критерий B\n1001;СОШ;2022;ОГЭ МА;1;нет;да\n1001;СОШ;2023;ОГЭ РУ;1;нет;да\n"u8.ToArray());
        Assert.Equal("1", Figures(page).Last());

        var any = page.QuerySelectorAll("#methodology option").Single(o => o.TextContent.Contains("Любая процедура", StringComparison.Ordinal)).GetAttribute("value");
        Assert.Equal("0", Figures(await region.OpenAsync(new Uri(page.Url).AbsolutePath + "?methodology=" + any)).Last());
    }

    [Fact]
    public async Task A_file_without_a_matrix_is_refused_in_words_and_others_do_not_see_the_check()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, "п.csv", "а;б\n1;2\n"u8.ToArray());
        Assert.Contains("Матрица приложения в файле не распознана", page.Body!.TextContent, StringComparison.Ordinal);

        var path = new Uri(page.Url).AbsolutePath;
        Assert.Equal(HttpStatusCode.NotFound, await (await lists.VisitAsync(TestRegion.ForeignRegional)).StatusOfAsync(path));
        Assert.NotEqual(HttpStatusCode.OK, await (await lists.VisitAsync(TestRegion.Municipal)).StatusOfAsync(path));
    }

    private static async Task<IDocument> UploadAsync(Visitor visitor, string name, byte[] file) => await visitor.SubmitAsync(
        await visitor.OpenAsync("/lists/published"),
        "form[enctype]",
        new() { ["Form.Year"] = $"{ListPortal.Year}", ["Form.Document"] = "приказ министерства" },
        ("Form.File", name, file));

    private static IEnumerable<string> Figures(IDocument page) => page.QuerySelectorAll(".cards .figure").Select(f => f.TextContent.Trim());

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
