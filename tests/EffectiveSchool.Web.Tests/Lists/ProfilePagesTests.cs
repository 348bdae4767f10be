using System.IO.Compression;
using System.Text;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Web.Profiles;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Web.Tests.Lists;

public sealed class ProfilePagesTests(ListPortal world) : IClassFixture<ListPortal>
{
    private string Page => $"/lists/{world.Preliminary}/profiles";

    [Fact]
    public async Task The_region_takes_the_profiles_of_listed_schools_away_as_one_zip()
    {
        using var turn = await BrowserLock.AcquireAsync();
        var visitor = await world.VisitAsync(TestRegion.Regional);
        var page = await BeginAsync(visitor, "listed");
        Assert.Contains("Страницу можно закрыть", page.Body!.TextContent, StringComparison.Ordinal);
        page = await EndAsync(visitor);

        var link = page.QuerySelector("a[href*='handler=Zip']")!.GetAttribute("href")!;
        using var zip = new ZipArchive(new MemoryStream(await visitor.DownloadAsync(link)));
        Assert.Equal(
            [$"{TestRegion.North}/900001 {TestRegion.OwnSchool}.pdf", $"{TestRegion.North}/900002 {TestRegion.SecondSchool}.pdf"],
            zip.Entries.Select(e => e.FullName));
        Assert.All(zip.Entries, e => Assert.StartsWith("%PDF-", new StreamReader(e.Open(), Encoding.Latin1).ReadLine(), StringComparison.Ordinal));
        Assert.Contains("вошедшие в перечень", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        // It expires: the link dies with it, and the sweep deletes it.
        await ExpireAsync();
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync(link));
        await world.Portal.Services.GetRequiredService<ProfilePrinter>().SweepAsync(CancellationToken.None);
        await using var db = world.Portal.Open();
        Assert.False(await db.ProfileArchives.AnyAsync(a => a.ListId == world.Preliminary));
        var archive = link[(link.LastIndexOf('=') + 1)..];
        Assert.Equal(["создано", "изменено"], await db.Audit.Where(a => a.Subject == nameof(ProfileArchive) && a.SubjectId == archive).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync());
    }

    [Fact]
    public async Task Without_a_choice_of_schools_nothing_is_printed()
    {
        var visitor = await world.VisitAsync(TestRegion.Regional);
        var page = await BeginAsync(visitor, "");
        Assert.Contains("Выберите, профили каких школ напечатать.", page.Body!.TextContent, StringComparison.Ordinal);
        await using var db = world.Portal.Open();
        Assert.False(await db.ProfileArchives.AnyAsync(a => a.ListId == world.Preliminary));
    }

    [Fact]
    public async Task A_municipality_without_a_listed_school_has_nothing_to_print()
    {
        await using var db = world.Portal.Open();
        var south = await db.Municipalities.Where(m => m.Name == TestRegion.South).Select(m => m.Id).SingleAsync();
        var visitor = await world.VisitAsync(TestRegion.Regional);
        var page = await BeginAsync(visitor, "listed", $"{south}");
        Assert.Contains("печатать нечего", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_printing_is_shown_may_be_given_up_and_keeps_a_second_one_waiting()
    {
        // First, so that the portal that starts with it does not find the archive and print it.
        var visitor = await world.VisitAsync(TestRegion.Regional);
        await using var db = world.Portal.Open();
        var list = await db.Lists.SingleAsync(l => l.Id == world.Draft);
        var archive = ProfileArchive.Begin(list, listedOnly: true, null, 2, Guid.Empty, DateTimeOffset.UtcNow).Archive!;
        db.ProfileArchives.Add(archive);
        await db.SaveChangesAsync();
        var page = await visitor.OpenAsync($"/lists/{world.Draft}/profiles");
        Assert.Equal("2", page.QuerySelector("progress")!.GetAttribute("max"));
        Assert.Null(page.QuerySelector("input[type=radio]"));

        page = await visitor.SubmitAsync(page, "form[action*='handler=Cancel']");
        Assert.Contains("От печати отказались", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ArchiveState.GivenUp, await db.ProfileArchives.AsNoTracking().Where(a => a.Id == archive.Id).Select(a => a.State).SingleAsync());
        Assert.NotNull(page.QuerySelector("input[type=radio]"));

        // What a stop of the portal left behind is not printed either once it is given up.
        await world.Portal.Services.GetRequiredService<ProfilePrinter>().PrintAsync(archive.Id, CancellationToken.None);
        Assert.Null((await db.ProfileArchives.AsNoTracking().SingleAsync(a => a.Id == archive.Id)).Size);
    }

    [Fact]
    public async Task A_printing_that_failed_says_why()
    {
        // First, so that the portal that starts with it does not find the archive and print it.
        var visitor = await world.VisitAsync(TestRegion.Regional);
        await using var db = world.Portal.Open();
        var list = await db.Lists.SingleAsync(l => l.Id == world.Approved);
        var archive = ProfileArchive.Begin(list, listedOnly: true, null, 1, Guid.Empty, DateTimeOffset.UtcNow).Archive!;
        db.ProfileArchives.Add(archive);
        await db.SaveChangesAsync();
        await world.Portal.Services.GetRequiredService<ProfilePrinter>().RefuseAsync(archive.Id, "Печать в PDF недоступна.", CancellationToken.None);
        var page = await visitor.OpenAsync($"/lists/{world.Approved}/profiles");
        Assert.Contains("Печать в PDF недоступна.", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href*='handler=Zip']"));
    }

    [Fact]
    public async Task The_archive_of_another_list_or_region_does_not_open()
    {
        await using var db = world.Portal.Open();
        var list = await db.Lists.SingleAsync(l => l.Id == world.Approved);
        var archive = ProfileArchive.Begin(list, listedOnly: true, null, 1, Guid.Empty, DateTimeOffset.UtcNow).Archive!;
        Assert.Null(archive.Finish(1, 1, DateTimeOffset.UtcNow));
        db.ProfileArchives.Add(archive);
        await db.SaveChangesAsync();
        db.Set<ProfileArchiveContent>().Add(new ProfileArchiveContent { ArchiveId = archive.Id, Bytes = [1] });
        await db.SaveChangesAsync();
        var (own, foreign) = (await world.VisitAsync(TestRegion.Regional), await world.VisitAsync(TestRegion.ForeignRegional));
        Assert.Equal(HttpStatusCode.OK, await own.StatusOfAsync($"/lists/{world.Approved}/profiles?handler=Zip&archive={archive.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await own.StatusOfAsync($"{Page}?handler=Zip&archive={archive.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync($"/lists/{world.Approved}/profiles?handler=Zip&archive={archive.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync($"/lists/{world.Approved}/profiles"));
    }

    [Fact]
    public async Task Only_the_region_is_shown_the_way_to_the_profiles()
    {
        var (region, observer) = (await world.VisitAsync(TestRegion.Regional), await world.VisitAsync(TestRegion.Observer));
        Assert.NotNull((await region.OpenAsync($"/lists/{world.Preliminary}")).QuerySelector($"a[href='{Page}']"));
        Assert.Null((await observer.OpenAsync($"/lists/{world.Preliminary}")).QuerySelector($"a[href='{Page}']"));
    }

    private async Task<IDocument> BeginAsync(Visitor visitor, string which, string municipality = "") =>
        await visitor.SubmitAsync(await visitor.OpenAsync(Page), "main form[method=post]", new() { ["Form.Which"] = which, ["Form.Municipality"] = municipality });

    private async Task<IDocument> EndAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync(Page);
        for (var i = 0; i < 600 && page.QuerySelector("progress") is not null; i++)
        {
            await Task.Delay(200);
            page = await visitor.OpenAsync(Page);
        }

        return page;
    }

    private async Task ExpireAsync()
    {
        await using var db = world.Portal.Open();
        var past = DateTimeOffset.UtcNow.AddMinutes(-1);
        await db.ProfileArchives.Where(a => a.ListId == world.Preliminary).ExecuteUpdateAsync(s => s.SetProperty(a => a.ExpiresAt, past));
    }
}
