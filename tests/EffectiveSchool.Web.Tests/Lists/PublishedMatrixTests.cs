using System.Globalization;
using System.Text;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Lists;

public sealed class PublishedMatrixTests(ListPortal lists) : IClassFixture<ListPortal>
{
    [Fact]
    public async Task The_portals_own_annex_has_no_discrepancy()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, "annex.xlsx", await region.DownloadAsync($"/lists/{lists.Preliminary}/xlsx?show=all"));

        Assert.Equal(["5", "2", "0", "0", "0", "0"], Figures(page));
        Assert.Contains("лист «Перечень»", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Расхождений нет", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".table-frame[aria-label='Непринятые строки']"));
    }

    [Fact]
    public async Task A_criterion_that_the_printed_markers_do_not_give_is_shown_with_its_cells_and_downloaded()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, "annex.csv", Encoding.UTF8.GetBytes("""
            ;;2022;;2023;;;
            Код;Школа;ВПР 5 РУ;ОГЭ МА;ВПР 5 РУ;ОГЭ МА;Критерий A;Критерий B
            900001;СОШ № 1;1;0;1;1;нет;да
            900002;СОШ № 2;0;0;1;0;нет;нет
            """));

        Assert.Equal(["2", "1", "1"], Figures(page).Take(3));
        var row = page.QuerySelectorAll("[aria-label='Расхождения по школам'] tbody tr").Single();
        Assert.Contains("не выполняется (G3)", Text(row), StringComparison.Ordinal);
        Assert.Contains("в 2023 году низкие: ВПР 5 РУ (E3), ОГЭ МА (F3).", Text(row), StringComparison.Ordinal);
        var book = await region.DownloadAsync(page.QuerySelector("a[href*='handler=Xlsx']")!.GetAttribute("href")!);
        var sheet = WorkbookText.Rows(book, DiscrepancyWorkbook.DiscrepanciesSheet);
        Assert.Equal("G3", sheet[2][6]);
        Assert.Equal(3, WorkbookText.Rows(book, DiscrepancyWorkbook.SchoolsSheet).Count);

        var gone = await region.SubmitAsync(page, "form[action$='handler=Delete']");
        Assert.Contains("Приложение убрано", gone.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_recomputed_by_the_methodology_of_the_list_it_is_compared_with()
    {
        int used;
        await using (var db = lists.Portal.Open())
        {
            used = await db.Lists.Where(l => l.Id == lists.Preliminary).Select(l => l.MethodologyId).SingleAsync();
            var stored = await db.Methodologies.AsNoTracking().SingleAsync(m => m.Id == used);
            if (!await db.Methodologies.AnyAsync(m => m.RegionId == stored.RegionId && m.Code == stored.Code && m.Version == 2))
            {
                db.Methodologies.Add(new StoredMethodology
                {
                    RegionId = stored.RegionId, Code = stored.Code, Version = 2, Definition = stored.Definition with { Version = 2, ThresholdPercent = 99 }, CreatedAt = DateTimeOffset.UtcNow,
                });
                await db.SaveChangesAsync();
            }
        }

        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, "annex.csv", "код;наименование;год;процедура;маркер;критерий A;критерий B\n1001;СОШ;2023;ОГЭ МА;1;да;нет\n1001;СОШ;2023;ОГЭ РУ;1;да;нет\n"u8.ToArray());

        Assert.Equal(used.ToString(CultureInfo.InvariantCulture), page.QuerySelector("#methodology option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Another_methodology_gives_another_answer()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, "annex.csv", "код;наименование;год;процедура;маркер;критерий A;критерий B\n1001;СОШ;2022;ОГЭ МА;1;нет;да\n1001;СОШ;2023;ОГЭ РУ;1;нет;да\n"u8.ToArray());
        Assert.Equal("1", Figures(page).ElementAt(2));

        var any = page.QuerySelectorAll("#methodology option").Single(o => o.TextContent.Contains("Любая процедура", StringComparison.Ordinal)).GetAttribute("value");
        Assert.Equal("0", Figures(await region.OpenAsync(new Uri(page.Url).AbsolutePath + "?methodology=" + any)).ElementAt(2));
    }

    [Fact]
    public async Task A_document_that_is_no_table_is_refused_at_once_and_leaves_no_row()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var before = (await region.OpenAsync("/lists/published")).QuerySelectorAll("tbody tr").Length;
        var page = await UploadAsync(region, "приложение.pdf", [.. "%PDF-1.7 приложение"u8]);
        Assert.Contains("а нужна таблица: xlsx, xls или csv", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await region.OpenAsync("/lists/published")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task A_file_without_a_matrix_is_refused_in_words_and_others_do_not_see_the_check()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, "п.csv", "а;б\n1;2\n"u8.ToArray());
        Assert.Contains("Матрица приложения в файле не распознана", page.Body!.TextContent, StringComparison.Ordinal);

        var path = new Uri(page.Url).AbsolutePath;
        Assert.Equal(HttpStatusCode.NotFound, await (await lists.VisitAsync(TestRegion.ForeignRegional)).StatusOfAsync(path));
        Assert.NotEqual(HttpStatusCode.OK, await (await lists.VisitAsync(TestRegion.Municipal)).StatusOfAsync(path));
    }

    [Fact]
    public async Task A_stored_annex_is_a_thing_of_its_own_with_rows_by_scope_and_is_removed_with_a_reason()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var file = Annex("приказ-1", ("900001", "СОШ № 1", "да"), ("", "Школа неведомая", "да"));
        var page = await UploadAsync(region, "annex.csv", file, "412-п");
        var path = new Uri(page.Url).AbsolutePath;
        var observer = await lists.VisitAsync(TestRegion.Observer);
        Assert.Equal(HttpStatusCode.NotFound, await observer.StatusOfAsync(path));
        Assert.Contains("ещё ничего не записано", page.Body!.TextContent, StringComparison.Ordinal);

        var stored = await region.SubmitAsync(page, "form[action$='handler=Apply']");
        Assert.Contains("Приложение записано", stored.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("✓ записано", (await observer.OpenAsync("/lists/published")).QuerySelector($"tr:has(a[href='{path}'])")!.TextContent, StringComparison.Ordinal);
        var seen = await observer.OpenAsync(path);
        Assert.Null(seen.QuerySelector("main form[method=post]"));
        Assert.Contains("annex.csv", seen.QuerySelector(".provenance")!.TextContent, StringComparison.Ordinal);

        // The same file again changes nothing, whatever the form says.
        var again = await UploadAsync(region, "копия.csv", file, "500-п");
        Assert.Equal(path, new Uri(again.Url).AbsolutePath);
        Assert.Contains("Этот файл уже загружен: приказ министерства № 412-п", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(again.QuerySelector("form[action$='handler=Apply']"));

        // A school reads in its history whether it is named; while a row is unmatched nobody says it is not.
        var own = await lists.SchoolAsync(TestRegion.OwnSchool);
        var principal = await lists.VisitAsync(TestRegion.Principal);
        Assert.Contains("названа: критерий A, строка 3", Orders(await principal.OpenAsync($"/schools/{own}/history")), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, await principal.StatusOfAsync(path));
        var third = await lists.SchoolAsync(TestRegion.ThirdSchool);
        Assert.Contains("не узнано: 1 строка", Orders(await region.OpenAsync($"/schools/{third}/history")), StringComparison.Ordinal);

        // What the registry calls each printed school stands beside it.
        var printed = (await region.OpenAsync(path)).QuerySelectorAll("[aria-label='Школы приложения'] tbody tr");
        Assert.NotNull(printed[0].QuerySelector($"a[href='/schools/{own}']"));
        Assert.Contains("не узнана", Text(printed[1]), StringComparison.Ordinal);

        // A person says which school the row is: it is named too, and everybody else is not.
        var second = await lists.SchoolAsync(TestRegion.SecondSchool);
        var search = await region.OpenAsync($"{path}?row=4&q={Uri.EscapeDataString(TestRegion.SecondSchool)}");
        var matched = await region.SubmitAsync(search, $"section[aria-labelledby='which'] form:has(input[value='{second}'])");
        Assert.Contains("Школа запомнена", matched.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(matched.GetElementById("unmatched"));
        Assert.Contains("названа: критерий A, строка 4", Orders(await region.OpenAsync($"/schools/{second}/history")), StringComparison.Ordinal);
        Assert.Contains("не названа: в приложении школы нет", Orders(await region.OpenAsync($"/schools/{third}/history")), StringComparison.Ordinal);

        // Removed with a reason, which the journal keeps.
        Assert.Contains("Укажите причину", (await region.SubmitAsync(matched, "form[action$='handler=Delete']", new() { ["reason"] = " " })).Body!.TextContent, StringComparison.Ordinal);
        var gone = await region.SubmitAsync(matched, "form[action$='handler=Delete']", new() { ["reason"] = "Загружен не тот приказ" });
        Assert.Contains("Приложение убрано", gone.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await region.StatusOfAsync(path));
        Assert.Equal("", Orders(await principal.OpenAsync($"/schools/{own}/history")));
        await using var db = lists.Portal.Open();
        var key = path[17..];
        var listId = int.Parse(key, CultureInfo.InvariantCulture);
        Assert.Equal("Загружен не тот приказ", await db.Audit.Where(a => a.Subject == nameof(ImportedList) && a.Action == "удалено" && a.SubjectId == key).Select(a => a.Reason).SingleAsync());
        Assert.False(await db.PublishedRows.AnyAsync(r => r.ListId == listId));
    }

    [Fact]
    public async Task An_annex_stands_beside_the_portals_own_list_on_the_page_and_in_both_documents()
    {
        // The portal lists schools 1 and 2; the annex names 1 and 3, and prints another share of 1.
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, "annex.csv", Annex("сравнение", ("900001", "СОШ № 1", "да"), ("900003", "СОШ № 3", "да")), "1-п");
        Assert.Equal("1", page.QuerySelectorAll(".cards .figure")[3].TextContent.Trim());
        Assert.Contains("ни один критерий не выполняется", Text(page.QuerySelector("[aria-label='Названы только в приложении'] tbody tr")!), StringComparison.Ordinal);
        Assert.Contains("В приложении школы нет", Text(page.QuerySelector("[aria-label='Только в перечне портала'] tbody tr")!), StringComparison.Ordinal);
        var markers = page.QuerySelectorAll("[aria-label='Маркеры, которые отличаются'] tbody tr").Select(Text).ToList();
        Assert.NotEmpty(markers);
        Assert.All(markers, m => Assert.Matches("[C-F][34]|строка [34]", m));

        var book = await region.DownloadAsync(page.QuerySelector("a[href*='handler=Xlsx']")!.GetAttribute("href")!);
        Assert.Equal(4, WorkbookText.Rows(book, DiscrepancyWorkbook.PlacesSheet).Count);
        Assert.Equal(markers.Count + 1, WorkbookText.Rows(book, DiscrepancyWorkbook.MarkersSheet).Count);
        var note = await region.DownloadAsync(page.QuerySelector("a[href*='handler=Docx']")!.GetAttribute("href")!);
        Assert.Contains("Только в перечне портала: 1 школа", OfficeFiles.TextOf(note), StringComparison.Ordinal);
        await region.SubmitAsync(page, "form[action$='handler=Delete']");
    }

    private static byte[] Annex(string mark, params (string Code, string Name, string A)[] rows) => Encoding.UTF8.GetBytes(
        $";{mark};2022;;2023;;;\nКод;Школа;ВПР 5 РУ;ОГЭ МА;ВПР 5 РУ;ОГЭ МА;Критерий A;Критерий B\n"
        + string.Concat(rows.Select(r => $"{r.Code};{r.Name};1;0;1;1;{r.A};нет\n")));

    private static string Orders(IDocument history) => history.GetElementById("orders")?.ParentElement is { } section ? Text(section) : "";

    private static async Task<IDocument> UploadAsync(Visitor visitor, string name, byte[] file, string number = "") => await visitor.SubmitAsync(
        await visitor.OpenAsync("/lists/published"),
        "form[enctype]",
        new() { ["Form.Year"] = $"{ListPortal.Year}", ["Form.Document"] = "приказ министерства", ["Form.DocumentNumber"] = number },
        ("Form.File", name, file));

    private static IEnumerable<string> Figures(IDocument page) => page.QuerySelectorAll(".cards .figure").Select(f => f.TextContent.Trim());

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
