using FluentValidation;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>Whom to ask to take part.</summary>
public enum Audience
{
    /// <summary>Школы перечня ШНОР.</summary>
    Listed,

    /// <summary>Участники программы, которую исполняет мероприятие.</summary>
    Programme,

    /// <summary>Все школы.</summary>
    All,
}

/// <summary>A row of the table of participants.</summary>
public sealed record ParticipantRowForm
{
    public int SchoolId { get; init; }

    public int? People { get; init; }

    public int? Managers { get; init; }

    public int? Again { get; init; }
}

/// <summary>What the page of participants sends; each handler reads its own part.</summary>
public sealed record ParticipantsForm
{
    public List<ParticipantRowForm> Rows { get; init; } = [];

    /// <summary>Put into every row that is left empty.</summary>
    public int? Fill { get; init; }

    public Audience Audience { get; init; }

    public int? MunicipalityId { get; init; }

    public int? SchoolId { get; init; }

    public string? Text { get; init; }

    public IFormFile? File { get; init; }
}

public sealed class ParticipantsFormValidator : AbstractValidator<ParticipantsForm>
{
    public ParticipantsFormValidator()
    {
        RuleFor(f => f.Rows.Count).LessThanOrEqualTo(ParticipantImport.MostRows).WithMessage($"За один раз записывается не больше {ParticipantImport.MostRows} школ.");
        RuleFor(f => f.Audience).IsInEnum().WithMessage("Выберите, кого добавить.");
    }
}
