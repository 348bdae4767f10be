using System.Globalization;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Tests.Printing;
using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Lists;

public sealed class ListPagesTests(ListPortal lists) : IClassFixture<ListPortal>
{
    [Fact]
    public async Task The_region_sees_every_list_newest_first()
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync("/lists");

        Assert.Equal(
            [$"/lists/{lists.Draft}", $"/lists/{lists.Preliminary}", $"/lists/{lists.Approved}"],
            page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")));
        var approved = page.QuerySelectorAll("tbody tr")[2];
        Assert.Contains("утверждён", approved.TextContent, StringComparison.Ordinal);
        Assert.Contains("№ 77-п от 15.01.2023", approved.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/lists/new']"));
    }

    [Theory]
    [InlineData(TestRegion.Municipal)]
    [InlineData(TestRegion.Curator)]
    [InlineData(TestRegion.Principal)]
    [InlineData(TestRegion.Observer)]
    public async Task A_draft_is_invisible_below_the_region(string email)
    {
        var visitor = await lists.VisitAsync(email);
        var page = await visitor.OpenAsync("/lists");

        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Null(page.QuerySelector("a[href='/lists/new']"));
        var school = await lists.SchoolAsync(TestRegion.OwnSchool);
        foreach (var address in new[] { "", "/xlsx", "/docx", "/pdf", $"/why/{school}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/lists/{lists.Draft}{address}"));
        }
    }

    [Fact]
    public async Task Why_names_the_files_of_the_school_alone_though_others_bear_the_same_name()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        Assert.Contains("2 файла", (await visitor.OpenAsync($"/lists/{lists.Preliminary}")).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        var own = await visitor.OpenAsync($"/lists/{lists.Preliminary}/why/{await lists.SchoolAsync(TestRegion.OwnSchool)}");
        Assert.Single(own.QuerySelectorAll(".provenance tbody tr"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/xlsx")]
    [InlineData("/docx")]
    [InlineData("/pdf")]
    [InlineData("/approve")]
    [InlineData("/rerun")]
    public async Task A_foreign_list_does_not_exist(string address)
    {
        var visitor = await lists.VisitAsync(TestRegion.ForeignRegional);

        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/lists/{lists.Approved}{address}"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/lists/999999{address}"));
    }

    [Fact]
    public async Task The_cards_count_listed_changes_edge_and_gaps()
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/lists/{lists.Preliminary}");

        Assert.Equal(
            ["2 из 5", "+2 / −1", "2", "1"],
            page.QuerySelectorAll(".cards .figure").Select(f => f.TextContent.Trim()));
        var text = Text(page.QuerySelector(".cards")!);
        Assert.Contains("40,0 %", text, StringComparison.Ordinal);
        Assert.Contains("до цели ≤ 20 % должна выйти ещё 1 школа", text, StringComparison.Ordinal);
        Assert.Equal("Предварительный, сейчас", page.QuerySelector(".life [aria-current=step]")!.TextContent.Trim());
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Contains("Нет ни одного результата за 2023 год: ОГЭ РУ, ЕГЭ РУ", Text(page.Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_the_year_before_says_that_criterion_B_cannot_hold()
    {
        var page = await (await lists.VisitAsync(TestRegion.Observer)).OpenAsync($"/lists/{lists.Approved}");

        Assert.Contains("Критерий B не может выполниться: нет данных за 2021 год.", Text(page.Body!), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".life-actions form"));
    }

    [Fact]
    public async Task A_row_shows_shares_badges_and_how_firm_it_is()
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/lists/{lists.Preliminary}");

        Assert.Equal([TestRegion.OwnSchool, TestRegion.SecondSchool], Names(page));
        var own = RowOf(page, TestRegion.OwnSchool);
        Assert.Equal(["A", "B"], own.QuerySelectorAll(".badge-criterion").Select(b => b.TextContent.Trim()));
        Assert.Equal("устойчиво", own.QuerySelector(".conclusion .pill")!.TextContent.Trim());
        Assert.Equal(["45", "40", "40"], own.QuerySelectorAll(".heat.low [aria-hidden]").Select(c => c.TextContent).OrderDescending(StringComparer.Ordinal));
        Assert.Contains("18 из 40 (45,0 %), низкий, до выхода −7 чел.", Text(own), StringComparison.Ordinal);
        Assert.Contains("title=\"ВПР 5 РУ, 2023: 18 из 40", own.OuterHtml, StringComparison.Ordinal);

        var second = RowOf(page, TestRegion.SecondSchool);
        Assert.Equal("на грани: 1 чел.", Text(second.QuerySelector(".conclusion .pill")!));
        Assert.Equal("N<10", second.QuerySelector("th .pill")!.TextContent);
        Assert.Contains("такого класса в школе нет", second.TextContent, StringComparison.Ordinal);
        Assert.Contains("нет данных", second.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show=all", 5)]
    [InlineData("show=rest", 3)]
    [InlineData("show=joined", 2)]
    [InlineData("show=left", 1)]
    [InlineData("criterion=a", 2)]
    [InlineData("criterion=b", 1)]
    [InlineData("criterion=ab", 1)]
    [InlineData("show=all&q=елкино", 1)]
    [InlineData("show=all&q=«ЛИЦЕЙ»+№2", 1)]
    [InlineData("show=all&q=лицей+№+2", 1)]
    [InlineData("show=all&q=90000", 5)]
    [InlineData("show=all&q=южный+район", 2)]
    [InlineData("show=all&q=нет+такой", 0)]
    [InlineData("show=nonsense&criterion=x&sort=y&municipality=z&page=-7", 2)]
    public async Task Filters_choose_rows_and_the_totals_follow(string query, int rows)
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/lists/{lists.Preliminary}?{query}");

        Assert.Equal(rows, page.QuerySelectorAll(".matrix tbody tr").Length);
        if (rows > 0)
        {
            Assert.StartsWith($"Низких у {rows} ", page.QuerySelector("tfoot th")!.TextContent.Trim(), StringComparison.Ordinal);
        }
        else
        {
            Assert.NotNull(page.QuerySelector("#table .empty"));
        }
    }

    [Fact]
    public async Task Totals_count_low_results_of_all_rows_chosen_by_procedure_and_year()
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/lists/{lists.Preliminary}?show=all");

        var totals = page.QuerySelectorAll("tfoot td.cell").Select(c => c.TextContent).ToArray();
        Assert.Equal(["1", "0", "3", "1", "0", "0", "0", "0", "0"], totals[..9]);
        Assert.Equal(["2", "1", "0", "1", "0", "0", "0", "0", "0"], totals[9..]);
    }

    [Fact]
    public async Task A_municipality_filter_shows_that_municipality()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var page = await visitor.OpenAsync($"/lists/{lists.Preliminary}?show=all");
        var south = page.QuerySelectorAll("#municipality option").Single(o => o.TextContent == TestRegion.South).GetAttribute("value");

        Assert.Equal(
            [TestRegion.SouthSchool, TestRegion.BranchSchool],
            Names(await visitor.OpenAsync($"/lists/{lists.Preliminary}?show=all&municipality={south}")));
    }

    [Theory]
    [InlineData("name", TestRegion.ThirdSchool)]
    [InlineData("-low", TestRegion.OwnSchool)]
    [InlineData("low", TestRegion.ThirdSchool)]
    [InlineData("-municipality", TestRegion.SouthSchool)]
    public async Task Sorting_orders_the_rows(string sort, string first)
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/lists/{lists.Preliminary}?show=all&sort={sort}");

        Assert.Equal(first, Names(page)[0]);
    }

    [Theory]
    [InlineData("distance")]
    [InlineData("-distance")]
    public async Task A_missing_distance_comes_last_both_ways(string sort)
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/lists/{lists.Preliminary}?show=all&sort={sort}");

        Assert.Equal(TestRegion.BranchSchool, Names(page)[^1]);
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_the_last_page()
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/lists/{lists.Preliminary}?page=99");

        Assert.Equal("Показано 1–2 из 2", page.QuerySelector(".pages span")!.TextContent);
    }

    [Theory]
    [InlineData(TestRegion.Municipal, 3)]
    [InlineData(TestRegion.OtherMunicipal, 2)]
    [InlineData(TestRegion.Curator, 2)]
    [InlineData(TestRegion.Principal, 1)]
    public async Task Everybody_sees_the_rows_of_their_own_schools(string email, int rows)
    {
        var visitor = await lists.VisitAsync(email);
        var page = await visitor.OpenAsync($"/lists/{lists.Preliminary}?show=all");

        Assert.Equal(rows, Names(page).Length);
        Assert.Empty(page.QuerySelectorAll(".life-actions form"));

        // An extract of one school has nothing to count and nothing to choose.
        Assert.All(["main .cards", "form[role=search]", "tfoot"], part => Assert.Equal(rows > 1, page.QuerySelector(part) is not null));
        var matrix = WorkbookText.Rows(await visitor.DownloadAsync($"/lists/{lists.Preliminary}/xlsx?show=all"), AnnexWorkbook.MatrixSheet);
        Assert.Equal(4 + rows, matrix.Count);
        var foreign = email == TestRegion.OtherMunicipal ? TestRegion.OwnSchool : TestRegion.SouthSchool;
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/lists/{lists.Preliminary}/why/{await lists.SchoolAsync(foreign)}"));
    }

    [Fact]
    public async Task Why_is_told_with_counts_and_the_row_each_number_came_from()
    {
        var school = await lists.SchoolAsync(TestRegion.OwnSchool);
        var page = await (await lists.VisitAsync(TestRegion.Principal)).OpenAsync($"/lists/{lists.Preliminary}/why/{school}");

        Assert.Equal("Почему школа в перечне", page.QuerySelector("h1")!.TextContent);
        var text = Text(page.QuerySelector("main")!);
        Assert.Contains("Низкие результаты по 2 процедурам в 2023 году: ВПР 5 РУ — 18 из 40 (45,0 %) и ВПР 6 МА — 20 из 50 (40,0 %).", text, StringComparison.Ordinal);
        Assert.Contains("Одна и та же процедура два года подряд: ВПР 5 РУ", text, StringComparison.Ordinal);
        Assert.Contains("Результаты.xlsx, лист «Лист 1», строка 3", text, StringComparison.Ordinal);
        Assert.Contains("Откуда эти данные", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_workbook_and_print_show_the_same_figures()
    {
        using var turn = await BrowserLock.AcquireAsync();
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var address = $"/lists/{lists.Preliminary}";
        var page = await visitor.OpenAsync($"{address}?show=all");
        var matrix = WorkbookText.Rows(await visitor.DownloadAsync($"{address}/xlsx?show=all"), AnnexWorkbook.MatrixSheet);
        var pdf = await PdfText.ReadAsync(await visitor.DownloadAsync($"{address}/pdf?show=all"));
        var print = PdfText.Words(pdf.AllText);

        Assert.True(pdf.Marked);
        Assert.Equal(5, Names(page).Length);
        Assert.Equal(Names(page), matrix.Skip(4).Select(r => r[2]));
        foreach (var (name, sheetRow) in Names(page).Zip(matrix.Skip(4)))
        {
            Assert.Contains(PdfText.Words(name), print, StringComparison.Ordinal);
            var cells = RowOf(page, name).QuerySelectorAll("td.cell").ToArray();
            Assert.Equal(18, cells.Length);
            for (var i = 0; i < cells.Length; i++)
            {
                var words = Text(cells[i].QuerySelector(".heat .visually-hidden")!);
                if (decimal.TryParse(sheetRow[4 + i], NumberStyles.Float, CultureInfo.InvariantCulture, out var share))
                {
                    var percent = Domain.RussianFigures.Percent(share);
                    Assert.Contains(percent.Replace('\u00A0', ' '), words, StringComparison.Ordinal);
                    Assert.Contains(PdfText.Words(percent.TrimEnd('%')), print, StringComparison.Ordinal);
                }
                else
                {
                    Assert.Equal("—", sheetRow[4 + i]);
                    Assert.DoesNotContain("%", words, StringComparison.Ordinal);
                }
            }
        }

        Assert.Contains(PdfText.Words("В перечне 2 школы из 5"), print, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_annex_is_of_what_the_page_shows()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var page = await visitor.OpenAsync($"/lists/{lists.Preliminary}?criterion=b");
        var link = page.QuerySelectorAll("#exports a").Single(a => a.TextContent == "Excel").GetAttribute("href")!;

        var file = await visitor.DownloadAsync(link);

        Assert.Equal([TestRegion.OwnSchool], WorkbookText.Rows(file, AnnexWorkbook.MatrixSheet).Skip(4).Select(r => r[2]));
        Assert.Contains(
            WorkbookText.Rows(file, AnnexWorkbook.SourcesSheet),
            r => r.Contains("Опытная область. Отобраны: критерий B"));
    }

    private static string[] Names(IDocument page) => [.. page.QuerySelectorAll(".matrix tbody th a").Select(a => a.TextContent)];

    private static IElement RowOf(IDocument page, string name) =>
        page.QuerySelectorAll(".matrix tbody tr").Single(r => r.QuerySelector("th a")!.TextContent == name);

    /// <summary>Text with ordinary spaces, as a person reads it.</summary>
    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n', '\r', '\t', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries));
}
