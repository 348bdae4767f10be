using System.Globalization;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Tests.Printing;

namespace EffectiveSchool.Web.Tests.Schools;

public sealed class SchoolPageTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private const int Year = 2026;
    private int _own;
    private int _second;
    private int _third;

    public async Task InitializeAsync()
    {
        await using var db = portal.Open();
        if (!await db.Lists.AnyAsync())
        {
            await TestResults.PutTwoYearsAsync(db, Year);
            var list = new SchoolList { RegionId = (await db.Regions.SingleAsync(r => r.Code == "90")).Id, ForYear = Year + 1, ResultsYear = Year };
            var methodology = await db.Methodologies.FirstAsync(m => m.RegionId == list.RegionId && m.Code == "same");
            var runs = new ListRuns(db, TimeProvider.System);
            Assert.Null(await runs.RunAsync(list, methodology, CancellationToken.None));
            Assert.Null(await runs.PublishAsync(list, null, CancellationToken.None));
        }

        _own = await IdAsync(db, TestRegion.OwnSchool);
        _second = await IdAsync(db, TestRegion.SecondSchool);
        _third = await IdAsync(db, TestRegion.ThirdSchool);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_principal_reads_why_the_school_is_listed()
    {
        var page = await (await portal.VisitAsync(TestRegion.Principal)).OpenAsync($"/schools/{_own}");
        Assert.Equal("Школа входит в перечень ШНОР на 2027 год (предварительный)", page.GetElementById("verdict")!.TextContent);
        var sentences = Squeezed(page.QuerySelector(".verdict-sentences")!.TextContent);
        Assert.Contains("Низкие результаты по 2 процедурам в 2026 году: ВПР 5 РУ — 18 из 40 (45,0 %) и ВПР 6 МА — 20 из 50 (40,0 %).", sentences, StringComparison.Ordinal);
        Assert.Contains("ВПР 5 РУ — 16 из 40 (40,0 %) в 2025 году и 18 из 40 (45,0 %) в 2026 году", sentences, StringComparison.Ordinal);
        Assert.Equal(["A", "B"], page.QuerySelectorAll(".verdict-sentences .badge-criterion").Select(b => b.TextContent));
        Assert.Contains("не хватило", Squeezed(page.GetElementById("steps")!.ParentElement!.TextContent), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll(".btn-primary"));
    }

    [Fact]
    public async Task Distances_stand_both_ways_and_a_small_sample_has_its_badge()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var own = Squeezed((await visitor.OpenAsync($"/schools/{_own}")).QuerySelector(".small-multiples")!.TextContent);
        Assert.Contains("до выхода −7 чел.", own, StringComparison.Ordinal);
        Assert.Contains("4 из 37 (10,8 %) · до порога 8 чел.", own, StringComparison.Ordinal);
        var second = await visitor.OpenAsync($"/schools/{_second}");
        Assert.Contains("малая выборка", second.QuerySelector(".small-multiples")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("на грани", second.QuerySelector(".card-low")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_picture_has_its_table_and_every_number_its_file_and_row()
    {
        var page = await (await portal.VisitAsync(TestRegion.Principal)).OpenAsync($"/schools/{_own}");
        Assert.All(page.QuerySelectorAll(".small-multiples figure"), figure => Assert.NotNull(figure.QuerySelector("table")));
        Assert.Contains("Результаты.xlsx, лист «Лист 1», строка 3", page.QuerySelector("table.markers")!.TextContent, StringComparison.Ordinal);
        var source = page.QuerySelector(".provenance tbody tr")!;
        Assert.Equal(
            [TestResults.File, "14.11.2026 09:12", TestResults.Author],
            source.QuerySelectorAll("td").Take(3).Select(c => c.TextContent));
    }

    [Fact]
    public async Task A_school_that_is_not_listed_says_so_and_the_registry_agrees()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var page = await visitor.OpenAsync($"/schools/{_third}");
        Assert.Equal("Школа не входит в перечень ШНОР на 2027 год (предварительный)", page.GetElementById("verdict")!.TextContent);
        Assert.Equal([TestRegion.OwnSchool, TestRegion.SecondSchool], await ListedAsync(visitor, "true"));
        Assert.DoesNotContain(TestRegion.OwnSchool, await ListedAsync(visitor, "false"));
        var row = (await visitor.OpenAsync("/schools?q=900001")).QuerySelector(".grid tbody tr")!;
        Assert.Contains("в перечне A, B", Squeezed(row.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_not_shown_to_the_school()
    {
        await using var db = portal.Open();
        var published = await db.Lists.OrderBy(l => l.Id).FirstAsync();
        var draft = new SchoolList { RegionId = published.RegionId, ForYear = Year + 2, ResultsYear = Year };
        var methodology = await db.Methodologies.FirstAsync(m => m.RegionId == draft.RegionId && m.Code == "any");
        Assert.Null(await new ListRuns(db, TimeProvider.System).RunAsync(draft, methodology, CancellationToken.None));
        try
        {
            var regional = await (await portal.VisitAsync(TestRegion.Regional)).OpenAsync($"/schools/{_own}");
            Assert.Contains("на 2027 год", regional.GetElementById("verdict")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("на 2028 год", regional.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            var principal = await (await portal.VisitAsync(TestRegion.Principal)).OpenAsync($"/schools/{_own}");
            Assert.Contains("на 2027 год", principal.GetElementById("verdict")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("2028", principal.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            await db.Lists.Where(l => l.Id == draft.Id).ExecuteDeleteAsync();
        }
    }

    [Fact]
    public async Task The_figures_of_the_page_of_the_pdf_and_of_the_database_are_the_same()
    {
        using var turn = await BrowserLock.AcquireAsync();
        var visitor = await portal.VisitAsync(TestRegion.Principal);
        var page = await visitor.OpenAsync($"/schools/{_own}");
        using var response = await visitor.Http.GetAsync(new Uri($"/schools/{_own}/pdf", UriKind.Relative));
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Школа-900001.pdf", response.Content.Headers.ContentDisposition!.FileNameStar);
        var pdf = PdfText.Words((await PdfText.ReadAsync(await response.Content.ReadAsByteArrayAsync())).AllText);

        await using var db = portal.Open();
        var stored = await db.Results.Where(r => r.SchoolId == _own).Select(r => new { r.Procedure.Code, r.Year, r.Participants, r.Failed }).ToListAsync();
        Assert.Equal(4, stored.Count);
        foreach (var result in stored)
        {
            var share = RussianFigures.Percent(100m * result.Failed / result.Participants);
            var figure = page.QuerySelectorAll(".small-multiples figure").Single(f => f.QuerySelector("figcaption")!.TextContent == result.Code);
            var cells = figure.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == result.Year.ToString(CultureInfo.InvariantCulture)).QuerySelectorAll("td");
            Assert.Equal($"{result.Failed} из {result.Participants}", cells[0].TextContent);
            Assert.EndsWith(share, cells[1].TextContent, StringComparison.Ordinal);
            Assert.Contains(PdfText.Words($"{result.Year}{result.Failed} из {result.Participants}{cells[1].TextContent}{cells[2].TextContent}"), pdf, StringComparison.Ordinal);
        }

        foreach (var sentence in page.QuerySelectorAll(".verdict-sentences li"))
        {
            Assert.Contains(PdfText.Words(sentence.TextContent), pdf, StringComparison.Ordinal);
        }
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    private static async Task<List<string>> ListedAsync(Visitor visitor, string listed) =>
        [.. (await visitor.OpenAsync("/schools?listed=" + listed)).QuerySelectorAll(".grid tbody th a").Select(a => a.TextContent)];

    private static Task<int> IdAsync(PortalDb db, string name) => db.Schools.Where(s => s.Name == name).Select(s => s.Id).SingleAsync();
}
