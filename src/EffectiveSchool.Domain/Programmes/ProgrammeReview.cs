using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Domain.Programmes;

/// <summary>Where the agreement of a child programme stands; a programme under no other has none.</summary>
public enum ReviewState
{
    /// <summary>Черновик.</summary>
    Draft,

    /// <summary>На согласовании.</summary>
    UnderReview,

    /// <summary>Согласовано.</summary>
    Agreed,

    /// <summary>Возвращено.</summary>
    Returned,

    /// <summary>Изменено после согласования: agreed once, amended since, to be agreed again.</summary>
    Amended,
}

/// <summary>What was done in the agreement of a programme.</summary>
public enum ReviewStep
{
    /// <summary>Отправлено на согласование.</summary>
    Submitted,

    /// <summary>Отозвано.</summary>
    Recalled,

    /// <summary>Согласовано.</summary>
    Agreed,

    /// <summary>Возвращено.</summary>
    Returned,

    /// <summary>Взято на доработку.</summary>
    Reopened,

    /// <summary>Изменено корректировкой.</summary>
    Amended,
}

/// <summary>A line of the history of an agreement.</summary>
public sealed class ProgrammeReviewEvent
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The programme.</summary>
    public int ProgrammeId { get; private set; }

    /// <summary>What was done.</summary>
    public required ReviewStep Step { get; init; }

    /// <summary>Reason; empty where none was asked for.</summary>
    public required string Text { get; init; }

    /// <summary>Account of who did it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Who did it, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The Russian names of levels and of the agreement.</summary>
public static class ProgrammeWords
{
    /// <summary>«региональная», «муниципальная», «школьная».</summary>
    public static string RussianName(this ProgrammeLevel level) => level switch
    {
        ProgrammeLevel.Region => "региональная",
        ProgrammeLevel.Municipality => "муниципальная",
        _ => "школьная",
    };

    /// <summary>«черновик», «на согласовании» …</summary>
    public static string RussianName(this ReviewState state) => state switch
    {
        ReviewState.Draft => "черновик",
        ReviewState.UnderReview => "на согласовании",
        ReviewState.Agreed => "согласовано",
        ReviewState.Amended => "изменено, ждёт согласования",
        _ => "возвращено",
    };

    /// <summary>«отправлено на согласование», «отозвано» …</summary>
    public static string RussianName(this ReviewStep step) => step switch
    {
        ReviewStep.Submitted => "отправлено на согласование",
        ReviewStep.Recalled => "отозвано",
        ReviewStep.Agreed => "согласовано",
        ReviewStep.Returned => "возвращено",
        ReviewStep.Amended => "изменено корректировкой, нужно новое согласование",
        _ => "взято на доработку",
    };

    /// <summary>Who keeps programmes of the level.</summary>
    public static DutyLevel Duty(this ProgrammeLevel level) => level switch
    {
        ProgrammeLevel.Region => DutyLevel.Region,
        ProgrammeLevel.Municipality => DutyLevel.Municipality,
        _ => DutyLevel.School,
    };
}
