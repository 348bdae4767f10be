using System.Globalization;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Tests.Works;

/// <summary>Reports and their due dates over HTTP: asked for, reminded of, handed in, late.</summary>
public sealed class DueReportTests : IAsyncLifetime
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
    private readonly Portal portal = new();
    private int programme;

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await using var db = portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var added = new Programme { RegionId = region.Id };
        Assert.Null(added.Describe("Поддержка школ", new DateOnly(Today.Year - 1, 1, 1), new DateOnly(Today.Year + 1, 12, 31), new ProgrammePassport()));
        db.Programmes.Add(added);
        await db.SaveChangesAsync();
        programme = added.Id;
        foreach (var school in await db.Schools.Where(s => s.Name == TestRegion.OwnSchool || s.Name == TestRegion.SouthSchool).ToListAsync())
        {
            db.ProgrammeSchools.AddRange(new[] { -1, 0, 1 }.Select(y => new ProgrammeSchool
            {
                ProgrammeId = programme, SchoolId = school.Id, RegionId = region.Id, Kind = ParticipantKind.Region, Year = Today.Year + y,
            }));
        }

        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task The_region_asks_each_school_and_the_school_hands_in_with_the_period_filled_in()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        await AskAsync(region, Today, ReportSender.Schools);
        var table = await region.OpenAsync("/reports/due");
        Assert.Equal([TestRegion.OwnSchool, TestRegion.SouthSchool], table.QuerySelectorAll("#table tbody th").Select(t => t.TextContent.Trim()).Order(StringComparer.Ordinal));

        // The school is reminded on the day; nobody above is told before it is late.
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var line = Assert.Single(await DueAsync(principal));
        Assert.StartsWith("Сдайте отчёт «Сведения»", line.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("срок сегодня", line.TextContent, StringComparison.Ordinal);
        Assert.Empty(await DueAsync(await portal.VisitAsync(TestRegion.Curator)));

        var page = await principal.OpenAsync(line.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains($"01.01.{Today.Year} – {RussianFigures.Date(Today)}", page.Body!.TextContent, StringComparison.Ordinal);
        var submitted = await principal.SubmitAsync(page, "#submit");
        Assert.Contains($"(сдан, срок {RussianFigures.Date(Today)})", submitted.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await DueAsync(principal));
        var handed = await region.OpenAsync("/reports/due?show=handed");
        Assert.Equal(TestRegion.OwnSchool, handed.QuerySelector("#table tbody th")!.TextContent.Trim());
        Assert.NotEmpty(await region.DownloadAsync("/reports/due?show=all&handler=Xlsx"));
        Assert.NotEmpty(await principal.DownloadAsync($"{new Uri(submitted.Url).AbsolutePath}?handler=Xlsx"));
        Assert.Equal("2", (await region.OpenAsync($"/programmes/{programme}/reports")).QuerySelector("#main td.number, td.number")!.TextContent.Trim().Split(' ')[^1]);
    }

    [Fact]
    public async Task A_late_report_climbs_and_whoever_hands_it_in_late_is_told_so()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        await AskAsync(region, Today.AddDays(-8), ReportSender.Schools);
        Assert.Single(await DueAsync(await portal.VisitAsync(TestRegion.Principal)));
        Assert.Single(await DueAsync(await portal.VisitAsync(TestRegion.Curator)));
        var above = Assert.Single(await DueAsync(await portal.VisitAsync(TestRegion.Municipal)));
        Assert.StartsWith("Не сдан отчёт «Сведения»", above.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(await DueAsync(region));

        var municipal = await portal.VisitAsync(TestRegion.Municipal);
        var late = await municipal.SubmitAsync(await municipal.OpenAsync(above.QuerySelector("a")!.GetAttribute("href")!), "#submit");
        Assert.Contains("сдан с опозданием", late.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await DueAsync(await portal.VisitAsync(TestRegion.Principal)));
    }

    [Fact]
    public async Task Each_municipality_owes_its_own_and_sees_nobody_elses()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        await AskAsync(region, Today, ReportSender.Municipalities);
        var municipal = await portal.VisitAsync(TestRegion.Municipal);
        var own = Assert.Single((await municipal.OpenAsync("/reports/due")).QuerySelectorAll("#table tbody tr"));
        Assert.Equal(TestRegion.North, own.QuerySelector("th")!.TextContent.Trim());
        Assert.Empty((await (await portal.VisitAsync(TestRegion.Principal)).OpenAsync("/reports/due")).QuerySelectorAll("#table tbody tr"));
        var south = (await region.OpenAsync("/reports/due")).QuerySelectorAll("#table tbody tr").Single(r => r.TextContent.Contains(TestRegion.South, StringComparison.Ordinal));
        var page = await region.OpenAsync(south.QuerySelector("td a[href^='/reports/execution']")!.GetAttribute("href")!);
        await region.SubmitAsync(page, "#submit");
        Assert.Single((await region.OpenAsync("/reports/due?show=handed")).QuerySelectorAll("#table tbody tr"));
        Assert.Single(await DueAsync(municipal));
    }

    [Fact]
    public async Task A_report_that_nobody_asked_for_is_not_found_and_a_term_without_dates_is_refused()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        await AskAsync(region, Today, ReportSender.Schools);
        await using var db = portal.Open();
        var schedule = await db.ReportSchedules.Select(s => s.Id).SingleAsync();
        var principal = await portal.VisitAsync(TestRegion.Principal);
        string Address(int asked, DateOnly due) => string.Create(CultureInfo.InvariantCulture, $"/reports/execution?programme={programme}&schedule={asked}&due={due:yyyy-MM-dd}");
        Assert.Equal(HttpStatusCode.OK, await principal.StatusOfAsync(Address(schedule, Today)));
        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync(Address(schedule, Today.AddDays(1))));
        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync(Address(schedule + 1, Today)));
        Assert.Equal(HttpStatusCode.NotFound, await (await portal.VisitAsync(TestRegion.ForeignRegional)).StatusOfAsync(Address(schedule, Today)));

        var form = await region.OpenAsync($"/programmes/{programme}/reports");
        var refused = await region.SubmitAsync(form, "#add", new() { ["Form.Title"] = "Справка", ["Form.Term"] = "когда-нибудь" });
        Assert.Contains("не даёт дат", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("когда-нибудь", refused.QuerySelector("#term")!.GetAttribute("value"));
        Assert.Null((await (await portal.VisitAsync(TestRegion.Municipal)).OpenAsync($"/programmes/{programme}/reports")).QuerySelector("#add"));
    }

    [Fact]
    public async Task A_schedule_that_reports_answer_ends_and_one_without_any_is_deleted()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        await AskAsync(region, Today, ReportSender.Schools);
        var principal = await portal.VisitAsync(TestRegion.Principal);
        await principal.SubmitAsync(await principal.OpenAsync((await DueAsync(principal))[0].QuerySelector("a")!.GetAttribute("href")!), "#submit");
        await region.SubmitAsync(await region.OpenAsync($"/programmes/{programme}/reports"), "form[action*=End]");
        await using var db = portal.Open();
        Assert.Equal(Today, await db.ReportSchedules.Select(s => s.EndedOn).SingleAsync());
        Assert.Equal(1, await db.SubmittedReports.CountAsync());
        await AskAsync(region, Today, ReportSender.Municipalities);
        await region.SubmitAsync(await region.OpenAsync($"/programmes/{programme}/reports"), "form[action*=End]");
        Assert.Equal(1, await db.ReportSchedules.CountAsync());
    }

    [Fact]
    public async Task The_curator_returns_a_report_the_school_hands_in_anew_and_what_is_accepted_stays()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        await AskAsync(region, Today, ReportSender.Schools);
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var curator = await portal.VisitAsync(TestRegion.Curator);
        var first = await principal.SubmitAsync(await principal.OpenAsync((await DueAsync(principal))[0].QuerySelector("a")!.GetAttribute("href")!), "#submit");
        var address = new Uri(first.Url).AbsolutePath;
        Assert.Contains("на проверке", first.QuerySelector(".pill")!.TextContent, StringComparison.Ordinal);
        Assert.Null(first.QuerySelector("#accept"));

        // The curator works without an order yet: it waits for the municipality, and either may say what to mend; nobody strange sees it.
        var municipal = await portal.VisitAsync(TestRegion.Municipal);
        var waiting = Assert.Single((await municipal.OpenAsync("/")).QuerySelectorAll("ul.due li"), l => l.TextContent.Contains("Проверьте сданный отчёт: Сведения", StringComparison.Ordinal));
        Assert.Equal(address, waiting.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain("Проверьте сданный отчёт", (await region.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var stranger in new[] { TestRegion.OtherMunicipal, TestRegion.ForeignRegional })
        {
            Assert.Equal(HttpStatusCode.NotFound, await (await portal.VisitAsync(stranger)).StatusOfAsync(address));
        }

        var content = await ContentAsync();
        var returned = await curator.SubmitAsync(await curator.OpenAsync(address), "#return", new() { ["Form.Reason"] = "Нет причин в строке 3" });
        Assert.Contains("возвращён", returned.QuerySelector(".pill")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Нет причин в строке 3", returned.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Проверьте сданный отчёт", (await municipal.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        // The school owes it again, and hands in another; the returned one stays as it was.
        var owed = Assert.Single(await DueAsync(principal));
        Assert.StartsWith("Исправьте и сдайте заново отчёт «Сведения»", owed.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("возвращён", Assert.Single((await principal.OpenAsync("/reports/due")).QuerySelectorAll("#table tbody tr")).TextContent, StringComparison.Ordinal);
        var anew = (await principal.OpenAsync(address)).QuerySelector(".actions a.btn-primary")!.GetAttribute("href")!;
        Assert.Equal(owed.QuerySelector("a")!.GetAttribute("href"), anew);
        var second = await principal.SubmitAsync(await principal.OpenAsync(anew), "#submit");
        Assert.NotEqual(address, new Uri(second.Url).AbsolutePath);
        Assert.Contains("более поздний отчёт", (await curator.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await curator.OpenAsync(address)).QuerySelector("#return"));
        var accepted = await curator.SubmitAsync(await curator.OpenAsync(new Uri(second.Url).AbsolutePath), "#accept");
        Assert.Contains("принят", accepted.QuerySelector(".pill")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await DueAsync(principal));
        Assert.Equal(content, await ContentAsync());

        // What is accepted is not handed in anew; the journal tells who decided and why.
        var again = await principal.OpenAsync("/reports/due?show=handed");
        Assert.Contains("принят", again.QuerySelector("#table tbody tr")!.TextContent, StringComparison.Ordinal);
        await using var db = portal.Open();
        var schedule = await db.ReportSchedules.Select(s => s.Id).SingleAsync();
        var form = await principal.OpenAsync(string.Create(CultureInfo.InvariantCulture, $"/reports/execution?programme={programme}&schedule={schedule}&due={Today:yyyy-MM-dd}"));
        Assert.Null(form.QuerySelector("#submit"));
        Assert.Contains("и принят", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Нет причин в строке 3", null], await db.Audit.Where(a => a.Subject == "SubmittedReport" && a.Action == "изменено").OrderBy(a => a.Id).Select(a => a.Reason).ToListAsync());
    }

    [Fact]
    public async Task A_date_is_corrected_with_grounds_and_what_was_submitted_stays_tied_to_it()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        await AskAsync(region, Today, ReportSender.Schools);
        var principal = await portal.VisitAsync(TestRegion.Principal);
        await principal.SubmitAsync(await principal.OpenAsync((await DueAsync(principal))[0].QuerySelector("a")!.GetAttribute("href")!), "#submit");
        var page = await region.OpenAsync($"/programmes/{programme}/reports");
        page = await region.OpenAsync(page.QuerySelector("a[aria-label='Исправить: Сведения']")!.GetAttribute("href")!.Split('#')[0]);
        var later = Today.AddDays(3);
        page = await region.SubmitAsync(page, "#correct", new() { ["Form.Term"] = $"до {RussianFigures.Date(later)}", ["Form.Reason"] = " " });
        Assert.Contains("почему срок исправляется", page.Body!.TextContent, StringComparison.Ordinal);
        page = await region.SubmitAsync(page, "#correct", new() { ["Form.Term"] = $"до {RussianFigures.Date(later)}", ["Form.Reason"] = "Приказ № 5" });
        Assert.Contains("Срок отчёта исправлен", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Приказ № 5", page.QuerySelector("details .thread")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"было «{RussianFigures.Date(Today)}», стало «{RussianFigures.Date(later)}»", page.QuerySelector("details .thread")!.TextContent, StringComparison.Ordinal);

        // The school that has handed in owes nothing; the other owes by the new date.
        Assert.Empty(await DueAsync(principal));
        var rows = (await region.OpenAsync("/reports/due?show=all")).QuerySelectorAll("#table tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.All(rows, r => Assert.StartsWith(RussianFigures.Date(later), r.QuerySelector("td")!.TextContent.Trim(), StringComparison.Ordinal));
        Assert.Contains("сдан", rows.Single(r => r.TextContent.Contains(TestRegion.OwnSchool, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(Today, await db.SubmittedReports.Select(r => r.Due).SingleAsync());
        Assert.True(await db.Audit.AnyAsync(a => a.Subject == "ReportSchedule" && a.Reason == "Приказ № 5"));
        var schedule = await db.ReportSchedules.Select(s => s.Id).SingleAsync();
        Assert.Equal(HttpStatusCode.NotFound, await (await portal.VisitAsync(TestRegion.Municipal)).StatusOfAsync($"/programmes/{programme}/reports?schedule={schedule}"));
    }

    private async Task<string> ContentAsync()
    {
        await using var db = portal.Open();
        return await db.Database.SqlQuery<string>($"select content::text as \"Value\" from submitted_reports order by id limit 1").SingleAsync();
    }

    private async Task AskAsync(Visitor region, DateOnly due, ReportSender sender)
    {
        var page = await region.SubmitAsync(await region.OpenAsync($"/programmes/{programme}/reports"), "#add", new()
        {
            ["Form.Title"] = "Сведения", ["Form.Kind"] = "OnRequest", ["Form.Sender"] = sender.ToString(), ["Form.Term"] = $"до {RussianFigures.Date(due)}",
            ["Form.Cover"] = "SinceNewYear", ["Form.AskedFrom"] = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        Assert.Contains("Срок отчёта добавлен", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<IElement>> DueAsync(Visitor visitor) =>
        [.. (await visitor.OpenAsync("/")).QuerySelectorAll("ul.due li").Where(l => l.TextContent.Contains("отчёт «", StringComparison.Ordinal))];
}
