using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Monitoring;

/// <summary>Working groups, meetings, protocols and decisions over real HTTP, as every role.</summary>
public sealed class MeetingPagesTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 протокол"u8];
    private readonly Portal portal = new();

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task A_municipality_holds_a_meeting_and_its_decisions_are_due_until_they_are_done()
    {
        var municipality = await portal.VisitAsync(TestRegion.Municipal);
        var (group, meeting) = await MeetAsync(municipality);
        var page = await municipality.OpenAsync($"/meetings/{meeting}");

        // A term that is not understood asks for a date; one that is understood has it.
        page = await municipality.SubmitAsync(page, "#decide", Decision("как получится"));
        Assert.Contains("укажите дату", page.Body!.TextContent, StringComparison.Ordinal);
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        page = await municipality.SubmitAsync(page, "#decide", Decision($"до {today:dd.MM.yyyy}"));
        Assert.Contains("Решение добавлено", page.Body!.TextContent, StringComparison.Ordinal);

        // The municipality is reminded, schools are not.
        Assert.NotNull((await municipality.OpenAsync("/")).QuerySelector($"a[href='/meetings/{meeting}']"));
        Assert.Null((await (await portal.VisitAsync(TestRegion.Principal)).OpenAsync("/")).QuerySelector($"a[href='/meetings/{meeting}']"));
        Assert.Null((await (await portal.VisitAsync(TestRegion.Regional)).OpenAsync("/")).QuerySelector($"a[href='/meetings/{meeting}']"));

        page = await municipality.SubmitAsync(await municipality.OpenAsync($"/meetings/{meeting}"), "#done-1", new() { ["Form.Note"] = "Срез проведён" });
        Assert.Contains("выполнено", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await municipality.OpenAsync("/")).QuerySelector($"a[href='/meetings/{meeting}']"));

        // The signed protocol, and the one to be signed with its usual parts.
        page = await municipality.SubmitAsync(page, "#attach", new(), ("Form.File", "протокол.pdf", Pdf));
        var file = page.QuerySelector("a[href^='/files/']")!.GetAttribute("href")!;
        var text = OfficeFiles.TextOf(await municipality.DownloadAsync($"/meetings/{meeting}?handler=Docx"));
        foreach (var part in new[] { "ПРОТОКОЛ", "№ 3", "Присутствовали: 7 человек", "Петрова П. П., методист", "Повестка дня", "О ходе программы", "Решили", "Провести срез", "Председатель", "Секретарь" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        // A stranger's meeting and protocol are 404.
        foreach (var stranger in new[] { TestRegion.OtherMunicipal, TestRegion.ForeignRegional })
        {
            var other = await portal.VisitAsync(stranger);
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync($"/meetings/{meeting}"));
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync($"/meetings/groups/{group}"));
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync(file));
        }
    }

    [Fact]
    public async Task Names_of_members_are_seen_by_those_who_call_the_group_together_and_never_in_the_journal()
    {
        var municipality = await portal.VisitAsync(TestRegion.Municipal);
        var (group, meeting) = await MeetAsync(municipality);
        Assert.Contains("Петрова П. П.", (await municipality.OpenAsync($"/meetings/groups/{group}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Петрова П. П.", (await (await portal.VisitAsync(TestRegion.Regional)).OpenAsync($"/meetings/groups/{group}")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var reader in new[] { TestRegion.Principal, TestRegion.Curator })
        {
            var visitor = await portal.VisitAsync(reader);
            Assert.DoesNotContain("Петрова", (await visitor.OpenAsync($"/meetings/groups/{group}")).Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Петрова", OfficeFiles.TextOf(await visitor.DownloadAsync($"/meetings/{meeting}?handler=Docx")), StringComparison.Ordinal);
            Assert.Empty((await visitor.OpenAsync($"/meetings/{meeting}")).QuerySelectorAll("main form"));
        }

        await using var db = portal.Open();
        var written = await db.Audit.Where(a => a.Subject == "GroupMember").Select(a => a.New).ToListAsync();
        Assert.NotEmpty(written);
        Assert.All(written, w => Assert.DoesNotContain("Петрова", w, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_municipality_does_not_change_the_groups_of_the_region()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var (group, meeting) = await MeetAsync(region);
        var municipality = await portal.VisitAsync(TestRegion.Municipal);
        Assert.Empty((await municipality.OpenAsync($"/meetings/{meeting}")).QuerySelectorAll("main form"));
        Assert.Empty((await municipality.OpenAsync($"/meetings/groups/{group}")).QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, await municipality.StatusOfAsync($"/meetings/{meeting}/edit"));
    }

    private static Dictionary<string, string> Decision(string term) => new(StringComparer.Ordinal) { ["Form.Text"] = "Провести срез", ["Form.Responsible"] = "школы", ["Form.Term"] = term };

    private static async Task<(int Group, int Meeting)> MeetAsync(Visitor visitor)
    {
        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/meetings/groups/new"), "main form", new() { ["Form.Name"] = "Поддержка школ", ["Form.Basis"] = "приказ № 12" });
        var group = IdOf(page);
        page = await visitor.SubmitAsync(page, "#add", new() { ["Form.Name"] = "Петрова П. П.", ["Form.Post"] = "методист" });
        Assert.Contains("Участник добавлен", page.Body!.TextContent, StringComparison.Ordinal);
        var day = DateTime.UtcNow.AddDays(-3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        page = await visitor.SubmitAsync(await visitor.OpenAsync($"/meetings/new?group={group}"), "main form", new()
        {
            ["Form.Date"] = day, ["Form.Present"] = "7", ["Form.Agenda"] = "О ходе программы\nРазное", ["Form.ProtocolNumber"] = "3", ["Form.ProtocolDate"] = day,
        });
        return (group, IdOf(page));
    }

    private static int IdOf(IDocument page) => int.Parse(new Uri(page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
}
