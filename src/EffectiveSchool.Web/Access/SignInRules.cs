using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Web.Access;

/// <summary>What signing in asks for, by the settings of the installation.</summary>
/// <param name="RequireTwoFactor">Those who keep accounts and lists must sign in with a second step; never in Development.</param>
public sealed record SignInRules(bool RequireTwoFactor)
{
    public bool NeedsTwoFactor(PortalUser user) => RequireTwoFactor && !user.Role.IsKeptByRegion();
}
