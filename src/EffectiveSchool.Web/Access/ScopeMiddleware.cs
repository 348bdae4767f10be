using System.Security.Claims;
using EffectiveSchool.Data.Scope;

namespace EffectiveSchool.Web.Access;

/// <summary>Sets the scope of the request from the cookie and keeps one connection that carries it.</summary>
public sealed class ScopeMiddleware(RequestDelegate next)
{
    private static readonly PathString ChangePassword = "/account/password";
    private static readonly PathString TwoFactor = "/account/two-factor";

    /// <summary>Pages that look up an account before anybody is signed in: they work as the portal itself, whoever opens them.</summary>
    private static readonly PathString[] ForStrangers = ["/sign-in", "/activate"];

    public async Task InvokeAsync(HttpContext http, CurrentAccess access, PortalDb db)
    {
        var path = http.Request.Path;
        if (http.User.Identity?.IsAuthenticated != true || Array.Exists(ForStrangers, p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase)))
        {
            await next(http);
            return;
        }

        if (MustGoTo(http.User) is { } page && path != page && path != "/sign-out")
        {
            http.Response.Redirect(page);
            return;
        }

        access.Scope = PortalClaims.ScopeOf(http.User);
        access.UserId = Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        await db.Database.OpenConnectionAsync(http.RequestAborted);
        try
        {
            await next(http);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>What the person has to do before anything else.</summary>
    private static PathString? MustGoTo(ClaimsPrincipal user) =>
        user.HasClaim(c => c.Type == PortalClaims.MustChangePassword) ? ChangePassword
        : user.HasClaim(c => c.Type == PortalClaims.MustEnableTwoFactor) ? TwoFactor
        : (PathString?)null;
}
