using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Web.Tests.Lists;

public sealed partial class ListLifeOverHttpTests
{
    [Fact]
    public async Task A_preliminary_list_says_that_its_data_changed_since_the_run()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var draft = await region.SubmitAsync(await region.OpenAsync("/lists/new"), "main form");
        var address = new Uri((await PostAsync(region, draft, "Publish")).Url).AbsolutePath;
        Assert.DoesNotContain("Данные изменились", (await region.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        await using (var db = portal.Open())
        {
            (await db.Schools.FirstAsync(s => s.Name == TestRegion.ThirdSchool)).Rename("МБОУ «Лицей № 3»", new DateOnly(2026, 1, 1));
            await db.SaveChangesAsync();
        }

        var page = await region.OpenAsync(address);
        Assert.Contains("Данные изменились после расчёта перечня", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Данные изменились", (await (await portal.VisitAsync(TestRegion.Principal)).OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_federal_lists_their_page_does_not_speak_of_results()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = (await region.OpenAsync("/lists/federal")).Body!.TextContent;
        Assert.DoesNotContain("Файлы с результатами не загружались", page, StringComparison.Ordinal);
        Assert.Contains("Ни один федеральный перечень ещё не записан", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_day_that_is_no_date_publishes_nothing()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var draft = await region.SubmitAsync(await region.OpenAsync("/lists/new"), "main form");

        var refused = await region.SubmitAsync(draft, "form[action$='handler=Publish']", new() { ["until"] = "abc" });

        Assert.Contains("Последний день возражений — дата", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Черновик, сейчас", refused.QuerySelector(".life [aria-current=step]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_second_list_of_the_year_says_from_its_first_day_that_it_cannot_be_approved()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        await ApprovedAsync(region);

        var second = await region.SubmitAsync(await region.OpenAsync("/lists/new"), "main form");
        Assert.Contains("уже утверждён приказом от 20.02.2024 № 412-п и действует", second.QuerySelector(".note-near")!.TextContent, StringComparison.Ordinal);
        var address = new Uri((await PostAsync(region, second, "Publish")).Url).AbsolutePath;
        var approval = await EndObjectionsAsync(region, address);
        Assert.Null(approval.QuerySelector("form.approve"));
        Assert.Contains("№ 412-п и действует", approval.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);

        // Past the page it is refused all the same.
        var token = approval.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? (await region.OpenAsync(address)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Form.Number", "412-п"), new("Form.Date", "2024-02-20")]);
        using var answer = await region.Http.PostAsync(new Uri($"{address}/approve", UriKind.Relative), content);
        await using var db = portal.Open();
        Assert.Equal(1, await db.Lists.CountAsync(l => l.State == ListState.Approved));
    }

    [Fact]
    public async Task A_draft_of_a_later_year_stands_beside_the_list_that_schools_see_and_is_thrown_away()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var approved = await ApprovedAsync(region);
        await using (var db = portal.Open())
        {
            await TestResults.PutAsync(db, new GivenResult(TestRegion.OwnSchool, "ВПР 5 РУ", Year + 1, 40, 0));
        }

        var draft = await region.SubmitAsync(await region.OpenAsync("/lists/new"), "main form", new() { ["Form.ForYear"] = "2025", ["Form.ResultsYear"] = "2024" });
        var address = new Uri(draft.Url).AbsolutePath;
        var overview = await region.OpenAsync("/");
        Assert.NotNull(overview.QuerySelector($".cards a[href='{approved}']"));
        Assert.Contains("Черновики, которые видит только регион: Перечень ШНОР на 2025 год", overview.QuerySelector($"p:has(a[href='{address}'])")!.TextContent, StringComparison.Ordinal);
        var schools = await region.OpenAsync("/schools");
        Assert.Contains("Перечень на 2024 год", schools.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        await using (var db = portal.Open())
        {
            var own = await db.Schools.Where(s => s.Name == TestRegion.OwnSchool).Select(s => s.Id).SingleAsync();
            var school = (await region.OpenAsync($"/schools/{own}")).Body!.TextContent;
            Assert.Contains("перечень ШНОР на 2024 год", school, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("В перечне 1 год подряд.", school, StringComparison.Ordinal);
        }

        var gone = await PostAsync(region, draft, "Delete");
        Assert.Contains("Черновик удалён", Done(gone), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await region.StatusOfAsync(address));
        Assert.Null((await region.OpenAsync(approved)).QuerySelector("form[action$='handler=Delete']"));
        var journal = await (await portal.VisitAsync(TestRegion.Administrator)).OpenAsync("/admin/journal?subject=SchoolList");
        Assert.Contains("удалено", journal.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }
}
