using static EffectiveSchool.Testing.MarkStatisticsBook;
using static EffectiveSchool.Web.Tests.Results.Uploading;

namespace EffectiveSchool.Web.Tests.Results;

public sealed class OverviewOfUploadsTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task The_region_sees_who_has_uploaded_nothing_and_a_municipality_sees_itself_alone()
    {
        var north = await portal.VisitAsync(TestRegion.Municipal);
        await north.StoreAsync(await north.UploadAsync(("2021.xlsx", MarkStatistics(2021, School("Ёлкино(sch900001)", 20, 5), School("Лесной(sch900002)", 10, 1)))));

        var region = await (await portal.VisitAsync(TestRegion.Regional)).OpenAsync("/results");
        Assert.Equal("Результаты процедур", region.Heading());
        Assert.Contains("2 из 5", Row(region, 0, "ВПР 5 РУ"), StringComparison.Ordinal);
        Assert.Contains("участников 30", Row(region, 0, "ВПР 5 РУ"), StringComparison.Ordinal);
        Assert.Contains("не загружено", Row(region, 0, "ОГЭ РУ"), StringComparison.Ordinal);
        Assert.Contains("не загружено", Row(region, 1, TestRegion.South), StringComparison.Ordinal);
        Assert.Contains("2 из 3", Row(region, 1, TestRegion.North), StringComparison.Ordinal);
        Assert.Contains("муниципальный координатор, Северный район", region.Body!.TextContent, StringComparison.Ordinal);

        var own = await north.OpenAsync("/results");
        Assert.DoesNotContain(TestRegion.South, own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 из 3", Row(own, 0, "ВПР 5 РУ"), StringComparison.Ordinal);
        Assert.NotNull(own.QuerySelector("a.btn-primary[href='/results/uploads/new']"));

        var observer = await (await portal.VisitAsync(TestRegion.Observer)).OpenAsync("/results");
        Assert.Null(observer.QuerySelector("a[href='/results/uploads/new']"));
        Assert.NotNull(observer.QuerySelector("a[href^='/results/uploads/']"));
    }

    [Theory]
    [InlineData("?page=999&sort=-author")]
    [InlineData("?page=-3&sort=nonsense&year=1900&region=999999")]
    public async Task A_query_beyond_what_there_is_is_clamped(string query) =>
        Assert.Equal("Результаты процедур", (await (await portal.VisitAsync(TestRegion.Regional)).OpenAsync("/results" + query)).Heading());

    private static string Row(AngleSharp.Dom.IDocument page, int table, string heading) => Squeeze(
        page.QuerySelectorAll(".coverage")[table].QuerySelectorAll("tbody tr").Single(r => Squeeze(r.Children[0].TextContent).StartsWith(heading, StringComparison.Ordinal)).TextContent);
}
