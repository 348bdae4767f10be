using EffectiveSchool.Web.Tests.Walks;

namespace EffectiveSchool.Web.Tests.Files;

public sealed class DownloadTests(FilledPortal world) : IClassFixture<FilledPortal>
{
    [Fact]
    public async Task An_attached_file_is_saved_and_never_shown()
    {
        var principal = await world.Portal.VisitAsync(TestRegion.Principal);
        using var answer = await principal.Http.GetAsync(new Uri($"/files/{world.Records.OwnFile}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("справка.txt", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("Файл", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestRegion.Regional, HttpStatusCode.OK)]
    [InlineData(TestRegion.Municipal, HttpStatusCode.OK)]
    [InlineData(TestRegion.Curator, HttpStatusCode.OK)]
    [InlineData(TestRegion.Observer, HttpStatusCode.OK)]
    [InlineData(TestRegion.Administrator, HttpStatusCode.OK)]
    [InlineData(TestRegion.OtherMunicipal, HttpStatusCode.NotFound)]
    [InlineData(TestRegion.ForeignRegional, HttpStatusCode.NotFound)]
    public async Task A_foreign_file_is_not_found(string email, HttpStatusCode expected)
    {
        var visitor = await world.Portal.VisitAsync(email);
        Assert.Equal(expected, await visitor.StatusOfAsync($"/files/{world.Records.OwnFile}"));
    }
}
