using Ical.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EffectiveSchool.Web.Tests.Reminders;

/// <summary>The personal calendar: issued and revoked on the page, fetched by programs without signing in.</summary>
public sealed class CalendarTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly SetClock Clock = new() { Now = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(7)) };

    [Fact]
    public async Task The_calendar_holds_the_dates_of_its_person_and_no_others()
    {
        await using var running = portal.WithReports(1, Clock);
        var stranger = Visit(running);
        var own = Calendar.Load(await stranger.Http.GetStringAsync(await IssueAsync(running, TestRegion.Principal)))!;
        var report = Assert.Single(own.Events);
        Assert.Equal((GivenReports.Title, new DateOnly(2026, 11, 17), true), (report.Summary, report.DtStart!.Date, report.IsAllDay));
        Assert.Contains(TestRegion.OwnSchool, report.Description, StringComparison.Ordinal);
        Assert.StartsWith("https://portal.test/schools/", report.Url!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Asia/Novosibirsk", Assert.Single(own.TimeZones).TzId);

        // The municipality hears of a school that is 8 days late, not of one that has a month.
        var north = Calendar.Load(await stranger.Http.GetStringAsync(await IssueAsync(running, TestRegion.Municipal)))!;
        Assert.Equal(report.Uid, Assert.Single(north.Events).Uid);
        Assert.Empty(Calendar.Load(await stranger.Http.GetStringAsync(await IssueAsync(running, TestRegion.ForeignRegional)))!.Events);
        Assert.Empty(Calendar.Load(await stranger.Http.GetStringAsync(await IssueAsync(running, TestRegion.Administrator)))!.Events);
    }

    [Fact]
    public async Task It_is_served_as_a_calendar_that_nobody_else_keeps()
    {
        await using var running = portal.WithReports(1, Clock);
        using var answer = await Visit(running).Http.GetAsync(await IssueAsync(running, TestRegion.Curator));
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_new_address_ends_the_former_and_a_revoked_one_is_not_found()
    {
        await using var running = portal.WithReports(1, Clock);
        var stranger = Visit(running);
        var first = await IssueAsync(running, TestRegion.OtherMunicipal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stranger, first));
        var second = await IssueAsync(running, TestRegion.OtherMunicipal);
        Assert.NotEqual(first, second);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(stranger, first), await StatusAsync(stranger, second)));

        var person = Visit(running);
        await person.SignInAsync(TestRegion.OtherMunicipal, TestRegion.Password);
        var page = await person.SubmitAsync(await person.OpenAsync("/account/reminders"), "form[action*=Revoke]");
        Assert.Contains("отозвана", page.QuerySelector(".note-done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, second));
    }

    [Fact]
    public async Task The_address_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var running = portal.WithReports(1, Clock);
        var person = Visit(running);
        await person.SignInAsync(TestRegion.Regional, TestRegion.Password);
        var link = await IssueAsync(person);
        Assert.Matches("^/calendar/[0-9a-f]{64}\\.ics$", link.ToString());
        Assert.Null((await person.OpenAsync("/account/reminders")).QuerySelector("#calendar-link"));

        var secret = link.ToString()["/calendar/".Length..^".ics".Length];
        await using var db = portal.Open();
        var kept = await db.ReminderSettings.SingleAsync(s => db.Users.Any(u => u.Id == s.UserId && u.Email == TestRegion.Regional));
        Assert.Matches("^[0-9a-f]{64}$", kept.CalendarSha256);
        Assert.NotEqual(secret, kept.CalendarSha256);
        var written = await db.Audit.Where(a => a.SubjectId == kept.UserId.ToString()).ToListAsync();
        Assert.Contains(written, a => a.New!.Contains("CalendarIssuedAt", StringComparison.Ordinal));
        Assert.DoesNotContain(written, a => (a.Old + a.New).Contains(kept.CalendarSha256!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_calendar_of_a_closed_account_is_not_found()
    {
        await using var running = portal.WithReports(1, Clock);
        var link = await IssueAsync(running, TestRegion.Observer);
        await using var db = portal.Open();
        await db.Users.Where(u => u.Email == TestRegion.Observer).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsClosed, true));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Visit(running), link));
        await db.Users.Where(u => u.Email == TestRegion.Observer).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsClosed, false));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Visit(running), link));
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_wait()
    {
        await using var running = portal.WithWebHostBuilder(b => b.UseSetting("Calendar:PerMinute", "3"));
        var stranger = Visit(running);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            answers.Add(await stranger.StatusOfAsync("/calendar/unknown.ics"));
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.OK, await stranger.StatusOfAsync("/sign-in"));
    }

    private static async Task<Uri> IssueAsync(WebApplicationFactory<Program> running, string email)
    {
        var person = Visit(running);
        await person.SignInAsync(email, TestRegion.Password);
        return await IssueAsync(person);
    }

    private static async Task<Uri> IssueAsync(Visitor person)
    {
        var page = await person.SubmitAsync(await person.OpenAsync("/account/reminders"), "form[action*=Issue]");
        var link = page.QuerySelector("#calendar-link")!.TextContent;
        Assert.StartsWith("https://portal.test/", link, StringComparison.Ordinal);
        return new Uri(new Uri(link).AbsolutePath, UriKind.Relative);
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, Uri address)
    {
        using var answer = await visitor.Http.GetAsync(address);
        return answer.StatusCode;
    }

    private static Visitor Visit(WebApplicationFactory<Program> running) =>
        new(running.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") }));
}
