using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Works;

/// <summary>What changed in the works of one's scope since a moment, and evidence that is removed.</summary>
public sealed class ChangesTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 приказ"u8];
    private readonly WorkWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Changes_since_the_previous_visit_are_those_of_the_own_scope()
    {
        await using (var db = world.Portal.Open())
        {
            await db.Users.Where(u => u.Email == TestRegion.Curator).ExecuteUpdateAsync(s => s.SetProperty(u => u.VisitedAt, DateTimeOffset.UtcNow.AddDays(-30)));
        }

        var (own, south) = (await world.WorkAsync("1.1", TestRegion.OwnSchool), await world.WorkAsync("1.1", TestRegion.SouthSchool));
        var region = await world.Portal.VisitAsync(TestRegion.Regional);
        foreach (var work in new[] { own, south })
        {
            await region.SubmitAsync(await region.OpenAsync($"/works/{work}"), "#remark", new() { ["Form.Text"] = $"Когда будет протокол {work}?" });
        }

        var curator = await world.Portal.VisitAsync(TestRegion.Curator);
        var first = await curator.OpenAsync("/");
        Assert.Contains("1 изменение других людей", Flat(first.QuerySelector("[aria-labelledby=work-changes]")!.TextContent), StringComparison.Ordinal);
        var page = await curator.OpenAsync("/works/changes");
        Assert.Contains("с вашего прошлого входа", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/works/{own}']"));
        Assert.Null(page.QuerySelector($"a[href='/works/{south}']"));
        Assert.Contains($"Когда будет протокол {own}?", page.Body!.TextContent, StringComparison.Ordinal);

        // The kind narrows, and so does the moment.
        Assert.Null((await curator.OpenAsync("/works/changes?kind=Evidence")).QuerySelector($"a[href='/works/{own}']"));
        Assert.NotNull((await curator.OpenAsync("/works/changes?kind=Comments")).QuerySelector($"a[href='/works/{own}']"));
        Assert.Contains("ничего не изменилось", (await curator.OpenAsync("/works/changes?since=2099-01-01T00:00")).Body!.TextContent, StringComparison.Ordinal);

        // The workbook holds exactly that.
        var rows = WorkbookText.Rows(await curator.DownloadAsync("/works/changes?handler=Xlsx"), "Изменения");
        Assert.Contains(rows, r => r.Contains($"Когда будет протокол {own}?", StringComparer.Ordinal));
        Assert.DoesNotContain(rows, r => r.Any(c => c.Contains($"протокол {south}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Removed_evidence_stays_in_the_history_and_its_file_is_served_no_more()
    {
        var work = await world.WorkAsync("1.2", TestRegion.OwnSchool);
        var principal = await world.Portal.VisitAsync(TestRegion.Principal);
        var curator = await world.Portal.VisitAsync(TestRegion.Curator);
        var page = await principal.SubmitAsync(await principal.OpenAsync($"/works/{work}"), "#report-form", new() { ["Form.Outcome"] = "Done", ["Form.Fact"] = "Проведён" });
        page = await principal.SubmitAsync(page, "#add-evidence", new() { ["Form.Number"] = "12" }, ("Form.File", "приказ.pdf", Pdf));
        var file = page.QuerySelector(".files a")!.GetAttribute("href")!;
        using (var served = await principal.Http.GetAsync(new Uri(file, UriKind.Relative)))
        {
            Assert.Equal("attachment", served.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("nosniff", served.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("sandbox; default-src 'none'", served.Headers.GetValues("Content-Security-Policy").Single());
        }

        // Not by whoever stands above without a word; then with it.
        page = await curator.SubmitAsync(await curator.OpenAsync($"/works/{work}"), "form[id^=detach-]");
        Assert.Contains("Укажите, почему подтверждение удаляется.", page.Body!.TextContent, StringComparison.Ordinal);
        page = await curator.SubmitAsync(page, "form[id^=detach-]", new() { ["Form.Text"] = "Личные данные детей" });
        Assert.Contains("Подтверждение удалено.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("удалено подтверждение", page.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Личные данные детей", page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".files a"));

        foreach (var (reader, status) in new[] { (TestRegion.Principal, HttpStatusCode.NotFound), (TestRegion.Curator, HttpStatusCode.NotFound), (TestRegion.Municipal, HttpStatusCode.NotFound), (TestRegion.Observer, HttpStatusCode.NotFound), (TestRegion.Regional, HttpStatusCode.OK) })
        {
            Assert.Equal(status, await (await world.Portal.VisitAsync(reader)).StatusOfAsync(file));
        }

        // Without proof it is not sent; the report of execution names no removed evidence.
        page = await principal.SubmitAsync(await principal.OpenAsync($"/works/{work}"), "#submit");
        Assert.Contains("Приложите подтверждение", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("приказ № 12", (await principal.OpenAsync($"/reports/execution?programme={world.Programme}")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
