using EffectiveSchool.Domain.Events;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>An event as a person writes it down.</summary>
public sealed record EventForm
{
    public string? Title { get; init; }

    public string? Kind { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day; the first where it is left empty.</summary>
    public DateOnly? To { get; init; }

    public string? Place { get; init; }

    public string? Link { get; init; }

    public int? HostSchoolId { get; init; }

    /// <summary>The municipality on whose behalf the region writes; others write on their own.</summary>
    public int? MunicipalityId { get; init; }

    public decimal? Hours { get; init; }

    /// <summary>Empty where no materials are due.</summary>
    public int? MaterialDays { get; init; }

    /// <summary>«o12» — an occurrence of a roadmap, «a7» — an activity whose term counts from the event; empty for none.</summary>
    public string? Plan { get; init; }

    public static EventForm Of(Event held) => new()
    {
        Title = held.Title, Kind = held.Kind, From = held.From, To = held.To, Place = held.Place, Link = held.Link, HostSchoolId = held.HostSchoolId, MunicipalityId = held.MunicipalityId,
        Hours = held.Hours, MaterialDays = held.MaterialDays, Plan = held.OccurrenceId is { } occurrence ? $"o{occurrence}" : held.ActivityId is { } activity ? $"a{activity}" : null,
    };

    /// <summary>A method, for the framework reads every property of a form, also of one without a date.</summary>
    public EventNotes ToNotes() => new(Title, Kind, From!.Value, To ?? From.Value, Place, Link, HostSchoolId, Hours, MaterialDays);
}

public sealed class EventFormValidator : AbstractValidator<EventForm>
{
    public EventFormValidator()
    {
        RuleFor(f => f.From).NotNull().WithMessage("Укажите дату мероприятия.");
        RuleFor(f => f.Kind).NotEmpty().WithMessage("Выберите вид мероприятия.");
    }
}

/// <summary>What a step of an event carries; each handler reads its own part.</summary>
public sealed record EventStepForm
{
    public string? Reason { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Title { get; init; }

    public string? Link { get; init; }

    public IFormFile? File { get; init; }
}

public sealed class EventStepFormValidator : AbstractValidator<EventStepForm>
{
    public EventStepFormValidator()
    {
        RuleFor(f => f.Title).MaximumLength(Event.LongestText).WithMessage($"Название длиннее {Event.LongestText} знаков.");
        RuleFor(f => f.Link).MaximumLength(Event.LongestLink).WithMessage("Ссылка длиннее 1000 знаков.");
    }
}
