using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Imports.Tables;
using static EffectiveSchool.Testing.MarkStatisticsBook;
using static EffectiveSchool.Web.Tests.Results.Uploading;

namespace EffectiveSchool.Web.Tests.Results;

public sealed class CampaignTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_campaign_goes_from_its_deadlines_through_late_and_confirmed_to_withdrawn()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var north = await portal.VisitAsync(TestRegion.Municipal);
        var form = await region.OpenAsync("/results/campaigns/new");
        var refused = await region.SubmitAsync(form, "main form", new() { ["Form.Year"] = "2021" });
        Assert.Contains("срок хотя бы для одной процедуры", refused.Body!.TextContent, StringComparison.Ordinal);
        var view = await region.SubmitAsync(refused, "main form", new() { ["Form.Deadlines[0].Deadline"] = "2021-12-20", ["Form.Deadlines[1].Deadline"] = "2021-12-21" });
        Assert.Equal("Сбор результатов 2021 года", view.Heading());
        var address = new Uri(view.Url).AbsolutePath;
        Assert.Equal([4, 0, 0, 0, 0], view.Tallies());
        Assert.Contains("Опаздывают: 2 муниципалитета", (await region.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("уже есть", (await region.SubmitAsync(form, "main form", new() { ["Form.Year"] = "2021", ["Form.Deadlines[0].Deadline"] = "2021-12-20" })).Body!.TextContent, StringComparison.Ordinal);

        await north.StoreAsync(await north.UploadAsync(("2021.xlsx", MarkStatistics(2021, School("Ёлкино(sch900001)", 20, 5), School("Лесной(sch900002)", 10, 1)))));
        var own = await north.OpenAsync((await north.OpenAsync(address)).QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.Equal(TestRegion.North, own.Heading());
        Assert.Contains("Результаты есть у 2 из 3 школ. Прислано последний раз", Squeeze(own.Body!.TextContent), StringComparison.Ordinal);
        Assert.Contains(own.QuerySelectorAll("section.procedure a"), a => a.TextContent == TestRegion.ThirdSchool);
        Assert.Single(own.QuerySelectorAll("form.confirm"));
        var confirmed = await north.SubmitAsync(own, "form.confirm", new() { ["note"] = "лицей не участвовал" });
        Assert.Equal("ВПР 5 РУ: данные подтверждены.", confirmed.Note());
        Assert.Contains("Примечание: лицей не участвовал", confirmed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Осталось прислать или подтвердить: 1 процедура", (await north.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        await north.StoreAsync(await north.UploadAsync(("2021-2.xlsx", MarkStatistics(2021, School("Ёлкино(sch900001)", 20, 6)))));
        var fallen = await north.OpenAsync(new Uri(own.Url).AbsolutePath);
        Assert.Contains("Подтверждение снято: данные изменены", fallen.Body!.TextContent, StringComparison.Ordinal);
        var onBehalf = await region.SubmitAsync(await region.OpenAsync(new Uri(own.Url).AbsolutePath), "form.confirm");
        Assert.Contains("от имени муниципалитета", onBehalf.Note(), StringComparison.Ordinal);
        view = await region.OpenAsync(address);
        Assert.Equal([3, 0, 0, 0, 1], view.Tallies());

        var late = await region.OpenAsync(address + "?state=Confirmed");
        Assert.Equal([TestRegion.North], late.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()));
        using var stream = new MemoryStream(await region.DownloadAsync(address + "?handler=Xlsx&state=Confirmed"));
        using var table = TableFile.Open(stream);
        var rows = table.Sheets().SelectMany(s => s.Rows.Select(r => r.Cells.Select(c => c.Text).ToArray())).ToList();
        Assert.Equal(4, rows.Count);
        Assert.Equal([TestRegion.North, "ВПР 5 РУ", "20.12.2021", "подтверждено", "3", "2", "1"], rows[2][..7]);
        Assert.Equal("да", rows[2][11]);
    }

    [Fact]
    public async Task A_municipality_sees_and_confirms_itself_alone_and_the_edit_is_the_regions()
    {
        int id;
        int south;
        await using (var db = portal.Open())
        {
            var place = await db.Municipalities.SingleAsync(m => m.Name == TestRegion.South);
            var campaign = new CollectionCampaign { RegionId = place.RegionId, Year = 2019 };
            Assert.Null(campaign.Plan("Сбор 2019", [new("ВПР 5 РУ", new DateOnly(2019, 5, 5))], new HashSet<string>()));
            db.Campaigns.Add(campaign);
            await db.SaveChangesAsync();
            (id, south) = (campaign.Id, place.Id);
        }

        var north = await portal.VisitAsync(TestRegion.Municipal);
        Assert.Single((await north.OpenAsync($"/results/campaigns/{id}")).QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, await north.StatusOfAsync($"/results/campaigns/{id}/municipalities/{south}"));
        var foreign = await portal.VisitAsync(TestRegion.ForeignRegional);
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync($"/results/campaigns/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync($"/results/campaigns/{id}/edit"));

        var region = await portal.VisitAsync(TestRegion.Regional);
        var edited = await region.SubmitAsync(await region.OpenAsync($"/results/campaigns/{id}/edit"), "main form", new() { ["Form.Name"] = "Сбор 2019 года", ["Form.Deadlines[1].Deadline"] = "2019-06-01" });
        Assert.Equal("Сбор 2019 года", edited.Heading());
        Assert.Contains("ВПР 5 МА", edited.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_too_far_is_refused_and_a_campaign_nobody_answered_is_removed()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var form = await region.OpenAsync("/results/campaigns/new");
        Dictionary<string, string> Of(int year) => new() { ["Form.Year"] = $"{year}", ["Form.Deadlines[0].Deadline"] = $"{year}-12-20" };
        Assert.Contains("а указан 2099. Проверьте год.", (await region.SubmitAsync(form, "main form", Of(2099))).Body!.TextContent, StringComparison.Ordinal);

        // An older campaign is late while the newest one is not.
        var next = DateTime.UtcNow.Year + 1;
        var newest = await region.SubmitAsync(form, "main form", Of(next));
        var older = await region.SubmitAsync(form, "main form", Of(2017));
        var overview = (await region.OpenAsync("/")).Body!.TextContent;
        Assert.Contains($"Сбор результатов {next} года", overview, StringComparison.Ordinal);
        Assert.Contains("Сбор результатов 2017 года", overview, StringComparison.Ordinal);
        Assert.Contains("Опаздывают: 2 муниципалитета", overview, StringComparison.Ordinal);

        var removed = await region.SubmitAsync(newest, "form[action$='handler=Delete']");
        Assert.Contains($"Кампания «Сбор результатов {next} года» удалена.", removed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await region.StatusOfAsync(new Uri(newest.Url).AbsolutePath));

        // What somebody has answered stays, even past the page.
        await region.StoreAsync(await region.UploadAsync(("2017.xlsx", MarkStatistics(2017, School("Ёлкино(sch900001)", 20, 5)))));
        var refused = await region.SubmitAsync(older, "form[action$='handler=Delete']");
        Assert.Contains("По кампании уже прислано: 1 результат.", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(refused.QuerySelector("form[action$='handler=Delete']"));
        await using var db = portal.Open();
        await db.Campaigns.Where(c => c.Year == 2017).ExecuteDeleteAsync();
    }

    [Fact]
    public async Task An_earlier_version_waits_for_the_tick_of_a_person()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        static byte[] Template(int failed, string version) => System.Text.Encoding.UTF8.GetBytes($"год;процедура;код;участников;не преодолели порог;версия\n2018;ОГЭ МА;900001;20;{failed};{version}\n");
        await region.StoreAsync(await region.UploadAsync(("итог.csv", Template(5, "итоговый"))));
        var page = await region.UploadAsync(("рано.csv", Template(7, "предварительный")));
        Assert.Equal([0, 0, 0, 1], page.Tallies());
        Assert.Contains("более ранняя версия не заменяет более позднюю", page.Rows()[0][2], StringComparison.Ordinal);
        var allowed = await region.SubmitAsync(page, "form[action$=Replace]", new() { ["replace"] = "true" });
        Assert.Equal([0, 1, 0, 0], allowed.Tallies());
        Assert.Equal("5 из 20 · итоговый → 7 из 20 · предварительный", allowed.Rows()[0][3]);
    }
}
