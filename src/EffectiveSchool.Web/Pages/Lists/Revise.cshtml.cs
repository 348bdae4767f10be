using EffectiveSchool.Data.Lists;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Lists;

public sealed record ReviseForm
{
    public int MethodologyId { get; init; }
}

public sealed class ReviseFormValidator : AbstractValidator<ReviseForm>
{
    public ReviseFormValidator() => RuleFor(f => f.MethodologyId).GreaterThan(0).WithMessage("Выберите методику.");
}

/// <summary>Makes a new edition of a preliminary or approved list.</summary>
[Authorize(Policies.ManageLists)]
public sealed class ReviseModel(PortalDb db, ListLife life, ListRuns runs) : PageModel
{
    [BindProperty]
    public ReviseForm Form { get; set; } = new();

    public LifeView Life { get; private set; } = null!;

    public IReadOnlyList<MethodologyChoice> Methodologies { get; private set; } = [];

    /// <summary>Why no edition can be made of the list as it stands; null where one can.</summary>
    public string? Obstacle { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = new ReviseForm { MethodologyId = Life.List.MethodologyId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var methodology = await db.Methodologies.SingleOrDefaultAsync(m => m.Id == Form.MethodologyId && m.RegionId == Life.List.RegionId, cancellationToken);
        if (methodology?.Definition.Kind != Life.List.Kind)
        {
            ModelState.AddModelError("Form.MethodologyId", "Выберите методику из списка.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (edition, refusal) = await runs.ReviseAsync(await db.Lists.SingleAsync(l => l.Id == id, cancellationToken), methodology!, cancellationToken);
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        TempData["Done"] = "Черновик новой редакции создан и рассчитан по нынешним данным. Его видит только регион.";
        return Redirect($"/lists/{edition}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (!await db.Lists.AnyAsync(l => l.Id == id, cancellationToken))
        {
            return false;
        }

        Life = await life.OfAsync(id, cancellationToken);
        Methodologies = await db.Methodologies.AsNoTracking().Where(m => m.RegionId == Life.List.RegionId).OrderBy(m => m.Id)
            .Select(m => new MethodologyChoice(m.Id, m.Definition)).ToListAsync(cancellationToken);
        Methodologies = [.. Methodologies.Where(m => m.Definition.Kind == Life.List.Kind)];

        // Asked of a copy that nobody keeps: the list itself says what stands in the way.
        Obstacle = Life.List.Revise(Life.Undecided, Life.Next is not null, out _);
        Life = await life.OfAsync(id, cancellationToken);
        return true;
    }
}
