using EffectiveSchool.Data.Users;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Web.Tests.Walks;

/// <summary>The portal lets in exactly whom the written table lets in: every endpoint, every handler, every role.</summary>
public sealed class AccessTests(FilledPortal world) : IClassFixture<FilledPortal>
{
    public static TheoryData<PortalRole?> Visitors { get; } = [null, .. Enum.GetValues<PortalRole>().Select(r => (PortalRole?)r)];

    [Fact]
    public async Task Every_endpoint_and_handler_is_in_the_table_once_and_nothing_else_is()
    {
        var written = AccessTable.Read().Select(l => l.Key).ToList();
        Assert.Equal(written.Distinct(StringComparer.Ordinal), written);
        var real = await EndpointsAsync();
        Assert.True(
            real.ToHashSet(StringComparer.Ordinal).SetEquals(written),
            $"Not in the table: {string.Join("; ", real.Except(written, StringComparer.Ordinal))}\nIn the table only: {string.Join("; ", written.Except(real, StringComparer.Ordinal))}");
    }

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task A_role_is_let_in_exactly_where_the_table_says(PortalRole? role)
    {
        var passport = await Passport.OfAsync(world.Portal, role);
        var surprises = new List<string>();

        // Reading first: what is posted may change what there is to read.
        foreach (var line in AccessTable.Read().OrderBy(l => l.Method == "POST"))
        {
            var address = world.AddressOf(line.Route) + (line.Handler == "-" ? "" : "?handler=" + line.Handler);
            using var answer = await passport.SendAsync(line.Method == "POST" ? HttpMethod.Post : HttpMethod.Get, address);
            if (Surprise(line, role, answer) is { } surprise)
            {
                surprises.Add($"{role?.ToString() ?? "stranger"}: {line.Key} → {(int)answer.StatusCode} {answer.Headers.Location}: {surprise}");
            }
        }

        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
    }

    private static string? Surprise(AccessLine line, PortalRole? role, HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode >= 500)
        {
            return "a fault";
        }

        var refused = Passport.AsksToSignIn(answer) || answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
        if (line.Anonymous || (role is { } known && line.Roles.Contains(known)))
        {
            return refused ? "should be let in" : null;
        }

        return role is null
            ? Passport.AsksToSignIn(answer) ? null : "should be led to the sign-in"
            : answer.StatusCode == HttpStatusCode.Forbidden ? null : "should be refused";
    }

    /// <summary>Every endpoint as the table writes it; a page answers GET even where it has no handler for it.</summary>
    private async Task<List<string>> EndpointsAsync()
    {
        var services = world.Portal.Services;
        var loader = services.GetRequiredService<PageLoader>();
        var found = new List<string>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var handlers = (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods;
                found.AddRange(handlers.Select(h => $"{h.HttpMethod.ToUpperInvariant()} {route} {h.Name ?? "-"}").Append($"GET {route} -").Distinct(StringComparer.Ordinal));
                continue;
            }

            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
            found.AddRange((methods is { Count: > 0 } named ? named : ["ANY"]).Select(m => $"{m} {route} -"));
        }

        return found;
    }
}
