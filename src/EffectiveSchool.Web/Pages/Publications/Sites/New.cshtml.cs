using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Web.Pages.Monitoring;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Publications.Sites;

/// <summary>A new round of site checks as it is filled in.</summary>
public sealed record SiteRoundForm
{
    public string? Name { get; init; }

    public SchoolChoice Schools { get; init; }

    public int? Programme { get; init; }

    /// <summary>The checklist, one item a line.</summary>
    public string? Items { get; init; }
}

public sealed class SiteRoundFormValidator : AbstractValidator<SiteRoundForm>
{
    public SiteRoundFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Укажите название проверки.");
        RuleFor(f => f.Schools).IsInEnum().WithMessage("Выберите, чьи сайты проверяются.");
        RuleFor(f => f.Items).NotEmpty().WithMessage("Напишите, что должно быть на сайте: по одному пункту в строке.").MaximumLength(10_000).WithMessage("Перечень слишком длинный: сократите его.");
    }
}

/// <summary>Begins a round of site checks; the checklist is proposed from the round before.</summary>
[Authorize(Policies.ManageProgrammes)]
public sealed class NewModel(PortalDb db, SiteDesk desk, Person person) : PageModel
{
    [BindProperty]
    public SiteRoundForm Form { get; set; } = new();

    public IReadOnlyList<(int Id, string Name)> Programmes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var before = await db.SiteCheckRounds.Where(r => r.MunicipalityId == person.Scope.MunicipalityId).OrderByDescending(r => r.Id)
            .Select(r => r.Items.OrderBy(i => i.Position).Select(i => i.Title).ToList()).FirstOrDefaultAsync(cancellationToken);
        Form = new SiteRoundForm { Items = string.Join('\n', before ?? SiteCheckRound.UsualItems) };
        Programmes = await ProgrammeChoices.ForAsync(db, person, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Programmes = await ProgrammeChoices.ForAsync(db, person, cancellationToken);
        if (Form.Programme is { } chosen && Programmes.All(p => p.Id != chosen))
        {
            ModelState.AddModelError("", "Выберите программу из списка.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (round, refusal) = SiteCheckRound.Begin(
            new SiteCheckDraft(person.Scope.RegionId!.Value, person.Scope.MunicipalityId, Form.Name, await person.TodayAsync(), Form.Schools, Form.Programme),
            (Form.Items ?? "").Split('\n'));
        refusal ??= await desk.BeginAsync(round!, cancellationToken);
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        TempData["Done"] = "Проверка начата. Откройте школу и отметьте, что есть на её сайте.";
        return Redirect($"/publications/sites/{round!.Id}");
    }
}
