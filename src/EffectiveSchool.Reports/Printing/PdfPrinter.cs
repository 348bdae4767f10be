using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace EffectiveSchool.Reports.Printing;

/// <summary>
/// Prints HTML to a tagged pdf by a headless Chromium. One browser for the life of the portal, started by the first document and
/// started again if it died. A page runs no script and reaches no network: what it shows has to be inside it.
/// </summary>
public sealed partial class PdfPrinter : IAsyncDisposable
{
    private static readonly string[] Switches =
    [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly PdfOptions _options;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _places;
    private readonly SemaphoreSlim _launching = new(1, 1);
    private readonly ConcurrentBag<PrintingSheet> _idle = [];
    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>Starts nothing yet.</summary>
    public PdfPrinter(PdfOptions options, ILogger<PdfPrinter>? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Concurrency, 1, nameof(options));
        _options = options;
        _log = log ?? NullLogger<PdfPrinter>.Instance;
        _places = new SemaphoreSlim(options.Concurrency, options.Concurrency);
    }

    /// <summary>
    /// Prints one document. Size, orientation, margins and page numbers are the page's own CSS (see PrintLayout).
    /// Throws <see cref="PdfUnavailableException"/> where no browser can be started or the document takes longer than allowed.
    /// </summary>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        await _places.WaitAsync(cancellation);
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            deadline.CancelAfter(_options.Timeout);
            return await PrintOnLiveBrowserAsync(html, deadline.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or TimeoutException && !cancellation.IsCancellationRequested)
        {
            throw new PdfUnavailableException(
                $"Документ не напечатан за {_options.Timeout.TotalSeconds:0} с. Повторите позже; если повторяется, скачайте Excel и сообщите администратору.", error);
        }
        catch (PlaywrightException error)
        {
            throw new PdfUnavailableException("Документ не напечатан: браузер для печати не ответил. Повторите; если повторяется, сообщите администратору.", error);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Closes the browser and its driver.</summary>
    public async ValueTask DisposeAsync()
    {
        await _launching.WaitAsync();
        try
        {
            await CloseAsync();
        }
        finally
        {
            _launching.Release();
        }

        _places.Dispose();
        _launching.Dispose();
    }

    private async Task<byte[]> PrintOnLiveBrowserAsync(string html, CancellationToken deadline)
    {
        var browser = await BrowserAsync(deadline);
        try
        {
            return await PrintAsync(browser, html, deadline).WaitAsync(deadline);
        }
        catch (PlaywrightException error) when (!browser.IsConnected && !deadline.IsCancellationRequested)
        {
            LogBrowserDied(error);
            return await PrintAsync(await BrowserAsync(deadline), html, deadline).WaitAsync(deadline);
        }
    }

    private async Task<byte[]> PrintAsync(IBrowser browser, string html, CancellationToken deadline)
    {
        var sheet = _idle.TryTake(out var idle) && idle.IsOf(browser) ? idle : await PrintingSheet.OpenAsync(browser);
        try
        {
            byte[] pdf;
            await using (deadline.Register(() => _ = sheet.CloseAsync()))
            {
                pdf = await sheet.PrintAsync(html);
            }

            deadline.ThrowIfCancellationRequested();
            if (!sheet.IsWorn)
            {
                _idle.Add(sheet);
                return pdf;
            }

            await sheet.CloseAsync();
            return pdf;
        }
        catch (PlaywrightException)
        {
            // What did not print is not printed on again.
            await sheet.CloseAsync();
            throw;
        }
    }

    private async Task<IBrowser> BrowserAsync(CancellationToken cancellation)
    {
        await _launching.WaitAsync(cancellation);
        try
        {
            if (_browser is { IsConnected: true } running)
            {
                return running;
            }

            await CloseAsync();
            return await LaunchAsync();
        }
        finally
        {
            _launching.Release();
        }
    }

    private async Task<IBrowser> LaunchAsync()
    {
        var program = ChromiumFinder.Find(_options);
        try
        {
            _driver = await Playwright.CreateAsync();
            _browser = await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program.Path,
                Headless = true,
                Args = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? [.. Switches, "--no-sandbox"] : Switches,
                Env = EnvironmentOf(program),
                Timeout = (float)_options.Timeout.TotalMilliseconds,
            });
            LogLaunched(program.Path, _browser.Version);
            return _browser;
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            await CloseAsync();
            throw new PdfUnavailableException(
                $"Печать в PDF недоступна: браузер «{program.Path}» не запустился. Причина — в журнале портала; проверьте, что браузер открывается от имени службы, или укажите другой в настройках.", error);
        }
    }

    private static Dictionary<string, string>? EnvironmentOf(ChromiumProgram program)
    {
        if (program.Environment.Count == 0)
        {
            return null;
        }

        var variables = new Dictionary<string, string>(program.Environment, StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry inherited in Environment.GetEnvironmentVariables())
        {
            variables.TryAdd((string)inherited.Key, (string?)inherited.Value ?? string.Empty);
        }

        return variables;
    }

    private async Task CloseAsync()
    {
        try
        {
            if (_browser is not null)
            {
                await _browser.CloseAsync();
            }
        }
        catch (PlaywrightException error)
        {
            LogBrowserDied(error);
        }

        _idle.Clear();
        _browser = null;
        _driver?.Dispose();
        _driver = null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Printing by {Program}, version {Version}")]
    private partial void LogLaunched(string program, string version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The browser that prints has gone away")]
    private partial void LogBrowserDied(Exception error);
}
