using EffectiveSchool.Data.Users;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EffectiveSchool.Web.Tests;

/// <summary>Sessions: what ends them, what a cookie is, what a forged request meets.</summary>
public sealed class SessionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_lockout_survives_a_restart_of_the_portal()
    {
        var visitor = await portal.VisitAsync();
        var page = await visitor.OpenAsync("/sign-in");
        for (var i = 0; i < 5; i++)
        {
            await visitor.SubmitAsync(page, "form[method=post]", new() { ["Form.Email"] = TestRegion.OtherMunicipal, ["Form.Password"] = "no" });
        }

        await using var restarted = Restarted();
        var after = Visit(restarted);
        var answer = await after.SubmitAsync(
            await after.OpenAsync("/sign-in"), "form[method=post]", new() { ["Form.Email"] = TestRegion.OtherMunicipal, ["Form.Password"] = TestRegion.Password });
        Assert.Contains("Вход закрыт на 15 минут", answer.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_survives_a_restart_because_its_keys_are_in_the_database()
    {
        var visitor = await portal.VisitAsync();
        using var signedIn = await visitor.SendAsync(
            await visitor.OpenAsync("/sign-in"), "form[method=post]", new() { ["Form.Email"] = TestRegion.Regional, ["Form.Password"] = TestRegion.Password });
        var cookie = await CookieOfAsync(TestRegion.Regional);
        await using var restarted = Restarted();
        using var http = restarted.CreateClient(new() { BaseAddress = new Uri("https://localhost"), HandleCookies = false });
        http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookie);
        Assert.Contains("Обзор", await http.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("demoted")]
    [InlineData("reset")]
    public async Task An_open_session_ends_when_the_administrator_takes_the_access_away(string how)
    {
        await using var impatient = Restarted(("SignIn:StampInterval", "00:00:00"));
        var person = Visit(impatient);
        await person.SignInAsync(TestRegion.Observer, TestRegion.Password);
        Assert.NotNull((await person.OpenAsync("/")).QuerySelector("nav.menu"));

        var admin = Visit(impatient);
        await admin.SignInAsync(TestRegion.Administrator, TestRegion.Password);
        var user = await admin.OpenAsync("/admin/users/" + await IdOfAsync(TestRegion.Observer));
        await using (var db = portal.Open())
        {
            var north = await db.Municipalities.SingleAsync(m => m.Name == TestRegion.North);
            var south = await db.Municipalities.SingleAsync(m => m.Name == TestRegion.South);
            var current = await db.Users.SingleAsync(u => u.Email == TestRegion.Observer);
            var next = current.MunicipalityId == north.Id ? south : north;
            var page = how switch
            {
                "closed" => await admin.SubmitAsync(user, "form[action*=Close]"),
                "reset" => await admin.SubmitAsync(user, "form[action='/admin/users/slips']"),
                _ => await admin.SubmitAsync(user, "main form:not([action])", new() { ["Form.MunicipalityId"] = next.Id.ToString() }),
            };
            Assert.Null(page.QuerySelector(".note-refused"));
        }

        Assert.Equal("Вход в портал", (await person.OpenAsync("/")).QuerySelector("h1")!.TextContent);
        await using (var db = portal.Open())
        {
            await db.Users.Where(u => u.Email == TestRegion.Observer).ExecuteUpdateAsync(u => u
                .SetProperty(x => x.IsClosed, false)
                .SetProperty(x => x.MustChangePassword, false)
                .SetProperty(x => x.PasswordHash, db.Users.Where(o => o.Email == TestRegion.Regional).Select(o => o.PasswordHash).First()));
        }
    }

    [Fact]
    public async Task A_changed_name_alone_ends_no_session()
    {
        await using var impatient = Restarted(("SignIn:StampInterval", "00:00:00"));
        var person = Visit(impatient);
        await person.SignInAsync(TestRegion.Curator, TestRegion.Password);
        var admin = Visit(impatient);
        await admin.SignInAsync(TestRegion.Administrator, TestRegion.Password);
        await admin.SubmitAsync(await admin.OpenAsync("/admin/users/" + await IdOfAsync(TestRegion.Curator)), "main form:not([action])", new() { ["Form.DisplayName"] = "Куратор севера" });
        Assert.Contains("Куратор севера", (await person.OpenAsync("/")).QuerySelector(".who")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var left = await visitor.SubmitAsync(await visitor.OpenAsync("/"), "form[action='/sign-out']");
        Assert.Equal("Вход в портал", left.QuerySelector("h1")!.TextContent);
        Assert.Equal("Вход в портал", (await visitor.OpenAsync("/")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Every_cookie_is_secure_http_only_and_same_site()
    {
        using var http = portal.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        var cookies = (await CookiesOfSignInAsync(http)).ToList();
        Assert.Contains(cookies, c => c.StartsWith("portal=", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.Contains("Antiforgery", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", cookie);
        });
    }

    [Fact]
    public async Task In_development_over_http_the_cookie_is_not_secure_so_that_the_first_start_signs_in()
    {
        await using var development = portal.WithWebHostBuilder(b => b.UseEnvironment("Development"));
        using var http = development.CreateClient(new() { BaseAddress = new Uri("http://localhost"), AllowAutoRedirect = false });
        Assert.All(await CookiesOfSignInAsync(http), cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_post_without_a_token_is_400()
    {
        var visitor = await portal.VisitAsync(TestRegion.Administrator);
        foreach (var address in new[] { "/sign-out", "/account/password", "/admin/users/new" })
        {
            using var empty = new FormUrlEncodedContent([]);
            using var answer = await visitor.Http.PostAsync(new Uri(address, UriKind.Relative), empty);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_sign_in_never_leads_out_of_the_portal(string from)
    {
        var visitor = await portal.VisitAsync();
        var page = await visitor.OpenAsync("/sign-in?from=" + Uri.EscapeDataString(from));
        using var answer = await visitor.SendAsync(page, "form[method=post]", new() { ["Form.Email"] = TestRegion.Regional, ["Form.Password"] = TestRegion.Password });
        Assert.Equal("https://localhost/", answer.RequestMessage!.RequestUri!.ToString());
    }

    [Fact]
    public async Task A_closed_person_gets_the_same_sentence_as_a_wrong_password()
    {
        await using (var db = portal.Open())
        {
            await db.Users.Where(u => u.Email == TestRegion.Principal).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsClosed, true));
        }

        var visitor = await portal.VisitAsync();
        var page = await visitor.SubmitAsync(
            await visitor.OpenAsync("/sign-in"), "form[method=post]", new() { ["Form.Email"] = TestRegion.Principal, ["Form.Password"] = TestRegion.Password });
        Assert.Equal("Почта или пароль указаны неверно.", page.QuerySelector(".note-refused")!.TextContent.Trim());
    }

    private static Visitor Visit(WebApplicationFactory<Program> factory) =>
        new(factory.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = true }));

    private static async Task<IEnumerable<string>> CookiesOfSignInAsync(HttpClient http)
    {
        var visitor = new Visitor(http);
        using var form = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        using var answer = await visitor.SendAsync(
            await visitor.OpenAsync("/sign-in"), "form[method=post]", new() { ["Form.Email"] = TestRegion.Regional, ["Form.Password"] = TestRegion.Password });
        return form.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();
    }

    private async Task<string> CookieOfAsync(string email)
    {
        using var http = portal.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        var visitor = new Visitor(http);
        using var answer = await visitor.SendAsync(
            await visitor.OpenAsync("/sign-in"), "form[method=post]", new() { ["Form.Email"] = email, ["Form.Password"] = TestRegion.Password });
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal=", StringComparison.Ordinal)).Split(';')[0];
    }

    private async Task<Guid> IdOfAsync(string email)
    {
        await using var db = portal.Open();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    /// <summary>The portal started once more on the same database.</summary>
    private WebApplicationFactory<Program> Restarted(params (string Key, string Value)[] settings) => portal.WithWebHostBuilder(builder =>
    {
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
    });
}
