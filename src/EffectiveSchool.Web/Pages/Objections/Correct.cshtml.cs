using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Objections;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Objections;

public sealed record CorrectForm
{
    public int? Participants { get; init; }

    public int? Failed { get; init; }

    public string? Reason { get; init; }
}

public sealed class CorrectFormValidator : AbstractValidator<CorrectForm>
{
    public CorrectFormValidator()
    {
        RuleFor(f => f.Participants).NotNull().WithMessage("Укажите число участников.");
        RuleFor(f => f.Failed).NotNull().WithMessage("Укажите, сколько не преодолели порог.");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Укажите, чем подтверждено новое число.");
        RuleFor(f => f.Reason).MaximumLength(1000).WithMessage("Основание длиннее 1000 знаков.");
    }
}

/// <summary>Corrects the one result that an objection contests: its source becomes «правка по возражению № …».</summary>
[Authorize(Policies.ManageLists)]
public sealed class CorrectModel(PortalDb db, ResultEdit edit, Authors authors) : PageModel
{
    [BindProperty]
    public CorrectForm Form { get; set; } = new();

    public Objection Objection { get; private set; } = null!;

    public ContestedNumber Number => Objection.Number!;

    public string School { get; private set; } = "";

    /// <summary>What stands among the results now, «16 из 40»; null where nothing does.</summary>
    public string? Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = new CorrectForm { Participants = Number.Participants, Failed = Number.Failed };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (batch, refusal) = await edit.CorrectAsync(
            Objection, Form.Participants!.Value, Form.Failed!.Value, Form.Reason, await authors.CurrentAsync(cancellationToken), cancellationToken);
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        TempData["Done"] = $"Число исправлено, загрузка № {batch}. Отменить правку можно на её странице. Теперь удовлетворите возражение.";
        return Redirect($"/objections/{id}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is not { Number: not null } objection)
        {
            return false;
        }

        Objection = objection;
        School = await db.Schools.Where(s => s.Id == objection.SchoolId).Select(s => s.Name).SingleAsync(cancellationToken);
        Now = await db.Results
            .Where(r => r.SchoolId == objection.SchoolId && r.Procedure.Code == Number.Procedure && r.Year == Number.Year && r.Participants != null)
            .Select(r => r.Failed + " из " + r.Participants)
            .SingleOrDefaultAsync(cancellationToken);
        return true;
    }
}
