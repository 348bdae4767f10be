using System.Globalization;
using AngleSharp.Html.Parser;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Walks;

/// <summary>Every link shown to a role opens for it, every page is a page, and every office file is free of validator errors.</summary>
public sealed class LinkTests(FilledPortal world) : IClassFixture<FilledPortal>
{
    private const int MostPages = 400;

    /// <summary>Links that differ only in numbers and values of the query lead to the same page: a few of them are enough.</summary>
    private const int MostAlike = 3;

    [Theory]
    [InlineData(PortalRole.Administrator)]
    [InlineData(PortalRole.RegionalCoordinator)]
    [InlineData(PortalRole.MunicipalCoordinator)]
    [InlineData(PortalRole.Curator)]
    [InlineData(PortalRole.Principal)]
    [InlineData(PortalRole.Observer)]
    public async Task Every_link_opens(PortalRole role)
    {
        using var browser = await BrowserLock.AcquireAsync();
        var passport = await Passport.OfAsync(world.Portal, role);
        var faults = new List<string>();
        var types = new HashSet<string>(StringComparer.Ordinal);
        var alike = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var waiting = new Queue<(string Address, string From)>([("/", "")]);
        while (waiting.TryDequeue(out var link) && seen.Count < MostPages)
        {
            using var answer = await passport.SendAsync(HttpMethod.Get, link.Address);
            if (answer.StatusCode == HttpStatusCode.Redirect && !Passport.AsksToSignIn(answer))
            {
                // A principal's «Моя школа» leads on to the school.
                waiting.Enqueue((answer.Headers.Location!.ToString(), link.Address));
            }
            else if (answer.StatusCode != HttpStatusCode.OK)
            {
                faults.Add($"{link.Address} (on {link.From}) → {(int)answer.StatusCode} {answer.Headers.Location}");
            }
            else if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                using var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
                faults.AddRange(FaultsOf(page).Select(f => $"{link.Address}: {f}"));
                foreach (var next in LinksOf(page, link.Address).Where(a => alike.GetValueOrDefault(Shape(a)) < MostAlike && seen.Add(a)))
                {
                    alike[Shape(next)] = alike.GetValueOrDefault(Shape(next)) + 1;
                    waiting.Enqueue((next, link.Address));
                }
            }
            else
            {
                faults.AddRange((await OfficeFiles.FaultsAsync(answer.Content)).Select(f => $"{link.Address}: {f}"));
                types.Add(answer.Content.Headers.ContentType?.MediaType ?? "");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(seen.Count > 3, "The walk found no links.");
        Assert.True(role == PortalRole.Administrator || types.IsSupersetOf([OfficeFiles.Workbook, OfficeFiles.Text]), "The walk opened no office file.");
    }

    private static IEnumerable<string> FaultsOf(IDocument page)
    {
        if (page.QuerySelectorAll("h1").Length is var headings and not 1)
        {
            yield return $"{headings} h1";
        }

        if (page.DocumentElement.GetAttribute("lang") != "ru")
        {
            yield return "no lang=\"ru\"";
        }

        if (string.IsNullOrWhiteSpace(page.Title?.Replace("— Эффективная школа", "", StringComparison.Ordinal)))
        {
            yield return "no title";
        }

        foreach (var element in page.QuerySelectorAll("[style], [onclick], [onchange], [onsubmit], script:not([src]), style"))
        {
            yield return $"the policy forbids {element.OuterHtml[..Math.Min(80, element.OuterHtml.Length)]}";
        }

        foreach (var twice in page.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"id «{twice.Key}» stands {twice.Count()} times";
        }
    }

    /// <summary>Addresses of the portal that the page links to, without their fragments.</summary>
    private static IEnumerable<string> LinksOf(IDocument page, string address) => page.QuerySelectorAll("a[href]")
        .Select(a => a.GetAttribute("href")!)
        .Where(href => !href.StartsWith('#') && !href.StartsWith("mailto:", StringComparison.Ordinal) && !href.StartsWith("http", StringComparison.Ordinal))
        .Select(href => new Uri(new Uri(new Uri("https://localhost"), address), href).GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped))
        .Where(href => !href.StartsWith("/sign-out", StringComparison.Ordinal));

    private static string Shape(string address)
    {
        var parts = address.Split('?', 2);
        var path = parts[0].Split('/').Select(p => int.TryParse(p, CultureInfo.InvariantCulture, out _) || Guid.TryParse(p, out _) ? "*" : p);
        var keys = parts.Skip(1).SelectMany(q => q.Split('&')).Select(p => p.Split('=')[0]).Order(StringComparer.Ordinal);
        return string.Join('/', path) + "?" + string.Join('&', keys);
    }
}
