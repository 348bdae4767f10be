using EffectiveSchool.Data.Users;
using FluentValidation;

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

[Authorize(Policies.ManagePeople)]
public sealed class NewModel(PortalDb db, AccountKeeping keeping) : PageModel
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
            FullName = string.IsNullOrWhiteSpace(Form.FullName) ? null : Form.FullName.Trim(),
        };
        if (!keeping.Roles.Contains(user.Role))
        {
            ModelState.AddModelError("", $"Роль «{user.Role.RussianName()}» даёт только администратор портала.");
            return await AgainAsync(cancellationToken);
        }

        if (await UserScope.AssignAsync(db, user, Form, cancellationToken) is { } misfit)
        {
            ModelState.AddModelError("", misfit);
            return await AgainAsync(cancellationToken);
        }

        if (await keeping.ChangeAsync(() => keeping.CreateAsync(user), cancellationToken) is { } refusal)
        {
            ModelState.AddModelError("Account.Email", refusal);
            return await AgainAsync(cancellationToken);
        }

        TempData["Done"] = "Пользователь добавлен. Выдайте ему памятку: без неё он не войдёт.";
        return Redirect($"/admin/users/{user.Id}");
    }

    private async Task<PageResult> AgainAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        return Page();
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        ViewData["Roles"] = keeping.Roles;
        ViewData["Regions"] = await UserScope.RegionsAsync(db, cancellationToken);
        ViewData["Municipalities"] = await UserScope.MunicipalitiesAsync(db, cancellationToken);
    }
}
