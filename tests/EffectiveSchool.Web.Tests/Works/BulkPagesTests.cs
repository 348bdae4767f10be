using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Tests.Works;

/// <summary>Many works at once: ticked or found, looked at row by row, confirmed.</summary>
public sealed class BulkPagesTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 протокол"u8];
    private readonly WorkWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task All_found_rows_are_looked_at_then_changed_and_the_preview_stores_nothing()
    {
        var region = await world.Portal.VisitAsync(TestRegion.Regional);
        var activity = await world.ActivityAsync("1.1");
        var list = await region.OpenAsync($"/roadmaps/{world.Roadmap}/works?activity={activity}");
        Assert.Equal(3, list.QuerySelectorAll("input[name=ids]").Length);
        Assert.Contains("Все найденные: 3", list.QuerySelector("#bulk")!.TextContent, StringComparison.Ordinal);

        var page = await region.OpenAsync($"/roadmaps/{world.Roadmap}/works/bulk?activity={activity}&do=Start&all=true");
        page = await region.SubmitAsync(page, "#change");
        Assert.Contains("Изменится: 3. Откажет: 0.", page.QuerySelector("#counts")!.TextContent, StringComparison.Ordinal);
        Assert.All(await world.StatesAsync("1.1"), s => Assert.Equal(WorkState.NotStarted, s));

        page = await region.SubmitAsync(page, "#apply");
        Assert.Contains("взять в работу — 3 строки", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(await world.StatesAsync("1.1"), s => Assert.Equal(WorkState.InProgress, s));
        Assert.All(await world.StatesAsync("1.2"), s => Assert.Equal(WorkState.NotStarted, s));

        // The same again: every row refuses with its sentence, and there is nothing to confirm.
        page = await region.SubmitAsync(await region.OpenAsync($"/roadmaps/{world.Roadmap}/works/bulk?activity={activity}&do=Start&all=true"), "#change");
        Assert.Contains("Изменится: 0. Откажет: 3.", page.QuerySelector("#counts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Мероприятие уже в работе.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#apply"));
    }

    [Fact]
    public async Task One_file_proves_the_ticked_rows_and_is_stored_once()
    {
        var region = await world.Portal.VisitAsync(TestRegion.Regional);
        var (own, south, third) = (await world.WorkAsync("1.2", TestRegion.OwnSchool), await world.WorkAsync("1.2", TestRegion.SouthSchool), await world.WorkAsync("1.2", TestRegion.SecondSchool));
        var page = await region.OpenAsync($"/roadmaps/{world.Roadmap}/works/bulk?do=Report&ids={own}&ids={south}");
        page = await region.SubmitAsync(page, "#change", new() { ["Form.Outcome"] = "Done", ["Form.Fact"] = "Проведён", ["Form.Proof"] = "File", ["Form.Kind"] = "Protocol", ["Form.Number"] = "7" });
        Assert.Contains("Изменится: 2. Откажет: 0.", page.QuerySelector("#counts")!.TextContent, StringComparison.Ordinal);

        // A web page is no proof; nothing has changed.
        var refused = await region.SubmitAsync(page, "#apply", null, ("Form.File", "протокол.html", [.. "<html>"u8]));
        Assert.Contains("веб-страница", refused.Body!.TextContent, StringComparison.Ordinal);
        page = await region.SubmitAsync(refused, "#apply", null, ("Form.File", "протокол.pdf", Pdf));
        Assert.Contains("внести отчёт — 2 строки", page.Body!.TextContent, StringComparison.Ordinal);

        await using var db = world.Portal.Open();
        Assert.Equal(2, await db.Works.CountAsync(w => w.State == WorkState.UnderReview));
        Assert.Equal(WorkState.NotStarted, await db.Works.Where(w => w.Id == third).Select(w => w.State).SingleAsync());
        Assert.Equal(1, await db.StoredFileContents.CountAsync());
        Assert.Equal(2, await db.StoredFiles.CountAsync());

        // Each school sees its own evidence alone.
        var principal = await world.Portal.VisitAsync(TestRegion.Principal);
        Assert.Equal(HttpStatusCode.OK, await principal.StatusOfAsync((await principal.OpenAsync($"/works/{own}")).QuerySelector(".files a")!.GetAttribute("href")!));
        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync((await region.OpenAsync($"/works/{south}")).QuerySelector(".files a")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task A_row_that_another_changed_after_the_preview_is_told()
    {
        var region = await world.Portal.VisitAsync(TestRegion.Regional);
        var (own, second) = (await world.WorkAsync("1.1", TestRegion.OwnSchool), await world.WorkAsync("1.1", TestRegion.SecondSchool));
        var page = await region.SubmitAsync(await region.OpenAsync($"/roadmaps/{world.Roadmap}/works/bulk?do=Dismiss&ids={own}&ids={second}"), "#change", new() { ["Form.Text"] = "Ремонт" });
        var principal = await world.Portal.VisitAsync(TestRegion.Principal);
        await principal.SubmitAsync(await principal.OpenAsync($"/works/{own}"), "#start");

        page = await region.SubmitAsync(page, "#apply");
        Assert.Contains("Изменено: 1. Не изменено: 1", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("изменил кто-то другой", page.Body.TextContent, StringComparison.Ordinal);
        await using var db = world.Portal.Open();
        Assert.Equal(WorkState.InProgress, await db.Works.Where(w => w.Id == own).Select(w => w.State).SingleAsync());
        Assert.Equal(WorkState.NotNeeded, await db.Works.Where(w => w.Id == second).Select(w => w.State).SingleAsync());
    }

    [Fact]
    public async Task A_principal_changes_the_own_rows_and_no_step_of_those_above_opens()
    {
        var principal = await world.Portal.VisitAsync(TestRegion.Principal);
        var south = await world.WorkAsync("1.1", TestRegion.SouthSchool);
        Assert.Equal(HttpStatusCode.Forbidden, await principal.StatusOfAsync($"/roadmaps/{world.Roadmap}/works/bulk?do=Accept&all=true"));
        var page = await principal.OpenAsync($"/roadmaps/{world.Roadmap}/works/bulk?do=Start&ids={south}");
        Assert.Contains("Ни одна строка не выбрана", page.Body!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(await principal.OpenAsync($"/roadmaps/{world.Roadmap}/works/bulk?do=Start&all=true"), "#change");
        Assert.Contains("Изменится: 2. Откажет: 1.", page.QuerySelector("#counts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Отчёт по этому мероприятию вносит регион.", page.Body!.TextContent, StringComparison.Ordinal);

        // A forged form gets no further than the page.
        using var forged = await principal.SendAsync(page, "#apply", new() { ["Form.Action"] = "Accept" });
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        page = await principal.SubmitAsync(page, "#apply", new() { ["Form.Seen"] = $"{south}:1," + page.QuerySelector("[name='Form.Seen']")!.GetAttribute("value") });
        Assert.Contains("взять в работу — 2 строки", page.Body!.TextContent, StringComparison.Ordinal);
        await using var db = world.Portal.Open();
        Assert.Equal(WorkState.NotStarted, await db.Works.Where(w => w.Id == south).Select(w => w.State).SingleAsync());
    }
}
