using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Web.Tests.Lists;

public sealed partial class ListLifeOverHttpTests : IAsyncLifetime
{
    private const int Year = 2023;

    private readonly Portal portal = new();

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await using var db = portal.Open();
        await TestResults.PutTwoYearsAsync(db, Year);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task A_list_lives_from_draft_to_archive()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var principal = await portal.VisitAsync(TestRegion.Principal);

        var form = await region.OpenAsync("/lists/new");
        Assert.Equal("2024", form.QuerySelector("input[name='Form.ForYear']")!.GetAttribute("value"));
        Assert.Equal("2023", form.QuerySelector("select[name='Form.ResultsYear'] option")!.GetAttribute("value"));
        Assert.Contains("Критерий B не может выполниться: нет данных за 2021 год.", form.Body!.TextContent, StringComparison.Ordinal);
        var draft = await region.SubmitAsync(form, "main form");
        var address = new Uri(draft.Url).AbsolutePath;
        Assert.Contains("Черновик создан: в перечне 2 школы.", Done(draft), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync(address));

        var preliminary = await PostAsync(region, draft, "Publish");
        Assert.Contains("предварительным", Done(preliminary), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await principal.StatusOfAsync(address));

        var back = await PostAsync(region, preliminary, "Return");
        var counted = await PostAsync(region, back, "Run");
        Assert.Contains("пересчитан", Done(counted), StringComparison.Ordinal);
        preliminary = await PostAsync(region, counted, "Publish");

        var early = await region.OpenAsync(preliminary.QuerySelector("a[href$='/approve']")!.GetAttribute("href")!);
        Assert.Contains("Утверждайте перечень после этого дня", early.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Null(early.QuerySelector("form.approve"));
        var approval = await EndObjectionsAsync(region, address);
        var hash = approval.QuerySelector("dd.hash")!.TextContent;
        Assert.Equal(64, hash.Length);
        var refused = await region.SubmitAsync(approval, "form.approve", new() { ["Form.Number"] = "", ["Form.Date"] = "" });
        Assert.Contains("Укажите номер приказа.", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Укажите дату приказа.", refused.Body.TextContent, StringComparison.Ordinal);
        var old = await region.SubmitAsync(approval, "form.approve", new() { ["Form.Number"] = "412-п", ["Form.Date"] = "2020-02-20" });
        Assert.Contains("раньше года результатов", old.Body!.TextContent, StringComparison.Ordinal);
        var approved = await region.SubmitAsync(approval, "form.approve", new() { ["Form.Number"] = "412-п", ["Form.Date"] = "2024-02-20" });
        Assert.Contains("утверждён приказом от 20.02.2024 № 412-п", Done(approved), StringComparison.Ordinal);
        var again = await region.SubmitAsync(approval, "form.approve", new() { ["Form.Number"] = "413-п", ["Form.Date"] = "2024-02-21" });
        Assert.Contains("Утвердить можно только предварительный перечень", again.Body!.TextContent, StringComparison.Ordinal);

        var archived = await PostAsync(region, approved, "Archive");
        Assert.Equal("Архив, сейчас", archived.QuerySelector(".life [aria-current=step]")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.OK, await principal.StatusOfAsync(address));
    }

    [Fact]
    public async Task An_approved_list_proves_itself_and_its_page_stays_after_everything_changed()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var address = await ApprovedAsync(region);
        var before = Matrix(await region.OpenAsync($"{address}?show=all"));
        await using (var db = portal.Open())
        {
            await TestResults.PutAsync(
                db,
                new GivenResult(TestRegion.OwnSchool, "ВПР 5 РУ", Year, 40, 0),
                new GivenResult(TestRegion.ThirdSchool, "ВПР 6 РУ", Year, 40, 40));
            foreach (var methodology in await db.Methodologies.ToListAsync())
            {
                methodology.Definition = methodology.Definition with { ThresholdPercent = 5, Title = "Переписанная" };
            }

            foreach (var school in await db.Schools.ToListAsync())
            {
                school.Name += " (новое имя)";
            }

            await db.SaveChangesAsync();
        }

        var rerun = await region.OpenAsync($"{address}/rerun");

        var hashes = rerun.QuerySelectorAll("dd.hash").Select(h => h.TextContent).ToArray();
        Assert.Equal(2, hashes.Length);
        Assert.Equal(hashes[0], hashes[1]);
        Assert.Contains("контрольные суммы совпали", rerun.QuerySelector(".note-done")!.TextContent, StringComparison.Ordinal);
        var after = await region.OpenAsync($"{address}?show=all");
        Assert.Equal(before, Matrix(after));
        Assert.DoesNotContain("Переписанная", after.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spoilt_copy_is_noticed()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var address = await ApprovedAsync(region);
        await using (var db = portal.Open())
        {
            var row = await db.ListSchools.FirstAsync(s => s.Name == TestRegion.OwnSchool);
            row.Input = row.Input! with { Facts = [] };
            await db.SaveChangesAsync();
        }

        var rerun = await region.OpenAsync($"{address}/rerun");

        Assert.Contains("Контрольные суммы не совпали", rerun.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_changed_before_the_approval_are_refused_in_words()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var draft = await region.SubmitAsync(await region.OpenAsync("/lists/new"), "main form");
        var preliminary = await PostAsync(region, draft, "Publish");
        var approval = await EndObjectionsAsync(region, new Uri(preliminary.Url).AbsolutePath);
        await using (var db = portal.Open())
        {
            await TestResults.PutAsync(db, new GivenResult(TestRegion.ThirdSchool, "ВПР 5 РУ", Year, 100, 4));
        }

        var refused = await region.SubmitAsync(approval, "form.approve", new() { ["Form.Number"] = "1", ["Form.Date"] = "2024-02-20" });

        Assert.Contains("После расчёта перечня данные изменились", refused.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);

        // And before anything is sent: the form is not offered.
        var again = await region.OpenAsync(new Uri(approval.Url).AbsolutePath);
        Assert.Contains("После расчёта перечня данные изменились", again.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Null(again.QuerySelector("form.approve"));
    }

    [Fact]
    public async Task A_draft_has_nothing_to_repeat_and_nothing_to_approve()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var draft = await region.SubmitAsync(await region.OpenAsync("/lists/new"), "main form");
        var address = new Uri(draft.Url).AbsolutePath;

        var rerun = await region.OpenAsync($"{address}/rerun");
        Assert.Contains("копии исходных чисел ещё нет", rerun.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        var approval = await region.OpenAsync($"{address}/approve");
        Assert.Null(approval.QuerySelector("main form"));
        Assert.Contains("Утвердить можно только предварительный", approval.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_for_the_past_and_a_year_without_results_are_refused()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var form = await region.OpenAsync("/lists/new");

        var past = await region.SubmitAsync(form, "main form", new() { ["Form.ForYear"] = "2019" });
        Assert.Contains("Год перечня — от 2023 до 2028", past.Body!.TextContent, StringComparison.Ordinal);
        var empty = await region.SubmitAsync(form, "main form", new() { ["Form.ResultsYear"] = "2030", ["Form.ForYear"] = "2031" });
        Assert.Contains("За 2030 год не загружено ни одного результата", empty.Body!.TextContent, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.Lists.AnyAsync());
    }

    [Fact]
    public async Task A_region_without_results_is_told_where_to_begin()
    {
        var foreign = await portal.VisitAsync(TestRegion.ForeignRegional);

        var page = await foreign.OpenAsync("/lists/new");

        Assert.Null(page.QuerySelector("main form"));
        Assert.NotNull(page.QuerySelector("main a[href='/results']"));
    }

    [Theory]
    [InlineData(TestRegion.Administrator)]
    [InlineData(TestRegion.Municipal)]
    [InlineData(TestRegion.Curator)]
    [InlineData(TestRegion.Principal)]
    [InlineData(TestRegion.Observer)]
    public async Task Only_the_regional_coordinator_takes_steps(string email)
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var draft = await region.SubmitAsync(await region.OpenAsync("/lists/new"), "main form");
        var address = new Uri((await PostAsync(region, draft, "Publish")).Url).AbsolutePath;
        var visitor = await portal.VisitAsync(email);

        foreach (var page in new[] { "/lists/new", $"{address}/approve", $"{address}/rerun", $"{address}/revise", $"{address}/order", "/methodologies/new?from=1" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await visitor.StatusOfAsync(page));
        }

        var token = (await visitor.OpenAsync(address)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var step in new[] { "Publish", "Return", "Run", "Archive", "EndObjections", "Delete" })
        {
            using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            using var response = await visitor.Http.PostAsync(new Uri($"{address}?handler={step}", UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        await using var db = portal.Open();
        Assert.Equal(ListState.Preliminary, (await db.Lists.SingleAsync()).State);
    }

    private static async Task<string> ApprovedAsync(Visitor region)
    {
        var draft = await region.SubmitAsync(await region.OpenAsync("/lists/new"), "main form");
        var preliminary = await PostAsync(region, draft, "Publish");
        var address = new Uri(preliminary.Url).AbsolutePath;
        await region.SubmitAsync(await EndObjectionsAsync(region, address), "form.approve", new() { ["Form.Number"] = "412-п", ["Form.Date"] = "2024-02-20" });
        return address;
    }

    /// <summary>Ends the days of objections; the page of approval as it stands then.</summary>
    private static async Task<IDocument> EndObjectionsAsync(Visitor region, string address)
    {
        var ended = await region.SubmitAsync(await region.OpenAsync($"{address}/approve"), "form[action$='handler=EndObjections']", new() { ["reason"] = "Все школы согласны." });
        Assert.Contains("Приём возражений завершён", Done(ended), StringComparison.Ordinal);
        return await region.OpenAsync($"{address}/approve");
    }

    private static Task<IDocument> PostAsync(Visitor visitor, IDocument page, string handler) =>
        visitor.SubmitAsync(page, $"form[action$='handler={handler}']");

    private static string Done(IDocument page) => page.QuerySelector(".note-done[role=status]")?.TextContent ?? page.Body!.TextContent;

    private static string Matrix(IDocument page) => page.QuerySelector("#table")!.OuterHtml + page.QuerySelector(".lead")!.OuterHtml;
}
