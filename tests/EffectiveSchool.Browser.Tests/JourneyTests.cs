using System.Text;
using EffectiveSchool.Testing;
using Microsoft.Playwright;

namespace EffectiveSchool.Browser.Tests;

/// <summary>The three journeys of the spine, as people make them: by labels and buttons.</summary>
[Collection(BrowserCollection.Name)]
public sealed class JourneyTests(BrowserPortal portal)
{
    [SamplesFact]
    public async Task A_regional_coordinator_goes_from_files_to_an_approved_list_and_its_annex()
    {
        var page = await portal.SignInAsync("region");

        await page.GotoAsync("/schools/import");
        await page.GetByLabel("Файл реестра").SetInputFilesAsync(SharedSamples.Registry);
        await page.ClickButtonAsync("Проверить файл");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("390");
        await page.ClickButtonAsync("Записать в реестр");

        await page.GotoAsync("/results/uploads/new");
        await page.GetByLabel("Файлы с результатами").SetInputFilesAsync(Directory.GetFiles(SharedSamples.Vpr, "*.xlsx").Order(StringComparer.Ordinal));
        await page.ClickButtonAsync("Загрузить и проверить");
        var apply = page.GetByRole(AriaRole.Button, new() { Name = "Записать 3" });
        await Assertions.Expect(apply).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".cards .card").Filter(new() { HasText = "не принят" }).Locator(".figure")).ToHaveTextAsync("0");
        await apply.ClickAsync();
        await Assertions.Expect(page.Locator(".note-done")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await page.GotoAsync("/lists/new");
        await page.GetByLabel("Год результатов").SelectOptionAsync("2021");
        await page.GetByLabel("На какой год перечень").FillAsync("2022");
        await page.ClickButtonAsync("Рассчитать черновик");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Перечень ШНОР на 2022 год по результатам 2020 и 2021 годов");
        await Assertions.Expect(page.Locator(".cards .card .figure").First).ToContainTextAsync("103");
        var list = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync(list + "?q=220028");
        await page.GetByRole(AriaRole.Link, new() { Name = "почему" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Одна и та же процедура два года подряд: ВПР 6 РУ");

        await page.GotoAsync(list);
        await page.ClickButtonAsync("Сделать предварительным");
        await page.GetByRole(AriaRole.Link, new() { Name = "Утвердить приказом" }).ClickAsync();
        await page.FillInAsync("Причина досрочного завершения", "Приказ уже издан.");
        await page.ClickButtonAsync("Завершить приём возражений");
        await page.FollowAsync("Утвердить приказом");
        await page.GetByLabel("Номер приказа").FillAsync("77-п");
        await page.GetByLabel("Дата приказа").FillAsync("2022-01-20");
        await page.ClickButtonAsync("Утвердить перечень");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("77-п");

        var workbook = await page.DownloadAsync("Excel");
        Assert.Contains("МБОУ Алтайская СОШ №5", BrowserSteps.TextOf(workbook), StringComparison.Ordinal);
        var pdf = await page.DownloadAsync("PDF");
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);

        await page.GotoAsync(list + "/rerun");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("контрольные суммы совпали");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_municipal_coordinator_uploads_for_the_own_municipality_alone()
    {
        var page = await portal.SignInAsync("municipality");
        await page.GotoAsync("/schools");
        var own = await FirstCodeAsync(page);
        await page.GotoAsync("/results/uploads/new");
        await page.GetByLabel("Файлы с результатами").SetInputFilesAsync(new FilePayload
        {
            Name = "Результаты ЕГЭ.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"год;процедура;код школы;участников;не преодолели порог\r\n2022;ОГЭ РУ;{own};40;12\r\n2022;ОГЭ РУ;990001;50;1\r\n"),
        });
        await page.ClickButtonAsync("Загрузить и проверить");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Школа другого муниципалитета", new() { Timeout = 30_000 });
        await page.ClickButtonAsync("Записать 1, пропустить 1");
        await Assertions.Expect(page.Locator(".note-done")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_principal_reads_the_own_school_alone_and_takes_its_page_home()
    {
        var page = await portal.SignInAsync("principal");
        await page.GetByRole(AriaRole.Link, new() { Name = "Моя школа" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Низкие результаты по");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("До выхода из перечня");
        var own = new Uri(page.Url).AbsolutePath;
        var pdf = await page.DownloadAsync("PDF");
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);

        var foreign = own == "/schools/1" ? "/schools/2" : "/schools/1";
        var response = await page.GotoAsync(foreign);
        Assert.Equal(404, response!.Status);
        await page.Context.CloseAsync();
    }

    private static async Task<string> FirstCodeAsync(IPage page) =>
        await page.EvaluateAsync<string>("() => [...document.querySelectorAll('table td')].map(c => c.textContent.trim()).find(t => /^\\d{6}$/.test(t))");
}
