using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Tests.Schools;

public sealed class RegistryTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("елкино", TestRegion.OwnSchool)]
    [InlineData("ЁЛКИНО сош", TestRegion.OwnSchool)]
    [InlineData("лицей 2", TestRegion.ThirdSchool)]
    [InlineData("Лицей №2", TestRegion.ThirdSchool)]
    [InlineData("\"лицей\"", TestRegion.ThirdSchool)]
    [InlineData("СОШ4 южный", TestRegion.SouthSchool)]
    [InlineData("900002", TestRegion.SecondSchool)]
    [InlineData("sch900002", TestRegion.SecondSchool)]
    [InlineData("edu900002", TestRegion.SecondSchool)]
    [InlineData("0002", TestRegion.SecondSchool)]
    public async Task A_school_is_found_however_its_name_or_code_is_written(string question, string school)
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        Assert.Equal([school], await NamesAsync(visitor, "/schools?q=" + Uri.EscapeDataString(question)));
    }

    [Fact]
    public async Task Every_word_must_be_there()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var page = await visitor.OpenAsync("/schools?q=" + Uri.EscapeDataString("лицей ёлкино"));
        Assert.Contains("Ни одна школа не подходит", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_percent_sign_is_no_wildcard()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        Assert.Equal(5, (await NamesAsync(visitor, "/schools?q=%25")).Count);
    }

    [Theory]
    [InlineData(TestRegion.Regional, 5)]
    [InlineData(TestRegion.Municipal, 3)]
    [InlineData(TestRegion.OtherMunicipal, 2)]
    [InlineData(TestRegion.Curator, 2)]
    [InlineData(TestRegion.Observer, 5)]
    [InlineData(TestRegion.Administrator, 6)]
    public async Task Everybody_sees_the_schools_of_their_scope(string email, int schools)
    {
        var visitor = await portal.VisitAsync(email);
        Assert.Equal(schools, (await NamesAsync(visitor, "/schools")).Count);
        Assert.Equal(schools + 1, Lines(await visitor.DownloadAsync("/schools?handler=Csv")).Length);
    }

    [Fact]
    public async Task A_principal_is_led_to_the_own_school_and_sees_no_other()
    {
        var own = await IdAsync(TestRegion.OwnSchool);
        var visitor = await portal.VisitAsync(TestRegion.Principal);
        var page = await visitor.OpenAsync("/schools");
        Assert.EndsWith($"/schools/{own}", page.Url, StringComparison.Ordinal);
        Assert.Equal(TestRegion.OwnSchool, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/schools/{await IdAsync(TestRegion.SecondSchool)}"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/schools/{await IdAsync(TestRegion.SecondSchool)}/pdf"));
    }

    [Fact]
    public async Task A_school_outside_the_scope_and_one_that_is_not_are_the_same_404()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/schools/{await IdAsync(TestRegion.SouthSchool)}"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync("/schools/999999"));
        var regional = await portal.VisitAsync(TestRegion.Regional);
        Assert.Equal(HttpStatusCode.NotFound, await regional.StatusOfAsync($"/schools/{await IdAsync(TestRegion.ForeignSchool)}/edit"));
    }

    [Fact]
    public async Task Filters_sorting_and_pages_are_clamped()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var names = await NamesAsync(visitor, "/schools?type=Lyceum&sort=-code&page=99999");
        Assert.Equal([TestRegion.ThirdSchool], names);
        Assert.Equal(5, (await NamesAsync(visitor, "/schools?type=nonsense&municipality=x&sort=drop&page=-4&listed=perhaps")).Count);
        var codes = (await visitor.OpenAsync("/schools?sort=-code")).QuerySelectorAll(".grid tbody td:nth-child(3)").Select(c => c.TextContent).ToList();
        Assert.Equal(codes.OrderDescending(StringComparer.Ordinal), codes);
    }

    [Fact]
    public async Task A_branch_carries_its_badge_and_links_both_ways()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var row = (await visitor.OpenAsync("/schools?q=" + Uri.EscapeDataString("Заречье"))).QuerySelector(".grid tbody tr")!;
        Assert.Contains("филиал", row.QuerySelector(".pill")!.TextContent, StringComparison.Ordinal);
        var branch = await visitor.OpenAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        var head = branch.QuerySelectorAll(".facts a").Single(a => a.TextContent == TestRegion.SouthSchool);
        Assert.Contains(TestRegion.BranchSchool, (await visitor.OpenAsync(head.GetAttribute("href")!)).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    private static string[] Lines(byte[] csv) => System.Text.Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static async Task<List<string>> NamesAsync(Visitor visitor, string address) =>
        [.. (await visitor.OpenAsync(address)).QuerySelectorAll(".grid tbody th a").Select(a => a.TextContent)];

    private async Task<int> IdAsync(string name)
    {
        await using var db = portal.Open();
        return await db.Schools.Where(s => s.Name == name).Select(s => s.Id).SingleAsync();
    }
}
