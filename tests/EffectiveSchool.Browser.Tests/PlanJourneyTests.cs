using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace EffectiveSchool.Browser.Tests;

/// <summary>
/// From a plan in a file to a proven report: the region imports it and chooses a school, the principal reports, the curator
/// returns and accepts, the execution report tells it. By the words on the pages, with axe on each of them.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class PlanJourneyTests(BrowserPortal portal)
{
    private const string Name = "Путь от плана к отчёту";
    private const string Activity = "Педсовет по итогам диагностики в каждой ШНОР";

    private readonly List<string> findings = [];
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_plan_is_imported_reported_returned_mended_accepted_and_told_of()
    {
        var region = await portal.SignInAsync("region");
        var principal = await portal.SignInAsync("principal");
        var curator = await portal.SignInAsync("curator");
        await principal.GetByRole(AriaRole.Link, new() { Name = "Моя школа" }).ClickAsync();
        var school = await principal.Locator("h1").InnerTextAsync();
        var key = new Uri(principal.Url).AbsolutePath.Split('/')[^1];

        var programme = await CreateAsync(region);
        await ImportAsync(region, programme);
        await ChooseAsync(region, programme, key);

        // The principal finds it on the first screen, and cannot send it without proof.
        await OpenFromFirstScreenAsync(principal);
        await ReportAsync(principal, "Проведён, обсуждены планы учителей.");
        await principal.ClickButtonAsync("Отправить на проверку");
        await principal.SaysAsync("Приложите подтверждение");
        await AttachAsync(principal, "7");
        await principal.ClickButtonAsync("Отправить на проверку");
        await principal.SaysAsync("на проверке");
        await CheckAsync(principal);

        // The curator returns with a reason, the principal mends it, the curator accepts.
        await OpenFromFirstScreenAsync(curator);
        await curator.FillInAsync("Что исправить или добавить", "В протоколе нет решения.");
        await curator.ClickButtonAsync("Вернуть исполнителю");
        await curator.SaysAsync("возвращено");
        await OpenFromFirstScreenAsync(principal);
        await principal.SaysAsync("В протоколе нет решения.");
        await AttachAsync(principal, "7а");
        await ReportAsync(principal, "Проведён, решение принято.");
        await principal.ClickButtonAsync("Отправить на проверку");
        await principal.SaysAsync("на проверке");
        await OpenFromFirstScreenAsync(curator);
        await curator.ClickButtonAsync("Принять отчёт");
        await curator.SaysAsync("выполнено");
        await CheckAsync(curator);

        // The report of the region, as a page and as documents.
        await region.GotoAsync($"/programmes/{programme}");
        await region.FollowAsync("Отчёт об исполнении");
        await CheckAsync(region);
        foreach (var words in new[] { "50,0 % (1 из 2)", "Проведён, решение принято", "достигнуто 95 % из 90 %", "протокол № 7а", school })
        {
            await region.SaysAsync(words);
        }

        var workbook = BrowserSteps.TextOf(await region.DownloadAsync("Скачать xlsx"));
        Assert.Contains("протокол № 7а", workbook, StringComparison.Ordinal);
        Assert.Contains(Activity, workbook, StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await region.DownloadAsync("Скачать pdf"), 0, 5), StringComparison.Ordinal);

        foreach (var page in new[] { region, principal, curator })
        {
            await page.Context.CloseAsync();
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private async Task<string> CreateAsync(IPage page)
    {
        await page.GotoAsync("/programmes/new");
        await page.FillInAsync("Название", Name);
        await CheckAsync(page);
        await page.ClickButtonAsync("Создать программу");
        await page.SaysAsync("Программа создана");
        await CheckAsync(page);
        return new Uri(page.Url).AbsolutePath.Split('/')[^1];
    }

    /// <summary>A plan as offices write them: a section row, a name that goes on in the next row.</summary>
    private async Task ImportAsync(IPage page, string programme)
    {
        var today = DateTime.UtcNow;
        var plan = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            № п/п;Мероприятия;Сроки;Ответственные;Планируемые результаты
            Направление 1. Управление;;;;
            1.1;{Activity};До {today.AddDays(-3):dd.MM.yyyy} г.;Директор;Участвуют не менее 90 % педагогов
            1.2;Семинар для директоров школ;До {today.AddDays(-2):dd.MM.yyyy} г.;Институт развития образования;Протокол
            ;и их заместителей;;;
            """);
        await page.FollowAsync("Загрузить план");
        await CheckAsync(page);
        await page.GetByLabel("План: xlsx").SetInputFilesAsync(new FilePayload { Name = "План.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(plan) });
        await page.ClickButtonAsync("Прочитать план");
        await page.SaysAsync("мероприятий 2, сроков 2");
        await page.SaysAsync("Семинар для директоров школ и их заместителей");
        await CheckAsync(page);
        await page.ClickButtonAsync("Записать дорожную карту");
        await page.SaysAsync("Мероприятий 2");
        await CheckAsync(page);
        await page.GotoAsync($"/programmes/{programme}");
    }

    private async Task ChooseAsync(IPage page, string programme, string school)
    {
        await page.GotoAsync($"/programmes/{programme}/schools");
        await CheckAsync(page);
        await page.GetByLabel("или одна школа").SelectOptionAsync(school);
        await page.ClickButtonAsync("Добавить участников");
        await page.SaysAsync("Добавлено участий: 1");
    }

    private async Task OpenFromFirstScreenAsync(IPage page)
    {
        await page.GotoAsync("/");
        await CheckAsync(page);
        await page.FollowAsync(Activity);
        await CheckAsync(page);
    }

    private static async Task ReportAsync(IPage page, string fact)
    {
        await page.GetByLabel("Что получилось").SelectOptionAsync("Done");
        await page.FillInAsync("Фактический результат", fact);
        await page.GetByLabel("Достигнутое число").FillAsync("95");
        await page.ClickButtonAsync("Записать отчёт");
        await page.SaysAsync("Отчёт записан");
    }

    private static async Task AttachAsync(IPage page, string number)
    {
        await page.GetByLabel("Вид документа").SelectOptionAsync("Protocol");
        await page.FillInAsync("Номер", number);
        await page.GetByLabel("Файл до 20 МБ").SetInputFilesAsync(new FilePayload { Name = "протокол.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n%%EOF"u8] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Приложить", Exact = true }).ClickAsync();
        await page.SaysAsync("Подтверждение приложено");
    }

    /// <summary>What axe says of the page, once for each kind of page, person and state of the work.</summary>
    private async Task CheckAsync(IPage page)
    {
        var kind = await page.EvaluateAsync<string>(
            "() => document.querySelector('header').innerText + location.pathname.replace(/\\d+/g, '#') + (document.querySelector('.lead .pill')?.textContent ?? '')");
        if (kinds.Add(kind))
        {
            findings.AddRange(await page.FindingsAsync());
        }
    }
}
