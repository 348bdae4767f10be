using EffectiveSchool.Domain.Curators;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Curators.Visits;

/// <summary>A visit as its author writes it down.</summary>
public sealed record VisitForm
{
    public int? SchoolId { get; init; }

    public VisitKind Kind { get; init; }

    public DateOnly? Date { get; init; }

    public string? Aim { get; init; }

    public string? Findings { get; init; }

    public string? Recommendations { get; init; }

    public DateOnly? NextDate { get; init; }

    /// <summary>A method, for the framework reads every property of a form, also of one without a date.</summary>
    public VisitNotes ToNotes() => new(Kind, Date!.Value, Aim, Findings, Recommendations, NextDate);
}

public sealed class VisitFormValidator : AbstractValidator<VisitForm>
{
    public VisitFormValidator()
    {
        RuleFor(f => f.SchoolId).NotNull().WithMessage("Выберите школу.");
        RuleFor(f => f.Kind).IsInEnum().WithMessage("Выберите вид: посещение или методический десант.");
        RuleFor(f => f.Date).NotNull().WithMessage("Укажите день посещения.");
        RuleFor(f => f.Aim).MaximumLength(500).WithMessage("Цель длиннее 500 знаков.");
        RuleFor(f => f.Findings).MaximumLength(4000).WithMessage("«Что установлено» длиннее 4 000 знаков.");
        RuleFor(f => f.Recommendations).MaximumLength(4000).WithMessage("Рекомендации длиннее 4 000 знаков.");
    }
}
