using AngleSharp.Html.Parser;
using EffectiveSchool.Data.Users;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EffectiveSchool.Web.Tests.Walks;

/// <summary>A person whose cookies never change, whatever the answers say: a walk must not sign itself out.</summary>
public sealed class Passport
{
    private readonly HttpClient _http;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private string _token = "";

    private Passport(HttpClient http) => _http = http;

    public static string EmailOf(PortalRole role) => role switch
    {
        PortalRole.Administrator => TestRegion.Administrator,
        PortalRole.RegionalCoordinator => TestRegion.Regional,
        PortalRole.MunicipalCoordinator => TestRegion.Municipal,
        PortalRole.Curator => TestRegion.Curator,
        PortalRole.Principal => TestRegion.Principal,
        _ => TestRegion.Observer,
    };

    /// <summary>Signs in as somebody of the role, or stays a stranger.</summary>
    public static async Task<Passport> OfAsync(Portal portal, PortalRole? role)
    {
        var passport = new Passport(portal.CreateClient(new WebApplicationFactoryClientOptions
        {
            BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false, HandleCookies = false,
        }));
        await passport.LearnAsync("/sign-in");
        if (role is { } known)
        {
            using var signedIn = await passport.SendAsync(HttpMethod.Post, "/sign-in", new() { ["Form.Email"] = EmailOf(known), ["Form.Password"] = TestRegion.Password });
            Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
            passport.Keep(signedIn);
            await passport.LearnAsync("/account/password");
        }

        return passport;
    }

    /// <summary>Sends a request; a POST carries a valid antiforgery token.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, Dictionary<string, string>? form = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string>(form ?? [], StringComparer.Ordinal) { ["__RequestVerificationToken"] = _token });
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Whether the answer asks to sign in.</summary>
    public static bool AsksToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect
        && answer.Headers.Location!.ToString().Contains("/sign-in?from=", StringComparison.OrdinalIgnoreCase);

    private async Task LearnAsync(string address)
    {
        using var page = await SendAsync(HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Keep(page);
        using var html = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        _token = html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private void Keep(HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }
    }
}
