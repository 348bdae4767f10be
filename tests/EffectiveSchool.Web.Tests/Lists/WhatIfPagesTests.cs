using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Tests.Documents;
using EffectiveSchool.Web.Tests.Walks;

namespace EffectiveSchool.Web.Tests.Lists;

public sealed class WhatIfPagesTests(ListPortal lists) : IClassFixture<ListPortal>
{
    [Theory]
    [InlineData("threshold=25", TestRegion.SouthSchool, null)]
    [InlineData("threshold=35", null, TestRegion.SecondSchool)]
    [InlineData("threshold=33%2C33", null, TestRegion.SecondSchool)]
    [InlineData("min=10", null, TestRegion.SecondSchool)]
    [InlineData("without=ВПР+5+МА", null, TestRegion.SecondSchool)]
    [InlineData("threshold=25&min=10", TestRegion.SouthSchool, TestRegion.SecondSchool)]
    [InlineData("b=any", null, null)]
    public async Task The_page_says_who_would_join_and_leave(string query, string? joined, string? left)
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/lists/{lists.Preliminary}/what-if?{query}");

        Assert.Equal(joined is null ? [] : [joined], Names(page, "joined"));
        Assert.Equal(left is null ? [] : [left], Names(page, "left"));
        var (plus, minus) = (joined is null ? 0 : 1, left is null ? 0 : 1);
        Assert.Equal(
            ["2 из 5", $"{2 + plus - minus} из 5", $"+{plus}", $"−{minus}"],
            page.QuerySelectorAll(".cards .figure").Select(f => f.TextContent.Trim()));
        Assert.Contains("Расчёт «что, если» — не официальный перечень.", Text(page.QuerySelector(".not-official")!), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll(".btn-primary"));
    }

    [Fact]
    public async Task Every_row_says_why_in_a_sentence_with_counts()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);

        var joined = await visitor.OpenAsync($"/lists/{lists.Preliminary}/what-if?threshold=25");
        Assert.Contains(
            "Одна и та же процедура два года подряд: ВПР 6 РУ — 9 из 30 (30,0 %) в 2022 году и 8 из 27 (29,6 %) в 2023 году.", Text(joined.QuerySelector(".what-if")!), StringComparison.Ordinal);
        var left = await visitor.OpenAsync($"/lists/{lists.Preliminary}/what-if?min=10");
        Assert.Contains(
            "Больше не низкий результат: ВПР 5 РУ в 2023 году — участников мало: 9, и ни один критерий не выполняется.", Text(left.QuerySelector(".what-if")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("threshold=0", "threshold", "введено «0»")]
    [InlineData("threshold=150", "threshold", "от 1 до 100")]
    [InlineData("threshold=29.999", "threshold", "2 знаков после запятой")]
    [InlineData("threshold=abc", "threshold", "введено «abc»")]
    [InlineData("threshold=35&min=-5", "min", "введено «-5»")]
    [InlineData("min=1001", "min", "от 1 до 1000")]
    [InlineData("b=x", "b", "выберите её из списка")]
    public async Task What_does_not_fit_is_refused_beside_its_field_and_nothing_is_counted(string query, string field, string sentence)
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var school = await lists.SchoolAsync(TestRegion.OwnSchool);
        foreach (var address in new[] { $"/lists/{lists.Preliminary}/what-if?{query}", $"/lists/{lists.Preliminary}/what-if?{query}&school={school}", $"/lists/{lists.Preliminary}/what-if/xlsx?{query}" })
        {
            var page = await visitor.OpenAsync(address);

            Assert.Contains(sentence, page.QuerySelector($"#{field}-refused")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("true", page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
            Assert.Equal($"{field}-refused", page.QuerySelector($"#{field}")!.GetAttribute("aria-describedby"));
            Assert.Empty(page.QuerySelectorAll(".cards .figure, .what-if tbody tr"));
        }
    }

    [Fact]
    public async Task An_unknown_procedure_is_no_question_and_the_known_ones_are_ticked()
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/lists/{lists.Preliminary}/what-if?without=нет+такой&without=ВПР+5+РУ&without=ОГЭ+МА");

        Assert.Equal(2, page.QuerySelectorAll("input[name=without][checked]").Length);
        Assert.NotEmpty(page.QuerySelectorAll(".cards .figure"));
    }

    [Fact]
    public async Task Leaving_every_procedure_out_is_refused()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var page = await visitor.OpenAsync($"/lists/{lists.Preliminary}/what-if");
        var all = string.Join('&', page.QuerySelectorAll("input[name=without]").Select(i => "without=" + Uri.EscapeDataString(i.GetAttribute("value")!)));

        page = await visitor.OpenAsync($"/lists/{lists.Preliminary}/what-if?{all}");

        Assert.Contains("Отмечены все процедуры", page.QuerySelector("#without-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".cards .figure"));
    }

    [Fact]
    public async Task Only_a_list_with_an_order_is_called_official()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);

        Assert.Contains("Официальный перечень:", (await visitor.OpenAsync($"/lists/{lists.Approved}/what-if")).Body!.TextContent, StringComparison.Ordinal);
        var draft = Text((await visitor.OpenAsync($"/lists/{lists.Draft}/what-if")).QuerySelector("main")!);
        Assert.Contains("Исходный перечень, не утверждён:", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("Официальный", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("официальном", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var school = await lists.SchoolAsync(TestRegion.OwnSchool);
        var before = await TableSums.OfAsync(lists.Portal);

        foreach (var list in new[] { lists.Approved, lists.Preliminary, lists.Draft })
        {
            await visitor.OpenAsync($"/lists/{list}/what-if?threshold=35&b=any&min=5");
            await visitor.OpenAsync($"/lists/{list}/what-if?threshold=35&school={school}");
            await visitor.DownloadAsync($"/lists/{list}/what-if/xlsx?threshold=35");
        }

        Assert.Equal(before, await TableSums.OfAsync(lists.Portal));
    }

    [Fact]
    public async Task An_approved_list_answers_from_what_was_frozen()
    {
        await using (var db = lists.Portal.Open())
        {
            await TestResults.PutAsync(db, new GivenResult(TestRegion.ThirdSchool, "ВПР 6 РУ", ListPortal.Year - 1, 50, 49));
        }

        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/lists/{lists.Approved}/what-if?threshold=45");

        Assert.Equal([TestRegion.ThirdSchool], Names(page, "left"));
        Assert.Contains("ВПР 6 РУ в 2022 году — 20 из 50 (40,0 %)", Text(page.QuerySelector(".what-if")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestRegion.Municipal, "2 из 3", 0)]
    [InlineData(TestRegion.OtherMunicipal, "0 из 2", 1)]
    [InlineData(TestRegion.Curator, "2 из 2", 0)]
    [InlineData(TestRegion.Principal, "1 из 1", 0)]
    [InlineData(TestRegion.Observer, "2 из 5", 1)]
    public async Task Everybody_is_answered_about_their_own_schools(string email, string listed, int joined)
    {
        var visitor = await lists.VisitAsync(email);
        var page = await visitor.OpenAsync($"/lists/{lists.Preliminary}/what-if?threshold=25");

        Assert.Equal(listed, page.QuerySelector(".cards .figure")!.TextContent.Trim());
        Assert.Equal(joined, Names(page, "joined").Length);
        var foreign = await lists.SchoolAsync(email == TestRegion.OtherMunicipal ? TestRegion.OwnSchool : TestRegion.ForeignSchool);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/lists/{lists.Preliminary}/what-if?school={foreign}"));
        if (email != TestRegion.Observer)
        {
            Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/lists/{lists.Draft}/what-if"));
            Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/lists/{lists.Draft}/what-if/xlsx"));
        }
    }

    [Fact]
    public async Task One_school_is_judged_under_every_ready_made_condition()
    {
        var school = await lists.SchoolAsync(TestRegion.SecondSchool);
        var visitor = await lists.VisitAsync(TestRegion.Curator);

        var page = await visitor.OpenAsync($"/lists/{lists.Preliminary}/what-if?school={school}");
        Assert.Equal(
            ["порог 25 %: ▲ в перечне", "порог 30 %: ▲ в перечне", "порог 35 %: ✓ не в перечне ◆ меняется", "критерий B — одна и та же процедура: ▲ в перечне",
                "критерий B — любая процедура: ▲ в перечне", "участников не меньше 5: ▲ в перечне", "участников не меньше 10: ✓ не в перечне ◆ меняется"],
            Lines(page));

        page = await visitor.OpenAsync($"/lists/{lists.Preliminary}/what-if?school={school}&without=ВПР+5+МА");
        Assert.Equal("Ваш вариант: без ВПР 5 МА: ✓ не в перечне ◆ меняется", Lines(page)[0]);
    }

    [Fact]
    public async Task The_workbook_is_marked_on_every_sheet_and_has_the_same_schools()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var page = await visitor.OpenAsync($"/lists/{lists.Preliminary}/what-if?threshold=25&min=10");
        var link = page.QuerySelectorAll("a").Single(a => a.TextContent == "Скачать xlsx").GetAttribute("href")!;

        var file = await visitor.DownloadAsync(link);

        foreach (var sheet in new[] { WhatIfWorkbook.SummarySheet, WhatIfWorkbook.JoinedSheet, WhatIfWorkbook.LeftSheet })
        {
            Assert.Contains("не официальный перечень", WorkbookText.Rows(file, sheet)[0][0], StringComparison.Ordinal);
        }

        Assert.Equal([TestRegion.SouthSchool], WorkbookText.Rows(file, WhatIfWorkbook.JoinedSheet).Skip(2).Select(r => r[1]));
        Assert.Equal([TestRegion.SecondSchool], WorkbookText.Rows(file, WhatIfWorkbook.LeftSheet).Skip(2).Select(r => r[1]));
    }

    [Fact]
    public async Task The_watch_filter_chooses_the_schools_the_domain_watches()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        await using var db = lists.Portal.Open();
        foreach (var list in new[] { lists.Approved, lists.Preliminary })
        {
            var rows = await db.ListSchools.Where(s => s.ListId == list).ToListAsync();
            var watched = rows.Where(r => WatchList.SignOf(r.Verdict) is not null).Select(r => r.Name).ToHashSet();
            Assert.NotEmpty(watched);

            var page = await visitor.OpenAsync($"/lists/{list}?show=watch");

            Assert.Equal(watched, page.QuerySelectorAll(".matrix tbody th a").Select(a => a.TextContent).ToHashSet());
        }
    }

    [Fact]
    public async Task The_school_page_says_how_firm_the_verdict_is_and_what_comes_next()
    {
        var school = await lists.SchoolAsync(TestRegion.SecondSchool);

        var page = await (await lists.VisitAsync(TestRegion.Curator)).OpenAsync($"/schools/{school}");

        Assert.Equal(
            [
                "Вывод держится не на одной процедуре, но и без любой из них меняется: без ВПР 5 РУ или ВПР 5 МА школа в перечень не вошла бы.",
                "В перечне 1 год подряд.",
                "Прогноз на результаты 2024 года: если они будут как в 2023 году, школа останется в перечне.",
                "Чтобы выйти по результатам 2024 года при тех же участниках, не преодолевших порог должно стать меньше: ВПР 5 РУ — на 1, ВПР 5 МА — на 1; остальные процедуры не должны ухудшиться.",
            ],
            page.QuerySelectorAll(".trust li").Select(Text));
        Assert.NotNull(page.QuerySelector($"a[href='/lists/{lists.Preliminary}/what-if?school={school}']"));
    }

    private static string[] Names(IDocument page, string section) =>
        [.. page.QuerySelectorAll($"section[aria-labelledby={section}] tbody th a").Select(a => a.TextContent)];

    private static string[] Lines(IDocument page) =>
        [.. page.QuerySelectorAll(".what-if tbody tr").Select(r => $"{Text(r.Children[0])}: {Text(r.Children[1])}")];

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n', '\r', '\t', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries));
}
