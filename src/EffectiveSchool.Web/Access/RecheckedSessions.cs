using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EffectiveSchool.Web.Access;

/// <summary>
/// Whose sessions are compared with the database at their next request instead of within a minute: an account that was
/// closed or given other rights loses the old ones at once. Of several portals on one database the others need the minute.
/// </summary>
public sealed class RecheckedSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _since = new();

    public void Recheck(Guid userId) => _since[userId] = clock.GetUtcNow();

    /// <summary>Whether the cookie is older than the last change of its owner.</summary>
    public bool Needs(CookieValidatePrincipalContext context) =>
        Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && _since.TryGetValue(id, out var since)
        && context.Properties.IssuedUtc <= since;
}
