using EffectiveSchool.Web.Tests.People;

namespace EffectiveSchool.Web.Tests.Works;

/// <summary>The page of a work is one form: no button loses what was typed beside it.</summary>
public sealed class WorkFormTests(WorkWorld world) : IClassFixture<WorkWorld>
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 приказ"u8];

    [Fact]
    public async Task Attaching_keeps_the_report_that_was_typed_and_sending_writes_it_down()
    {
        var work = await world.WorkAsync("1.1", TestRegion.OwnSchool);
        var principal = await world.Portal.VisitAsync(TestRegion.Principal);
        Dictionary<string, string> Typed() => new() { ["Form.Outcome"] = "Done", ["Form.Fact"] = "Педсовет проведён", ["Form.Reached"] = "92,5", ["Form.Number"] = "12" };
        var page = await principal.SubmitAsync(await principal.OpenAsync($"/works/{work}"), "#add-evidence", Typed(), ("Form.File", "приказ.pdf", Pdf));
        Assert.StartsWith("Подтверждение приложено. Остальное, что вы написали, ещё не записано", page.Said(), StringComparison.Ordinal);
        Assert.Equal("Педсовет проведён", page.QuerySelector("#fact")!.TextContent);
        Assert.Equal("92,5", page.QuerySelector("#reached")!.GetAttribute("value"));
        Assert.Equal("Done", page.QuerySelector("#outcome option[selected]")!.GetAttribute("value"));
        Assert.Equal("", page.QuerySelector("#number")!.GetAttribute("value") ?? "");

        // The same file with the same requisites is not attached twice; what was typed stays.
        page = await principal.SubmitAsync(page, "#add-evidence", Typed(), ("Form.File", "ещё раз.pdf", Pdf));
        Assert.Contains("уже приложено: приказ № 12, тот же файл", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Педсовет проведён", page.QuerySelector("#fact")!.TextContent);

        // Sent at once: the report is written down and handed in.
        page = await principal.SubmitAsync(page, "#submit", new() { ["Form.Number"] = "" });
        Assert.Equal("Отчёт отправлен на проверку.", page.Said());
        Assert.Contains("выполнено. Педсовет проведён", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        await using var db = world.Portal.Open();
        Assert.Equal(1, await db.Evidence.CountAsync(e => e.WorkId == work));
        Assert.Equal(1, await db.StoredFiles.CountAsync());
    }

    [Fact]
    public async Task A_refused_sending_keeps_what_was_typed_and_stores_nothing()
    {
        var work = await world.WorkAsync("1.2", TestRegion.OwnSchool);
        var principal = await world.Portal.VisitAsync(TestRegion.Principal);
        var page = await principal.SubmitAsync(await principal.OpenAsync($"/works/{work}"), "#submit", new() { ["Form.Outcome"] = "Done", ["Form.Fact"] = "Семинар проведён" });
        Assert.Contains("Приложите подтверждение", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Семинар проведён", page.QuerySelector("#fact")!.TextContent);
        await using var db = world.Portal.Open();
        Assert.Equal("", await db.Works.Where(w => w.Id == work).Select(w => w.Fact).SingleAsync());
        Assert.Contains("Сначала внесите отчёт", (await principal.SubmitAsync(await principal.OpenAsync($"/works/{work}"), "#submit")).Body!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(await principal.OpenAsync($"/works/{work}"), "#start", new() { ["Form.Fact"] = "Начали" });
        Assert.StartsWith("Мероприятие взято в работу.", page.Said(), StringComparison.Ordinal);
        Assert.Equal("Начали", page.QuerySelector("#fact")!.TextContent);
    }
}
