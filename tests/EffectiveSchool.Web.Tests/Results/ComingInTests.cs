using System.Text;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Imports.Results;
using static EffectiveSchool.Testing.MarkComparisonBook;
using static EffectiveSchool.Web.Tests.Results.Uploading;

namespace EffectiveSchool.Web.Tests.Results;

/// <summary>Comparisons with the journal, pasted tables and foreign headings, from the upload to the page of the school.</summary>
public sealed class ComingInTests(Portal portal) : IClassFixture<Portal>
{
    private const string Foreign = "Когда\tЧто сдавали\tКакая школа\tПришло\tПровалились\n";

    private static readonly Dictionary<string, string> Explained = new()
    {
        ["Form.Ours[0]"] = "Год", ["Form.Ours[1]"] = "Процедура", ["Form.Ours[2]"] = "Код школы", ["Form.Ours[3]"] = "Участников", ["Form.Ours[4]"] = "Не преодолели порог",
    };

    [Fact]
    public async Task A_comparison_is_checked_stored_shown_on_the_school_exported_read_back_and_undone()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var page = await visitor.UploadAsync(("2021.xlsx", Of(
            2021, 75, School("МБОУ СОШ с. Ёлкино(sch900001)", 6, 17, 2), School("ООШ(sch900002)", 5, 20, 0), School("СОШ № 4(sch900004)", 1, 24, 0), ["Лицей(sch900003)", 10, 10m, 2, 70m, 7, 10m, 1]).ToBytes()));
        Assert.Equal([3, 0, 0, 1], page.Tallies());
        Assert.Contains("ВПР 5 РУ, сравнение с журналом; 2021", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Понизили»: 2 из 10 — это 20 %, а записано 10 %.", Assert.Single(page.Rows())[2].TrimStart('«'));
        Assert.Empty(await portal.StoredAsync(2021));
        var stored = await visitor.StoreAsync(page);
        Assert.Equal("Загрузка записана", stored.Heading());
        Assert.Empty(await portal.StoredAsync(2021));

        var own = await SchoolAsync(TestRegion.OwnSchool);
        foreach (var email in new[] { TestRegion.Regional, TestRegion.Municipal, TestRegion.Principal, TestRegion.Curator, TestRegion.Observer })
        {
            var reader = await portal.VisitAsync(email);
            var row = (await reader.OpenAsync($"/schools/{own}")).QuerySelectorAll("section[aria-labelledby=journal-marks] tbody tr").Single();
            Assert.Equal(["ВПР 5 РУ", "2021", "25", "6 · 24,0 %", "17 · 68,0 %", "2 · 8,0 %", "16,0 %"], row.Children.Take(7).Select(c => Squeeze(c.TextContent)));
            Assert.Contains("2021.xlsx, лист «РУ 5 Сравнение отметок с отметк», строка 11", row.TextContent, StringComparison.Ordinal);
        }

        var principal = await portal.VisitAsync(TestRegion.Principal);
        using (var stream = new MemoryStream(await principal.DownloadAsync("/journal-marks/xlsx")))
        {
            Assert.Equal("900001", Assert.Single(ResultFileReader.Read(stream, "x.xlsx").Comparisons.SelectMany(c => c.Rows)).School.Code);
        }

        var again = await visitor.UploadAsync(("обратно.xlsx", await visitor.DownloadAsync("/journal-marks/xlsx")));
        Assert.Equal([0, 0, 3, 0], again.Tallies());

        var undone = await visitor.SubmitAsync(await visitor.OpenAsync($"/results/uploads/{stored.Id()}/undo"), "main form[method=post]");
        Assert.Equal("Загрузка отменена", undone.Heading());
        Assert.Null((await visitor.OpenAsync($"/schools/{own}")).QuerySelector("#journal-marks"));
    }

    [Fact]
    public async Task A_pasted_table_goes_through_the_same_check_and_its_cells_are_named_by_line_and_column()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await PasteAsync(visitor, "/results/uploads/new", "Год\tПроцедура\tКод школы\tУчастников\tНе преодолели порог\r\n2022\tОГЭ РУ\t900001\t20\t3\r\n2022\tОГЭ РУ\t900002\t20\tмного\r\n");
        Assert.Equal([1, 0, 0, 1], page.Tallies());
        Assert.Equal("Вставленная таблица.txt, строка 3, столбец 5 вставленного текста", Assert.Single(page.Rows())[0]);
        await visitor.StoreAsync(page);
        Assert.Contains("ОГЭ РУ", Assert.Single(await portal.StoredAsync(2022)), StringComparison.Ordinal);

        var empty = await PasteAsync(visitor, "/results/uploads/new", "   ");
        Assert.Contains("Вставьте таблицу", empty.QuerySelector("form[action*=Paste]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_is_pasted_and_named_by_line_and_column_too()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var page = await PasteAsync(visitor, "/schools/import", "Логин ФИС ОКО\tНаименование ОО\tМуниципалитет\nsch900777\tСОШ с. Новое\tСеверный район\n12\tСОШ с. Кривое\tСеверный район\n");
        Assert.Equal("Проверка реестра", page.Heading());
        Assert.Equal([1, 0, 0, 1], page.Tallies());
        Assert.Contains("строка 3, столбец 1 вставленного текста", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Foreign_headings_are_matched_once_remembered_for_the_sender_and_forgotten_on_demand()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await PasteAsync(visitor, "/results/uploads/new", Foreign + "2023\tОГЭ РУ\t900001\t20\t3\n");
        Assert.Contains("не распознана", page.QuerySelector(".pill-low")!.ParentElement!.TextContent, StringComparison.Ordinal);

        var matching = await visitor.OpenAsync(page.QuerySelector("a[href*='/columns/']")!.GetAttribute("href")!);
        Assert.Equal(["Когда", "Что сдавали", "Какая школа", "Пришло", "Провалились"], matching.QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim()));
        Assert.Equal("20", matching.QuerySelectorAll("tbody td.written")[3].TextContent.Trim());

        var lacking = await visitor.SubmitAsync(matching, "main form[method=post]", new(Explained) { ["Form.Ours[0]"] = "" });
        Assert.Contains("нет столбца «Год»", lacking.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        var twice = await visitor.SubmitAsync(matching, "main form[method=post]", new(Explained) { ["Form.Ours[4]"] = "Участников" });
        Assert.Contains("выбрано для двух столбцов", twice.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);

        var read = await visitor.SubmitAsync(twice, "main form[method=post]", new(Explained));
        Assert.Equal([1, 0, 0, 0], read.Tallies());
        Assert.Contains("«Пришло» — «Участников»", read.QuerySelector(".warning")!.TextContent, StringComparison.Ordinal);
        await visitor.StoreAsync(read);
        Assert.Single(await portal.StoredAsync(2023));

        // The next file of the sender is known; another sender's is not, and sees nothing of it.
        var next = await PasteAsync(visitor, "/results/uploads/new", Foreign + "2024\tОГЭ РУ\t900001\t20\t3\n");
        Assert.Equal([1, 0, 0, 0], next.Tallies());
        var south = await portal.VisitAsync(TestRegion.OtherMunicipal);
        Assert.NotNull((await PasteAsync(south, "/results/uploads/new", Foreign + "2024\tОГЭ РУ\t900004\t20\t3\n")).QuerySelector("a[href*='/columns/']"));
        Assert.Contains("Пока ничего не запомнено", (await south.OpenAsync("/columns")).Body!.TextContent, StringComparison.Ordinal);

        var forgotten = await visitor.SubmitAsync(await visitor.OpenAsync("/columns"), "form[action*=Forget]");
        Assert.Contains("Пока ничего не запомнено", forgotten.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await PasteAsync(visitor, "/results/uploads/new", Foreign + "2025\tОГЭ РУ\t900001\t20\t3\n")).QuerySelector("a[href*='/columns/']"));
        await using var db = portal.Open();
        var told = await db.Audit.Where(a => a.Subject == nameof(ColumnMapping)).OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(["создано", "удалено"], told.Where(a => (a.New ?? a.Old)!.Contains("Пришло", StringComparison.Ordinal)).Select(a => a.Action));
    }

    [Fact]
    public async Task A_registry_of_foreign_headings_is_matched_by_hand_and_known_the_next_time()
    {
        const string table = "Шифр;Как зовётся;Где\nsch900778;СОШ с. Далёкое;Северный район\n";
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var matching = await SendRegistryAsync(visitor, table);
        Assert.Equal("Сопоставление столбцов", matching.Heading());
        var lacking = await visitor.SubmitAsync(matching, "main form[method=post]", new() { ["Form.Ours[0]"] = "", ["Form.Ours[1]"] = "Наименование ОО" });
        Assert.Contains("хотя бы один столбец с кодом", lacking.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        var check = await visitor.SubmitAsync(lacking, "main form[method=post]", new() { ["Form.Ours[0]"] = "Логин ФИС ОКО", ["Form.Ours[1]"] = "Наименование ОО", ["Form.Ours[2]"] = "Муниципалитет" });
        Assert.Equal("Проверка реестра", check.Heading());
        Assert.Equal([1, 0, 0, 0], check.Tallies());
        Assert.Contains("«Шифр» — «Логин ФИС ОКО»", check.QuerySelector(".note-near")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Проверка реестра", (await SendRegistryAsync(visitor, table)).Heading());
        var foreign = await portal.VisitAsync(TestRegion.ForeignRegional);
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync(new Uri(matching.Url).AbsolutePath));
    }

    [Fact]
    public async Task A_threshold_that_the_administrator_sets_decides_protocols_without_marks()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var page = await admin.OpenAsync("/admin/reference/thresholds");
        string Option(string select, string text) => page.QuerySelectorAll($"select[name='{select}'] option").Single(o => o.TextContent == text).GetAttribute("value")!;
        var form = new Dictionary<string, string>
        {
            ["Form.RegionId"] = Option("Form.RegionId", "Опытная область"), ["Form.ProcedureId"] = Option("Form.ProcedureId", "ОГЭ МА"), ["Form.Year"] = "2026", ["Form.LeastScore"] = "200",
        };
        var refused = await admin.SubmitAsync(page, "form[action$=thresholds]", form);
        Assert.Contains("балл от 0 до 100", refused.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        var done = await admin.SubmitAsync(refused, "form[action$=thresholds]", new(form) { ["Form.LeastScore"] = "10" });
        Assert.Contains("ОГЭ МА, 2026 год, Опытная область — 10", done.QuerySelector(".note-done")!.TextContent, StringComparison.Ordinal);

        const string protocol = "ФИО\tКод ОО\tПроцедура\tГод\tПервичный балл\nЕжов Е. П.\t900001\tОГЭ МА\t2026\t9\nВолков В. П.\t900001\tОГЭ МА\t2026\t10\n";
        var north = await portal.VisitAsync(TestRegion.Municipal);
        await north.StoreAsync(await PasteAsync(north, "/results/uploads/new", protocol));
        Assert.Contains("Participants = 2, Failed = 1", Assert.Single(await portal.StoredAsync(2026)), StringComparison.Ordinal);
        await admin.SubmitAsync(done, "form[action*=Remove]");
        var again = await PasteAsync(north, "/results/uploads/new", protocol);
        Assert.Equal([0, 0, 0, 2], again.Tallies());
    }

    [Fact]
    public async Task A_broken_file_is_refused_not_kept_and_has_no_columns_to_match()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync(("книга.xlsx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]));
        Assert.Contains("повреждён", page.QuerySelector(".pill-low")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href*='/columns/']"));
        var file = page.QuerySelector("th.file-name a")!.GetAttribute("href")!.Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/results/uploads/{page.Id()}/columns/{file}"));
    }

    private static async Task<IDocument> PasteAsync(Visitor visitor, string address, string text)
    {
        var page = await visitor.SubmitAsync(await visitor.OpenAsync(address), "form[action*=Paste]", new() { ["Pasted"] = text });
        for (var i = 0; i < 100 && page.QuerySelector("progress") is not null; i++)
        {
            await Task.Delay(100);
            page = await visitor.OpenAsync(new Uri(page.Url).AbsolutePath);
        }

        return page;
    }

    private static async Task<IDocument> SendRegistryAsync(Visitor visitor, string table) => await visitor.SubmitAsync(
        await visitor.OpenAsync("/schools/import"), "main form[enctype]", null, ("file", "чужой.csv", Encoding.UTF8.GetBytes(table)));

    private async Task<int> SchoolAsync(string name)
    {
        await using var db = portal.Open();
        return await db.Schools.Where(s => s.Name == name).Select(s => s.Id).SingleAsync();
    }
}
