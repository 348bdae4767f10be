using System.Globalization;
using System.Security.Claims;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EffectiveSchool.Web.Access;

/// <summary>Writes role and scope into the cookie at sign-in; a change of either renews the security stamp.</summary>
public sealed class PortalClaims(UserManager<PortalUser> users, IOptions<IdentityOptions> options, SignInRules rules)
    : UserClaimsPrincipalFactory<PortalUser>(users, options)
{
    public const string DisplayName = "portal:name";
    public const string MustChangePassword = "portal:must-change-password";
    public const string MustEnableTwoFactor = "portal:must-enable-two-factor";
    private const string Kind = "portal:scope";
    private const string Region = "portal:region";
    private const string Municipality = "portal:municipality";
    private const string School = "portal:school";
    private const string ReadOnly = "portal:read-only";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var scope = user.Scope;
        identity.AddClaim(new Claim(identity.RoleClaimType, user.Role.ToString()));
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(Kind, scope.Kind.ToString()));
        AddNumber(identity, Region, scope.RegionId);
        AddNumber(identity, Municipality, scope.MunicipalityId);
        foreach (var school in scope.SchoolIds ?? [])
        {
            AddNumber(identity, School, school);
        }

        if (scope.ReadOnly)
        {
            identity.AddClaim(new Claim(ReadOnly, "1"));
        }

        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(MustChangePassword, "1"));
        }

        if (rules.NeedsTwoFactor(user) && !user.TwoFactorEnabled)
        {
            identity.AddClaim(new Claim(MustEnableTwoFactor, "1"));
        }

        return identity;
    }

    /// <summary>The scope that the signed-in principal carries; none for a stranger.</summary>
    public static AccessScope ScopeOf(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true || !Enum.TryParse<ScopeKind>(user.FindFirstValue(Kind), out var kind))
        {
            return AccessScope.None;
        }

        var scope = (kind, Number(user, Region), Number(user, Municipality)) switch
        {
            (ScopeKind.Installation, _, _) => AccessScope.Installation,
            (ScopeKind.Region, { } region, _) => AccessScope.Region(region),
            (ScopeKind.Municipality, { } region, { } municipality) => AccessScope.Municipality(region, municipality),
            (ScopeKind.Schools, { } region, _) =>
                AccessScope.Schools(region, [.. user.FindAll(School).Select(c => int.Parse(c.Value, CultureInfo.InvariantCulture))]),
            _ => AccessScope.None,
        };
        return user.HasClaim(c => c.Type == ReadOnly) ? scope.AsReadOnly() : scope;
    }

    public static PortalRole? RoleOf(ClaimsPrincipal user) =>
        Enum.TryParse<PortalRole>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;

    private static void AddNumber(ClaimsIdentity identity, string type, int? value)
    {
        if (value is { } known)
        {
            identity.AddClaim(new Claim(type, known.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static int? Number(ClaimsPrincipal user, string type) =>
        user.FindFirstValue(type) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
