using System.Text;
using EffectiveSchool.Data;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Registry;

namespace EffectiveSchool.Web.Tests.Schools;

public sealed class RegistryImportTests(Portal portal) : IClassFixture<Portal>
{
    private const string Header = "Логин ФИС ОКО;Наименование ОО;Муниципалитет;Код муниципалитета;Обучающихся;Код головной школы\n";

    [Theory]
    [InlineData("Xlsx", "Школы.xlsx")]
    [InlineData("Csv", "Школы.csv")]
    public async Task What_was_exported_imports_back_and_changes_nothing(string handler, string fileName)
    {
        await DressAsync();
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var exported = await visitor.DownloadAsync("/schools?handler=" + handler);
        var check = await UploadAsync(visitor, fileName, exported);
        Assert.Equal([0, 0, 5, 0], Tallies(check));
        Assert.Null(check.QuerySelector("form[action*=Apply]"));
    }

    [Theory]
    [InlineData("Xlsx", "Школы.xlsx")]
    [InlineData("Csv", "Школы.csv")]
    public async Task What_was_exported_gives_the_same_registry_in_another_region(string handler, string fileName)
    {
        await DressAsync();
        await using (var db = portal.Open())
        {
            await db.Schools.Where(s => s.RegionId == db.Regions.Single(r => r.Code == "91").Id && s.Name != TestRegion.ForeignSchool).ExecuteDeleteAsync();
        }

        var exported = await (await portal.VisitAsync(TestRegion.Regional)).DownloadAsync("/schools?handler=" + handler);
        var visitor = await portal.VisitAsync(TestRegion.ForeignRegional);
        var done = await ApplyAsync(visitor, await UploadAsync(visitor, fileName, exported));
        Assert.Contains("новых школ 5", done.QuerySelector(".note-done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(await RegistryOfAsync("90"), (await RegistryOfAsync("91")).Where(s => !s.Contains(TestRegion.ForeignSchool, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_row_of_the_dry_run_can_be_reached_page_by_page_and_the_refused_ones_as_a_workbook()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var check = await UploadAsync(visitor, "много.csv", Csv(
            [.. Enumerable.Range(0, 60).Select(i => $"92{i:0000};СОШ № {i};Северный район;;;"), .. Enumerable.Range(0, 70).Select(i => $"93{i:0000};СОШ без места {i};;;;")]));
        var address = new Uri(check.Url).AbsolutePath;
        Assert.Equal([60, 0, 0, 70], Tallies(check));
        Assert.Equal(50, check.QuerySelectorAll("[aria-label='Непринятые строки'] tbody tr").Length);
        Assert.Equal(20, (await visitor.OpenAsync(check.QuerySelector("nav.pages a[rel=next]")!.GetAttribute("href")!)).QuerySelectorAll("[aria-label='Непринятые строки'] tbody tr").Length);
        Assert.Equal(10, (await visitor.OpenAsync(address + "?show=New&page=2")).QuerySelectorAll("[aria-label='Новые школы'] tbody tr").Length);
        using var stream = new MemoryStream(await visitor.DownloadAsync(address + "?handler=Errors"));
        using var table = EffectiveSchool.Imports.Tables.TableFile.Open(stream);
        var rows = table.Sheets().SelectMany(s => s.Rows.Select(r => r.Cells.Select(c => c.Text).ToArray())).ToList();
        Assert.Equal((71, "Почему не принята", "СОШ без места 0"), (rows.Count, rows[0][5], rows[1][4]));
    }

    [Fact]
    public async Task The_export_is_what_the_filters_show()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        using var stream = new MemoryStream(await visitor.DownloadAsync("/schools?type=Lyceum&handler=Xlsx"));
        Assert.Equal([TestRegion.ThirdSchool], SchoolFileReader.Read(stream, "x.xlsx").Rows.Select(r => r.Name));
    }

    [Fact]
    public async Task The_dry_run_stores_nothing_and_tells_new_changed_same_and_refused_apart()
    {
        await using var before = portal.Open();
        var schools = await before.Schools.CountAsync();
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var check = await UploadAsync(visitor, "реестр.csv", Csv(
            "sch900001;МБОУ СОШ с. Ёлкино;;;;",
            "ksh900003;МБОУ «Лицей № 2»;Северный район;reg90_m001;57;",
            "900777;СОШ с. Дальнее;Дальний район;reg90_m009;40;",
            "900778;Филиал в с. Ближнее;Дальний район;reg90_m009;4;900777",
            "9007;СОШ с. Кривое;Северный район;;;",
            "900779;СОШ без места;;;;",
            "900780;СОШ с. Спорное;Южный район;reg90_m001;;",
            "900781;СОШ сирота;Северный район;;;123456"));
        Assert.Equal([2, 1, 1, 4], Tallies(check));
        var text = check.QuerySelector("main")!.TextContent;
        var changed = await visitor.OpenAsync(new Uri(check.Url).AbsolutePath + "?show=Changed");
        Assert.Contains("Обучающихся: — → 57", Squeezed(changed.QuerySelector(".change-list")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("ожидаются 6 цифр", text, StringComparison.Ordinal);
        Assert.Contains("Новая школа без муниципалитета", text, StringComparison.Ordinal);
        Assert.Contains("Код муниципалитета reg90_m001 — это «Северный район»", text, StringComparison.Ordinal);
        Assert.Contains("Головной школы с кодом 123456 нет", text, StringComparison.Ordinal);
        Assert.Contains("Дальний район: будет заведён", text, StringComparison.Ordinal);
        await using var after = portal.Open();
        Assert.Equal(schools, await after.Schools.CountAsync());

        var done = await ApplyAsync(visitor, check);
        Assert.Contains("новых школ 2, изменено 1, без изменений 1, не принято строк 4", done.QuerySelector(".note-done")!.TextContent, StringComparison.Ordinal);
        var branch = await after.Schools.SingleAsync(s => s.Name == "Филиал в с. Ближнее");
        Assert.Equal((await after.Schools.SingleAsync(s => s.Name == "СОШ с. Дальнее")).Id, branch.HeadSchoolId);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync(new Uri(check.Url).AbsolutePath));
        Assert.Contains(await after.Audit.Where(a => a.Subject == "School").ToListAsync(), a => a.Reason == "импорт реестра «реестр.csv»");
        await after.Schools.Where(s => s.Name == TestRegion.ThirdSchool).ExecuteUpdateAsync(s => s.SetProperty(x => x.Pupils, (int?)null));
        await after.Schools.Where(s => s.Name == branch.Name).ExecuteDeleteAsync();
        await after.Schools.Where(s => s.Name == "СОШ с. Дальнее").ExecuteDeleteAsync();
    }

    [Fact]
    public async Task A_school_of_the_same_name_is_not_merged_without_a_code()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var check = await UploadAsync(visitor, "реестр.csv", Csv("900888;МБОУ \"СОШ с. Елкино\";Северный район;;;"));
        Assert.Equal([1, 0, 0, 0], Tallies(check));
        Assert.Contains("Похоже на «МБОУ СОШ с. Ёлкино» (900001)", check.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync(check, "form[action*=Cancel]");
        await using var db = portal.Open();
        Assert.False(await db.SchoolCodes.AnyAsync(c => c.Value == "900888"));
    }

    [Fact]
    public async Task A_registry_that_changed_meanwhile_is_shown_again_instead_of_being_overwritten()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var check = await UploadAsync(visitor, "реестр.csv", Csv("900003;Лицей переименованный;;;;"));
        await using (var db = portal.Open())
        {
            await db.Schools.Where(s => s.Name == TestRegion.ThirdSchool).ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, "Лицей сегодняшний"));
        }

        var again = await ApplyAsync(visitor, check);
        Assert.Contains("реестр изменился", again.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Лицей сегодняшний", again.QuerySelector(".change-list")!.TextContent, StringComparison.Ordinal);
        await using (var db = portal.Open())
        {
            await db.Schools.Where(s => s.Name == "Лицей сегодняшний").ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, TestRegion.ThirdSchool));
        }
    }

    [Fact]
    public async Task A_table_that_is_no_registry_leads_to_its_columns_and_a_file_without_a_table_is_refused()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(visitor, "письмо.csv", Encoding.UTF8.GetBytes("Уважаемые коллеги;направляем\nреестр;отдельным письмом\n"));
        Assert.Equal("Сопоставление столбцов", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Заголовки таблицы не распознаны", page.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        var broken = await UploadAsync(visitor, "картинка.xlsx", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Assert.Contains("картинка PNG", broken.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_another_person_or_region_is_404()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var check = await UploadAsync(visitor, "реестр.csv", Csv("900555;СОШ;Северный район;;;"));
        var foreign = await portal.VisitAsync(TestRegion.ForeignRegional);
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync(new Uri(check.Url).AbsolutePath));
    }

    [Fact]
    public async Task The_filled_template_imports_as_it_is()
    {
        var template = EffectiveSchool.Imports.Templates.RegistryTemplate.Template;
        var visitor = await portal.VisitAsync(TestRegion.ForeignRegional);
        var check = await UploadAsync(visitor, "шаблон.xlsx", EffectiveSchool.Web.Templates.TemplateWorkbook.Write(template, template.Example));
        Assert.Equal([5, 0, 0, 0], Tallies(check));
    }

    [Fact]
    public async Task An_empty_cell_changes_nothing_and_only_a_new_school_needs_a_name()
    {
        await using (var db = portal.Open())
        {
            await db.Schools.Where(s => s.Name == TestRegion.ThirdSchool).ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, SchoolStatus.Merged).SetProperty(x => x.Settlement, SettlementKind.Urban));
        }

        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var check = await UploadAsync(visitor, "коды.csv", Encoding.UTF8.GetBytes(
            "Логин ФИС ОКО;Наименование ОО;Муниципалитет;Статус;Местность;Обучающихся;Сайт\n900003;;;;;77;\n909998;;Северный район;;;10;\n900004;;;;;;javascript:alert(1)\n900005;;;;;;не адрес\n"));
        Assert.Equal([0, 1, 0, 3], Tallies(check));
        var text = Squeezed(check.QuerySelector("main")!.TextContent);
        Assert.Contains("Нет наименования школы, а её кода в реестре нет.", text, StringComparison.Ordinal);
        Assert.Contains("Сайт «javascript:alert(1)»: ожидается адрес сайта, например https://school.ru.", text, StringComparison.Ordinal);
        Assert.Contains("Сайт «не адрес»: ожидается адрес сайта", text, StringComparison.Ordinal);
        await ApplyAsync(visitor, check);
        await using var after = portal.Open();
        var school = await after.Schools.SingleAsync(s => s.Name == TestRegion.ThirdSchool);
        Assert.Equal((SchoolStatus.Merged, SettlementKind.Urban, 77), (school.Status, school.Settlement, school.Pupils));
        await after.Schools.Where(s => s.Name == TestRegion.ThirdSchool)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, SchoolStatus.Active).SetProperty(x => x.Settlement, SettlementKind.Unknown).SetProperty(x => x.Pupils, (int?)null));
    }

    [SamplesFact]
    public async Task The_sample_registry_gives_its_390_schools()
    {
        var visitor = await portal.VisitAsync(TestRegion.ForeignRegional);
        var check = await UploadAsync(visitor, "registry-dev.csv", await File.ReadAllBytesAsync(SharedSamples.Registry));
        Assert.Equal([390, 0, 0, 0], Tallies(check));
        await ApplyAsync(visitor, check);
        await using var db = portal.Open();
        Assert.Equal(390, await db.SchoolCodes.CountAsync(c => c.Value.StartsWith("22")));
        var again = await UploadAsync(visitor, "registry-dev.csv", await File.ReadAllBytesAsync(SharedSamples.Registry));
        Assert.Equal([0, 0, 390, 0], Tallies(again));
        await db.Schools.Where(s => s.Codes.Any(c => c.Value.StartsWith("22"))).ExecuteDeleteAsync();
    }

    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(Header + string.Join('\n', rows));

    private static int[] Tallies(IDocument check)
    {
        Assert.True(check.QuerySelectorAll(".cards .figure").Length == 4, check.QuerySelector("main")!.TextContent);
        return [.. check.QuerySelectorAll(".cards .figure").Select(f => int.Parse(f.TextContent, System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<IDocument> UploadAsync(Visitor visitor, string name, byte[] bytes) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/schools/import"), "main form", null, ("file", name, bytes));

    private static Task<IDocument> ApplyAsync(Visitor visitor, IDocument check) => visitor.SubmitAsync(check, "form[action*=Apply]");

    /// <summary>Every field filled somewhere, awkward texts among them.</summary>
    private async Task DressAsync()
    {
        await using var db = portal.Open();
        var schools = await db.Schools.Include(s => s.Codes).Where(s => s.RegionId == 1).OrderBy(s => s.Id).ToListAsync();
        var (own, second) = (schools.Single(s => s.Name == TestRegion.OwnSchool), schools.Single(s => s.Name == TestRegion.SecondSchool));
        (own.FullName, own.LegalForm, own.Settlement, own.Pupils, own.Teachers) = ("Школа; «в кавычках» \"и других\"", "МБОУ", SettlementKind.Rural, 412, 31);
        (own.Site, own.Contacts) = ("https://example.org/?a=1;b=2", "-5 этаж, +7 (000) 000-00-00");
        (second.Status, second.Settlement, second.Pupils) = (SchoolStatus.Closed, SettlementKind.Urban, 0);
        var today = new DateOnly(2026, 1, 1);
        own.SetCode(SchoolCodeKind.Inn, "9900000017", today);
        own.SetCode(SchoolCodeKind.Oge, "0123", today);
        own.SetCode(SchoolCodeKind.Oktmo, "90601000001", today);
        second.SetCode(SchoolCodeKind.Oktmo, "90601000001", today);
        await db.SaveChangesAsync();
    }

    private async Task<List<string>> RegistryOfAsync(string region)
    {
        await using var db = portal.Open();
        var schools = await db.Schools.Include(s => s.Codes).Where(s => db.Regions.Any(r => r.Id == s.RegionId && r.Code == region)).ToListAsync();
        var municipalities = await db.Municipalities.ToDictionaryAsync(m => m.Id);
        return [.. schools.Select(s => string.Join('|', Fields(s, schools, municipalities[s.MunicipalityId]))).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<object?> Fields(School s, List<School> schools, Municipality municipality) =>
    [
        s.Name, s.FullName, s.Type, s.LegalForm, s.Status, s.Settlement, s.Pupils, s.Teachers, s.Site, s.Contacts, municipality.Name, municipality.FisOkoCode,
        schools.Find(h => h.Id == s.HeadSchoolId)?.Name,
        .. s.Codes.Where(c => c.ValidTo is null).OrderBy(c => c.Kind).Select(c => $"{c.Kind} {c.Value}"),
    ];
}
