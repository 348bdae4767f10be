using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Monitoring;

/// <summary>News with the rule of months, and checks of school sites, over real HTTP, as every role.</summary>
public sealed class PublicationPagesTests : IAsyncLifetime
{
    private readonly Portal portal = new();

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task A_school_writes_its_own_news_and_others_do_not_correct_it()
    {
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var page = await principal.SubmitAsync(await principal.OpenAsync("/publications/new"), "main form", News("Семинар для учителей", "javascript:alert(1)"));
        Assert.Contains("ссылка должна начинаться", page.Body!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(page, "main form", News("Семинар для учителей", "https://school.test/news/1"));
        var link = page.QuerySelector("tbody th a")!;
        Assert.Equal("https://school.test/news/1", link.GetAttribute("href"));
        Assert.Contains("noopener", link.GetAttribute("rel"), StringComparison.Ordinal);
        Assert.Contains(TestRegion.OwnSchool, page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        var id = await IdAsync();
        Assert.Equal(HttpStatusCode.OK, await principal.StatusOfAsync($"/publications/{id}/edit"));
        Assert.Equal(HttpStatusCode.NotFound, await (await portal.VisitAsync(TestRegion.Municipal)).StatusOfAsync($"/publications/{id}/edit"));
        Assert.Equal(HttpStatusCode.NotFound, await (await portal.VisitAsync(TestRegion.ForeignRegional)).StatusOfAsync($"/publications/{id}/edit"));
        var south = await (await portal.VisitAsync(TestRegion.OtherMunicipal)).OpenAsync("/publications");
        Assert.DoesNotContain("Семинар для учителей", south.Body!.TextContent, StringComparison.Ordinal);

        page = await principal.SubmitAsync(await principal.OpenAsync($"/publications/{id}/edit"), "#remove");
        Assert.Contains("Публикация удалена", page.Body!.TextContent, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.True(await db.Audit.AnyAsync(a => a.Subject == "Publication" && a.Action == "удалено"));
    }

    [Fact]
    public async Task Months_that_were_missed_are_named()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var year = DateTime.UtcNow.Year - 1;
        foreach (var month in new[] { 1, 2, 4 })
        {
            var news = News($"Новость {month}", "https://region.test/news");
            news["Form.Date"] = $"{year}-{month:00}-15";
            await region.SubmitAsync(await region.OpenAsync("/publications/new"), "main form", news);
        }

        var row = (await region.OpenAsync($"/publications/months?year={year}")).QuerySelector("tbody tr")!;
        Assert.Contains("Опытная область", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("9 из 12", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("пропущен", row.QuerySelectorAll("td")[2].TextContent, StringComparison.Ordinal);
        Assert.Equal("1", row.QuerySelectorAll("td")[3].TextContent.Trim());
        var cells = WorkbookText.Rows(await region.DownloadAsync($"/publications/months?year={year}&handler=Xlsx"), $"Новости {year}");
        Assert.StartsWith("март, май, июнь", cells[1][^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_marks_a_site_and_the_page_says_who_lacks_what()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync("/publications/sites/new");
        Assert.Contains("Концепция развития", page.QuerySelector("#items")!.TextContent, StringComparison.Ordinal);
        page = await region.SubmitAsync(page, "main form", new() { ["Form.Name"] = "Сайты, осень", ["Form.Schools"] = "All", ["Form.Items"] = "Раздел о программе\nКонцепция развития" });
        var round = page.Url[page.Url.LastIndexOf('/')..].TrimStart('/');

        int check, first, second, south;
        await using (var db = portal.Open())
        {
            check = await db.SiteChecks.Where(c => db.Schools.Any(s => s.Id == c.SchoolId && s.Name == TestRegion.OwnSchool)).Select(c => c.Id).SingleAsync();
            south = await db.SiteChecks.Where(c => db.Schools.Any(s => s.Id == c.SchoolId && s.Name == TestRegion.SouthSchool)).Select(c => c.Id).SingleAsync();
            var items = await db.Set<Domain.Publications.SiteCheckItem>().OrderBy(i => i.Position).Select(i => i.Id).ToListAsync();
            (first, second) = (items[0], items[1]);
        }

        var curator = await portal.VisitAsync(TestRegion.Curator);
        Assert.Equal(HttpStatusCode.NotFound, await curator.StatusOfAsync($"/publications/sites/checks/{south}"));
        page = await curator.SubmitAsync(
            await curator.OpenAsync($"/publications/sites/checks/{check}"),
            "#check",
            new() { [$"Form.Found[{first}].Mark"] = "yes", [$"Form.Found[{first}].Link"] = "https://school.test/programme", [$"Form.Found[{second}].Mark"] = "no" });
        Assert.Contains("Отметки записаны", page.Body!.TextContent, StringComparison.Ordinal);

        // The school sees its own marks and whose they are, and marks nothing itself.
        var principal = await portal.VisitAsync(TestRegion.Principal);
        page = await principal.OpenAsync($"/publications/sites/checks/{check}");
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal("noopener noreferrer", page.QuerySelector("a[href='https://school.test/programme']")!.GetAttribute("rel"));
        Assert.Contains("куратор", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        page = await region.OpenAsync($"/publications/sites/{round}");
        var rows = page.QuerySelectorAll("tbody")[0].QuerySelectorAll("tr");
        Assert.Equal(["1 из 1", "100,0\u00A0%", "4"], rows[0].QuerySelectorAll("td").Take(3).Select(c => c.TextContent.Trim()));
        Assert.Equal(["0 из 1", "0,0\u00A0%", "4"], rows[1].QuerySelectorAll("td").Take(3).Select(c => c.TextContent.Trim()));
        page = await region.OpenAsync($"/publications/sites/{round}?lacks={second}");
        Assert.Equal(TestRegion.OwnSchool, page.QuerySelector("tbody th a[href^='/publications/sites/checks/']")!.TextContent);
        var cells = WorkbookText.Rows(await region.DownloadAsync($"/publications/sites/{round}?handler=Xlsx&lacks={second}"), "Сайты школ");
        Assert.Equal(2, cells.Count);
        Assert.Contains("Концепция развития", cells[1]);

        // Finished, it takes no more marks.
        await region.SubmitAsync(page, "#close");
        Assert.Null((await curator.OpenAsync($"/publications/sites/checks/{check}")).QuerySelector("#check"));
    }

    private static Dictionary<string, string> News(string title, string link) => new(StringComparer.Ordinal) { ["Form.Title"] = title, ["Form.Place"] = "сайт школы", ["Form.Link"] = link };

    private async Task<int> IdAsync()
    {
        await using var db = portal.Open();
        return await db.Publications.Select(p => p.Id).SingleAsync();
    }
}
