using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Benchmarks.Harness;

/// <summary>The portal on a real port of this machine, as in production, with the cookies of a signed-in coordinator.</summary>
internal sealed partial class BenchPortal(PortalServer server) : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    // The factory would look for the sources of the portal beside a solution; what it serves lies in this program's folder.
    static BenchPortal() => Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_EFFECTIVESCHOOL_WEB", AppContext.BaseDirectory);

    public HttpClient Http { get; private set; } = null!;

    public static async Task<BenchPortal> StartAsync(PortalServer server)
    {
        var portal = new BenchPortal(server);
        portal.UseKestrel(0);
        portal.StartServer();
        portal.Http = Load.Client(portal.ClientOptions.BaseAddress);
        await portal.SignInAsync();
        return portal;
    }

    /// <summary>Fills in the one form of a page and sends it; where it leads to.</summary>
    public async Task<Uri> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(await TextAsync(page), action, fields);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? answer.Headers.Location!
            : throw new InvalidOperationException($"{action} → {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Sends a form of a page that was opened already.</summary>
    public async Task<HttpResponseMessage> PostAsync(string html, string action, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent([
                .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
                KeyValuePair.Create("__RequestVerificationToken", Token().Match(html).Groups["token"].Value),
            ]),
        };
        var answer = await Http.SendAsync(request);
        Keep(answer);
        return answer;
    }

    public async Task<string> TextAsync(string page)
    {
        using var answer = await Http.GetAsync(new Uri(page, UriKind.Relative));
        Keep(answer);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("ConnectionStrings:Portal", server.Connections.App)
        .UseSetting("ConnectionStrings:PortalOwner", server.Connections.Owner)

        // A production portal stands behind https; load of this machine upon itself does without.
        .ConfigureServices(services => services.PostConfigure<AntiforgeryOptions>(o => o.Cookie.SecurePolicy = CookieSecurePolicy.None));

    protected override void Dispose(bool disposing)
    {
        Http?.Dispose();
        base.Dispose(disposing);
    }

    private Task SignInAsync() => SendAsync("/sign-in", "/sign-in", ("Form.Email", PortalServer.Email), ("Form.Password", PortalServer.Password));

    /// <summary>By hand: the cookies are for https alone, and this is http on one machine.</summary>
    private void Keep(HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        Http.DefaultRequestHeaders.Remove("Cookie");
        Http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
