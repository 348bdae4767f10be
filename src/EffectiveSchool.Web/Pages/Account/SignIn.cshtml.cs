using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Users;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Web.Pages.Account;

public sealed record SignInForm
{
    public string Email { get; init; } = "";

    public string Password { get; init; } = "";
}

public sealed class SignInFormValidator : AbstractValidator<SignInForm>
{
    public SignInFormValidator()
    {
        RuleFor(f => f.Email).NotEmpty().WithMessage("Укажите электронную почту.");
        RuleFor(f => f.Password).NotEmpty().WithMessage("Укажите пароль.");
    }
}

[AllowAnonymous]
public sealed class SignInModel(
    SignInManager<PortalUser> signIn, UserManager<PortalUser> users, PortalDb db, TimeProvider clock, CurrentAccess access, IHostEnvironment environment, ILogger<SignInModel> log) : PageModel
{
    /// <summary>
    /// One answer for a wrong address and a wrong password, and as much work for either: it must not tell who has an
    /// account. Only the lockout says so, to whoever has guessed five times.
    /// </summary>
    private const string Wrong = "Почта или пароль указаны неверно.";

    public const string LockedOut = "Слишком много неверных попыток. Вход закрыт на 15 минут; открыть его раньше может тот, кто выдал вам учётную запись.";

    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Over plain http the session cookie, Secure outside Development, is not kept by the browser: the page says so before anyone tries.</summary>
    public bool IsUnprotected => !Request.IsHttps && !environment.IsDevelopment();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        access.Scope = AccessScope.System;
        var user = await users.FindByEmailAsync(Form.Email.Trim());
        if (user is null || user.IsClosed || user.IsWaiting)
        {
            users.PasswordHasher.HashPassword(user!, Form.Password);
            return Refuse(Wrong);
        }

        var outcome = await signIn.PasswordSignInAsync(user, Form.Password, isPersistent: false, lockoutOnFailure: true);
        if (outcome.IsLockedOut)
        {
            log.LogWarning("Sign-in of {UserId} is locked out", user.Id);
            return Refuse(LockedOut);
        }

        if (outcome.RequiresTwoFactor)
        {
            return RedirectToPage("/Account/Code", new { from = From });
        }

        if (!outcome.Succeeded)
        {
            return Refuse(Wrong);
        }

        await db.NoteVisitAsync(user.Id, clock.GetUtcNow(), HttpContext.RequestAborted);
        return LocalRedirect(Url.IsLocalUrl(From) ? From! : "/");
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("", sentence);
        return Page();
    }
}
