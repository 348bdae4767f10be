using System.IO.Compression;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EffectiveSchool.Browser.Tests;

/// <summary>What people do with a page, by the words they read on it.</summary>
internal static class BrowserSteps
{
    /// <summary>The main part of the page.</summary>
    public static ILocator InMain(this IPage page) => page.GetByRole(AriaRole.Main);

    /// <summary>Presses the first button of that name.</summary>
    public static Task ClickButtonAsync(this IPage page, string button) => page.InMain().GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    /// <summary>Follows the first link of that name in the main part.</summary>
    public static Task FollowAsync(this IPage page, string link) => page.InMain().GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    /// <summary>Fills the field of that label.</summary>
    public static Task FillInAsync(this IPage page, string label, string value) => page.GetByLabel(label, new() { Exact = true }).FillAsync(value);

    /// <summary>Waits until the main part says so.</summary>
    public static Task SaysAsync(this IPage page, string words) => Assertions.Expect(page.InMain()).ToContainTextAsync(words, new() { Timeout = 30_000 });

    public static async Task<byte[]> DownloadAsync(this IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.InMain().GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync(), new() { Timeout = 60_000 });
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    /// <summary>What axe finds serious or critical on the page.</summary>
    public static async Task<IEnumerable<string>> FindingsAsync(this IPage page)
    {
        var outcome = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return outcome.Violations
            .Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{page.Url}: {v.Id} ({v.Impact}) {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
    }

    /// <summary>All text of a workbook's parts.</summary>
    public static string TextOf(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Concat(zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }
}
