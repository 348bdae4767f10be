using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Data.Users;

/// <summary>What a password and an address must be, for the portal and the command line alike.</summary>
public static class PortalIdentity
{
    public const int PasswordLength = 10;

    /// <summary>Registers <see cref="UserManager{TUser}"/> on <see cref="PortalDb"/>.</summary>
    public static IdentityBuilder AddPortalIdentity(this IServiceCollection services) => services
        .AddIdentityCore<PortalUser>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.Password.RequiredLength = PasswordLength;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        })
        .AddErrorDescriber<RussianIdentityErrors>()
        .AddEntityFrameworkStores<PortalDb>();
}
