using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Users;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Web.Pages.Account;

/// <summary>The second step of signing in. Wrong codes count towards the same lockout as wrong passwords.</summary>
[AllowAnonymous]
public sealed class CodeModel(
    SignInManager<PortalUser> signIn, UserManager<PortalUser> users, PortalDb db, TimeProvider clock, CurrentAccess access, ILogger<CodeModel> log) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public async Task<IActionResult> OnGetAsync() => await UserAsync() is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await UserAsync() is not { } user)
        {
            TempData["Refused"] = "Время на ввод кода вышло. Начните вход заново.";
            return Redirect("/sign-in");
        }

        if (await users.IsLockedOutAsync(user))
        {
            return Refuse(SignInModel.LockedOut);
        }

        var code = TwoFactorCode.Read(Code);
        var outcome = code switch
        {
            { IsRecovery: true } => await signIn.TwoFactorRecoveryCodeSignInAsync(code.Text),
            { } => await signIn.TwoFactorAuthenticatorSignInAsync(code.Text, isPersistent: false, rememberClient: false),
            _ => Microsoft.AspNetCore.Identity.SignInResult.Failed,
        };
        if (outcome.Succeeded)
        {
            await db.NoteVisitAsync(user.Id, clock.GetUtcNow(), HttpContext.RequestAborted);
            return LocalRedirect(Url.IsLocalUrl(From) ? From! : "/");
        }

        // Identity counts wrong codes of the authenticator by itself, and no others.
        if (code is not { IsRecovery: false })
        {
            await users.AccessFailedAsync(user);
        }

        log.LogWarning("Wrong second step of {UserId}", user.Id);
        return Refuse(await users.IsLockedOutAsync(user)
            ? SignInModel.LockedOut
            : "Код неверен или уже не действует. Введите код, который приложение показывает сейчас, и проверьте, точно ли идут часы телефона.");
    }

    /// <summary>The person whose password was right a moment ago, or null.</summary>
    private async Task<PortalUser?> UserAsync()
    {
        access.Scope = AccessScope.System;
        return await signIn.GetTwoFactorAuthenticationUserAsync() is { IsClosed: false } user ? user : null;
    }

    private PageResult Refuse(string sentence)
    {
        Code = null;
        ModelState.Clear();
        ModelState.AddModelError("", sentence);
        return Page();
    }
}
