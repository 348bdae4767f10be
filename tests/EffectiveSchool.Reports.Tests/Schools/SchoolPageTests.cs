using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Schools;
using EffectiveSchool.Reports.Tests.Printing;

namespace EffectiveSchool.Reports.Tests.Schools;

[Collection(PrintingTests.Name)]
public class SchoolPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_pdf_says_why_with_the_figures_of_the_read_model()
    {
        var school = SampleLists.SchoolPage(6);
        var pdf = await PdfText.ReadAsync(await new DocumentPrinter(browser.Html, browser.Pdf).SchoolAsync(school));

        var text = PdfText.Words(pdf.AllText);
        Assert.True(pdf.Marked);
        Assert.All(pdf.Pages, page => Assert.Equal((595, 842), (Math.Round(page.Width), Math.Round(page.Height))));
        Assert.Contains("Figure", pdf.Pages.SelectMany(p => p.Roles));
        foreach (var sentence in ExplanationText.Explain(school.Verdict!, school.List!.Methodology, SampleLists.Year))
        {
            Assert.Contains(PdfText.Words(sentence.Text), text, StringComparison.Ordinal);
        }

        foreach (var marker in school.Verdict!.Markers)
        {
            Assert.Contains(PdfText.Words(MarkerLook.Source(marker)), text, StringComparison.Ordinal);
            Assert.Contains(PdfText.Words(MarkerLook.ToLine(marker)), text, StringComparison.Ordinal);
        }

        foreach (var point in school.Results.SelectMany(r => r.Points))
        {
            Assert.Contains(
                PdfText.Words($"{RussianFigures.Count(point.Failed)} из {RussianFigures.Count(point.Participants)}"), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_school_that_was_never_judged_has_a_page_too()
    {
        var school = SampleLists.SchoolPage(6) with { List = null, Verdict = null, Results = [], History = [], Sources = [] };

        var html = await browser.Html.RenderAsync<SchoolPage>(school);

        Assert.Contains("Перечня, в котором школа оценивалась, пока нет", html, StringComparison.Ordinal);
        Assert.Contains("Результатов школы пока нет", html, StringComparison.Ordinal);
        Assert.Contains("Файлы с результатами не загружались", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_element_carries_a_style_attribute_and_names_are_encoded()
    {
        var html = await browser.Html.RenderAsync<SchoolPage>(SampleLists.SchoolPage(6) with { Name = "<script>СОШ</script>" });

        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;СОШ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_a_result_breaks_the_line()
    {
        var years = SampleLists.SchoolPage(6).Results.Single(r => r.Procedure == "ОГЭ РУ");

        var html = await browser.Html.RenderAsync<ShareOverYears>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ShareOverYears.Years)] = years,
            [nameof(ShareOverYears.ThresholdPercent)] = 30m,
        });

        Assert.Equal(3, years.Points.Count);
        Assert.Equal(1, Count(html, "class=\"line\""));
        Assert.Equal(3, Count(html, "class=\"interval\""));
        Assert.Equal(3, Count(html, "class=\"dot\"") + Count(html, "class=\"dot-low\""));
        Assert.Contains("stroke-dasharray", PrintAssets.Css, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
