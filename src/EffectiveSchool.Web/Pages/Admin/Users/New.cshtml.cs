using EffectiveSchool.Data;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Web.Access;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages.Admin.Users;

public sealed record AccountForm
{
    public string Email { get; init; } = "";
}

public sealed class AccountFormValidator : AbstractValidator<AccountForm>
{
    public AccountFormValidator()
    {
        RuleFor(f => f.Email).NotEmpty().WithMessage("Укажите электронную почту.");
        RuleFor(f => f.Email).EmailAddress().WithMessage("Это не адрес электронной почты.").When(f => f.Email.Length > 0);
        RuleFor(f => f.Email).MaximumLength(256).WithMessage("Адрес длиннее 256 знаков.");
    }
}

[Authorize(Policies.Administer)]
public sealed class NewModel(PortalDb db, UserManager<PortalUser> users) : PageModel
{
    [BindProperty]
    public AccountForm Account { get; set; } = new();

    [BindProperty]
    public UserForm Form { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) => await OfferAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellationToken);
        }

        var email = Account.Email.Trim();
        var user = new PortalUser
        {
            DisplayName = Form.DisplayName.Trim(),
            Role = Form.Role!.Value,
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            MustChangePassword = true,
        };
        if (await UserScope.AssignAsync(db, user, Form, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return await AgainAsync(cancellationToken);
        }

        var password = OneTimePassword.New();
        var outcome = await users.CreateAsync(user, password);
        if (!outcome.Succeeded)
        {
            foreach (var sentence in outcome.Errors.Select(e => e.Description).Distinct(StringComparer.Ordinal))
            {
                ModelState.AddModelError("Account.Email", sentence);
            }

            return await AgainAsync(cancellationToken);
        }

        TempData[EditModel.PasswordShownOnce] = password;
        TempData["Done"] = "Пользователь добавлен.";
        return Redirect($"/admin/users/{user.Id}");
    }

    private async Task<PageResult> AgainAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        return Page();
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        ViewData["Regions"] = await UserScope.RegionsAsync(db, cancellationToken);
        ViewData["Municipalities"] = await UserScope.MunicipalitiesAsync(db, cancellationToken);
    }
}
