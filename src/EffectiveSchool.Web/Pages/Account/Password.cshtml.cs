using EffectiveSchool.Data.Users;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Web.Pages.Account;

public sealed record PasswordForm
{
    public string Current { get; init; } = "";

    public string Next { get; init; } = "";

    public string Repeat { get; init; } = "";
}

public sealed class PasswordFormValidator : AbstractValidator<PasswordForm>
{
    public PasswordFormValidator()
    {
        RuleFor(f => f.Current).NotEmpty().WithMessage("Укажите нынешний пароль.");
        RuleFor(f => f.Next).NotEmpty().WithMessage("Укажите новый пароль.");
        RuleFor(f => f.Next).NotEqual(f => f.Current).WithMessage("Новый пароль совпадает с нынешним.");
        RuleFor(f => f.Repeat).Equal(f => f.Next).WithMessage("Новый пароль и его повтор не совпадают.");
    }
}

[Authorize(Policies.ReadFigures)]
public sealed class PasswordModel(UserManager<PortalUser> users, SignInManager<PortalUser> signIn) : PageModel
{
    [BindProperty]
    public PasswordForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || await users.GetUserAsync(User) is not { } user)
        {
            return Page();
        }

        user.MustChangePassword = false;
        var outcome = await users.ChangePasswordAsync(user, Form.Current, Form.Next);
        if (!outcome.Succeeded)
        {
            foreach (var error in outcome.Errors)
            {
                ModelState.AddModelError("", error.Description);
            }

            return Page();
        }

        await signIn.RefreshSignInAsync(user);
        TempData["Done"] = "Пароль изменён.";
        return Redirect("/");
    }
}
