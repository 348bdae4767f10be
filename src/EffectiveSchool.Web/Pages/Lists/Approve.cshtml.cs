using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Web.Pages.Results;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Lists;

public sealed record ApproveForm
{
    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>The signed order; may be attached later.</summary>
    public IFormFile? Scan { get; init; }

    /// <summary>Its detached signature.</summary>
    public IFormFile? Signature { get; init; }
}

public sealed class ApproveFormValidator : AbstractValidator<ApproveForm>
{
    private const int LongestNumber = 100;

    public ApproveFormValidator()
    {
        RuleFor(f => f.Number).NotEmpty().WithMessage("Укажите номер приказа.");
        RuleFor(f => f.Number).MaximumLength(LongestNumber).WithMessage($"Номер приказа не длиннее {LongestNumber} знаков.");
        RuleFor(f => f.Date).NotNull().WithMessage("Укажите дату приказа.");
    }
}

[Authorize(Policies.ManageLists)]
[RefuseTooMuch]
public sealed class ApproveModel(PortalDb db, ListDocuments documents, ListLife life, ListRuns runs, OrderUpload orders, Person person) : PageModel
{
    [BindProperty]
    public ApproveForm Form { get; set; } = new();

    public LifeView Life { get; private set; } = null!;

    public ListCover Cover { get; private set; } = null!;

    /// <summary>Every reason that forbids approval as things stand; the order is asked for where there is none.</summary>
    public IReadOnlyList<string> Obstacles { get; private set; } = [];

    /// <summary>Objections are still accepted, and may be ended here.</summary>
    public bool IsAccepting => Life.Closed is null && Life.Next is null;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Obstacles = await runs.ApprovalObstaclesAsync(Life.List, cancellationToken);
        Form = new ApproveForm { Date = await person.TodayAsync() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var files = OrderUpload.Check(Form.Scan, Form.Signature, required: false, cancellationToken);
        if (files.Refusal is not null)
        {
            ModelState.AddModelError("", files.Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var list = await db.Lists.SingleAsync(l => l.Id == id, cancellationToken);
        var order = new Order(Form.Number!, Form.Date!.Value);
        if (await runs.ApproveAsync(list, order, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            Obstacles = await runs.ApprovalObstaclesAsync(Life.List, cancellationToken);
            return Page();
        }

        // The list is approved whatever becomes of its scan: that may be attached later too.
        if (files.Documents.Count > 0 && await orders.AttachAsync(list, files, null, cancellationToken) is { } unattached)
        {
            TempData["Refused"] = unattached;
        }

        TempData["Done"] = $"Перечень утверждён приказом от {RussianFigures.Date(order.Date)} № {list.OrderNumber} и больше не изменится.";
        return Redirect($"/lists/{id}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await documents.CoverAsync(id, cancellationToken) is not { } cover)
        {
            return false;
        }

        Cover = cover;
        Life = await life.OfAsync(id, cancellationToken);
        return true;
    }
}
