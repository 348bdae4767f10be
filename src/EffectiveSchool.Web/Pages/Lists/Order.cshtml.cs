using EffectiveSchool.Web.Pages.Results;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Lists;

public sealed record OrderForm
{
    public IFormFile? Scan { get; init; }

    public IFormFile? Signature { get; init; }

    /// <summary>Why the file attached before is superseded.</summary>
    public string? Reason { get; init; }
}

public sealed class OrderFormValidator : AbstractValidator<OrderForm>
{
    public OrderFormValidator() => RuleFor(f => f.Reason).MaximumLength(1000).WithMessage("Причина длиннее 1000 знаков.");
}

/// <summary>Attaches the signed order to an approved list, or supersedes the one attached before.</summary>
[Authorize(Policies.ManageLists)]
[RefuseTooMuch]
public sealed class OrderModel(PortalDb db, ListLife life, OrderUpload orders) : PageModel
{
    [BindProperty]
    public OrderForm Form { get; set; } = new();

    public LifeView Life { get; private set; } = null!;

    public bool IsReplaced => Life.Orders.Count > 0;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await db.Lists.AnyAsync(l => l.Id == id, cancellationToken))
        {
            return NotFound();
        }

        Life = await life.OfAsync(id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Lists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        Life = await life.OfAsync(id, cancellationToken);
        var files = OrderUpload.Check(Form.Scan, Form.Signature, required: true, cancellationToken);
        if (ModelState.IsValid && (files.Refusal ?? await orders.AttachAsync(list, files, Form.Reason, cancellationToken)) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData["Done"] = "Подписанный приказ приложен.";
        return Redirect($"/lists/{id}#order");
    }
}
