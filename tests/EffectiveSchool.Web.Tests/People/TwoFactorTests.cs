using Microsoft.AspNetCore.Hosting;

namespace EffectiveSchool.Web.Tests.People;

/// <summary>The second step of signing in: on, used, lost, off.</summary>
public sealed class TwoFactorTests(Portal portal) : IClassFixture<Portal>
{
    private const string Page = "/account/two-factor";

    [Fact]
    public async Task With_the_second_step_a_password_alone_opens_nothing_and_the_code_opens_the_page_asked_for()
    {
        var (_, secret, codes) = await EnableAsync(TestRegion.Regional);
        Assert.Equal(10, codes.Distinct(StringComparer.Ordinal).Count());

        var visitor = await portal.VisitAsync();
        var step = await PasswordAsync(visitor, TestRegion.Regional, "/sign-in?from=/schools");
        Assert.Equal("Код подтверждения", step.Heading());
        Assert.Equal("Вход в портал", (await visitor.OpenAsync("/")).Heading());
        var inside = await visitor.SubmitAsync(step, "main form", new() { ["Code"] = Totp.Now(secret) });
        Assert.Equal("/schools", new Uri(inside.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_recovery_code_replaces_the_telephone_once()
    {
        var (_, _, codes) = await EnableAsync(TestRegion.Municipal);
        var visitor = await portal.VisitAsync();
        var inside = await visitor.SubmitAsync(await PasswordAsync(visitor, TestRegion.Municipal), "main form", new() { ["Code"] = codes[3].ToLowerInvariant() });
        Assert.Equal("Обзор", inside.Heading());
        Assert.Contains("Осталось запасных кодов: 9", (await visitor.OpenAsync(Page)).Body!.TextContent, StringComparison.Ordinal);

        var again = await portal.VisitAsync();
        var refused = await again.SubmitAsync(await PasswordAsync(again, TestRegion.Municipal), "main form", new() { ["Code"] = codes[3] });
        Assert.Contains("Код неверен", refused.Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestRegion.Curator, "000000")]
    [InlineData(TestRegion.Observer, "AAAAA-BBBBB")]
    [InlineData(TestRegion.OtherMunicipal, "not a code at all")]
    public async Task Five_wrong_codes_lock_the_account_also_for_the_right_one(string email, string wrong)
    {
        var (_, secret, _) = await EnableAsync(email);
        var visitor = await portal.VisitAsync();
        var step = await PasswordAsync(visitor, email);
        for (var i = 0; i < 5; i++)
        {
            step = await visitor.SubmitAsync(step, "main form", new() { ["Code"] = wrong });
        }

        Assert.Contains("Вход закрыт на 15 минут", step.Said(), StringComparison.Ordinal);
        var right = await visitor.SubmitAsync(step, "main form", new() { ["Code"] = Totp.Now(secret) });
        Assert.Contains("Вход закрыт на 15 минут", right.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_turned_off_with_a_code_only_and_an_administrator_resets_it_with_a_line_in_the_journal()
    {
        var (person, secret, _) = await EnableAsync(TestRegion.Principal);
        Assert.Contains("Код неверен", (await SendAsync(person, "Off", "000000")).Said(), StringComparison.Ordinal);
        var off = await SendAsync(person, "Off", Totp.Now(secret));
        Assert.Contains("выключен", off.Said(), StringComparison.Ordinal);

        await EnableAsync(TestRegion.Principal);
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var reset = await admin.SubmitAsync(await admin.PageOfAsync(TestRegion.Principal), "form[action*=ResetTwoFactor]");
        Assert.Contains("сброшен", reset.Said(), StringComparison.Ordinal);
        Assert.Equal("Обзор", (await (await portal.VisitAsync(TestRegion.Principal)).OpenAsync("/")).Heading());
        var journal = await admin.OpenAsync("/admin/journal?subject=PortalUser&id=" + reset.Url.Split('/')[^1]);
        Assert.Contains("сброшен вход с кодом", journal.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Вход с кодом:", journal.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_secret_nor_a_recovery_code_stands_in_the_table_as_it_is()
    {
        var (_, secret, codes) = await EnableAsync(TestRegion.ForeignRegional);
        await using var db = portal.Open();
        var values = await db.UserTokens.Where(t => db.Users.Any(u => u.Id == t.UserId && u.Email == TestRegion.ForeignRegional)).Select(t => t.Value!).ToListAsync();
        Assert.Equal(2, values.Count);
        Assert.All(values, v => Assert.DoesNotContain(codes.Append(secret.Replace(" ", "", StringComparison.Ordinal)), c => v.Contains(c, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_the_installation_demands_it_those_who_keep_lists_and_accounts_turn_it_on_first()
    {
        await using var strict = portal.WithWebHostBuilder(b => b.UseSetting("SignIn:RequireTwoFactor", "true"));
        var admin = new Visitor(strict.CreateClient(new() { BaseAddress = new Uri("https://localhost") }));
        await admin.SignInAsync(TestRegion.Administrator, TestRegion.Password);
        var asked = await admin.OpenAsync("/admin");
        Assert.Equal("Вход с кодом", asked.Heading());
        Assert.Contains("обязателен", asked.Body!.TextContent, StringComparison.Ordinal);
        var (_, _, codes) = await EnableAsync(admin);
        Assert.Equal("Управление", (await admin.OpenAsync("/admin")).Heading());
        Assert.Null((await admin.OpenAsync(Page)).QuerySelector("button[formaction*=Off]"));
        Assert.Contains("выключить его нельзя", (await SendAsync(admin, "Off", codes[0])).Said(), StringComparison.Ordinal);

        // The other tests need an administrator who signs in by a password alone.
        await using var db = portal.Open();
        await db.Users.Where(u => u.Email == TestRegion.Administrator).ExecuteUpdateAsync(u => u.SetProperty(x => x.TwoFactorEnabled, false));
    }

    private static async Task<IDocument> PasswordAsync(Visitor visitor, string email, string address = "/sign-in") =>
        await visitor.SubmitAsync(await visitor.OpenAsync(address), "form[method=post]", new() { ["Form.Email"] = email, ["Form.Password"] = TestRegion.Password });

    private async Task<(Visitor Person, string Secret, IReadOnlyList<string> Codes)> EnableAsync(string email) => await EnableAsync(await portal.VisitAsync(email));

    private static async Task<(Visitor Person, string Secret, IReadOnlyList<string> Codes)> EnableAsync(Visitor person)
    {
        var page = await person.SubmitAsync(await person.OpenAsync(Page), "form[action*=Begin]");
        var secret = page.QuerySelector(".secret-text")!.TextContent;
        Assert.StartsWith("M4 4h7", page.QuerySelector("svg.qr path")!.GetAttribute("d"), StringComparison.Ordinal);
        Assert.StartsWith("otpauth://totp/", page.QuerySelector(".secret a")!.GetAttribute("href"), StringComparison.Ordinal);
        var wrong = await person.SubmitAsync(page, "form[action*=Confirm]", new() { ["Code"] = "12345" });
        Assert.Contains("Код неверен", wrong.Said(), StringComparison.Ordinal);
        var done = await person.SubmitAsync(wrong, "form[action*=Confirm]", new() { ["Code"] = Totp.Now(secret) });
        return (person, secret, [.. done.QuerySelectorAll(".recovery li").Select(c => c.TextContent)]);
    }

    private static async Task<IDocument> SendAsync(Visitor person, string handler, string code)
    {
        var page = await person.OpenAsync(Page);
        page.QuerySelector("main form")!.SetAttribute("action", $"{Page}?handler={handler}");
        return await person.SubmitAsync(page, "main form", new() { ["Code"] = code });
    }
}
