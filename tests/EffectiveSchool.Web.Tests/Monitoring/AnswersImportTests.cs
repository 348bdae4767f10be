using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Monitoring;

/// <summary>Answers of a monitoring by workbook, over real HTTP.</summary>
public sealed class AnswersImportTests : IAsyncLifetime
{
    private readonly Portal portal = new();

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task A_workbook_of_answers_is_shown_first_refused_with_cells_and_stored_within_the_scope()
    {
        var (round, number) = await OpenAsync();
        var address = $"/monitoring/rounds/{round}/import";
        var municipal = await portal.VisitAsync(TestRegion.Municipal);
        var own = await SubmissionOfAsync(TestRegion.OwnSchool, round);

        // The form of the round holds the schools of the scope and every item but files; as it is, it changes nothing.
        var blank = await municipal.DownloadAsync(address + "?handler=Form");
        var rows = WorkbookText.Rows(blank, "Ответы мониторинга").ToList();
        Assert.Equal(1 + (3 * 2), rows.Count);
        Assert.DoesNotContain(rows, r => r.Contains(TestRegion.SouthSchool, StringComparer.Ordinal));
        var page = await municipal.SubmitAsync(await municipal.OpenAsync(address), "#check", new(), ("Form.File", "форма.xlsx", blank));
        Assert.Null(page.QuerySelector("#apply"));
        Assert.Null(page.QuerySelector("#refusals"));

        // Refusals name their cells: a school of others, an unknown item, a wrong number, a file, another answer to the same.
        var text = string.Join('\n', "Наименование\tСведение\tОтвет", $"{TestRegion.OwnSchool}\tУчителей на курсах\t12,5", $"{TestRegion.OwnSchool}\tЕсть приказ\tДа", $"{TestRegion.SouthSchool}\tУчителей на курсах\t3",
            $"{TestRegion.OwnSchool}\tЧего нет\t1", $"{TestRegion.SecondSchool}\tУчителей на курсах\tмного", $"{TestRegion.OwnSchool}\tКонцепция развития\tфайл.pdf", $"{TestRegion.OwnSchool}\tУчителей на курсах\t13");
        page = await municipal.SubmitAsync(await municipal.OpenAsync(address), "#check", new() { ["Form.Text"] = text });
        Assert.Equal(2, page.QuerySelectorAll("main table tbody tr").Length);
        string[] refused = [.. page.QuerySelectorAll("#refusals li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
        Assert.Equal(5, refused.Length);
        Assert.Contains("строка 4, столбец 1", refused[0], StringComparison.Ordinal);
        Assert.Contains("Школа не узнана", refused[0], StringComparison.Ordinal);
        Assert.Contains("строка 5, столбец 2", refused[1], StringComparison.Ordinal);
        Assert.Contains("здесь нужно число", refused[2], StringComparison.Ordinal);
        Assert.Contains("приложите файл", refused[3], StringComparison.Ordinal);
        Assert.Contains("дан другой ответ: «12,5»", refused[4], StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(own));

        page = await municipal.SubmitAsync(page, "#apply");
        Assert.Contains("Записано: 2 ответа, 1 школа.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(own));
        await using var db = portal.Open();
        Assert.True(await db.Audit.AnyAsync(a => a.Subject == nameof(MonitoringAnswer) && a.Reason == "загрузка ответов «Вставленная таблица.txt»"));
        page = await (await portal.VisitAsync(TestRegion.Principal)).OpenAsync($"/monitoring/submissions/{own}");
        Assert.Contains("заполняется школой", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);

        // What is exported is imported back to the same; what another changed since the check is not overwritten.
        page = await municipal.SubmitAsync(await municipal.OpenAsync(address), "#check", new(), ("Form.File", "форма.xlsx", await municipal.DownloadAsync(address + "?handler=Form")));
        Assert.Null(page.QuerySelector("#apply"));
        page = await municipal.SubmitAsync(await municipal.OpenAsync(address), "#check", new() { ["Form.Text"] = $"Наименование\tСведение\tОтвет\n{TestRegion.OwnSchool}\tУчителей на курсах\t20" });
        var principal = await portal.VisitAsync(TestRegion.Principal);
        await principal.SubmitAsync(await principal.OpenAsync($"/monitoring/submissions/{own}"), "#fill", new() { [$"Form.Answers[{number}]"] = "15" });
        page = await municipal.SubmitAsync(page, "#apply");
        Assert.Contains("изменил кто-то другой", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(15m, await db.Set<MonitoringAnswer>().Where(a => a.SubmissionId == own && a.ItemId == number).Select(a => a.Number).SingleAsync());

        // A forged form reaches no school of others; a curator and a stranger find nothing to import.
        page = await municipal.SubmitAsync(await municipal.OpenAsync(address), "#check", new() { ["Form.Text"] = $"Наименование\tСведение\tОтвет\n{TestRegion.SecondSchool}\tУчителей на курсах\t7" });
        var south = await SubmissionOfAsync(TestRegion.SouthSchool, round);
        var second = await SubmissionOfAsync(TestRegion.SecondSchool, round);
        var forged = page.QuerySelector("#apply input[name='Form.Accepted']")!.GetAttribute("value")!.Replace($"\"Submission\":{second}", $"\"Submission\":{south}", StringComparison.Ordinal);
        page = await municipal.SubmitAsync(page, "#apply", new() { ["Form.Accepted"] = forged });
        Assert.Contains("изменил кто-то другой", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(south));
        Assert.Equal(HttpStatusCode.NotFound, await (await portal.VisitAsync(TestRegion.ForeignRegional)).StatusOfAsync(address));
    }

    private async Task<int> CountAsync(int submission)
    {
        await using var db = portal.Open();
        return await db.Set<MonitoringAnswer>().CountAsync(a => a.SubmissionId == submission);
    }

    /// <summary>A monitoring of all schools with a number, a file and a yes or no, whose one round is filled in today; its round and its number.</summary>
    private async Task<(int Round, int Number)> OpenAsync()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        await using var db = portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var cycle = MonitoringCycle.Plan(new MonitoringDraft(region.Id, null, null, "Мониторинг ШНОР", today.Year, MonitoringFrequency.Once, SchoolChoice.All)).Cycle!;
        Assert.Null(cycle.Ask("Учителей на курсах", MonitoringItemKind.Number, null, required: true));
        Assert.Null(cycle.Ask("Концепция развития", MonitoringItemKind.File, null, required: true));
        Assert.Null(cycle.Ask("Есть приказ", MonitoringItemKind.YesNo, null, required: false));
        db.MonitoringCycles.Add(cycle);
        await db.SaveChangesAsync();
        Assert.Null(await new MonitoringDesk(db, TimeProvider.System).OpenAsync(cycle, CancellationToken.None));
        await db.MonitoringRounds.Where(r => r.CycleId == cycle.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.From, today.AddDays(-5)).SetProperty(r => r.Due, today));
        return (cycle.Rounds[0].Id, cycle.Items[0].Id);
    }

    private async Task<int> SubmissionOfAsync(string school, int round)
    {
        await using var db = portal.Open();
        return await db.MonitoringSubmissions.Where(s => s.RoundId == round && db.Schools.Any(x => x.Id == s.SchoolId && x.Name == school)).Select(s => s.Id).SingleAsync();
    }
}
