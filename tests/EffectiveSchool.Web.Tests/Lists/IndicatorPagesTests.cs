using System.Globalization;
using System.Text;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Templates;
using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Tests.Lists;

/// <summary>Both methodologies by indicators over HTTP: from the figures to the order.</summary>
public sealed class IndicatorPagesTests : IAsyncLifetime
{
    private const int Year = 2023;

    private readonly Portal portal = new();

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await using var db = portal.Open();
        await TestResults.PutTwoYearsAsync(db, Year);
        await IndicatorRecords.PutAsync(db, Year);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task A_list_by_twelve_indicators_lives_from_draft_to_a_rerun_of_the_same_hash()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var draft = await RunAsync(region, "Двенадцать показателей");
        Assert.Equal($"Перечень ШНОР на {Year + 1} год по двенадцати показателям {Year - 2}–{Year} годов", draft.QuerySelector("h1")!.TextContent);
        Assert.Equal(12, draft.QuerySelectorAll(".matrix thead abbr").Length);
        Assert.Contains("маркеров не имеет", draft.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(draft.QuerySelector("a[href$='/what-if']"));
        var address = new Uri(draft.Url).AbsolutePath;

        var own = await SchoolAsync(TestRegion.OwnSchool);
        await PostAsync(region, draft, "Publish");
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var why = await principal.OpenAsync($"{address}/why/{own}");
        Assert.Equal("Почему школа в перечне", why.QuerySelector("h1")!.TextContent);
        Assert.Equal(12, why.QuerySelectorAll("table.markers tbody tr").Length);
        Assert.Contains("применимых к школе показателей, а нужно не меньше 5", why.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Средние баллы.xlsx, лист «Лист 1», строка 2", why.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Критерий A", why.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("маркеров не имеет", (await principal.OpenAsync($"{address}/what-if")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await region.StatusOfAsync($"{address}/what-if/xlsx"));

        var approved = await ApproveAsync(region, address);
        Assert.Contains("утверждён приказом", approved.Body!.TextContent, StringComparison.Ordinal);
        await using (var db = portal.Open())
        {
            await db.SchoolFigures.ExecuteUpdateAsync(f => f.SetProperty(x => x.Value, 0));
            await db.Results.ExecuteUpdateAsync(r => r.SetProperty(x => x.MeanScore, 50m));
        }

        var rerun = await region.OpenAsync($"{address}/rerun");
        var hashes = rerun.QuerySelectorAll("dd.hash").Select(h => h.TextContent).ToArray();
        Assert.Equal(2, hashes.Length);
        Assert.Equal(hashes[0], hashes[1]);
        foreach (var format in new[] { "xlsx", "docx" })
        {
            Assert.NotEmpty(await region.DownloadAsync($"{address}/{format}"));
        }

        // The school's page tells of the list without making it the one that speaks for the year.
        var school = await principal.OpenAsync($"/schools/{own}");
        Assert.Contains("двенадцать показателей, на 2024 год", school.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_share_of_the_risk_zone_names_its_denominator_and_its_schools_take_part_as_such()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var draft = await RunAsync(region, "Зона риска");
        var figure = draft.QuerySelector(".cards .card")!.TextContent;
        Assert.Contains("из 3", figure, StringComparison.Ordinal);
        Assert.Contains("66,7", figure, StringComparison.Ordinal);
        Assert.Contains("Знаменатель — школы с данными не меньше чем по 2 из 3", figure, StringComparison.Ordinal);
        Assert.Equal([TestRegion.OwnSchool, TestRegion.SecondSchool], [.. Schools(draft).Order(StringComparer.Ordinal)]);
        Assert.Equal([TestRegion.OwnSchool, TestRegion.SecondSchool], [.. Schools(await region.OpenAsync($"{draft.Url}?indicator=1")).Order(StringComparer.Ordinal)]);

        var address = new Uri(draft.Url).AbsolutePath;
        await PostAsync(region, draft, "Publish");
        await ApproveAsync(region, address);

        // A school that told of nothing has no conclusion: missing is never «all is well».
        var unknown = await region.OpenAsync($"/schools/{await SchoolAsync(TestRegion.BranchSchool)}");
        var told = string.Join(' ', unknown.QuerySelector("[aria-labelledby=history] tbody tr")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("нет данных", told, StringComparison.Ordinal);
        Assert.DoesNotContain("✓", told, StringComparison.Ordinal);
        Assert.DoesNotContain("0 из 0", told, StringComparison.Ordinal);

        // The overview keeps to lists by markers: there is none, and the zone is not taken for one.
        Assert.DoesNotContain("Перечень ШНОР на", (await region.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        await using var db = portal.Open();
        var list = int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
        Assert.Equal(MethodologyKind.RiskZone, await db.Lists.Where(l => l.Id == list).Select(l => l.Kind).SingleAsync());
    }

    [Fact]
    public async Task Figures_come_in_by_file_and_paste_and_the_last_one_taken_back_leaves_the_earlier()
    {
        var municipality = await portal.VisitAsync(TestRegion.Municipal);
        var template = TemplateWorkbook.Write(ImportTemplates.Find("school-figures")!, [["2024", "900001", "", "", "100", "1", "10", "6", "да", "нет", "2"], ["2024", "900004", "", "", "50", "", "", "", "", "", ""]]);
        var form = await municipality.OpenAsync("/results/figures/new");
        var plan = await municipality.SubmitAsync(form, "main form[enctype]", null, ("Upload", "Показатели.xlsx", template));
        Assert.Equal(["7", "0", "0", "1", "0"], plan.QuerySelectorAll(".cards .figure").Select(f => f.TextContent));
        var stored = await municipality.SubmitAsync(plan, "form[action$='handler=Apply']");
        Assert.Contains("Показатели записаны", stored.Body!.TextContent, StringComparison.Ordinal);

        var pasted = await municipality.SubmitAsync(
            form, "main form[action$='Paste']", new() { ["Pasted"] = "Год\tКод школы\tУстойчивый Интернет\tВакансий педагогов\n2024\t900001\tнет\tмного\n2024\t900002\tнет\t0\n2024\t900001\tнет\t5" });
        Assert.Contains("строка 2, столбец 4 вставленного текста", pasted.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("«Вакансий педагогов» записано как «много»", pasted.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("было да", pasted.Body.TextContent, StringComparison.Ordinal);
        var second = await municipality.SubmitAsync(pasted, "form[action$='handler=Apply']");
        Assert.Equal(("нет", "5"), await StandingAsync());
        await municipality.SubmitAsync(second, "form[action$='handler=Undo']");
        Assert.Equal(("да", "2"), await StandingAsync());

        var principal = await portal.VisitAsync(TestRegion.Principal);
        var seen = await principal.OpenAsync("/results/figures?year=2024");
        Assert.Contains("Показатели.xlsx", seen.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(TestRegion.SecondSchool, seen.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await (await portal.VisitAsync(TestRegion.OtherMunicipal)).StatusOfAsync(new Uri(stored.Url).AbsolutePath));

        async Task<(string, string)> StandingAsync()
        {
            await using var db = portal.Open();
            var figures = await db.Standing().Where(f => f.School.Name == TestRegion.OwnSchool && f.Year == 2024).ToDictionaryAsync(f => f.Kind, f => f.Value);
            return (figures[SchoolFigureKind.StableInternet] == 0 ? "нет" : "да", figures[SchoolFigureKind.TeacherVacancies].ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_file_without_figures_is_refused_and_not_kept()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        await using var db = portal.Open();
        var before = await db.Files.CountAsync();
        var form = await region.OpenAsync("/results/figures/new");
        (string File, string Says)[] wrong = [("Товар;Цена\nМел;5\n", "не распознаны"), ("Фамилия;Балл\nИванов;5\n", "есть столбец с данными людей: ячейка A1. Файл не принят и не сохранён")];
        foreach (var (file, says) in wrong)
        {
            var refused = await region.SubmitAsync(form, "main form[enctype]", null, ("Upload", "не то.csv", Encoding.UTF8.GetBytes(file)));
            Assert.Contains(says, refused.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(before, await db.Files.CountAsync());
    }

    [Fact]
    public async Task A_new_version_changes_the_parameters_of_the_indicators()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        int from;
        await using (var db = portal.Open())
        {
            from = await db.Methodologies.Where(m => m.Code == "twelve" && db.Regions.First(r => r.Id == m.RegionId).Code == "90").Select(m => m.Id).SingleAsync();
        }

        var shown = await region.OpenAsync($"/methodologies/{from}");
        Assert.Equal(12, shown.QuerySelectorAll("ol li").Length);
        var form = await region.OpenAsync($"/methodologies/new?from={from}");
        Assert.Equal("0,5", form.QuerySelector("input[name='Form.OlympiadPercent']")!.GetAttribute("value"));
        Assert.Null(form.QuerySelector("input[name='Form.ThresholdPercent']"));
        var same = await region.SubmitAsync(form, "main form");
        Assert.Contains("ничем не отличается", same.Body!.TextContent, StringComparison.Ordinal);
        var wrong = await region.SubmitAsync(form, "main form", new() { ["Form.LeastTrue"] = "13" });
        Assert.Contains("от 1 до 12 показателей", wrong.Body!.TextContent, StringComparison.Ordinal);
        var stored = await region.SubmitAsync(form, "main form", new() { ["Form.LeastTrue"] = "6", ["Form.OgeRussianMark"] = "3,4", ["Form.OverYears"] = "EveryYear" });
        Assert.Contains("ниже 3,4", stored.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("в каждом году", stored.Body.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Schools(IDocument page) => page.QuerySelectorAll(".matrix tbody th a[href^='/schools/']").Select(a => a.TextContent);

    private static async Task<IDocument> RunAsync(Visitor region, string methodology)
    {
        var form = await region.OpenAsync("/lists/new");
        var value = form.QuerySelectorAll("select[name='Form.MethodologyId'] option").Single(o => o.TextContent.Contains(methodology, StringComparison.Ordinal)).GetAttribute("value")!;
        return await region.SubmitAsync(form, "main form", new() { ["Form.MethodologyId"] = value, ["Form.ResultsYear"] = Year.ToString(CultureInfo.InvariantCulture), ["Form.ForYear"] = "2024" });
    }

    private static Task<IDocument> PostAsync(Visitor visitor, IDocument page, string handler) => visitor.SubmitAsync(page, $"form[action$='handler={handler}']");

    private static async Task<IDocument> ApproveAsync(Visitor region, string address)
    {
        var early = await region.OpenAsync($"{address}/approve");
        await region.SubmitAsync(early, "form[action*='handler=EndObjections']", new() { ["reason"] = "Все школы согласны." });
        return await region.SubmitAsync(await region.OpenAsync($"{address}/approve"), "form.approve", new() { ["Form.Number"] = "412-п", ["Form.Date"] = "2024-02-20" });
    }

    private async Task<int> SchoolAsync(string name)
    {
        await using var db = portal.Open();
        return await db.Schools.Where(s => s.Name == name).Select(s => s.Id).SingleAsync();
    }
}
