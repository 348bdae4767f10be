using System.Security.Claims;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Scope;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Access;

/// <summary>Sets the scope of the request from the cookie and keeps one connection that carries it.</summary>
public sealed class ScopeMiddleware(RequestDelegate next)
{
    private static readonly PathString ChangePassword = "/account/password";

    public async Task InvokeAsync(HttpContext http, CurrentAccess access, PortalDb db)
    {
        if (http.User.Identity?.IsAuthenticated != true)
        {
            await next(http);
            return;
        }

        if (http.User.HasClaim(c => c.Type == PortalClaims.MustChangePassword) && http.Request.Path != ChangePassword && http.Request.Path != "/sign-out")
        {
            http.Response.Redirect(ChangePassword);
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
}
