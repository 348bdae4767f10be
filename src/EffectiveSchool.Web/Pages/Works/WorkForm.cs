using EffectiveSchool.Domain.Roadmaps;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>What a step of the work may carry; each handler reads its own part.</summary>
public sealed record WorkForm
{
    public WorkOutcome? Outcome { get; init; }

    public string? Fact { get; init; }

    public decimal? Reached { get; init; }

    public string? Reason { get; init; }

    /// <summary>Reason of a decision, or a comment.</summary>
    public string? Text { get; init; }

    public DateOnly? Due { get; init; }

    public EvidenceKind Kind { get; init; } = EvidenceKind.Order;

    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? Link { get; init; }

    public IFormFile? File { get; init; }
}

public sealed class WorkFormValidator : AbstractValidator<WorkForm>
{
    public WorkFormValidator()
    {
        RuleFor(f => f.Number).MaximumLength(50).WithMessage("Номер документа длиннее 50 знаков.");
        RuleFor(f => f.Date).Must(d => d is null || d.Value.Year is >= 2000 and <= 2100).WithMessage("Дата документа — с 2000 по 2100 год.");
    }
}
