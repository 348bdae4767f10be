using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using EffectiveSchool.Reports.Printing;
using Microsoft.AspNetCore.Components;
using Xunit.Abstractions;

namespace EffectiveSchool.Reports.Tests.Printing;

[Collection(PrintingTests.Name)]
public class PdfPrinterTests(BrowserFixture browser, ITestOutputHelper output)
{
    [Fact]
    public async Task A_document_is_tagged_a4_with_its_title_language_outline_and_page_numbers()
    {
        var pdf = await PdfText.ReadAsync(await browser.Pdf.PrintAsync(await PageAsync("Приложение «А» к приказу", landscape: true, Table(120))));

        Assert.True(pdf.Marked);
        Assert.Equal("Приложение «А» к приказу", pdf.Title);
        Assert.Contains("Заголовок", pdf.Outline);
        Assert.All(pdf.Pages, page => Assert.Equal((842, 595), (Math.Round(page.Width), Math.Round(page.Height))));
        Assert.Contains("Table", pdf.Pages[0].Roles);
        Assert.Contains("TH", pdf.Pages[0].Roles);
        Assert.True(pdf.Pages.Count > 1);
        for (var i = 0; i < pdf.Pages.Count; i++)
        {
            Assert.Contains($"стр. {i + 1} из {pdf.Pages.Count}", pdf.Pages[i].Text, StringComparison.Ordinal);
            Assert.Contains("Приложение «А» к приказу", pdf.Pages[i].Text, StringComparison.Ordinal);
            Assert.Contains("Шапка таблицы", pdf.Pages[i].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_upright_page_is_upright_and_its_type_is_golos_as_real_letters()
    {
        var bytes = await browser.Pdf.PrintAsync(await PageAsync("Школа", landscape: false, "<p>Съешь ещё этих мягких булок — 27,6 %, 1\u202F234 чел.</p>"));

        var pdf = await PdfText.ReadAsync(bytes);
        Assert.Equal((595, 842), (Math.Round(pdf.Pages[0].Width), Math.Round(pdf.Pages[0].Height)));
        Assert.Contains("Съешь ещё этих мягких булок — 27,6 %", pdf.AllText, StringComparison.Ordinal);
        var raw = System.Text.Encoding.Latin1.GetString(bytes);
        Assert.Contains("GolosText", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("/Type3", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_cannot_break_out_of_the_style_sheet()
    {
        const string title = "\"}</style><b>взлом</b> & \\ конец";
        var pdf = await PdfText.ReadAsync(await browser.Pdf.PrintAsync(await PageAsync(title, landscape: false, "<p>текст</p>")));

        Assert.Contains(title, pdf.Pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_asks_the_network_gets_nothing_and_still_prints()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var html = $"""
            <h1>Печать</h1><img src="http://127.0.0.1:{port}/a.png" alt=""><iframe src="http://127.0.0.1:{port}/b"></iframe>
            <link rel="stylesheet" href="http://127.0.0.1:{port}/c.css"><script>fetch('http://127.0.0.1:{port}/d'); document.title = 'скрипт'</script>
            <iframe src="file:///etc/passwd"></iframe>
            """;

        var pdf = await PdfText.ReadAsync(await browser.Pdf.PrintAsync(html));

        Assert.False(listener.Pending());
        Assert.Contains("Печать", pdf.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", pdf.AllText, StringComparison.Ordinal);
        Assert.NotEqual("скрипт", pdf.Title);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task After_the_browser_is_killed_the_next_document_prints()
    {
        // A wrapper notes the id of the browser it becomes, so that the test ends this process and no other.
        using var folder = new TemporaryFolder();
        var notes = Path.Combine(folder.Path, "ids");
        var program = ChromiumFinder.Find(new PdfOptions());
        var wrapper = Path.Combine(folder.Path, "browser.sh");
        var variables = string.Concat(program.Environment.Select(v => $"export {v.Key}='{v.Value}'\n"));
        await File.WriteAllTextAsync(wrapper, $"#!/bin/sh\n{variables}echo $$ >> '{notes}'\nexec '{program.Path}' \"$@\"\n");
        File.SetUnixFileMode(wrapper, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var printer = new PdfPrinter(new PdfOptions { ChromiumPath = wrapper });
        await printer.PrintAsync("<p>до</p>");
        using (var first = Process.GetProcessById(int.Parse((await File.ReadAllLinesAsync(notes))[0], CultureInfo.InvariantCulture)))
        {
            first.Kill();
            await first.WaitForExitAsync();
        }

        var pdf = await PdfText.ReadAsync(await printer.PrintAsync("<p>после</p>"));

        Assert.Contains("после", pdf.AllText, StringComparison.Ordinal);
        Assert.Equal(2, (await File.ReadAllLinesAsync(notes)).Length);
    }

    [Fact]
    public async Task A_document_printed_after_another_holds_nothing_of_it()
    {
        // One place, so that both are printed on one and the same page of the browser.
        await using var printer = new PdfPrinter(new PdfOptions { Concurrency = 1 });
        var second = await PageAsync("Вторая школа", landscape: false, "<p id=\"own\">её результаты</p>");
        var alone = await PdfText.ReadAsync(await printer.PrintAsync(second));

        await printer.PrintAsync(await PageAsync("Первая школа", landscape: true, "<style>p { font-size: 40pt }</style><p>чужие результаты</p>" + Table(120)));
        var after = await PdfText.ReadAsync(await printer.PrintAsync(second));

        Assert.Equal((alone.Title, alone.AllText, alone.Pages.Count), (after.Title, after.AllText, after.Pages.Count));
        Assert.Equal(alone.Outline, after.Outline);
        Assert.Equal(
            alone.Pages.Select(p => (Math.Round(p.Width), Math.Round(p.Height))),
            after.Pages.Select(p => (Math.Round(p.Width), Math.Round(p.Height))));
        Assert.DoesNotContain("чужие", after.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_documents_at_once_all_print()
    {
        var html = await PageAsync("Много", landscape: true, Table(20));

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.Pdf.PrintAsync(html)));

        Assert.All(all, pdf => Assert.Equal("%PDF"u8.ToArray(), pdf[..4]));
    }

    [Fact]
    public async Task A_document_that_was_called_off_is_not_printed() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => browser.Pdf.PrintAsync("<p>нет</p>", new CancellationToken(canceled: true)));

    [Fact]
    public async Task A_document_over_its_time_says_so()
    {
        await using var printer = new PdfPrinter(new PdfOptions { Timeout = TimeSpan.FromMilliseconds(1) });

        await Assert.ThrowsAsync<PdfUnavailableException>(() => printer.PrintAsync("<p>долго</p>"));
    }

    [Fact]
    public async Task The_same_page_gives_the_same_text()
    {
        var html = await PageAsync("Повтор", landscape: true, Table(60));
        var watch = Stopwatch.StartNew();
        var first = await PdfText.ReadAsync(await browser.Pdf.PrintAsync(html));
        output.WriteLine($"{first.Pages.Count} pages in {watch.ElapsedMilliseconds} ms with reading");

        Assert.Equal(first.AllText, (await PdfText.ReadAsync(await browser.Pdf.PrintAsync(html))).AllText);
    }

    private static string Table(int rows) =>
        "<h1>Заголовок</h1><table><thead><tr><th scope=\"col\">Шапка таблицы</th></tr></thead><tbody>"
        + string.Concat(Enumerable.Range(1, rows).Select(i => $"<tr><td>Строка {i}</td></tr>")) + "</tbody></table>";

    private Task<string> PageAsync(string title, bool landscape, string content) =>
        browser.Html.RenderAsync<PrintLayout>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PrintLayout.Title)] = title,
            [nameof(PrintLayout.Landscape)] = landscape,
            [nameof(PrintLayout.ChildContent)] = (RenderFragment)(builder => builder.AddMarkupContent(0, content)),
        });
}
