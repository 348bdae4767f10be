using System.Text;
using EffectiveSchool.Imports.Templates;
using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Tests.Lists;

public sealed class FederalListTests(ListPortal lists) : IClassFixture<ListPortal>
{
    [Fact]
    public async Task The_filled_template_is_imported_and_taken_back()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, 2019, "Шаблон.xlsx", TemplateWorkbook.Write(FederalListTemplate.Template, [["900001", TestRegion.OwnSchool, "", "умеренно неуспевающая"]]));
        Assert.Equal(["1", "0", "0"], Figures(page));

        var stored = await region.SubmitAsync(page, "form[action$='handler=Apply']");
        Assert.Contains("умеренно неуспевающая", stored.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Шаблон.xlsx", stored.QuerySelector(".provenance")!.TextContent, StringComparison.Ordinal);

        var undone = await region.SubmitAsync(stored, "form[action$='handler=Undo']");
        Assert.Null(undone.QuerySelector("table.grid"));
        Assert.Contains("отменён", undone.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Levels_are_stored_as_given_and_shown_beside_the_school_in_the_list_and_on_its_page()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var id = await StoreAsync(region, 2021, $"Код школы;Наименование;Муниципалитет;Уровень\n{await CodeAsync(TestRegion.OwnSchool)};Своя;;Сильно неуспевающие\n");

        var list = await region.OpenAsync($"/lists/{lists.Preliminary}?show=federal");
        Assert.Equal([TestRegion.OwnSchool], list.QuerySelectorAll("table.matrix tbody th.school > a:first-child").Select(a => a.TextContent));
        Assert.Contains("фед. 2021: сильно", list.QuerySelector("table.matrix tbody")!.TextContent, StringComparison.Ordinal);
        var principal = await lists.VisitAsync(TestRegion.Principal);
        var school = await principal.OpenAsync($"/schools/{await lists.SchoolAsync(TestRegion.OwnSchool)}");
        Assert.Contains("2021 год: сильно неуспевающая — письмо ФИОКО № 02-11", Text(school.QuerySelector("section[aria-labelledby=federal]")!), StringComparison.Ordinal);
        Assert.Equal(1, (await principal.OpenAsync($"/lists/federal/{id}")).QuerySelectorAll("table.grid tbody tr").Length);
        var other = await lists.VisitAsync(TestRegion.OtherMunicipal);
        Assert.Contains("Ваших школ в этом перечне нет", (await other.OpenAsync($"/lists/federal/{id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await (await lists.VisitAsync(TestRegion.ForeignRegional)).StatusOfAsync($"/lists/federal/{id}"));
    }

    [Fact]
    public async Task An_unknown_school_is_named_by_a_person_and_remembered()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        const string file = "Наименование;Уровень\n{0};базово\n";
        var name = TestRegion.SecondSchool + " имени Героя";
        var page = await UploadAsync(region, 2016, "п.csv", Encoding.UTF8.GetBytes(file.Replace("{0}", name, StringComparison.Ordinal)));
        Assert.Equal(["0", "1", "0"], Figures(page));
        Assert.Null(page.QuerySelector("form[action$='handler=Apply']"));
        Assert.Contains(TestRegion.SecondSchool, page.QuerySelectorAll("td").Select(Text).Single(t => t.Contains("это она", StringComparison.Ordinal)), StringComparison.Ordinal);

        var matched = await region.SubmitAsync(page, "form[action$='handler=Confirm']");
        Assert.Equal(["1", "0", "0"], Figures(matched));
        var again = await UploadAsync(region, 2017, "п.csv", Encoding.UTF8.GetBytes(file.Replace("{0}", name, StringComparison.Ordinal)));
        Assert.Equal(["1", "0", "0"], Figures(again));
    }

    [Fact]
    public async Task A_wrong_level_is_refused_with_its_cell_and_two_levels_of_one_school_too()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var code = await CodeAsync(TestRegion.OwnSchool);
        var page = await UploadAsync(region, 2015, "п.csv", Encoding.UTF8.GetBytes($"Код школы;Уровень\n{code};отлично\n111111;базово\n111111;сильно\n"));

        Assert.Equal(["0", "0", "3"], Figures(page));
        var refusals = page.QuerySelectorAll("table.grid tbody tr").Select(Text).ToArray();
        Assert.Contains(refusals, r => r.Contains("B2", StringComparison.Ordinal) && r.Contains("Уровень «отлично»", StringComparison.Ordinal));
        Assert.Equal(2, refusals.Count(r => r.Contains("с разными уровнями: строки 3, 4", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_year_has_one_federal_list()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var file = $"Код школы;Уровень\n{await CodeAsync(TestRegion.ThirdSchool)};базово\n";
        await StoreAsync(region, 2022, file);

        var second = await region.SubmitAsync(await UploadAsync(region, 2022, "п.csv", Encoding.UTF8.GetBytes(file)), "form[action$='handler=Apply']");

        Assert.Contains("за 2022 год уже записан", second.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(second.QuerySelector("form[action$='handler=Apply']"));
        var cancelled = await region.SubmitAsync(second, "form[action$='handler=Cancel']");
        Assert.Contains("ничего не записано", cancelled.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_federal_list_is_refused_in_words_and_the_form_asks_for_its_document()
    {
        var region = await lists.VisitAsync(TestRegion.Regional);
        var page = await UploadAsync(region, 2018, "п.csv", "а;б\n1;2\n"u8.ToArray());
        Assert.Contains("Федеральный перечень в файле не распознан", page.Body!.TextContent, StringComparison.Ordinal);

        var form = await region.OpenAsync("/lists/federal/new");
        var refused = await region.SubmitAsync(form, "form[enctype]", new() { ["Form.Document"] = "" }, ("Form.File", "п.csv", [1]));
        Assert.Contains("Назовите документ", refused.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IDocument> UploadAsync(Visitor visitor, int year, string name, byte[] file) => await visitor.SubmitAsync(
        await visitor.OpenAsync("/lists/federal/new"),
        "form[enctype]",
        new() { ["Form.Year"] = $"{year}", ["Form.Document"] = "письмо ФИОКО", ["Form.DocumentNumber"] = "02-11" },
        ("Form.File", name, file));

    private static async Task<string> StoreAsync(Visitor visitor, int year, string file)
    {
        var stored = await visitor.SubmitAsync(await UploadAsync(visitor, year, "перечень.csv", Encoding.UTF8.GetBytes(file)), "form[action$='handler=Apply']");
        Assert.Contains($"за {year} год записан", stored.Body!.TextContent, StringComparison.Ordinal);
        return stored.Url[(stored.Url.LastIndexOf('/') + 1)..];
    }

    private static IEnumerable<string> Figures(IDocument page) => page.QuerySelectorAll(".cards .figure").Select(f => f.TextContent.Trim());

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<string> CodeAsync(string school)
    {
        await using var db = lists.Portal.Open();
        var id = await lists.SchoolAsync(school);
        return db.SchoolCodes.First(c => c.SchoolId == id && c.Kind == Domain.Registry.SchoolCodeKind.FisOko).Value;
    }
}
