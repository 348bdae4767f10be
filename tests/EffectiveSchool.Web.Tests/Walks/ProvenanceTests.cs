using AngleSharp.Html.Parser;
using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Web.Tests.Walks;

/// <summary>Every page of figures says where they came from, to every role that opens it.</summary>
public sealed class ProvenanceTests(FilledPortal world) : IClassFixture<FilledPortal>
{
    /// <summary>What makes a page one of figures.</summary>
    private const string Figures = "main .figure, main td.number, main .heat, main table.markers, main figure table, main .markers-frame";

    /// <summary>Pages whose figures are not of the field: each says why.</summary>
    private static readonly Dictionary<string, string> Excepted = new(StringComparer.Ordinal)
    {
        ["/results/uploads/{id:int}"] = "the dry run of files that the page itself names, with sender and time",
        ["/results/uploads/{id:int}/undo"] = "what taking back the upload named above would leave alone",
        ["/methodologies"] = "rules and how many lists use each: nothing that a file brought",
        ["/schools/import/{id:int}"] = "the dry run of the file that the page itself names",
    };

    [Theory]
    [InlineData(PortalRole.Administrator)]
    [InlineData(PortalRole.RegionalCoordinator)]
    [InlineData(PortalRole.MunicipalCoordinator)]
    [InlineData(PortalRole.Curator)]
    [InlineData(PortalRole.Principal)]
    [InlineData(PortalRole.Observer)]
    public async Task Every_page_of_figures_says_where_they_came_from(PortalRole role)
    {
        var passport = await Passport.OfAsync(world.Portal, role);
        var (silent, told) = (new List<string>(), 0);
        foreach (var line in AccessTable.Read().Where(l => l.Method == "GET" && l.Handler == "-" && l.Roles.Contains(role) && !l.Route.StartsWith("/admin", StringComparison.Ordinal) && !Excepted.ContainsKey(l.Route)))
        {
            var address = world.AddressOf(line.Route) + (line.Route == "/lists/compare" ? $"?from={world.Records.PublishedList}&to={world.Records.DraftList}" : "");
            using var answer = await passport.SendAsync(HttpMethod.Get, address);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            using var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            if (page.QuerySelector(Figures) is null)
            {
                continue;
            }

            told++;
            if (page.QuerySelector("main .provenance #provenance") is not { } heading || !heading.TextContent.StartsWith("Откуда эти данные", StringComparison.Ordinal))
            {
                silent.Add(line.Route);
            }
        }

        Assert.True(silent.Count == 0, "Pages of figures without «Откуда эти данные»: " + string.Join(", ", silent));
        Assert.True(told >= 4, $"Only {told} pages of figures were found.");
    }

    [Theory]
    [InlineData(PortalRole.RegionalCoordinator)]
    [InlineData(PortalRole.MunicipalCoordinator)]
    [InlineData(PortalRole.Principal)]
    public async Task A_cell_of_the_matrix_leads_in_two_clicks_to_file_row_author_and_time(PortalRole role)
    {
        var passport = await Passport.OfAsync(world.Portal, role);
        using var list = await OpenAsync(passport, $"/lists/{world.Records.PublishedList}?show=all");
        var cell = list.QuerySelectorAll("td.cell a.heat").First(a => !a.ClassList.Contains("no-data"));

        var address = cell.GetAttribute("href")!.Split('#');
        using var why = await OpenAsync(passport, address[0]);
        var source = why.GetElementById(address[1])!;
        Assert.Contains("строка", source.TextContent, StringComparison.Ordinal);
        using var result = await OpenAsync(passport, source.QuerySelector("a[aria-label^='История числа']")!.GetAttribute("href")!);

        var row = Assert.Single(result.QuerySelectorAll(".provenance tbody tr"));
        Assert.Matches(@"Результаты .+\.csv, строка \d+", row.TextContent);
        Assert.Contains("координатор", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1970", row.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IDocument> OpenAsync(Passport passport, string address)
    {
        using var answer = await passport.SendAsync(HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
