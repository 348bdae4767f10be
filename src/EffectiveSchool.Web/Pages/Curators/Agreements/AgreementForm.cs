using FluentValidation;

namespace EffectiveSchool.Web.Pages.Curators.Agreements;

/// <summary>An agreement as a coordinator writes it down.</summary>
public sealed record AgreementForm
{
    public int? SchoolId { get; init; }

    /// <summary>Code or exact name of a school of the registry, or the name of a partner from elsewhere.</summary>
    public string Partner { get; init; } = "";

    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public string Subject { get; init; } = "";
}

public sealed class AgreementFormValidator : AbstractValidator<AgreementForm>
{
    public AgreementFormValidator()
    {
        RuleFor(f => f.SchoolId).NotNull().WithMessage("Выберите школу.");
        RuleFor(f => f.Partner).NotEmpty().WithMessage("Укажите школу-партнёра.");
        RuleFor(f => f.Partner).MaximumLength(300).WithMessage("Название партнёра длиннее 300 знаков.");
        RuleFor(f => f.Number).MaximumLength(50).WithMessage("Номер соглашения длиннее 50 знаков.");
        RuleFor(f => f.Date).NotNull().WithMessage("Укажите дату соглашения.");
        RuleFor(f => f.From).NotNull().WithMessage("Укажите, с какого дня соглашение действует.");
        RuleFor(f => f.Subject).NotEmpty().WithMessage("Укажите, о чём соглашение: что делает партнёр.");
        RuleFor(f => f.Subject).MaximumLength(1000).WithMessage("Предмет соглашения длиннее 1 000 знаков.");
    }
}
