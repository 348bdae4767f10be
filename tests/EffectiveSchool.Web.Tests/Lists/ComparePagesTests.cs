using DocumentFormat.OpenXml.Packaging;
using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Lists;

public sealed class ComparePagesTests(ListPortal lists) : IClassFixture<ListPortal>
{
    [Fact]
    public async Task Year_to_year_tells_who_joined_and_left_and_why()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);

        var page = await region.OpenAsync(Address(lists.Approved, lists.Preliminary));

        Assert.Equal(["+2", "−1", "0", "0", "2"], page.QuerySelectorAll(".cards .figure").Select(f => f.TextContent.Trim()));
        Assert.Equal([TestRegion.SecondSchool, TestRegion.OwnSchool], Names(page).OrderByDescending(n => n.StartsWith("МК", StringComparison.Ordinal)));
        Assert.Contains("Появился критерий A", Row(page, TestRegion.OwnSchool), StringComparison.Ordinal);
        Assert.Contains("стало в 2023 году ВПР 5 РУ — 18 из 40", Row(page, TestRegion.OwnSchool), StringComparison.Ordinal);
        var left = await region.OpenAsync(Address(lists.Approved, lists.Preliminary, "&show=left"));
        Assert.Equal([TestRegion.ThirdSchool], Names(left));
        Assert.Contains("Исчез критерий A: было в 2022 году", Row(left, TestRegion.ThirdSchool), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_opens_on_what_there_is()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);

        var stayed = await region.OpenAsync(Address(lists.Preliminary, lists.Draft));
        Assert.Contains("остались", stayed.QuerySelector(".cards .chosen")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Names(stayed));
        Assert.Contains("вошли", (await region.OpenAsync(Address(lists.Preliminary, lists.Draft, "&show=joined"))).QuerySelector(".cards .chosen")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("вошли", (await region.OpenAsync(Address(lists.Approved, lists.Preliminary))).QuerySelector(".cards .chosen")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_counts_are_those_of_the_list_page()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);

        var list = await region.OpenAsync($"/lists/{lists.Preliminary}");

        Assert.Contains("+2 / −1", list.QuerySelectorAll(".cards .figure").Select(f => f.TextContent.Trim()));
        Assert.Equal(lists.Approved.ToString(System.Globalization.CultureInfo.InvariantCulture), list.QuerySelector("#compare-from option[selected]")!.GetAttribute("value"));
        Assert.Equal(2, (await region.OpenAsync("/lists")).QuerySelectorAll("form[action='/lists/compare'] select").Length);
    }

    [Fact]
    public async Task A_draft_with_the_same_figures_changes_nothing()
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync(Address(lists.Preliminary, lists.Draft, "&show=stayed"));

        Assert.Equal(["0", "0", "2", "0", "3"], page.QuerySelectorAll(".cards .figure").Select(f => f.TextContent.Trim()));
        Assert.Contains("Критерий A остался: те же результаты", Row(page, TestRegion.OwnSchool), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_the_region_a_draft_does_not_exist_and_rows_are_ones_own()
    {
        var principal = await lists.VisitAsync(TestRegion.Principal);

        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync(Address(lists.Preliminary, lists.Draft)));
        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync(Address(lists.Draft, lists.Draft)));
        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync(Address(lists.Preliminary, lists.Draft, "&handler=Xlsx")));
        var page = await principal.OpenAsync(Address(lists.Approved, lists.Preliminary));
        Assert.Equal([TestRegion.OwnSchool], Names(page));
        Assert.Equal(2, page.QuerySelectorAll("#from option").Length);
        var municipal = await (await lists.VisitAsync(TestRegion.OtherMunicipal)).OpenAsync(Address(lists.Approved, lists.Preliminary));
        Assert.DoesNotContain(TestRegion.OwnSchool, municipal.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_list_is_not_found_and_the_same_list_is_refused_in_words()
    {
        var foreign = await lists.VisitAsync(TestRegion.ForeignRegional);
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync(Address(lists.Approved, lists.Preliminary)));
        var region = await lists.VisitAsync(TestRegion.Regional);
        Assert.Equal(HttpStatusCode.NotFound, await region.StatusOfAsync(Address(lists.Approved, 999999)));

        var same = await region.OpenAsync(Address(lists.Approved, lists.Approved));

        Assert.Contains("один и тот же перечень", same.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await region.StatusOfAsync(Address(lists.Approved, lists.Approved, "&handler=Xlsx")));
    }

    [Fact]
    public async Task A_municipality_may_be_chosen_and_the_workbook_holds_the_same_choice()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var whole = await region.OpenAsync(Address(lists.Approved, lists.Preliminary));
        var south = whole.QuerySelectorAll("#municipality option").Single(o => o.TextContent == TestRegion.South).GetAttribute("value");

        var page = await region.OpenAsync(Address(lists.Approved, lists.Preliminary, $"&municipality={south}"));
        Assert.Equal("0", page.QuerySelector(".cards .figure")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector(".empty"));

        Assert.Contains(TestRegion.ThirdSchool, Text(await region.DownloadAsync(whole.QuerySelector("a[download]")!.GetAttribute("href")!)), StringComparison.Ordinal);
        var chosen = Text(await region.DownloadAsync(page.QuerySelector("a[download]")!.GetAttribute("href")!));
        Assert.DoesNotContain(TestRegion.ThirdSchool, chosen, StringComparison.Ordinal);
        Assert.Contains($"Отобраны: {TestRegion.South}", chosen, StringComparison.Ordinal);
        var inWords = OfficeFiles.TextOf(await region.DownloadAsync(whole.QuerySelector("a[href$='handler=Docx']")!.GetAttribute("href")!));
        Assert.Contains(TestRegion.ThirdSchool, inWords, StringComparison.Ordinal);
        Assert.Contains("Исчез критерий A: было в 2022 году", inWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_a_list_is_the_journal_within_the_scope()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var history = await region.OpenAsync($"/lists/{lists.Approved}/history");
        Assert.Contains("Номер приказа", history.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("утверждён", history.QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        var principal = await lists.VisitAsync(TestRegion.Principal);
        var own = await principal.OpenAsync($"/lists/{lists.Approved}/history");
        Assert.Null(own.QuerySelector("table"));
        Assert.Contains("вам видны только собственные действия", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync($"/lists/{lists.Draft}/history"));
        Assert.Equal(HttpStatusCode.NotFound, await (await lists.VisitAsync(TestRegion.ForeignRegional)).StatusOfAsync($"/lists/{lists.Approved}/history"));
    }

    private static string Address(int from, int to, string rest = "") => $"/lists/compare?from={from}&to={to}{rest}";

    private static IEnumerable<string> Names(IDocument page) => page.QuerySelectorAll("table.comparison tbody th a").Select(a => a.TextContent);

    private static string Row(IDocument page, string school) =>
        page.QuerySelectorAll("table.comparison tbody tr").Single(r => r.QuerySelector("th a")!.TextContent == school).TextContent;

    private static string Text(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return string.Join('\n', document.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!.InnerText));
    }
}
