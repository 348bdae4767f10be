using EffectiveSchool.Imports.Templates;
using EffectiveSchool.Web.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace EffectiveSchool.Web.Tests.Results;

/// <summary>Every template of the portal is always importable.</summary>
public sealed class TemplatesTests(Portal portal) : IClassFixture<Portal>
{
    public static TheoryData<string> Keys => [.. ImportTemplates.All.Select(t => t.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_is_written_into_a_template_is_read_back_as_it_was(string key)
    {
        var template = ImportTemplates.Find(key)!;
        var reading = Read(template, template.Example);
        Assert.Empty(reading.Refusals);
        Assert.Equal(template.Example, reading.Rows);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void An_unfilled_template_brings_nothing_its_example_is_never_read_and_no_row_is_refused(string key)
    {
        var reading = Read(ImportTemplates.Find(key)!, []);
        Assert.Empty(reading.Rows);
        Assert.DoesNotContain(reading.Refusals, r => r.Row is not null);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_column_of_a_template_has_its_rule_and_its_example(string key)
    {
        var template = ImportTemplates.Find(key)!;
        Assert.All(template.Fields, f => Assert.NotEmpty(f.Rule));
        Assert.All(template.Example, row => Assert.Equal(template.Fields.Count, row.Count));
        Assert.All(Enumerable.Range(0, template.Fields.Count), i => Assert.True(template.Example.Any(row => row[i].Length > 0), template.Fields[i].Heading));
    }

    [Fact]
    public void Any_results_written_into_their_template_are_read_back_as_they_were()
    {
        var template = ImportTemplates.Find("results")!;
        var rows =
            from procedure in Gen.Elements("ВПР 5 РУ", "ОГЭ МА", "ЕГЭ РУ", "ЕГЭ МА база", "КДР 8 ЕНГ")
            from year in Gen.Choose(2019, 2026)
            from twos in Gen.Choose(0, 20)
            from threes in Gen.Choose(0, 20)
            from mean in Gen.Elements("", "3,5", "0", "58,125")
            from version in Gen.Elements("", "предварительный", "уточнённый", "итоговый")
            from name in Gen.Elements("МБОУ «Лицей № 3», г. Ёлкин", "=СОШ", "ООШ; № 1", "")
            select new[] { $"{year}", procedure, "ФИС ОКО", "", name, "", $"{twos + threes}", $"{twos}", mean, $"{twos}", $"{threes}", "0", "0", "основной", "нет", version };
        Prop.ForAll(rows.ArrayOf(12).ToArbitrary(), sent =>
        {
            // A school once: the code is the place of the row.
            string[][] coded = [.. sent.Select((row, i) => row.Select((text, c) => c == 3 ? $"{900_001 + i}" : text).ToArray())];
            var reading = Read(template, coded);
            Assert.Empty(reading.Refusals);
            Assert.Equal(coded, reading.Rows);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_role_is_shown_the_templates_of_what_it_uploads()
    {
        var north = await portal.VisitAsync(TestRegion.Municipal);
        var page = await north.OpenAsync("/templates");
        string[] shown = [.. page.QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!)];
        Assert.Equal(["/templates/results", "/templates/comparison"], shown.Take(2));
        Assert.DoesNotContain("/templates/registry", shown);
        Assert.DoesNotContain("/templates/federal-list", shown);
        Assert.Equal(HttpStatusCode.NotFound, await north.StatusOfAsync("/templates/registry"));
        Assert.Equal(HttpStatusCode.NotFound, await north.StatusOfAsync("/templates/other"));
        var region = await portal.VisitAsync(TestRegion.Regional);
        Assert.Equal(ImportTemplates.All.Count, (await region.OpenAsync("/templates")).QuerySelectorAll("a[download]").Length);
    }

    [Fact]
    public async Task An_unfilled_template_says_that_its_example_is_not_read()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync(("Шаблон.xlsx", await visitor.DownloadAsync("/templates/results")));
        Assert.Equal([0, 0, 0, 0], page.Tallies());
        Assert.Contains("это пример, он не читается", Assert.Single(page.QuerySelectorAll(".warning")).TextContent, StringComparison.Ordinal);
    }

    private static TemplateReading Read(ImportTemplate template, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream(TemplateWorkbook.Write(template, rows));
        return template.Read(stream, template.FileName);
    }
}
