using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Tests.Works;

/// <summary>From the participants of a programme to the submitted report, over real HTTP, as every role.</summary>
public sealed class WorkPagesTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 приказ"u8];
    private readonly Portal portal = new();
    private int programme;
    private int roadmap;

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await using var db = portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var added = new Programme { RegionId = region.Id };
        var year = DateTime.UtcNow.Year;
        Assert.Null(added.Describe("Поддержка школ", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), new ProgrammePassport()));
        db.Programmes.Add(added);
        await db.SaveChangesAsync();
        var plan = new Roadmap
        {
            ProgrammeId = added.Id, RegionId = region.Id, Name = "Дорожная карта", FileName = "план.xlsx", Sha256 = new string('a', 64), Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch,
        };
        plan.Add(["Трек 1"], null, new ActivityWords("1.1", "Педсовет в каждой ШНРО", "директор", "участие не менее 90 % педагогов"), TermReader.Read("Январь", added.Period));
        plan.Add(["Трек 2"], null, new ActivityWords("2.1", "Региональный семинар", "ИРО", "протокол"), TermReader.Read("Февраль", added.Period));
        db.Roadmaps.Add(plan);
        await db.SaveChangesAsync();
        (programme, roadmap) = (added.Id, plan.Id);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task A_principal_reports_the_curator_returns_and_accepts_and_the_report_tells_it()
    {
        await TakePartAsync(TestRegion.OwnSchool);
        await TakePartAsync(TestRegion.SouthSchool);
        var work = await WorkOfAsync(TestRegion.OwnSchool);
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var curator = await portal.VisitAsync(TestRegion.Curator);

        // The school sees its own work, which is late, on the first screen too.
        var table = await principal.OpenAsync($"/roadmaps/{roadmap}/works?show=late");
        Assert.NotNull(table.QuerySelector($"a[href='/works/{work}']"));
        Assert.DoesNotContain(TestRegion.SouthSchool, table.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await principal.OpenAsync("/")).QuerySelector($"a[href='/works/{work}']"));

        // Less than expected is not done; nothing is sent without proof.
        var page = await principal.OpenAsync($"/works/{work}");
        page = await principal.SubmitAsync(page, "#report-form", new() { ["Form.Outcome"] = "Done", ["Form.Fact"] = "Проведён", ["Form.Reached"] = "80" });
        Assert.Contains("Достигнуто меньше, чем ожидалось (90 %)", page.Body!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(page, "#report-form", new() { ["Form.Reached"] = "95" });
        Assert.Contains("Отчёт записан.", page.Body!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(page, "#submit");
        Assert.Contains("Приложите подтверждение", page.Body!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(page, "#add-evidence", new() { ["Form.Number"] = "12" }, ("Form.File", "приказ.html", [.. "<html>"u8]));
        Assert.Contains("веб-страница", page.Body!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(page, "#add-evidence", new() { ["Form.Kind"] = "Order", ["Form.Number"] = "12" }, ("Form.File", "приказ.pdf", Pdf));
        var file = page.QuerySelector(".files a")!.GetAttribute("href")!;
        page = await principal.SubmitAsync(page, "#submit");
        Assert.Contains("на проверке", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#report-form"));

        // A stranger's evidence is 404, and so is the work.
        foreach (var stranger in new[] { TestRegion.OtherMunicipal, TestRegion.ForeignRegional })
        {
            var other = await portal.VisitAsync(stranger);
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync(file));
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync($"/works/{work}"));
        }

        // The curator returns, the school sends again, the curator accepts.
        page = await curator.SubmitAsync(await curator.OpenAsync($"/works/{work}"), "#return", new() { ["Form.Text"] = "Нет подписи" });
        Assert.Contains("возвращено", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        page = await principal.OpenAsync($"/works/{work}");
        Assert.Contains("Нет подписи", page.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(page, "#report-form");
        await principal.SubmitAsync(page, "#submit");
        page = await curator.SubmitAsync(await curator.OpenAsync($"/works/{work}"), "#accept");
        Assert.Contains("выполнено", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await curator.StatusOfAsync(file));

        // The report: the school's own, and the region's with its denominator.
        var own = await principal.OpenAsync($"/reports/execution?programme={programme}");
        Assert.Contains("(1 из 1)", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("приказ № 12", own.Body.TextContent, StringComparison.Ordinal);
        var region = await portal.VisitAsync(TestRegion.Regional);
        var whole = await region.OpenAsync($"/reports/execution?programme={programme}");
        Assert.Contains("(1 из 3)", whole.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(await region.DownloadAsync($"/reports/execution?programme={programme}&handler=Xlsx"));

        // A submitted report stays as it was; the next says what changed.
        await region.SubmitAsync(whole, "#submit");
        var southern = await WorkOfAsync(TestRegion.SouthSchool);
        await region.SubmitAsync(await region.OpenAsync($"/works/{southern}"), "#dismiss", new() { ["Form.Text"] = "Школа реорганизуется" });
        var second = await region.SubmitAsync(await region.OpenAsync($"/reports/execution?programme={programme}"), "#submit");
        Assert.Contains("стало «не требуется»", second.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("(1 из 2)", second.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_observer_reads_and_a_curator_does_not_report()
    {
        await TakePartAsync(TestRegion.OwnSchool);
        var work = await WorkOfAsync(TestRegion.OwnSchool);
        var observer = await (await portal.VisitAsync(TestRegion.Observer)).OpenAsync($"/works/{work}");
        Assert.Empty(observer.QuerySelectorAll("main form"));
        var curator = await (await portal.VisitAsync(TestRegion.Curator)).OpenAsync($"/works/{work}");
        Assert.Null(curator.QuerySelector("#report-form"));
        Assert.NotNull(curator.QuerySelector("#move"));
        Assert.Null(curator.QuerySelector("#dismiss"));
    }

    [Fact]
    public async Task A_municipality_does_not_move_what_the_region_does_for_all()
    {
        await TakePartAsync(TestRegion.OwnSchool);
        await using var db = portal.Open();
        var work = await db.Works.Where(w => w.SchoolId == null).Select(w => w.Id).SingleAsync();
        var page = await (await portal.VisitAsync(TestRegion.Municipal)).OpenAsync($"/works/{work}");
        Assert.Null(page.QuerySelector("#report-form"));
        Assert.Null(page.QuerySelector("#move"));
    }

    private async Task TakePartAsync(string school)
    {
        await using var db = portal.Open();
        var id = await db.Schools.Where(s => s.Name == school).Select(s => s.Id).SingleAsync();
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.SubmitAsync(await region.OpenAsync($"/programmes/{programme}/schools"), "#add", new() { ["Form.School"] = $"{id}" });
        Assert.Contains("Добавлено участий: 1", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<int> WorkOfAsync(string school)
    {
        await using var db = portal.Open();
        return await db.Works.Where(w => db.Schools.Any(s => s.Id == w.SchoolId && s.Name == school)).Select(w => w.Id).SingleAsync();
    }
}
