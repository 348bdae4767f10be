using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EffectiveSchool.Browser.Tests;

/// <summary>Every kind of page each role can reach, by axe: no serious or critical finding, contrast among them.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class AccessibilityTests(BrowserPortal portal)
{
    /// <summary>Pages of one kind are alike: so many of each are opened.</summary>
    private const int OfEachKind = 2;

    [Theory]
    [InlineData("admin")]
    [InlineData("region")]
    [InlineData("municipality")]
    [InlineData("curator")]
    [InlineData("principal")]
    [InlineData("observer")]
    public async Task Every_page_of_a_role_is_accessible(string role)
    {
        var page = await portal.SignInAsync(role);
        var findings = new List<string>();
        var opened = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/"]);
        var known = new HashSet<string>(StringComparer.Ordinal) { "/" };
        while (waiting.TryDequeue(out var address))
        {
            var kind = Numbers().Replace(address.Split('?')[0], "#");
            if (opened.GetValueOrDefault(kind) >= OfEachKind)
            {
                continue;
            }

            opened[kind] = opened.GetValueOrDefault(kind) + 1;
            if (await OpenAsync(page, address) is not { } response)
            {
                continue;
            }

            Assert.True(response.Status == 200, $"{role} sees a link to {address}, which answers {response.Status}");
            findings.AddRange(await page.FindingsAsync());
            findings.AddRange(await OverflowAsync(page, address));

            var links = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main a[href^=\"/\"], header a[href^=\"/\"]')].map(a => a.getAttribute('href'))");
            foreach (var link in links.Where(known.Add))
            {
                waiting.Enqueue(link);
            }
        }

        await page.Context.CloseAsync();
        Assert.True(opened.Count >= 4, $"{role} reached only {string.Join(", ", opened.Keys)}");
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task The_sign_in_page_is_accessible()
    {
        var page = await portal.SignInAsync("observer");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        Assert.Empty(await page.FindingsAsync());
        await page.Context.CloseAsync();
    }

    /// <summary>Neither a phone nor 200 % zoom makes the page itself scroll sideways.</summary>
    private static async Task<IEnumerable<string>> OverflowAsync(IPage page, string address)
    {
        var findings = new List<string>();
        foreach (var width in new[] { 375, 720 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
            {
                findings.Add($"{address} at {width} px is {over} px too wide");
            }
        }

        await page.SetViewportSizeAsync(1440, 900);
        return findings;
    }

    /// <summary>The page, or null where the link leads to a file.</summary>
    private static async Task<IResponse?> OpenAsync(IPage page, string address)
    {
        try
        {
            return await page.GotoAsync(address);
        }
        catch (PlaywrightException fault) when (fault.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return null;
        }
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Numbers();
}
