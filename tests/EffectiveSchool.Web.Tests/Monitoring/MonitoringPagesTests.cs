using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Monitoring;

/// <summary>From the plan of monitoring to a closed round, over real HTTP, as every role.</summary>
public sealed class MonitoringPagesTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 концепция"u8];
    private readonly Portal portal = new();

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task A_school_hands_in_the_curator_returns_and_confirms_and_the_region_sees_who_has_not()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var cycle = await PlanAsync(region, "Twice");
        var rounds = await OpenAsync(region, cycle);
        var own = await SubmissionOfAsync(TestRegion.OwnSchool, rounds[0]);
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var curator = await portal.VisitAsync(TestRegion.Curator);

        // The school is reminded, and finds its own work from the list.
        Assert.NotNull((await principal.OpenAsync("/")).QuerySelector($"a[href='/monitoring/submissions/{own}']"));
        var list = await principal.OpenAsync("/monitoring");
        Assert.NotNull(list.QuerySelector($"a[href='/monitoring/submissions/{own}']"));

        // Nothing obligatory may be missing; what was written stays; files are judged by content.
        var page = await principal.OpenAsync($"/monitoring/submissions/{own}");
        var (number, file, yes) = await ItemsAsync(cycle);
        page = await principal.SubmitAsync(page, "#fill", new() { [$"Form.Answers[{number}]"] = "двенадцать" });
        Assert.Contains("здесь нужно число", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("двенадцать", page.QuerySelector($"#item-{number}")!.GetAttribute("value"));
        page = await principal.SubmitAsync(page, "#fill", new() { [$"Form.Answers[{number}]"] = "12,5", ["Form.Then"] = "submit" });
        Assert.Contains("«Концепция развития»", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("не начато", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(page, "#fill", new(), ($"file-{file}", "концепция.pdf", [.. "<html>"u8]));
        Assert.Contains("веб-страница", page.Body!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(
            page, "#fill", new() { [$"Form.Answers[{number}]"] = "12,5", [$"Form.Answers[{yes}]"] = "да", ["Form.Then"] = "submit" }, ($"file-{file}", "концепция.pdf", Pdf));
        Assert.Contains("на проверке", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#fill"));
        var stored = page.QuerySelector("a[href^='/files/']")!.GetAttribute("href")!;

        // A stranger's row and file are 404.
        foreach (var stranger in new[] { TestRegion.OtherMunicipal, TestRegion.ForeignRegional })
        {
            var other = await portal.VisitAsync(stranger);
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync($"/monitoring/submissions/{own}"));
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync(stored));
        }

        var south = await SubmissionOfAsync(TestRegion.SouthSchool, rounds[0]);
        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync($"/monitoring/submissions/{south}"));
        Assert.Equal(HttpStatusCode.NotFound, await curator.StatusOfAsync($"/monitoring/submissions/{south}"));

        // The curator returns with a reason, the school hands in again, the curator confirms.
        page = await curator.SubmitAsync(await curator.OpenAsync($"/monitoring/submissions/{own}"), "#return", new() { ["Form.Reason"] = "Проверьте число" });
        Assert.Contains("возвращено", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        page = await principal.OpenAsync($"/monitoring/submissions/{own}");
        Assert.Contains("Проверьте число", page.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        await principal.SubmitAsync(page, "#fill", new() { [$"Form.Answers[{number}]"] = "14", ["Form.Then"] = "submit" });
        page = await curator.SubmitAsync(await curator.OpenAsync($"/monitoring/submissions/{own}"), "#confirm");
        Assert.Contains("подтверждено", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);

        // Who has not: the region by municipality, the municipality its own alone; the workbook holds what is seen.
        var whole = await region.OpenAsync($"/monitoring/rounds/{rounds[0]}");
        Assert.Contains("1 из 5", whole.QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
        var owed = await region.OpenAsync($"/monitoring/rounds/{rounds[0]}?show=owed");
        Assert.DoesNotContain(TestRegion.OwnSchool, owed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(TestRegion.SouthSchool, owed.Body.TextContent, StringComparison.Ordinal);
        var municipality = await portal.VisitAsync(TestRegion.Municipal);
        var north = await municipality.OpenAsync($"/monitoring/rounds/{rounds[0]}");
        Assert.Contains("1 из 3", north.QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(TestRegion.SouthSchool, north.Body!.TextContent, StringComparison.Ordinal);
        var cells = string.Join('|', WorkbookText.Rows(await municipality.DownloadAsync($"/monitoring/rounds/{rounds[0]}?handler=Xlsx&show=confirmed"), "1-й этап, входной").SelectMany(r => r));
        Assert.Contains(TestRegion.OwnSchool, cells, StringComparison.Ordinal);
        Assert.Contains("концепция.pdf", cells, StringComparison.Ordinal);
        Assert.DoesNotContain(TestRegion.SecondSchool, cells, StringComparison.Ordinal);

        // An observer reads and moves nothing.
        var observer = await (await portal.VisitAsync(TestRegion.Observer)).OpenAsync($"/monitoring/submissions/{own}");
        Assert.Empty(observer.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_draft_is_unseen_by_schools_and_by_other_municipalities()
    {
        var municipality = await portal.VisitAsync(TestRegion.Municipal);
        var cycle = await PlanAsync(municipality, "Once");
        foreach (var stranger in new[] { TestRegion.Principal, TestRegion.Curator, TestRegion.OtherMunicipal, TestRegion.ForeignRegional })
        {
            Assert.Equal(HttpStatusCode.NotFound, await (await portal.VisitAsync(stranger)).StatusOfAsync($"/monitoring/{cycle}"));
        }

        var region = await (await portal.VisitAsync(TestRegion.Regional)).OpenAsync($"/monitoring/{cycle}");
        Assert.Contains("Черновик", region.Body!.TextContent, StringComparison.Ordinal);

        // Opened, it is of the schools of the municipality alone.
        var rounds = await OpenAsync(municipality, cycle);
        var page = await municipality.OpenAsync($"/monitoring/rounds/{rounds[0]}");
        Assert.Contains("0 из 3", page.QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await (await portal.VisitAsync(TestRegion.Principal)).StatusOfAsync($"/monitoring/{cycle}"));
        Assert.Equal(HttpStatusCode.NotFound, await (await portal.VisitAsync(TestRegion.OtherMunicipal)).StatusOfAsync($"/monitoring/{cycle}"));
    }

    [Fact]
    public async Task A_closed_round_is_frozen_on_the_page_and_in_the_database()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var cycle = await PlanAsync(region, "Once");
        var rounds = await OpenAsync(region, cycle);
        var own = await SubmissionOfAsync(TestRegion.OwnSchool, rounds[0]);
        var page = await region.SubmitAsync(await region.OpenAsync($"/monitoring/rounds/{rounds[0]}"), "#close");
        Assert.Contains("не сдали 5 школ", page.Body!.TextContent, StringComparison.Ordinal);

        await using (var db = portal.Open())
        {
            var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
            await db.MonitoringRounds.ExecuteUpdateAsync(s => s.SetProperty(r => r.From, today.AddDays(-30)).SetProperty(r => r.Due, today.AddDays(-20)));
        }

        // Late by twenty days: the school, its curator, the municipality and the region are all told.
        foreach (var reader in new[] { TestRegion.Principal, TestRegion.Curator, TestRegion.Municipal, TestRegion.Regional })
        {
            Assert.NotNull((await (await portal.VisitAsync(reader)).OpenAsync("/")).QuerySelector($"a[href='/monitoring/submissions/{own}']"));
        }

        page = await region.SubmitAsync(await region.OpenAsync($"/monitoring/rounds/{rounds[0]}"), "#close");
        Assert.Contains("Этап закрыт", page.Body!.TextContent, StringComparison.Ordinal);
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var closed = await principal.OpenAsync($"/monitoring/submissions/{own}");
        Assert.Null(closed.QuerySelector("#fill"));
        Assert.Contains("Этап закрыт", closed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await principal.OpenAsync("/")).QuerySelector($"a[href='/monitoring/submissions/{own}']"));

        var user = await UserAsync(TestRegion.Regional);
        await using var asRegion = TestRegion.Open(portal.Database, user.Scope, user.Id);
        Assert.Equal(0, await asRegion.Database.ExecuteSqlAsync($"update monitoring_submissions set state = 'Confirmed' where id = {own}"));
        Assert.Equal(0, await asRegion.Database.ExecuteSqlAsync($"update monitoring_rounds set closed_at = null where id = {rounds[0]}"));
    }

    [Fact]
    public async Task Numbers_of_two_rounds_are_compared_over_schools_that_confirmed_both()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var cycle = await PlanAsync(region, "Twice");
        var rounds = await OpenAsync(region, cycle);
        await using (var db = portal.Open())
        {
            var number = await db.Set<MonitoringItem>().Where(i => i.CycleId == cycle && i.Kind == MonitoringItemKind.Number).Select(i => i.Id).SingleAsync();
            foreach (var (school, before, after) in new[] { (TestRegion.OwnSchool, 10, 16), (TestRegion.SecondSchool, 20, 18), (TestRegion.SouthSchool, 30, 0) })
            {
                await AnswerAsync(db, await SubmissionOfAsync(school, rounds[0]), number, before);
                if (school != TestRegion.SouthSchool)
                {
                    await AnswerAsync(db, await SubmissionOfAsync(school, rounds[1]), number, after);
                }
            }
        }

        var row = (await region.OpenAsync($"/monitoring/{cycle}/comparison")).QuerySelector("tbody tr")!;
        Assert.Equal(["2 из 5", "15", "17", "+2", "1", "1"], row.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var own = await principal.OpenAsync($"/monitoring/{cycle}/comparison");
        Assert.Equal(["1 из 1", "10", "16", "+6", "1", "0"], own.QuerySelector("tbody tr")!.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        Assert.NotEmpty(await principal.DownloadAsync($"/monitoring/{cycle}/comparison?handler=Xlsx"));
    }

    private static async Task AnswerAsync(Data.PortalDb db, int submission, int item, decimal number) => await db.Database.ExecuteSqlAsync(
        $"""
        insert into monitoring_answers (submission_id, item_id, region_id, number) select id, {item}, region_id, {number} from monitoring_submissions where id = {submission};
        update monitoring_submissions set state = 'Confirmed' where id = {submission};
        """);

    private static async Task<int> PlanAsync(Visitor visitor, string frequency)
    {
        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/monitoring/new"), "main form", new() { ["Form.Name"] = "Мониторинг ШНОР", ["Form.Frequency"] = frequency, ["Form.Schools"] = "All" });
        var id = int.Parse(new Uri(page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (title, kind, required) in new[] { ("Учителей на курсах", "Number", true), ("Концепция развития", "File", true), ("Есть приказ", "YesNo", false) })
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Item.Title"] = title, ["Item.Kind"] = kind };
            if (!required)
            {
                values["Item.Required"] = "false";
            }

            page = await visitor.SubmitAsync(page, "#ask", values);
            Assert.Contains("Добавлено в перечень", page.Body!.TextContent, StringComparison.Ordinal);
        }

        return id;
    }

    /// <summary>Opens the monitoring, its first round to be filled in today.</summary>
    private async Task<int[]> OpenAsync(Visitor visitor, int cycle)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        await using (var db = portal.Open())
        {
            foreach (var (position, from, due) in new[] { (1, today.AddDays(-5), today), (2, today.AddDays(40), today.AddDays(50)) })
            {
                await db.MonitoringRounds.Where(r => r.CycleId == cycle && r.Position == position).ExecuteUpdateAsync(s => s.SetProperty(r => r.From, from).SetProperty(r => r.Due, due));
            }
        }

        var page = await visitor.SubmitAsync(await visitor.OpenAsync($"/monitoring/{cycle}"), "#open");
        Assert.Contains("открыт школам", page.Body!.TextContent, StringComparison.Ordinal);
        await using var read = portal.Open();
        return await read.MonitoringRounds.Where(r => r.CycleId == cycle).OrderBy(r => r.Position).Select(r => r.Id).ToArrayAsync();
    }

    private async Task<(int Number, int File, int YesNo)> ItemsAsync(int cycle)
    {
        await using var db = portal.Open();
        var items = await db.Set<MonitoringItem>().Where(i => i.CycleId == cycle).ToDictionaryAsync(i => i.Kind, i => i.Id);
        return (items[MonitoringItemKind.Number], items[MonitoringItemKind.File], items[MonitoringItemKind.YesNo]);
    }

    private async Task<int> SubmissionOfAsync(string school, int round)
    {
        await using var db = portal.Open();
        return await db.MonitoringSubmissions.Where(s => s.RoundId == round && db.Schools.Any(x => x.Id == s.SchoolId && x.Name == school)).Select(s => s.Id).SingleAsync();
    }

    private async Task<Data.Users.PortalUser> UserAsync(string email)
    {
        await using var db = portal.Open();
        return await db.Users.SingleAsync(u => u.Email == email);
    }
}
