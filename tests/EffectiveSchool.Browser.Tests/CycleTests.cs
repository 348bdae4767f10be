using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace EffectiveSchool.Browser.Tests;

/// <summary>
/// The whole cycle of a year, as a municipality, a school and the region make it together. The year is one whose results the
/// demo has of ВПР alone: ОГЭ is collected, so that nothing of it depends on what the demo invents.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class CycleTests(BrowserPortal portal)
{
    private const int YearsBack = 2;
    private const string Russian = "ОГЭ РУ";
    private const string Mathematics = "ОГЭ МА";

    private static readonly string[] Vpr = ["ВПР 5 РУ", "ВПР 5 МА", "ВПР 6 РУ", "ВПР 6 МА"];
    private readonly List<string> findings = [];
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_year_goes_from_collection_to_an_amending_order()
    {
        var region = await portal.SignInAsync("region");
        var municipality = await portal.SignInAsync("municipality");
        var principal = await portal.SignInAsync("principal");
        await region.GotoAsync("/lists/new");
        var year = int.Parse((await region.GetByLabel("Год результатов").Locator("option").First.TextContentAsync())!, CultureInfo.InvariantCulture) - YearsBack;
        await principal.GetByRole(AriaRole.Link, new() { Name = "Моя школа" }).ClickAsync();
        var own = await principal.Locator("h1").InnerTextAsync();
        var schools = await SchoolsAsync(municipality);
        var objecting = schools.Single(s => s.Name == own);
        var other = schools.First(s => s.Name != own && s.Type == "СОШ");

        // Last year's list, to compare with.
        var lastYear = await DraftAsync(region, year - 1);
        await PublishAsync(region, lastYear);
        await ApproveAsync(region, lastYear, "11-п");

        // The region collects, the municipality sends and confirms.
        var campaign = await CollectAsync(region, year);
        await SendAsync(municipality, year, [
            .. from school in new[] { objecting, other } from procedure in Vpr select (school.Code, procedure, 0),
            .. from school in new[] { objecting, other } from procedure in new[] { Russian, Mathematics } select (school.Code, procedure, 20),
        ]);
        await ConfirmAsync(municipality, campaign);
        await OpenAsync(region, campaign);
        await Assertions.Expect(region.Locator(".pill", new() { HasText = "подтверждено" })).ToHaveCountAsync(2);

        // Identified, shown to schools until a day; a school objects with a file.
        var first = await DraftAsync(region, year);
        await PublishAsync(region, first);
        var objection = await ObjectAsync(principal, first, objecting, year);

        // The region corrects the number, upholds and makes the next edition.
        await DecideAsync(region, objection);
        await region.GotoAsync(first);
        await region.FollowAsync("Новая редакция…");
        var second = await ReviseAsync(region, 2);
        await PublishAsync(region, second);
        await principal.GotoAsync(first);
        await principal.SaysAsync("заменён новой редакцией");
        await OpenAsync(principal, second);
        await principal.SaysAsync("Вашей школы в перечне нет");
        await principal.FollowAsync("Показать её результаты");
        await principal.SaysAsync("почему");
        await ApproveAsync(region, second, "77-п");
        await OpenAsync(region, second);
        await region.SaysAsync(other.Name);

        // The data change after the order: the confirmation falls, a new order amends the first.
        await SendAsync(municipality, year, [(other.Code, Russian, 1)]);
        await municipality.GotoAsync(campaign);
        await municipality.Locator("tbody th a").First.ClickAsync();
        await municipality.SaysAsync("Подтверждение снято");
        await OpenAsync(region, second);
        await region.SaysAsync("Данные изменились после утверждения");
        await region.FollowAsync("Создать новую редакцию");
        var third = await ReviseAsync(region, 3);
        await PublishAsync(region, third);
        await ApproveAsync(region, third, "78-п");
        await region.SaysAsync("№ 77-п (редакция 2)");
        await principal.GotoAsync(second);
        await principal.SaysAsync("Перечень изменён приказом");

        // The chain, and what changed since the former edition and since last year, as pages and as a workbook.
        await region.FollowAsync("Сравнить с прежней редакцией");
        await CheckAsync(region);
        await region.FollowAsync("вышли из перечня");
        await region.SaysAsync(other.Name);
        await region.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/lists/compare?from={lastYear.Split('/')[^1]}&to={third.Split('/')[^1]}"));
        await region.SaysAsync("вошли в перечень");
        await CheckAsync(region);
        var workbook = await region.DownloadAsync("Excel: все таблицы");
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"на {year + 1} год"), BrowserSteps.TextOf(workbook), StringComparison.Ordinal);

        foreach (var page in new[] { region, municipality, principal })
        {
            await page.Context.CloseAsync();
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private sealed record ListedSchool(string Name, string Code, string Type);

    private async Task OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await CheckAsync(page);
    }

    /// <summary>What axe says of the page, once for each kind of page and state of a list.</summary>
    private async Task CheckAsync(IPage page)
    {
        var kind = await page.EvaluateAsync<string>(
            "() => location.pathname.replace(/\\d+/g, '#') + (document.querySelector('.life [aria-current]')?.textContent ?? '')");
        if (kinds.Add(kind))
        {
            findings.AddRange(await page.FindingsAsync());
        }
    }

    private static string Here(IPage page) => new Uri(page.Url).AbsolutePath;

    /// <summary>Working schools of the municipality with their names, codes and types.</summary>
    private static async Task<IReadOnlyList<ListedSchool>> SchoolsAsync(IPage page)
    {
        await page.GotoAsync("/schools?status=Active");
        var rows = await page.EvaluateAsync<string[][]>(
            "() => [...document.querySelectorAll('#table tbody tr')].map(r => [r.querySelector('th a'), ...r.querySelectorAll('td')].map(c => c.textContent.trim()))");
        return [.. rows.Select(r => new ListedSchool(r[0], r[2], r[3]))];
    }

    private static async Task<string> DraftAsync(IPage page, int year)
    {
        await page.GotoAsync("/lists/new");
        await page.GetByLabel("Год результатов").SelectOptionAsync(Text(year));
        await page.FillInAsync("На какой год перечень", Text(year + 1));
        await page.ClickButtonAsync("Рассчитать черновик");
        await page.SaysAsync("Черновик создан");
        return Here(page);
    }

    private async Task PublishAsync(IPage page, string list)
    {
        await OpenAsync(page, list);
        var until = DateTime.UtcNow.AddDays(5);
        await page.FillInAsync("Возражения до (включительно)", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.ClickButtonAsync("Сделать предварительным");
        await page.SaysAsync($"Возражения принимаются до {until:dd.MM.yyyy} включительно");
    }

    /// <summary>Ends the days of objections and approves by an order with its signed copy.</summary>
    private async Task ApproveAsync(IPage page, string list, string order)
    {
        await OpenAsync(page, list + "/approve");
        await page.FillInAsync("Причина досрочного завершения", "Все школы ознакомлены.");
        await page.ClickButtonAsync("Завершить приём возражений");
        await page.SaysAsync("Приём возражений завершён");
        await page.GotoAsync(list + "/approve");
        await page.FillInAsync("Номер приказа", order);
        await page.GetByLabel("Подписанный приказ, PDF").SetInputFilesAsync(Pdf($"приказ {order}.pdf"));
        await page.ClickButtonAsync("Утвердить перечень");
        await page.SaysAsync("и больше не изменится");
        await page.SaysAsync($"приказ {order}.pdf");
    }

    private async Task<string> CollectAsync(IPage page, int year)
    {
        await page.GotoAsync("/results/campaigns/new");
        await page.FillInAsync("Год результатов", Text(year));
        await page.FillInAsync("Название", $"ОГЭ {Text(year)} года");
        foreach (var procedure in new[] { Russian, Mathematics })
        {
            await page.FillInAsync(procedure, $"{Text(year + 1)}-12-31");
        }

        await CheckAsync(page);
        await page.ClickButtonAsync("Завести кампанию");
        await page.SaysAsync("Кампания заведена");
        return Here(page);
    }

    /// <summary>Sends forty participants a line with so many failed.</summary>
    private static async Task SendAsync(IPage page, int year, IReadOnlyList<(string Code, string Procedure, int Failed)> lines)
    {
        await page.GotoAsync("/results/uploads/new");
        await page.GetByLabel("Файлы с результатами").SetInputFilesAsync(new FilePayload
        {
            Name = "Итоги.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("год;процедура;код школы;участников;не преодолели порог\r\n"
                + string.Concat(lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{year};{l.Procedure};{l.Code};40;{l.Failed}\r\n")))),
        });
        await page.ClickButtonAsync("Загрузить и проверить");
        await page.ClickButtonAsync($"Записать {Text(lines.Count)}");
        await page.SaysAsync("Загрузка записана");
    }

    private async Task ConfirmAsync(IPage page, string campaign)
    {
        await page.GotoAsync(campaign);
        await page.Locator("tbody th a").First.ClickAsync();
        await CheckAsync(page);
        for (var left = 2; left > 0; left--)
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Данные подтверждены" })).ToHaveCountAsync(left);
            await page.GetByLabel("Примечание (необязательно)").First.FillAsync("В остальных школах ОГЭ не было.");
            await page.ClickButtonAsync("Данные подтверждены");
        }

        await page.SaysAsync("Всё прислано и подтверждено");
    }

    private async Task<string> ObjectAsync(IPage page, string list, ListedSchool school, int year)
    {
        await OpenAsync(page, list);
        await page.FollowAsync("Почему такой вывод: " + school.Name);
        await page.FollowAsync("Подать возражение");
        await page.GetByLabel("Что оспаривается").SelectOptionAsync($"{Text(year)} {Mathematics}");
        await page.FillInAsync("Участников", "40");
        await page.FillInAsync("Из них не преодолели порог", "2");
        await page.FillInAsync("Основания", "Протокол № 3 от 12 июня: порог не преодолели двое.");
        await page.GetByLabel("Файлы", new() { Exact = true }).SetInputFilesAsync(Pdf("протокол.pdf"));
        await CheckAsync(page);
        await page.ClickButtonAsync("Подать возражение");
        await page.SaysAsync("протокол.pdf");
        await CheckAsync(page);
        return Here(page);
    }

    private async Task DecideAsync(IPage page, string objection)
    {
        await page.GotoAsync("/");
        await page.SaysAsync("ждут решения");
        await page.GotoAsync(objection);
        await page.ClickButtonAsync("Взять на рассмотрение");
        await CheckAsync(page);
        await page.FollowAsync("исправьте один результат");
        await Assertions.Expect(page.GetByLabel("Из них не преодолели порог")).ToHaveValueAsync("2");
        await page.FillInAsync("Чем подтверждено", "Протокол № 3");
        await CheckAsync(page);
        await page.ClickButtonAsync("Исправить число");
        await page.FillInAsync("Причина, по которой возражение удовлетворяется", "Подтверждено протоколом.");
        await page.ClickButtonAsync("Удовлетворить");
        await page.SaysAsync("удовлетворено");
        await page.FollowAsync("загрузка №");
        await page.SaysAsync("Правка по возражению №");
        await page.SaysAsync("20 из 40");
    }

    private static async Task<string> ReviseAsync(IPage page, int edition)
    {
        await page.ClickButtonAsync("Создать новую редакцию");
        await page.SaysAsync($"Редакция {Text(edition)} (эта)");
        return Here(page);
    }

    private static FilePayload Pdf(string name) => new() { Name = name, MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n%%EOF"u8] };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
