using EffectiveSchool.Data.Users;
using EffectiveSchool.Reports.Tests.Printing;

namespace EffectiveSchool.Web.Tests.People;

/// <summary>Activation links: from the slip to the first sign-in, and every way a link stops working.</summary>
public sealed class ActivationTests(Portal portal) : IClassFixture<Portal>
{
    private const string Own = "My-own-pass-1";

    [Fact]
    public async Task A_new_person_gets_a_slip_sets_a_password_and_signs_in_and_the_link_works_once()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        await AddAsync(admin, "fresh@test.local");
        Assert.Contains("ещё не задал пароль", (await admin.PageOfAsync("fresh@test.local")).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        var link = await admin.IssueAsync("fresh@test.local");

        var person = await portal.VisitAsync();
        var done = await person.ActivateAsync(link, Own);
        Assert.Equal(("Вход в портал", "Пароль задан. Войдите с ним."), (done.Heading(), done.Said()));
        await person.SignInAsync("fresh@test.local", Own);
        Assert.Equal("Обзор", (await person.OpenAsync("/")).Heading());

        var again = await (await portal.VisitAsync()).Http.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains("пароль уже задан", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_hash_is_kept_and_the_journal_knows_no_token()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var token = (await admin.IssueAsync(TestRegion.Curator)).Split('/')[^1];
        await using var db = portal.Open();
        var user = await db.Users.SingleAsync(u => u.Email == TestRegion.Curator);
        var link = await db.ActivationLinks.SingleAsync(l => l.UserId == user.Id && l.RevokedAt == null);
        Assert.Equal(ActivationLink.Hash(token.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)), link.TokenHash);
        Assert.Equal(ActivationLink.Lifetime, link.ExpiresAt - link.IssuedAt);
        Assert.Null(user.PasswordHash);
        var journal = await db.Audit.Where(a => a.SubjectId == user.Id.ToString()).ToListAsync();
        Assert.Contains(journal, a => a.Action == "выдана ссылка для пароля");
        Assert.DoesNotContain(journal, a => (a.New + a.Old + a.Reason).Contains(token[..5], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_slip_stops_the_former_link_and_the_password_and_a_revoked_one_stops_too()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var first = await admin.IssueAsync(TestRegion.OtherMunicipal);
        var second = await admin.IssueAsync(TestRegion.OtherMunicipal);
        var person = await portal.VisitAsync();
        Assert.Equal(HttpStatusCode.Gone, await person.StatusOfAsync(first));
        Assert.Equal(HttpStatusCode.OK, await person.StatusOfAsync(second));
        await person.SignInAsync(TestRegion.OtherMunicipal, TestRegion.Password);
        Assert.Equal("Вход в портал", (await person.OpenAsync("/")).Heading());

        var revoked = await admin.SubmitAsync(await admin.PageOfAsync(TestRegion.OtherMunicipal), "form[action*=RevokeLink]");
        Assert.Equal("Ссылка отозвана.", revoked.Said());
        Assert.Equal(HttpStatusCode.Gone, await person.StatusOfAsync(second));
    }

    [Fact]
    public async Task An_expired_link_and_one_of_a_closed_account_do_not_open()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var link = await admin.IssueAsync(TestRegion.Principal);
        var person = await portal.VisitAsync();
        var form = await person.OpenAsync(link);
        await ExpireAsync(TestRegion.Principal, DateTimeOffset.UtcNow.AddSeconds(-1));
        using var late = await person.SendAsync(form, "main form", new() { ["Form.Next"] = Own, ["Form.Repeat"] = Own });
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Contains("Срок ссылки истёк", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await ExpireAsync(TestRegion.Principal, DateTimeOffset.UtcNow.AddDays(1));
        await using (var db = portal.Open())
        {
            await db.Users.Where(u => u.Email == TestRegion.Principal).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsClosed, true));
        }

        Assert.Equal(HttpStatusCode.Gone, await person.StatusOfAsync(link));
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_leaves_the_link_usable()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var link = await admin.IssueAsync(TestRegion.Municipal);
        var person = await portal.VisitAsync();
        Assert.Contains("Пароль короче 10 знаков", (await person.ActivateAsync(link, "short")).Said(), StringComparison.Ordinal);
        Assert.Contains("не совпадают", (await person.SubmitAsync(await person.OpenAsync(link), "main form", new() { ["Form.Next"] = Own, ["Form.Repeat"] = "x" })).Said(), StringComparison.Ordinal);
        Assert.StartsWith("Пароль задан", (await person.ActivateAsync(link, Own)).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_send_one_link_at_once_set_one_password()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        await AddAsync(admin, "twice@test.local");
        var link = await admin.IssueAsync("twice@test.local");
        var visitors = new[] { await portal.VisitAsync(), await portal.VisitAsync(), await portal.VisitAsync() };
        var forms = new List<AngleSharp.Dom.IDocument>();
        foreach (var visitor in visitors)
        {
            forms.Add(await visitor.OpenAsync(link));
        }

        var answers = await Task.WhenAll(visitors.Zip(forms, (visitor, form) => visitor.SendAsync(form, "main form", new() { ["Form.Next"] = Own, ["Form.Repeat"] = Own })));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(2, answers.Count(a => a.StatusCode == HttpStatusCode.Gone));
    }

    [Fact]
    public async Task A_signed_in_person_can_open_the_link_of_another()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        await AddAsync(admin, "neighbour@test.local");
        var link = await admin.IssueAsync("neighbour@test.local");
        Assert.StartsWith("Пароль задан", (await admin.ActivateAsync(link, Own)).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slips_are_printed_as_pdf_of_the_same_links_and_not_for_another()
    {
        using var browser = await BrowserLock.AcquireAsync();
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        await AddAsync(admin, "paper@test.local");
        var slips = await admin.SubmitAsync(await admin.PageOfAsync("paper@test.local"), "form[action='/admin/users/slips']");
        var link = slips.QuerySelector(".slip-link")!.TextContent;
        using var pdf = await admin.SendAsync(slips, "form[action*=Pdf]");
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        var text = PdfText.Words((await PdfText.ReadAsync(await pdf.Content.ReadAsByteArrayAsync())).AllText);
        Assert.Contains("paper@test.local", text, StringComparison.Ordinal);
        Assert.Contains(link, text, StringComparison.Ordinal);

        var other = await portal.VisitAsync(TestRegion.Regional);
        var own = await other.OpenAsync("/account/password");
        using var body = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = own.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["sealed"] = slips.QuerySelector("input[name=sealed]")!.GetAttribute("value")!,
        });
        using var refused = await other.Http.PostAsync(new Uri("/admin/users/slips?handler=Pdf", UriKind.Relative), body);
        Assert.Equal("text/html", refused.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Guessing_links_closes_the_page_for_the_guesser()
    {
        await using var other = portal.WithWebHostBuilder(_ => { });
        using var http = other.CreateClient(new() { BaseAddress = new Uri("https://localhost") });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= Pages.Account.LinkGuesses.Most; i++)
        {
            using var answer = await http.GetAsync(new Uri($"/activate/wrong-{i}", UriKind.Relative));
            statuses.Add(answer.StatusCode);
        }

        Assert.All(statuses.SkipLast(1), s => Assert.Equal(HttpStatusCode.NotFound, s));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    private async Task ExpireAsync(string email, DateTimeOffset at)
    {
        await using var db = portal.Open();
        await db.ActivationLinks
            .Where(l => l.RevokedAt == null && db.Users.Any(u => u.Id == l.UserId && u.Email == email))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.ExpiresAt, at));
    }

    private async Task AddAsync(Visitor admin, string email)
    {
        await using var db = portal.Open();
        var region = await db.Regions.Where(r => r.Code == "90").Select(r => r.Id).SingleAsync();
        await admin.SubmitAsync(await admin.OpenAsync("/admin/users/new"), "main form:not([action])", new()
        {
            ["Account.Email"] = email,
            ["Form.Role"] = nameof(PortalRole.Observer),
            ["Form.DisplayName"] = "Проверочный",
            ["Form.RegionId"] = region.ToString(),
        });
    }
}
