using System.Text;
using EffectiveSchool.Imports.Templates;
using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Tests.Results;

/// <summary>What the portal does not let in, and what it says of what it lets in.</summary>
public sealed class StrictComingInTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_template_with_a_column_of_names_is_refused_and_nothing_of_it_can_be_downloaded()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync(("Итоги.csv", Csv("год;процедура;код школы;участников;не преодолели порог;ФИО\n2019;ОГЭ РУ;900001;20;3;Заповедникова Анна\n")));
        var text = Uploading.Squeeze(page.Body!.TextContent);
        Assert.Contains("есть столбец с данными людей: ячейка F1. Файл не принят и не сохранён. Удалите этот столбец", text, StringComparison.Ordinal);
        Assert.Equal([0, 0, 0, 0], page.Tallies());
        var kept = await visitor.DownloadAsync(page.QuerySelector("th.file-name a")!.GetAttribute("href")!);
        using var stream = new MemoryStream(kept);
        using var table = EffectiveSchool.Imports.Tables.TableFile.Open(stream);
        Assert.DoesNotContain(table.Sheets().SelectMany(s => s.Rows).SelectMany(r => r.Cells), c => c.Text.Contains("Заповедникова", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_dry_run_names_what_it_has_not_read_and_a_code_under_anothers_name()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var nextYear = DateTime.UtcNow.Year + 2;
        var page = await visitor.UploadAsync(("Итоги.csv", Csv(
            $"год;процедура;код школы;наименование;участников;не преодолели порог;примечание\n2018;ОГЭ РУ;900002;МБОУ СОШ с. Совсем Другая;20;3;да\n{nextYear};ОГЭ РУ;900001;;20;3;\n")));
        var text = Uploading.Squeeze(page.Body!.TextContent);
        Assert.Equal([1, 0, 0, 1], page.Tallies());
        Assert.Contains("Не прочитан столбец G «примечание»", text, StringComparison.Ordinal);
        Assert.Contains($"Год {nextYear} ещё не наступил", text, StringComparison.Ordinal);
        Assert.Equal(
            "Проверьте школу: в строке названа «МБОУ СОШ с. Совсем Другая», а код 900002 в реестре — «МКОУ ООШ п. Лесной».",
            page.QuerySelector("section[aria-labelledby=doubts] li")!.TextContent);
    }

    [Fact]
    public async Task Headings_alone_are_refused_in_a_sentence()
    {
        var page = await (await portal.VisitAsync(TestRegion.Municipal)).UploadAsync(("Пусто.csv", Csv("год;процедура;код школы;участников;не преодолели порог\n")));
        var text = Uploading.Squeeze(page.Body!.TextContent);
        Assert.Contains("В таблице есть заголовки, а строк с результатами под ними нет.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("— ;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undone_upload_still_says_what_it_had_brought_and_who_took_it_back()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        await visitor.StoreAsync(await visitor.UploadAsync(("а.csv", Csv("год;процедура;код школы;участников;не преодолели порог\n2017;ОГЭ РУ;900001;49;5\n"))));
        var wrong = await visitor.UploadAsync(("б.csv", Csv("год;процедура;код школы;участников;не преодолели порог\n2017;ОГЭ РУ;900001;50;20\n")));
        await visitor.StoreAsync(wrong);
        await visitor.SubmitAsync(await visitor.OpenAsync($"/results/uploads/{wrong.Id()}/undo"), "main form[method=post]");
        await using var db = portal.Open();
        var school = await db.Schools.Where(s => s.Name == TestRegion.OwnSchool).Select(s => s.Id).SingleAsync();
        var line = (await visitor.OpenAsync($"/results/sources/{school}/2017")).QuerySelectorAll("#changes ~ .table-frame tbody tr").First();
        Assert.Equal("5 из 49 → 20 из 50", Uploading.Squeeze(line.QuerySelector(".changes")!.TextContent));
        var text = Uploading.Squeeze(line.TextContent);
        Assert.Contains($"загрузка № {wrong.Id()} отменена", text, StringComparison.Ordinal);
        Assert.Contains(", муниципальный координатор; снова 5 из 49", text, StringComparison.Ordinal);
        Assert.Contains("б.csv, строка 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_loaded_the_example_of_the_registry_can_load_those_of_the_other_templates()
    {
        var visitor = await portal.VisitAsync(TestRegion.ForeignRegional);
        var check = await visitor.SubmitAsync(await visitor.OpenAsync("/schools/import"), "main form", null, ("file", "реестр.xlsx", Example("registry")));
        await visitor.SubmitAsync(check, "form[action*=Apply]");
        var results = await visitor.UploadAsync(("результаты.xlsx", Example("results")));
        Assert.Equal([4, 0, 0, 0], results.Tallies());
        var comparison = await visitor.UploadAsync(("сравнение.xlsx", Example("comparison")));
        Assert.Equal([2, 0, 0, 0], comparison.Tallies());
        var figures = await visitor.SubmitAsync(await visitor.OpenAsync("/results/figures/new"), "main form[enctype]", null, ("Upload", "показатели.xlsx", Example("school-figures")));
        Assert.Equal(["18", "0", "0", "0", "0"], figures.QuerySelectorAll(".cards .figure").Select(f => f.TextContent));

        // Of people the reader's own region stands in the example.
        using var stream = new MemoryStream(await visitor.DownloadAsync("/templates/users"));
        using var table = EffectiveSchool.Imports.Tables.TableFile.Open(stream);
        var sample = table.Sheets().Where(s => s.Name == TemplateSheets.Sample).SelectMany(s => s.Rows.Select(r => r.Cells[3].Text).ToArray()).ToArray();
        Assert.Equal(["Регион", "Чужая область", "Чужая область", "Чужая область", "Чужая область"], sample);
    }

    [Fact]
    public async Task A_number_with_its_sign_is_looked_for_in_names_and_not_inside_codes()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        foreach (var question in new[] { "СОШ №4", "сош N4", "СОШ 4" })
        {
            var found = (await visitor.OpenAsync("/schools?q=" + Uri.EscapeDataString(question))).QuerySelectorAll(".grid tbody th a").Select(c => Uploading.Squeeze(c.TextContent)).ToArray();
            Assert.Equal([TestRegion.SouthSchool, TestRegion.BranchSchool], found);
        }

        Assert.Empty((await visitor.OpenAsync("/schools?q=" + Uri.EscapeDataString("№ 90"))).QuerySelectorAll(".grid tbody th"));
        Assert.NotEmpty((await visitor.OpenAsync("/schools?q=90")).QuerySelectorAll(".grid tbody th"));
    }

    [Fact]
    public async Task A_municipality_in_other_letters_is_the_same_one()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        await using var db = portal.Open();
        var region = await db.Municipalities.Where(m => m.Name == TestRegion.North).Select(m => m.RegionId).SingleAsync();
        var page = await admin.SubmitAsync(
            await admin.OpenAsync($"/admin/reference/regions/{region}"), "form[action*=AddMunicipality]", new() { ["Municipality.Name"] = "северный  район" });
        Assert.Contains($"Муниципалитет «{TestRegion.North}» в этом регионе уже есть.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static byte[] Example(string key) => ImportTemplates.Find(key) is { } template ? TemplateWorkbook.Write(template, template.Example) : [];

    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);
}
