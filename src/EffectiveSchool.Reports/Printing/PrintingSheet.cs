using Microsoft.Playwright;

namespace EffectiveSchool.Reports.Printing;

/// <summary>
/// A page of the browser that documents are printed on one after another: opening one takes longer than printing a school's
/// page. It runs no script, reaches no network and keeps nothing between two documents but the window itself.
/// </summary>
internal sealed class PrintingSheet
{
    /// <summary>After so many documents another is opened: what a browser gathers over months must not grow.</summary>
    private const int MostDocuments = 200;

    private readonly IPage _page;
    private int _printed;

    private PrintingSheet(IPage page) => _page = page;

    public bool IsWorn => _printed >= MostDocuments;

    public static async Task<PrintingSheet> OpenAsync(IBrowser browser)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            Offline = true,
            AcceptDownloads = false,
            Locale = "ru-RU",
            ServiceWorkers = ServiceWorkerPolicy.Block,
        });
        await context.RouteAsync("**/*", route => route.AbortAsync());
        return new PrintingSheet(await context.NewPageAsync());
    }

    /// <summary>Whether it belongs to that browser and not to one that has gone away.</summary>
    public bool IsOf(IBrowser browser) => browser.IsConnected && !_page.IsClosed && ReferenceEquals(_page.Context.Browser, browser);

    /// <summary>Prints one document in place of the one before.</summary>
    public async Task<byte[]> PrintAsync(string html)
    {
        _printed++;
        await _page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
        return await _page.PdfAsync(new PagePdfOptions
        {
            PreferCSSPageSize = true,
            PrintBackground = true,
            Tagged = true,
            Outline = true,
        });
    }

    public Task CloseAsync() => _page.Context.CloseAsync();
}
