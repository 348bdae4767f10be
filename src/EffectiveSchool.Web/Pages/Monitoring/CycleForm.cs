using EffectiveSchool.Domain.Monitoring;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>New monitoring as it is filled in.</summary>
public sealed record CycleForm
{
    public string? Name { get; init; }

    public int? Year { get; init; }

    public int? Programme { get; init; }

    public MonitoringFrequency Frequency { get; init; } = MonitoringFrequency.Twice;

    public SchoolChoice Schools { get; init; }
}

public sealed class CycleFormValidator : AbstractValidator<CycleForm>
{
    public CycleFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Укажите название мониторинга.");
        RuleFor(f => f.Year).NotNull().WithMessage("Укажите год мониторинга.");
        RuleFor(f => f.Frequency).IsInEnum().WithMessage("Выберите, сколько раз в год.");
        RuleFor(f => f.Schools).IsInEnum().WithMessage("Выберите, какие школы сдают.");
    }
}

/// <summary>Programmes that something of one's own may belong to: the region's, and for a municipality its own beside them.</summary>
public static class ProgrammeChoices
{
    public static async Task<IReadOnlyList<(int Id, string Name)>> ForAsync(PortalDb db, Person person, CancellationToken cancellationToken) =>
    [
        .. (await db.Programmes.Where(p => p.SchoolId == null && p.RegionId == person.Scope.RegionId).OrderByDescending(p => p.To).ThenBy(p => p.Name)
            .Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken)).Select(p => (p.Id, p.Name)),
    ];
}

/// <summary>Something schools hand in, as it is filled in.</summary>
public sealed record ItemForm
{
    public string? Title { get; init; }

    public MonitoringItemKind Kind { get; init; }

    public string? Unit { get; init; }

    public bool Required { get; init; }
}

public sealed class ItemFormValidator : AbstractValidator<ItemForm>
{
    public ItemFormValidator()
    {
        RuleFor(f => f.Kind).IsInEnum().WithMessage("Выберите, что сдаёт школа: файл, ссылку, число, «да или нет» или текст.");
        RuleFor(f => f.Unit).MaximumLength(50).WithMessage("Единица измерения длиннее 50 знаков.");
    }
}

/// <summary>The days of a round, as they are filled in.</summary>
public sealed record DaysForm
{
    public int Round { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Due { get; init; }
}
