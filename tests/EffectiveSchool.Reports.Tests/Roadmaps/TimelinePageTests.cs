using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Roadmaps.Pictures;
using EffectiveSchool.Reports.Tests.Printing;

namespace EffectiveSchool.Reports.Tests.Roadmaps;

[Collection(PrintingTests.Name)]
public sealed class TimelinePageTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(PaperSize.A4, 842, 595)]
    [InlineData(PaperSize.A3, 1191, 842)]
    public async Task Sixty_six_activities_print_across_with_the_axis_on_every_page_of_the_picture(PaperSize paper, int width, int height)
    {
        var document = Document(66);

        var pdf = await PdfText.ReadAsync(await new DocumentPrinter(browser.Html, browser.Pdf).TimelineAsync(document, paper));

        Assert.True(pdf.Marked);
        Assert.All(pdf.Pages, page => Assert.Equal((width, height), (Math.Round(page.Width), Math.Round(page.Height))));
        var table = pdf.Pages.ToList().FindIndex(p => p.Text.Contains("Сроки и состояния", StringComparison.Ordinal));
        Assert.True(table >= 1);
        Assert.All(pdf.Pages.Take(table - 1), page => Assert.Contains("II кв.", page.Text, StringComparison.Ordinal));
        var words = PdfText.Words(pdf.AllText);
        foreach (var row in document.Rows)
        {
            Assert.Contains(PdfText.Words(row.Name), words, StringComparison.Ordinal);
        }

        Assert.Contains(PdfText.Words("Требует даты: 1"), words, StringComparison.Ordinal);
        Assert.Contains(PdfText.Words("сегодня 15.04.2026"), words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_state_differs_by_sign_and_word_and_nothing_carries_a_style_attribute()
    {
        var html = await browser.Html.RenderAsync<TimelinePage>(Document(66));

        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        foreach (var phase in WorkPhases.All)
        {
            Assert.Contains($"#sign-{((WorkPhase?)phase).Css()}\"", html, StringComparison.Ordinal);
            Assert.Contains(phase.RussianName(), html, StringComparison.Ordinal);
        }

        Assert.Contains("исполнители не назначены", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    private static TimelineDocument Document(int activities) => new(
        "Лента сроков: План", "Опытная область", new DateOnly(2026, 4, 15),
        [.. Enumerable.Range(0, activities).Select(i => new TimelineRow($"Трек {i / 10}", $"{i / 10}.{i}", $"Проведение семинара <script> для заместителей директоров по учебной работе № {i}", i % 7 == 0, [.. Bars(i)]))],
        [new UndatedActivity("9", "Выезд", "по отдельному графику")]);

    private static IEnumerable<TimelineBar> Bars(int i) => Enumerable.Range(0, (i % 4) + 1).Select(k => new TimelineBar(
        new DateOnly(2026, 1, 1).AddDays((k * 90) + (i % 30)), new DateOnly(2026, 1, 1).AddDays((k * 90) + (i % 30) + (i * 13 % 60)),
        new PhaseCounts(i % 8 == 7 ? [] : [WorkPhases.All[i % WorkPhases.All.Count]]), null));
}
