namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What an amendment may change of an activity.</summary>
public enum ActivityField
{
    /// <summary>Номер.</summary>
    Number,

    /// <summary>Мероприятие.</summary>
    Title,

    /// <summary>Срок as worded.</summary>
    Term,

    /// <summary>Даты read from the term.</summary>
    Dates,

    /// <summary>Ответственный.</summary>
    Responsible,

    /// <summary>Планируемый результат.</summary>
    Expected,

    /// <summary>Кто выполняет: each school, or once for all.</summary>
    Doer,
}

/// <summary>What an amendment did with an activity.</summary>
public enum AmendmentStep
{
    /// <summary>Добавлено.</summary>
    Added,

    /// <summary>Изменено.</summary>
    Changed,

    /// <summary>Исключено.</summary>
    Withdrawn,

    /// <summary>Восстановлено.</summary>
    Restored,
}

/// <summary>A field before and after; empty where there was none.</summary>
/// <param name="Field">Field.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it became.</param>
public sealed record FieldChange(ActivityField Field, string Before, string After);

/// <summary>Why a roadmap is amended.</summary>
/// <param name="Reason">Grounds, required.</param>
/// <param name="OrderNumber">Number of the order, where there is one.</param>
/// <param name="OrderDate">Its date.</param>
/// <param name="Continues">Number of the latest amendment, to which this change belongs; null opens a new one.</param>
public sealed record AmendmentGrounds(string? Reason, string? OrderNumber = null, DateOnly? OrderDate = null, int? Continues = null);

/// <summary>An activity as an amendment writes it.</summary>
/// <param name="Words">Number, title, responsible, expected result.</param>
/// <param name="Term">Term as read for the programme.</param>
/// <param name="PerSchool">Whether each participating school does it.</param>
public sealed record ActivityEdit(ActivityWords Words, Term Term, bool PerSchool);

/// <summary>An amendment (корректировка дорожной карты): numbered, with its grounds, and only added to.</summary>
public sealed class RoadmapAmendment
{
    /// <summary>The longest grounds, characters.</summary>
    public const int LongestReason = 2000;

    /// <summary>The longest number of an order, characters.</summary>
    public const int LongestOrder = 50;

    private readonly List<AmendedActivity> _activities = [];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The roadmap.</summary>
    public int RoadmapId { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>Number within the roadmap, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Grounds.</summary>
    public required string Reason { get; init; }

    /// <summary>Number of the order; empty where there is none.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>Date of the order.</summary>
    public DateOnly? OrderDate { get; init; }

    /// <summary>Account of who made it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Who made it, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it did.</summary>
    public IReadOnlyList<AmendedActivity> Activities => _activities;

    /// <summary>«корректировка № 2, приказ № 15 от 03.04.2024».</summary>
    public string Requisites => $"корректировка № {Number}" + (OrderNumber.Length > 0 ? $", приказ № {OrderNumber}" : "") + (OrderDate is null ? "" : $" от {RussianFigures.Date(OrderDate)}");

    internal void Record(Activity activity, AmendmentStep step, IReadOnlyList<FieldChange> changes) =>
        _activities.Add(new AmendedActivity { Activity = activity, Step = step, Changes = changes });
}

/// <summary>What an amendment did with one activity.</summary>
public sealed class AmendedActivity
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The amendment.</summary>
    public int AmendmentId { get; private set; }

    /// <summary>The activity.</summary>
    public int ActivityId { get; private set; }

    /// <summary>The activity.</summary>
    public required Activity Activity { get; init; }

    /// <summary>What was done.</summary>
    public required AmendmentStep Step { get; init; }

    /// <summary>Fields that changed.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }
}

/// <summary>An activity beside the first version of its roadmap.</summary>
/// <param name="Activity">As it is now.</param>
/// <param name="Step">Added or withdrawn since; changed; null where it is as it was.</param>
/// <param name="Changes">Fields that differ from the first version.</param>
public sealed record ActivityComparison(Activity Activity, AmendmentStep? Step, IReadOnlyList<FieldChange> Changes);

/// <summary>The Russian names of amendments.</summary>
public static class AmendmentWords
{
    /// <summary>«номер», «мероприятие» …</summary>
    public static string RussianName(this ActivityField field) => field switch
    {
        ActivityField.Number => "номер",
        ActivityField.Title => "мероприятие",
        ActivityField.Term => "срок",
        ActivityField.Dates => "даты",
        ActivityField.Responsible => "ответственный",
        ActivityField.Expected => "планируемый результат",
        _ => "кто выполняет",
    };

    /// <summary>«добавлено», «изменено», «исключено», «восстановлено».</summary>
    public static string RussianName(this AmendmentStep step) => step switch
    {
        AmendmentStep.Added => "добавлено",
        AmendmentStep.Changed => "изменено",
        AmendmentStep.Restored => "восстановлено",
        _ => "исключено",
    };
}
