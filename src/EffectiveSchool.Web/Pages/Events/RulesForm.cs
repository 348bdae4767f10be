using EffectiveSchool.Domain.Events;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>A word in the form; an empty row is left out.</summary>
public sealed record KindRowForm
{
    public string? Name { get; init; }

    public EventNature Nature { get; init; }
}

/// <summary>A norm in the form; a row without a name is left out.</summary>
public sealed record NormRowForm
{
    public string? Name { get; init; }

    public NormMeasure Measure { get; init; }

    public decimal? Threshold { get; init; }

    public NormYear Year { get; init; }

    public EventNature? Nature { get; init; }

    public decimal? LeastHours { get; init; }

    public int? ProgrammeId { get; init; }

    public EventNorm ToNorm() => new(Name!.Trim(), Measure, Threshold ?? 0, Year, Nature, LeastHours, ProgrammeId);

    public static NormRowForm Of(EventNorm norm) => new()
    {
        Name = norm.Name, Measure = norm.Measure, Threshold = norm.Threshold, Year = norm.Year, Nature = norm.Nature, LeastHours = norm.LeastHours, ProgrammeId = norm.ProgrammeId,
    };
}

/// <summary>Words and norms of a region as a person writes them.</summary>
public sealed record RulesForm
{
    public List<KindRowForm> Kinds { get; init; } = [];

    public List<NormRowForm> Norms { get; init; } = [];

    public int? MaterialDays { get; init; }
}

public sealed class RulesFormValidator : AbstractValidator<RulesForm>
{
    public RulesFormValidator()
    {
        RuleFor(f => f.MaterialDays).NotNull().WithMessage("Укажите срок материалов в днях.");
        RuleForEach(f => f.Kinds).Must(k => Enum.IsDefined(k.Nature)).WithMessage("Выберите, чем считается вид.");
        RuleForEach(f => f.Norms).Must(n => Enum.IsDefined(n.Measure) && Enum.IsDefined(n.Year) && (n.Nature is null || Enum.IsDefined(n.Nature.Value))).WithMessage("Выберите, что и за какой год считает норма.");
    }
}
