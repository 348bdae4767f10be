using EffectiveSchool.Data.Results;
using EffectiveSchool.Imports.Tables;
using static EffectiveSchool.Testing.MarkStatisticsBook;
using static EffectiveSchool.Web.Tests.Results.Uploading;

namespace EffectiveSchool.Web.Tests.Results;

public sealed class UploadTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Every_refused_row_can_be_reached_page_by_page()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var first = await visitor.UploadAsync(("2013.xlsx", MarkStatistics(2013, [.. Enumerable.Range(0, 60).Select(i => School($"Школа {i}(edu99{i:0000})", 20, 5))])));
        var second = await visitor.OpenAsync(first.QuerySelector("nav.pages a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal((50, 10), (first.Rows().Length, second.Rows().Length));
        Assert.Empty(first.Rows().Select(r => r[1]).Intersect(second.Rows().Select(r => r[1]), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_stored_before_a_person_decides_and_refused_rows_say_where_why_and_what_to_do()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync(("2011.xlsx", MarkStatistics(
            2011,
            School("МБОУ СОШ с. Ёлкино(sch900001)", 20, 5),
            School("МБОУ СОШ № 4(edu900004)", 20, 5),
            ["МКОУ ООШ п. Лесной(edu900002)", null, 10, 10m, 40m, 30m, 10m])));
        Assert.Equal("Проверка перед записью", page.Heading());
        Assert.Contains("Ничего ещё не записано. Распознано файлов: 1 из 1 — ВПР 5 РУ; 2011", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([1, 0, 0, 2], page.Tallies());
        Assert.Collection(
            page.Rows(),
            row => Assert.Equal(
                ["2011.xlsx, лист «РУ 5 Статистика по отметкам», A13", "МБОУ СОШ № 4(edu900004) · ВПР 5 РУ, 2011", "Школа другого муниципалитета.", "Строку загружает муниципалитет этой школы."], row),
            row =>
            {
                Assert.EndsWith("D14", row[0], StringComparison.Ordinal);
                Assert.Equal("Доли отметок 2–5 дают 90 %, должно быть 100 ± 0,1 %.", row[2]);
                Assert.Contains("D14", row[3], StringComparison.Ordinal);
            });
        Assert.Empty(await portal.StoredAsync(2011));

        var whole = await visitor.StoreAsync(page, skip: false);
        Assert.StartsWith("Есть непринятые строки", whole.Note(), StringComparison.Ordinal);
        Assert.Empty(await portal.StoredAsync(2011));

        var stored = await visitor.StoreAsync(whole);
        Assert.Equal("Загрузка записана", stored.Heading());
        Assert.Equal("Записано: 1 результат. Пропущено: 2 строки.", stored.Note());
        Assert.Contains("Participants = 20, Failed = 5", Assert.Single(await portal.StoredAsync(2011)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_of_errors_holds_every_refused_row_and_formulas_as_text()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync(("=2012.xlsx", MarkStatistics(2012, School("=HYPERLINK(\"x\") Школа(edu999991)", 20, 5), School("Ещё(edu999992)", 20, 5))));
        var rows = Read(await visitor.DownloadAsync($"/results/uploads/{page.Id()}/errors"));
        Assert.Equal(["Версия", "Почему не принята"], rows[0][10..12]);
        Assert.Equal(["=2012.xlsx", "A12", "=HYPERLINK(\"x\") Школа(edu999991)", "Кода 999991 нет в реестре."], [rows[1][0], rows[1][3], rows[1][4], rows[1][11]]);
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public async Task Changed_rows_are_shown_as_was_and_becomes_and_the_same_file_changes_nothing()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var first = MarkStatistics(2013, School("МБОУ СОШ с. Ёлкино(sch900001)", 5, 10, 5, 0), School("ООШ(sch900002)", 10, 1));
        await visitor.StoreAsync(await visitor.UploadAsync(("а.xlsx", first)));
        var again = await visitor.UploadAsync(("б.xlsx", first));
        Assert.Equal([0, 0, 2, 0], again.Tallies());
        Assert.Equal("Записывать нечего: всё в этих файлах уже записано.", again.Note());
        Assert.Empty(again.QuerySelectorAll("input[name=skip]"));

        var changed = await visitor.UploadAsync(("в.xlsx", MarkStatistics(2013, School("МБОУ СОШ с. Ёлкино(sch900001)", 6, 9, 5, 0), School("ООШ(sch900002)", 10, 1))));
        Assert.Equal([0, 1, 1, 0], changed.Tallies());
        var row = Assert.Single(changed.Rows());
        Assert.Equal([TestRegion.OwnSchool, "ВПР 5 РУ", "2013", "5 из 20 · отметки 5/10/5/0 → 6 из 20 · отметки 6/9/5/0"], row[..4]);
    }

    [Fact]
    public async Task A_confirmed_school_is_remembered_and_its_rows_are_checked_anew()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync(("2014.xlsx", MarkStatistics(2014, School("МКОУ ООШ пос. Лесной(edu907777)", 20, 5))));
        var row = Assert.Single(page.Rows());
        Assert.Equal("Кода 907777 нет в реестре.", row[2]);
        Assert.StartsWith($"Похоже на «{TestRegion.SecondSchool}», {TestRegion.North}, код 900002 · это она", row[3], StringComparison.Ordinal);

        var confirmed = await visitor.SubmitAsync(page, "form.candidate");
        Assert.Equal([1, 0, 0, 0], confirmed.Tallies());
        await visitor.StoreAsync(confirmed);
        Assert.Contains(TestRegion.SecondSchool, Assert.Single(await portal.StoredAsync(2014)), StringComparison.Ordinal);

        var next = await visitor.UploadAsync(("2015.xlsx", MarkStatistics(2015, School("МКОУ ООШ пос. Лесной(edu907777)", 20, 5))));
        Assert.Equal([1, 0, 0, 0], next.Tallies());
    }

    [Fact]
    public async Task A_school_is_found_by_search_where_nothing_is_alike_and_foreign_ones_are_not_offered()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync(("2016.xlsx", MarkStatistics(2016, School("Школа завода(edu907778)", 20, 5))));
        Assert.Empty(page.QuerySelectorAll("form.candidate"));
        var link = page.QuerySelector("#rows + .table-frame tbody a")!.GetAttribute("href")!;
        Assert.DoesNotContain(TestRegion.SouthSchool, (await visitor.OpenAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        var found = await visitor.OpenAsync(link + "?q=елкино");
        var confirmed = await visitor.SubmitAsync(found, "tbody form");
        Assert.Equal([1, 0, 0, 0], confirmed.Tallies());
    }

    [Fact]
    public async Task An_undo_says_first_what_stays_and_names_it_afterwards()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var first = await visitor.StoreAsync(await visitor.UploadAsync(("2017.xlsx", MarkStatistics(2017, School("Ёлкино(sch900001)", 20, 5), School("Лесной(sch900002)", 20, 5)))));
        var region = await portal.VisitAsync(TestRegion.Regional);
        await region.StoreAsync(await region.UploadAsync(("2017-2.xlsx", MarkStatistics(2017, School("Лесной(sch900002)", 20, 9)))));

        var question = await visitor.OpenAsync($"/results/uploads/{first.Id()}/undo");
        Assert.Contains(TestRegion.SecondSchool, question.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await portal.StoredAsync(2017)).Count);
        var undone = await visitor.SubmitAsync(question, "main form[method=post]");
        Assert.Equal("Загрузка отменена", undone.Heading());
        Assert.Contains(TestRegion.SecondSchool, undone.QuerySelector("[aria-label='Результаты, которые изменены позже'] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Failed = 9", Assert.Single(await portal.StoredAsync(2017)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/results/uploads/{first.Id()}/undo"));
    }

    [Fact]
    public async Task A_cancelled_upload_stores_nothing_and_says_so()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync(("2018.xlsx", MarkStatistics(2018, School("Ёлкино(sch900001)", 20, 5))));
        var cancelled = await visitor.SubmitAsync(page, "form[action$=Cancel]");
        Assert.Equal("Загрузка не записана", cancelled.Heading());
        Assert.Empty(cancelled.QuerySelectorAll("input[name=skip]"));
        Assert.Empty(await portal.StoredAsync(2018));
    }

    [Fact]
    public async Task A_sent_file_comes_back_as_it_was_and_one_sent_twice_at_once_is_kept_once()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var bytes = MarkStatistics(2019, School("Ёлкино(sch900001)", 20, 5));
        var page = await visitor.UploadAsync(("первый.xlsx", bytes), ("второй.xlsx", bytes));
        var link = Assert.Single(page.QuerySelectorAll("th.file-name a"));
        Assert.Equal("первый.xlsx", link.TextContent);
        Assert.Equal(bytes, await visitor.DownloadAsync(link.GetAttribute("href")!));
    }

    [Fact]
    public async Task The_uploads_and_files_of_another_municipality_are_404()
    {
        var north = await portal.VisitAsync(TestRegion.Municipal);
        var page = await north.UploadAsync(("2022.xlsx", MarkStatistics(2022, School("Ёлкино(sch900001)", 20, 5))));
        var file = page.QuerySelector("th.file-name a")!.GetAttribute("href")!;
        foreach (var email in new[] { TestRegion.OtherMunicipal, TestRegion.ForeignRegional })
        {
            var other = await portal.VisitAsync(email);
            foreach (var address in new[] { $"/results/uploads/{page.Id()}", $"/results/uploads/{page.Id()}/errors", $"/results/uploads/{page.Id()}/undo", file })
            {
                Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync(address));
            }

            var own = await other.UploadAsync(("пусто.xlsx", MarkStatistics(2022, School("Нет такой(sch999999)", 20, 5))));
            using var foreign = await other.Http.PostAsync(new Uri($"/results/uploads/{page.Id()}?handler=Apply", UriKind.Relative), new FormUrlEncodedContent(
                new Dictionary<string, string> { ["skip"] = "true", ["__RequestVerificationToken"] = own.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! }));
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        }

        Assert.Empty(await portal.StoredAsync(2022));
    }

    [Fact]
    public async Task While_files_are_read_the_page_shows_progress_and_looks_again_without_scripts()
    {
        // The portal runs before the batch is there: nobody reads it then.
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        int id;
        await using (var db = portal.Open())
        {
            var region = await db.Regions.SingleAsync(r => r.Code == "90");
            var batch = new ImportBatch { RegionId = region.Id, AuthorId = Guid.CreateVersion7(), Author = "проверка", CreatedAt = DateTimeOffset.UtcNow, RowsRead = 12_500 };
            db.Batches.Add(batch);
            await db.SaveChangesAsync();
            id = batch.Id;
        }

        using var response = await visitor.Http.GetAsync(new Uri($"/results/uploads/{id}", UriKind.Relative));
        Assert.Equal("2", Assert.Single(response.Headers.GetValues("Refresh")));
        var page = await visitor.OpenAsync($"/results/uploads/{id}");
        Assert.Equal("Файлы читаются", page.Heading());
        Assert.NotNull(page.QuerySelector("progress"));
        Assert.Contains("Прочитано строк: 12\u202F500", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Загрузка не записана", (await visitor.SubmitAsync(page, "form[action$=Cancel]")).Heading());
    }

    private static List<string[]> Read(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var table = TableFile.Open(stream);
        return [.. table.Sheets().SelectMany(s => s.Rows.Select(r => r.Cells.Select(c => c.Text).ToArray()))];
    }
}
