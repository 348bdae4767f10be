using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Imports.Roadmaps;

namespace EffectiveSchool.Web.Tests.Programmes;

/// <summary>«Корректировка дорожной карты» over real HTTP: what follows, what is kept, what the history says.</summary>
public sealed class AmendmentPagesTests : IAsyncLifetime
{
    private readonly Portal portal = new();
    private int roadmap;
    private int perSchool;
    private int once;

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await using var db = portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var added = new Programme { RegionId = region.Id };
        Assert.Null(added.Describe("Поддержка школ", new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), new ProgrammePassport()));
        db.Programmes.Add(added);
        await db.SaveChangesAsync();
        var plan = new Roadmap
        {
            ProgrammeId = added.Id, RegionId = region.Id, Name = "Дорожная карта", FileName = "план.xlsx", Sha256 = new string('a', 64), Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch,
        };
        plan.Add(["Трек 1"], null, new ActivityWords("1.1", "Педсовет в каждой ШНРО", "директор", ""), TermReader.Read("Март 2024 г.", added.Period));
        plan.Add(["Трек 2"], null, new ActivityWords("2.1", "Семинар", "ИРО", ""), TermReader.Read("Май 2024 г.", added.Period), "срок уточняется");
        db.Roadmaps.Add(plan);
        var schools = await db.Schools.Where(s => s.Name == TestRegion.OwnSchool || s.Name == TestRegion.SouthSchool).ToListAsync();
        db.ProgrammeSchools.AddRange(schools.Select(s => new ProgrammeSchool { ProgrammeId = added.Id, SchoolId = s.Id, Year = 2024, RegionId = s.RegionId, Kind = ParticipantKind.Region }));
        await db.SaveChangesAsync();
        Assert.Equal(3, await new WorkFanOut(db, TimeProvider.System).RenewAsync(added.Id, CancellationToken.None));
        (roadmap, perSchool, once) = (plan.Id, plan.Activities[0].Id, plan.Activities[1].Id);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task Untouched_works_follow_a_new_date_and_begun_ones_are_kept_and_marked()
    {
        var own = await ReportAsync();
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/roadmaps/{roadmap}/amend?activity={perSchool}");
        Assert.Contains("уже есть записи: 1", page.Body!.TextContent, StringComparison.Ordinal);
        page = await region.SubmitAsync(page, "#amend", new() { ["Form.Term"] = "Апрель 2024 г." });
        Assert.Contains("Укажите основание корректировки", page.Body!.TextContent, StringComparison.Ordinal);
        page = await region.SubmitAsync(page, "#amend", new() { ["Form.Reason"] = "Приказ департамента", ["Form.OrderNumber"] = "15", ["Form.OrderDate"] = "2024-02-20" });
        Assert.True(page.Body!.TextContent.Contains("Действующая редакция: корректировка № 1, приказ № 15 от 20.02.2024", StringComparison.Ordinal), page.Body.TextContent);
        Assert.Contains("первоначально: «Март 2024 г.»", page.Body.TextContent, StringComparison.Ordinal);

        await using var db = portal.Open();
        var works = await db.Works.Include(w => w.Events).Where(w => w.SchoolId != null).ToListAsync();
        Assert.Equal(2, works.Count);
        var (begun, untouched) = (works.Single(w => w.Id == own), works.Single(w => w.Id != own));
        Assert.Equal((new DateOnly(2024, 3, 31), 1, "Проведён"), (begun.Due, begun.AmendedIn, begun.Fact));
        Assert.Equal((new DateOnly(2024, 4, 30), null), (untouched.Due, untouched.AmendedIn));
        Assert.Contains("Корректировка № 1: срок в плане теперь 01.04.2024 – 30.04.2024", begun.Events[^1].Text, StringComparison.Ordinal);
        Assert.True(await db.Audit.AnyAsync(a => a.Subject == nameof(RoadmapAmendment) && a.Reason == "Приказ департамента"));

        var principal = await portal.VisitAsync(TestRegion.Principal);
        page = await principal.OpenAsync($"/works/{own}");
        Assert.Contains("корректировкой № 1", page.Body!.TextContent, StringComparison.Ordinal);
        page = await principal.OpenAsync($"/roadmaps/{roadmap}/history?activity={perSchool}");
        Assert.Contains("Март 2024 г.", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Апрель 2024 г.", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Приказ № 15 от 20.02.2024", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_activity_leaves_the_plan_and_the_export_but_nothing_done_is_lost()
    {
        var own = await ReportAsync();
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/roadmaps/{roadmap}/amend?activity={perSchool}");
        page.QuerySelector("#amend")!.SetAttribute("action", $"/roadmaps/{roadmap}/amend?handler=Withdraw&activity={perSchool}");
        page = await region.SubmitAsync(page, "#amend", new() { ["Form.Reason"] = "Письмо ИРО" });
        Assert.True(page.QuerySelector("table") is not null, page.Body!.TextContent);
        Assert.DoesNotContain("Педсовет", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        await using var db = portal.Open();
        var kept = await db.Works.SingleAsync(w => w.SchoolId != null);
        Assert.Equal((own, WorkState.NotNeeded, "Проведён", "Исключено корректировкой № 1: Письмо ИРО"), (kept.Id, kept.State, kept.Fact, kept.Reason));
        using var workbook = new MemoryStream(await region.DownloadAsync($"/roadmaps/{roadmap}?handler=Xlsx"));
        Assert.Equal(["Семинар"], PlanReader.Read(workbook, "план.xlsx").Activities.Select(a => a.Title));

        // Added to the same amendment; the comparison tells the first version from the present one.
        page = await region.OpenAsync($"/roadmaps/{roadmap}/amend");
        page = await region.SubmitAsync(page, "#amend", new() { ["Form.Continues"] = "1", ["Form.Title"] = "Вебинар", ["Form.Term"] = "Июнь 2024 г.", ["Form.NewSection"] = "Трек 3" });
        Assert.Contains("Мероприятие добавлено", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await db.Works.AnyAsync(w => w.Due == new DateOnly(2024, 6, 30)));
        page = await region.OpenAsync($"/roadmaps/{roadmap}/history?show=first");
        Assert.Contains("Добавлено 1, изменено 0, исключено 1, без изменений 1", Flat(page.Body!), StringComparison.Ordinal);
        Assert.Equal("Сравнение с первой редакцией", page.QuerySelector(".actions a[aria-current=page]")!.TextContent);
        page = await region.OpenAsync($"/roadmaps/{roadmap}/history");
        Assert.Single(page.QuerySelectorAll("main section.card"));
    }

    [Fact]
    public async Task A_withdrawn_activity_is_restored_with_grounds_and_its_works_open_as_they_stood()
    {
        var own = await ReportAsync();
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/roadmaps/{roadmap}/amend?activity={perSchool}");
        page.QuerySelector("#amend")!.SetAttribute("action", $"/roadmaps/{roadmap}/amend?handler=Withdraw&activity={perSchool}");
        await region.SubmitAsync(page, "#amend", new() { ["Form.Reason"] = "Письмо ИРО" });

        page = await region.OpenAsync($"/roadmaps/{roadmap}/history?show=first");
        page = await region.OpenAsync(page.QuerySelector("a[aria-label^='Восстановить']")!.GetAttribute("href")!);
        Assert.Contains("Исключено корректировкой № 1", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#term"));
        page.QuerySelector("#amend")!.SetAttribute("action", $"/roadmaps/{roadmap}/amend?handler=Restore&activity={perSchool}");
        page = await region.SubmitAsync(page, "#amend", new() { ["Form.Reason"] = "" });
        Assert.Contains("Укажите основание корректировки", page.Body!.TextContent, StringComparison.Ordinal);
        page.QuerySelector("#amend")!.SetAttribute("action", $"/roadmaps/{roadmap}/amend?handler=Restore&activity={perSchool}");
        page = await region.SubmitAsync(page, "#amend", new() { ["Form.Reason"] = "Решение рабочей группы", ["Form.OrderNumber"] = "16" });
        Assert.Contains("Мероприятие восстановлено", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Педсовет", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        await using var db = portal.Open();
        var works = await db.Works.Include(w => w.Events).Where(w => w.SchoolId != null).ToListAsync();
        Assert.Equal(2, works.Count);
        var begun = works.Single(w => w.Id == own);
        Assert.Equal((WorkState.InProgress, "Проведён", 2), (begun.State, begun.Fact, begun.AmendedIn));
        Assert.Contains("Восстановлено корректировкой № 2: Решение рабочей группы", begun.Events[^1].Text, StringComparison.Ordinal);
        page = await region.OpenAsync($"/roadmaps/{roadmap}/history?activity={perSchool}");
        Assert.Equal(["+ восстановлено", "− исключено"], page.QuerySelectorAll("main table .pill").Select(p => p.TextContent.Trim()));
        Assert.True(await db.Audit.AnyAsync(a => a.Subject == nameof(RoadmapAmendment) && a.Reason == "Решение рабочей группы"));
    }

    [Fact]
    public async Task The_term_is_shown_as_it_would_be_read_before_anything_is_stored()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/roadmaps/{roadmap}/amend?activity={once}");
        Assert.Contains("Первоначально: «срок уточняется»", Flat(page.Body!), StringComparison.Ordinal);
        page.QuerySelector("#amend")!.SetAttribute("action", $"/roadmaps/{roadmap}/amend?handler=Preview&activity={once}");
        page = await region.SubmitAsync(page, "#amend", new() { ["Form.Term"] = "осень 2024 года" });
        Assert.Contains("нужна дата", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.RoadmapAmendments.AnyAsync());
        Assert.Equal("Май 2024 г.", await db.Activities.Where(a => a.Id == once).Select(a => a.Term).SingleAsync());
    }

    [Fact]
    public async Task Others_do_not_amend_and_strangers_do_not_see()
    {
        var municipal = await portal.VisitAsync(TestRegion.Municipal);
        Assert.Equal(HttpStatusCode.NotFound, await municipal.StatusOfAsync($"/roadmaps/{roadmap}/amend"));
        Assert.Empty((await municipal.OpenAsync($"/roadmaps/{roadmap}")).QuerySelectorAll("a[href*='/amend']"));
        var foreign = await portal.VisitAsync(TestRegion.ForeignRegional);
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync($"/roadmaps/{roadmap}/history"));
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync($"/roadmaps/{roadmap}/amend?activity={once}"));
        var region = await portal.VisitAsync(TestRegion.Regional);
        Assert.Equal(HttpStatusCode.NotFound, await region.StatusOfAsync($"/roadmaps/{roadmap}/history?activity=0"));
    }

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The principal writes a report on the own school's work.</summary>
    private async Task<int> ReportAsync()
    {
        await using var db = portal.Open();
        var work = await db.Works.Where(w => db.Schools.Any(s => s.Id == w.SchoolId && s.Name == TestRegion.OwnSchool)).Select(w => w.Id).SingleAsync();
        var principal = await portal.VisitAsync(TestRegion.Principal);
        await principal.SubmitAsync(await principal.OpenAsync($"/works/{work}"), "#report-form", new() { ["Form.Outcome"] = "Done", ["Form.Fact"] = "Проведён" });
        return work;
    }
}
