namespace EffectiveSchool.Web.Tests.Works;

/// <summary>Who answers for an activity and what number it is to reach, set by a person on its page.</summary>
public sealed class ActivityPagesTests : IAsyncLifetime
{
    private readonly WorkWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_expected_number_is_corrected_by_hand_and_the_report_is_held_against_it()
    {
        var (activity, work) = (await world.ActivityAsync("1.1"), await world.WorkAsync("1.1", TestRegion.OwnSchool));
        var region = await world.Portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/roadmaps/activities/{activity}");
        Assert.Contains("Не менее: 90 %", page.QuerySelector("[aria-labelledby=expected]")!.TextContent, StringComparison.Ordinal);
        page = await region.SubmitAsync(page, "#expect", new() { ["how"] = "number", ["value"] = "101", ["unit"] = "Percent" });
        Assert.Contains("Доля не бывает больше 100 %.", page.Body!.TextContent, StringComparison.Ordinal);
        page = await region.SubmitAsync(page, "#expect", new() { ["how"] = "number", ["value"] = "12", ["unit"] = "People" });
        Assert.Contains("Ожидается не менее: 12 человек.", page.Body!.TextContent, StringComparison.Ordinal);

        var principal = await world.Portal.VisitAsync(TestRegion.Principal);
        var mine = await principal.OpenAsync($"/works/{work}");
        mine = await principal.SubmitAsync(mine, "#report-form", new() { ["Form.Outcome"] = "Done", ["Form.Fact"] = "Проведён", ["Form.Reached"] = "11" });
        Assert.Contains("Достигнуто меньше, чем ожидалось (12 человек)", mine.Body!.TextContent, StringComparison.Ordinal);
        await principal.SubmitAsync(mine, "#report-form", new() { ["Form.Reached"] = "12" });
        Assert.Contains("12 человек / 12 человек", (await principal.OpenAsync($"/roadmaps/{world.Roadmap}/works")).Body!.TextContent, StringComparison.Ordinal);
        var report = (await region.OpenAsync($"/reports/execution?programme={world.Programme}")).Body!.TextContent;
        Assert.Contains("достигнуто 12 человек из 12 человек", report, StringComparison.Ordinal);
        Assert.Contains("ожидается не менее 12 человек", report, StringComparison.Ordinal);

        // Back to the plan; every step is in the journal.
        await region.SubmitAsync(await region.OpenAsync($"/roadmaps/activities/{activity}"), "#expect", new() { ["how"] = "words" });
        await using var db = world.Portal.Open();
        var journal = await db.Audit.Where(a => a.Subject == "Activity" && a.SubjectId == $"{activity}").OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(["ожидаемое число", "ожидаемое число"], journal.Select(a => a.Action));
        Assert.Contains("90 %", journal[1].New, StringComparison.Ordinal);
        Assert.DoesNotContain("Activity", (await (await world.Portal.VisitAsync(TestRegion.Administrator)).OpenAsync("/admin/journal")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Responsibles_are_suggested_by_the_wording_chosen_and_filtered_by()
    {
        var activity = await world.ActivityAsync("2.1");
        var region = await world.Portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/roadmaps/activities/{activity}");
        var suggested = page.QuerySelectorAll("#suggested button").Select(b => b.TextContent.Trim()).ToList();
        Assert.Equal(["+ Опытная область (орган управления образованием региона)", "+ новая организация «ИРО»"], suggested);
        page = await region.SubmitAsync(page, "#suggested form:nth-child(2)");
        Assert.Contains("Ответственный добавлен: ИРО.", page.Body!.TextContent, StringComparison.Ordinal);

        // Once known, the organisation is offered elsewhere; twice it is not added.
        page = await region.SubmitAsync(page, "#add", new() { ["organisation"] = "ИРО" });
        Assert.Contains("уже среди ответственных", page.Body!.TextContent, StringComparison.Ordinal);
        Guid curator;
        int organisation;
        await using (var db = world.Portal.Open())
        {
            curator = await db.Users.Where(u => u.Email == TestRegion.Curator).Select(u => u.Id).SingleAsync();
            organisation = await db.Organisations.Select(o => o.Id).SingleAsync();
        }

        page = await region.SubmitAsync(page, "#add", new() { ["responsible"] = $"person-{curator}" });
        Assert.Contains("Ответственный добавлен: куратор.", page.Body!.TextContent, StringComparison.Ordinal);
        var list = await region.OpenAsync($"/roadmaps/{world.Roadmap}/works?responsible=organisation-{organisation}");
        Assert.Equal(await world.WorkAsync("2.1", null), int.Parse(Assert.Single(list.QuerySelectorAll("tbody th a")).GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("ИРО; куратор", list.Body!.TextContent, StringComparison.Ordinal);

        // The person is reminded of what another does: a curator of what the region does for all.
        var due = (await (await world.Portal.VisitAsync(TestRegion.Curator)).OpenAsync("/")).QuerySelectorAll("ul.due li").Select(l => l.TextContent).ToList();
        Assert.Contains(due, l => l.Contains("Вы ответственный, обеспечьте выполнение: Региональный семинар", StringComparison.Ordinal));
        due = (await (await world.Portal.VisitAsync(TestRegion.Principal)).OpenAsync("/")).QuerySelectorAll("ul.due li").Select(l => l.TextContent).ToList();
        Assert.DoesNotContain(due, l => l.Contains("Вы ответственный", StringComparison.Ordinal));

        // Taken away again; the words of the plan speak.
        page = await region.SubmitAsync(await region.OpenAsync($"/roadmaps/activities/{activity}"), "#responsibles ~ ul form");
        Assert.Contains("Ответственный убран", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_looks_at_the_region_s_activity_and_changes_nothing()
    {
        var activity = await world.ActivityAsync("2.1");
        var region = await world.Portal.VisitAsync(TestRegion.Regional);
        var municipal = await world.Portal.VisitAsync(TestRegion.Municipal);
        var page = await municipal.OpenAsync($"/roadmaps/activities/{activity}");
        Assert.Empty(page.QuerySelectorAll("main form"));
        using var answer = await municipal.SendAsync(await region.OpenAsync($"/roadmaps/activities/{activity}"), "#expect", new() { ["how"] = "none", ["__RequestVerificationToken"] = (await municipal.OpenAsync("/roadmaps/organisations")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await (await world.Portal.VisitAsync(TestRegion.ForeignRegional)).StatusOfAsync($"/roadmaps/activities/{activity}"));
    }

    [Fact]
    public async Task Organisations_are_added_renamed_and_removed_while_nobody_needs_them()
    {
        var region = await world.Portal.VisitAsync(TestRegion.Regional);
        var page = await region.SubmitAsync(await region.OpenAsync("/roadmaps/organisations"), "#add", new() { ["name"] = "ЦНППМ" });
        Assert.Contains("Организация добавлена.", page.Body!.TextContent, StringComparison.Ordinal);
        page = await region.SubmitAsync(page, "#add", new() { ["name"] = "ЦНППМ" });
        Assert.Contains("Организация с таким названием уже есть.", page.Body!.TextContent, StringComparison.Ordinal);
        await using var db = world.Portal.Open();
        var organisation = await db.Organisations.Select(o => o.Id).SingleAsync();
        var activity = await world.ActivityAsync("1.1");
        await region.SubmitAsync(await region.OpenAsync($"/roadmaps/activities/{activity}"), "#add", new() { ["responsible"] = $"organisation-{organisation}" });
        page = await region.SubmitAsync(await region.OpenAsync("/roadmaps/organisations"), "form[action$=Rename]", new() { ["name"] = "ЦНППМ области" });
        Assert.Contains("Организация переименована.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$=Remove]"));
        Assert.Contains("ЦНППМ области", (await region.OpenAsync($"/roadmaps/activities/{activity}")).QuerySelector("[aria-labelledby=responsibles]")!.TextContent, StringComparison.Ordinal);
    }
}
