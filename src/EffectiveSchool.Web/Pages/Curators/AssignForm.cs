using FluentValidation;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>Schools given to a curator by an order: assigned anew, or handed over by another.</summary>
public sealed record AssignForm
{
    public Guid? CuratorId { get; init; }

    public List<int> Schools { get; init; } = [];

    public DateOnly? From { get; init; }

    public string OrderNumber { get; init; } = "";

    public DateOnly? OrderDate { get; init; }
}

public sealed class AssignFormValidator : AbstractValidator<AssignForm>
{
    public AssignFormValidator()
    {
        RuleFor(f => f.CuratorId).NotNull().WithMessage("Выберите куратора.");
        RuleFor(f => f.Schools).NotEmpty().WithMessage("Отметьте хотя бы одну школу.");
        RuleFor(f => f.From).NotNull().WithMessage("Укажите, с какого дня.");
        RuleFor(f => f.OrderNumber).NotEmpty().WithMessage("Укажите номер приказа.");
        RuleFor(f => f.OrderNumber).MaximumLength(50).WithMessage("Номер приказа длиннее 50 знаков.");
        RuleFor(f => f.OrderDate).NotNull().WithMessage("Укажите дату приказа.");
    }
}

/// <summary>The end of an assignment or of an agreement.</summary>
public sealed record EndForm
{
    public DateOnly? LastDay { get; init; }

    public string Reason { get; init; } = "";
}

public sealed class EndFormValidator : AbstractValidator<EndForm>
{
    public EndFormValidator()
    {
        RuleFor(f => f.LastDay).NotNull().WithMessage("Укажите последний день.");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Укажите причину.");
        RuleFor(f => f.Reason).MaximumLength(300).WithMessage("Причина длиннее 300 знаков.");
    }
}
