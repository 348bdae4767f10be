using EffectiveSchool.Data.Users;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Web.Pages.Account;

/// <summary>Turns the second step of a person off and forgets its secret and recovery codes.</summary>
public static class TwoFactorReset
{
    public static async Task ApplyAsync(PortalDb db, UserManager<PortalUser> users, PortalUser user, CancellationToken cancellationToken)
    {
        await users.SetTwoFactorEnabledAsync(user, enabled: false);

        // The secret is in Identity's own names, which are not public: every token of the person goes.
        db.UserTokens.RemoveRange(await db.UserTokens.Where(t => t.UserId == user.Id).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }
}
