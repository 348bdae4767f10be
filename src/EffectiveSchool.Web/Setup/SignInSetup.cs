using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Web.Pages.Account;
using EffectiveSchool.Web.Pages.Admin.Users;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EffectiveSchool.Web.Setup;

public static class SignInSetup
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Person>();
        builder.Services.AddDataProtection().SetApplicationName("EffectiveSchool");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new XmlKeyRepository(provider)));

        builder.Services.AddSingleton(new SignInRules(
            RequireTwoFactor: builder.Configuration.GetValue("SignIn:RequireTwoFactor", false) && !builder.Environment.IsDevelopment()));
        builder.Services.AddSingleton<RecheckedSessions>().AddSingleton<LinkGuesses>().AddScoped<AccountKeeping>();
        builder.Services.AddPortalIdentity()
            .AddUserStore<ProtectedUserStore>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        builder.Services.Configure<SecurityStampValidatorOptions>(o =>
            o.ValidationInterval = builder.Configuration.GetValue("SignIn:StampInterval", TimeSpan.FromMinutes(1)));

        var secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/sign-in";
            cookie.LogoutPath = "/sign-out";
            cookie.AccessDeniedPath = "/status/403";
            cookie.ReturnUrlParameter = "from";
            cookie.Cookie.Name = "portal";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = secure;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = ValidateAsync;
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = "portal-second-step";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = secure;
        });
        // Never Always: over plain http the sign-in page must still open, to say that it needs https.
        builder.Services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        builder.Services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.SecurePolicy = secure);
        builder.Services.AddAuthorization(Policies.Configure);
    }

    /// <summary>The person is looked up before there is a scope: the look-up itself works as the system.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var access = context.HttpContext.RequestServices.GetRequiredService<CurrentAccess>();
        access.Scope = AccessScope.System;
        if (context.HttpContext.RequestServices.GetRequiredService<RecheckedSessions>().Needs(context))
        {
            context.Properties.IssuedUtc = null;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
        access.Scope = AccessScope.None;
    }
}
