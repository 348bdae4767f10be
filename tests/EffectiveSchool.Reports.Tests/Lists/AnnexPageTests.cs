using System.Diagnostics;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Tests.Printing;
using Xunit.Abstractions;

namespace EffectiveSchool.Reports.Tests.Lists;

[Collection(PrintingTests.Name)]
public class AnnexPageTests(BrowserFixture browser, ITestOutputHelper output)
{
    [Fact]
    public async Task The_pdf_carries_every_figure_of_the_read_model()
    {
        var list = SampleLists.List(40);
        var pdf = await PrintAsync(list);

        var text = PdfText.Words(pdf.AllText);
        foreach (var row in list.Rows)
        {
            Assert.Contains(PdfText.Words(row.Name), text, StringComparison.Ordinal);
            var shares = string.Concat(new[] { SampleLists.Year - 1, SampleLists.Year }.SelectMany(year => list.Procedures.Select(p => Shown(row, p, year))));
            Assert.Contains(PdfText.Words(shares), text, StringComparison.Ordinal);
        }

        Assert.Contains(PdfText.Words($"В перечне {RussianWords.Count(list.Heading.Listed, "школа", "школы", "школ")} из 40"), text, StringComparison.Ordinal);
        Assert.Contains(PdfText.Words("к приказу от 20.02.2024 № 412-п"), text, StringComparison.Ordinal);
        Assert.Contains("Руководитель", text, StringComparison.Ordinal);
        Assert.Contains(list.Heading.RunSha256, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pdf_is_tagged_a4_across_with_the_header_on_every_page()
    {
        var pdf = await PrintAsync(SampleLists.List(120));

        Assert.True(pdf.Marked);
        Assert.Equal("Перечень ШНОР на 2024 год по результатам 2022 и 2023 годов", pdf.Title);
        Assert.Contains("Table", pdf.Pages[0].Roles);
        Assert.Contains("TH", pdf.Pages[0].Roles);
        Assert.Contains("Caption", pdf.Pages[0].Roles);
        Assert.All(pdf.Pages, page => Assert.Equal((842, 595), (Math.Round(page.Width), Math.Round(page.Height))));
        foreach (var page in pdf.Pages.Take(3))
        {
            Assert.Contains(PdfText.Words("Школа, код, муниципалитет"), PdfText.Words(page.Text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_long_list_prints_in_seconds()
    {
        var list = SampleLists.List(300);
        await browser.Pdf.PrintAsync("<p>разогрев</p>");
        var watch = Stopwatch.StartNew();

        var bytes = await new DocumentPrinter(browser.Html, browser.Pdf).AnnexAsync(list);

        var elapsed = watch.Elapsed;
        var pages = (await PdfText.ReadAsync(bytes)).Pages.Count;
        output.WriteLine($"{pages} pages, {bytes.Length / 1024} KB, {elapsed.TotalMilliseconds:0} ms, {pages / elapsed.TotalSeconds:0.0} pages/s");
        Assert.True(pages >= 10);
    }

    [Fact]
    public async Task No_element_of_the_page_carries_a_style_attribute()
    {
        var html = await browser.Html.RenderAsync<AnnexPage>(SampleLists.List(5));

        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.Contains("Школа, код, муниципалитет", html, StringComparison.Ordinal);
    }

    private static string Shown(ListRow row, string procedure, int year)
    {
        var marker = row.Verdict.Marker(procedure, year)!;
        var low = MarkerLook.Tone(marker) == MarkerTone.Low ? MarkerLook.LowMark : null;
        return $"{low}{MarkerLook.Text(marker, Methodology.SameProcedure)}{(marker.IsSmallSample ? MarkerLook.SmallSampleMark : null)}";
    }

    private async Task<PdfText> PrintAsync(ListDocument list) =>
        await PdfText.ReadAsync(await new DocumentPrinter(browser.Html, browser.Pdf).AnnexAsync(list));
}
