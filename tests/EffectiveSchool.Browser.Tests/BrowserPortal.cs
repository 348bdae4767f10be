using EffectiveSchool.Data.Server;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Demo;
using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace EffectiveSchool.Browser.Tests;

/// <summary>The portal on a real port with the demo region, and one Chromium to open it with: as a newcomer meets it.</summary>
public sealed class BrowserPortal : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly string[] Switches =
        ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private DatabaseConnections _database = null!;
    private BrowserLock _turn = null!;
    private IPlaywright _driver = null!;
    private IBrowser _browser = null!;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _turn = await BrowserLock.AcquireAsync();
        _database = await TestCluster.CreateEmptyAsync();
        await DatabaseSetup.PrepareAsync(_database.Owner, _database.App);
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress.ToString().TrimEnd('/');

        var chromium = ChromiumFinder.Find(new PdfOptions());
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium.Path,
            Env = chromium.Environment.Count == 0 ? null : chromium.Environment,
            Args = Environment.IsPrivilegedProcess ? [.. Switches, "--no-sandbox"] : Switches,
        });
    }

    /// <summary>A page of somebody who is signed in, in a browser session of their own; it says yes to the portal's questions.</summary>
    public async Task<IPage> SignInAsync(string role, int width = 1440)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address, Locale = "ru-RU", ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Электронная почта").FillAsync(role + "@demo.local");
        await page.GetByLabel("Пароль", new() { Exact = true }).FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Обзор" })).ToBeVisibleAsync();
        return page;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _browser.CloseAsync();
        _driver.Dispose();
        await DisposeAsync();
        await TestCluster.DropAsync(_database);
        _turn.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("ConnectionStrings:Portal", _database.App)
        .UseSetting("ConnectionStrings:PortalOwner", _database.Owner);
}

/// <summary>One portal and one browser for all browser tests.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserPortal>
{
    public const string Name = "Browser";
}
