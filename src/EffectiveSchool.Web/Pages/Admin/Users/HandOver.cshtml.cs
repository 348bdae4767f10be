using EffectiveSchool.Data.Users;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Admin.Users;

public sealed record HandOverForm
{
    public string Email { get; init; } = "";

    public string FullName { get; init; } = "";

    public string OrderNumber { get; init; } = "";

    public DateOnly? OrderDate { get; init; }

    public DateOnly? Since { get; init; }
}

public sealed class HandOverFormValidator : AbstractValidator<HandOverForm>
{
    public HandOverFormValidator()
    {
        RuleFor(f => f.Email).NotEmpty().WithMessage("Укажите электронную почту нового человека.");
        RuleFor(f => f.Email).EmailAddress().WithMessage("Это не адрес электронной почты.").When(f => f.Email.Length > 0);
        RuleFor(f => f.Email).MaximumLength(256).WithMessage("Адрес длиннее 256 знаков.");
        RuleFor(f => f.FullName).NotEmpty().WithMessage("Укажите ФИО нового человека.");
        RuleFor(f => f.FullName).MaximumLength(200).WithMessage("ФИО длиннее 200 знаков.");
        RuleFor(f => f.OrderNumber).NotEmpty().WithMessage("Укажите номер приказа.");
        RuleFor(f => f.OrderNumber).MaximumLength(50).WithMessage("Номер приказа длиннее 50 знаков.");
        RuleFor(f => f.OrderDate).NotNull().WithMessage("Укажите дату приказа.");
        RuleFor(f => f.Since).NotNull().WithMessage("Укажите, с какого дня дела переходят.");
    }
}

/// <summary>A head or a coordinator changes: one page, one transaction.</summary>
[Authorize(Policies.ManagePeople)]
public sealed class HandOverModel(PortalDb db, HandingOver handing, AccountKeeping keeping, Person person) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public HandOverForm Form { get; set; } = new();

    public PortalUser Account { get; private set; } = null!;

    public string Where { get; private set; } = "";

    public IReadOnlyList<string> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form = Form with { Since = await person.TodayAsync() };
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var (refusal, successor) = await handing.OverAsync(Id, Form, cancellationToken);
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
            return await ShowAsync(cancellationToken);
        }

        TempData["Done"] = "Дела переданы, прежняя учётная запись закрыта."
            + (successor!.IsWaiting ? " Выдайте новому человеку памятку: без неё он не войдёт." : "");
        return Redirect($"/admin/users/{successor.Id}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Id, cancellationToken) is not { } user)
        {
            return NotFound();
        }

        if (!keeping.Keeps(user) || user.IsClosed || user.Id == person.Id)
        {
            TempData["Refused"] = HandingOver.Refusal(user, keeping, person);
            return Redirect($"/admin/users/{Id}");
        }

        Account = user;
        Where = (await UserScope.WhereAsync(db, [user], cancellationToken))[user.Id];
        Open = await handing.OpenThingsAsync(user, cancellationToken);
        return Page();
    }
}
