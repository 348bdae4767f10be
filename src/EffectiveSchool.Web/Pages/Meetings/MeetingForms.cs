using EffectiveSchool.Domain.Meetings;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Meetings;

/// <summary>A working group as it is filled in.</summary>
public sealed record GroupForm
{
    public string? Name { get; init; }

    public string? Basis { get; init; }
}

public sealed class GroupFormValidator : AbstractValidator<GroupForm>
{
    public GroupFormValidator() => RuleFor(f => f.Name).MaximumLength(WorkingGroup.LongestName).WithMessage("Название длиннее 300 знаков: сократите его.");
}

/// <summary>A member as they are filled in: an account, or a person by name.</summary>
public sealed record MemberForm
{
    public Guid? User { get; init; }

    public string? Name { get; init; }

    public string? Post { get; init; }
}

public sealed class MemberFormValidator : AbstractValidator<MemberForm>
{
    public MemberFormValidator() => RuleFor(f => f).Must(f => f.User is null || string.IsNullOrWhiteSpace(f.Name)).WithMessage("Выберите учётную запись или впишите имя — что-то одно.");
}

/// <summary>A meeting as it is filled in.</summary>
public sealed record MeetingForm
{
    public int? Group { get; init; }

    public DateOnly? Date { get; init; }

    public string? Place { get; init; }

    public int? Present { get; init; }

    /// <summary>An item a line.</summary>
    public string? Agenda { get; init; }

    public string? ProtocolNumber { get; init; }

    public DateOnly? ProtocolDate { get; init; }

    public static MeetingForm Of(Meeting meeting) => new()
    {
        Group = meeting.GroupId, Date = meeting.Date, Place = meeting.Place, Present = meeting.Present, Agenda = string.Join('\n', meeting.Agenda),
        ProtocolNumber = meeting.ProtocolNumber, ProtocolDate = meeting.ProtocolDate,
    };

    /// <summary>A method, for the framework reads every property of a form.</summary>
    public MeetingNotes ToNotes() => new(Date, Place, Present, (Agenda ?? "").Split('\n'), ProtocolNumber, ProtocolDate);
}

public sealed class MeetingFormValidator : AbstractValidator<MeetingForm>
{
    public MeetingFormValidator()
    {
        RuleFor(f => f.Date).NotNull().WithMessage("Укажите день совещания.");
        RuleFor(f => f.Agenda).NotEmpty().WithMessage("Напишите повестку: по одному вопросу в строке.");
        RuleFor(f => f.Place).MaximumLength(300).WithMessage("Место длиннее 300 знаков.");
        RuleFor(f => f.ProtocolNumber).MaximumLength(50).WithMessage("Номер протокола длиннее 50 знаков.");
    }
}

/// <summary>A decision as it is filled in, or what was done of it.</summary>
public sealed record DecisionForm
{
    public string? Text { get; init; }

    public string? Responsible { get; init; }

    public string? Term { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>What was done.</summary>
    public string? Note { get; init; }

    public IFormFile? File { get; init; }

    /// <summary>A method, for the framework reads every property of a form.</summary>
    public DecisionNotes ToNotes() => new(Text, Responsible, Term, Due);
}

public sealed class DecisionFormValidator : AbstractValidator<DecisionForm>
{
    public DecisionFormValidator() => RuleFor(f => f.Note).MaximumLength(MeetingDecision.LongestText).WithMessage("«Что сделано» длиннее 2 000 знаков: сократите.");
}
