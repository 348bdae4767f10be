namespace EffectiveSchool.Web.Tests;

public sealed class SignInTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(TestRegion.Administrator)]
    [InlineData(TestRegion.Regional)]
    [InlineData(TestRegion.Municipal)]
    [InlineData(TestRegion.Curator)]
    [InlineData(TestRegion.Principal)]
    [InlineData(TestRegion.Observer)]
    public async Task Every_role_signs_in_and_sees_the_overview(string email)
    {
        var visitor = await portal.VisitAsync(email);
        var page = await visitor.OpenAsync("/");
        Assert.Equal("Обзор", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_and_back()
    {
        var visitor = await portal.VisitAsync();
        var page = await visitor.OpenAsync("/account/password");
        Assert.Equal("Вход в портал", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/account/password", page.QuerySelector("input[name=From]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Over_plain_http_the_sign_in_page_opens_and_asks_for_https()
    {
        var visitor = await portal.VisitAsync();
        Assert.Contains("начинается с https", (await visitor.OpenAsync("http://localhost/sign-in")).QuerySelector("main p[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await visitor.OpenAsync("https://localhost/sign-in")).QuerySelector("main [role=alert]"));
    }

    [Fact]
    public async Task A_wrong_password_and_a_wrong_address_get_the_same_sentence()
    {
        var visitor = await portal.VisitAsync();
        var page = await visitor.OpenAsync("/sign-in");
        var wrongPassword = await visitor.SubmitAsync(page, "form[method=post]", new() { ["Form.Email"] = TestRegion.Observer, ["Form.Password"] = "no" });
        var wrongAddress = await visitor.SubmitAsync(page, "form[method=post]", new() { ["Form.Email"] = "nobody@test.local", ["Form.Password"] = "no" });
        Assert.Equal("Почта или пароль указаны неверно.", wrongPassword.QuerySelector(".note-refused")!.TextContent.Trim());
        Assert.Equal(wrongPassword.QuerySelector(".note-refused")!.TextContent, wrongAddress.QuerySelector(".note-refused")!.TextContent);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_also_for_the_right_one()
    {
        var visitor = await portal.VisitAsync();
        var page = await visitor.OpenAsync("/sign-in");
        for (var i = 0; i < 5; i++)
        {
            await visitor.SubmitAsync(page, "form[method=post]", new() { ["Form.Email"] = TestRegion.OtherMunicipal, ["Form.Password"] = "no" });
        }

        var right = await visitor.SubmitAsync(page, "form[method=post]", new() { ["Form.Email"] = TestRegion.OtherMunicipal, ["Form.Password"] = TestRegion.Password });
        Assert.Contains("Вход закрыт на 15 минут", right.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_response_carries_a_policy_without_unsafe_inline()
    {
        var visitor = await portal.VisitAsync();
        foreach (var address in new[] { "/sign-in", "/no-such-page", "/css/portal.css", "/schools" })
        {
            using var response = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_address_is_404_with_a_russian_page()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync("/no-such-page"));
    }
}
