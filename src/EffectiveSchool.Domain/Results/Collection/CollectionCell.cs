namespace EffectiveSchool.Domain.Results.Collection;

/// <summary>How far the collection of one procedure in one municipality is.</summary>
public enum CollectionState
{
    /// <summary>The procedure applies to none of its schools.</summary>
    NotApplicable,

    /// <summary>Не прислано.</summary>
    NotSent,

    /// <summary>Прислано частично.</summary>
    Partial,

    /// <summary>Прислано.</summary>
    Sent,

    /// <summary>Подтверждено.</summary>
    Confirmed,

    /// <summary>Просрочено: the deadline has passed and the data are not confirmed, whatever has been sent.</summary>
    Overdue,
}

/// <summary>What a municipality has sent of a procedure that is collected.</summary>
/// <param name="Expected">Working schools that the procedure applies to, ≥ 0.</param>
/// <param name="Sent">Those of them with a result, 0…Expected.</param>
/// <param name="IsConfirmed">Whether «Данные подтверждены» stands.</param>
/// <param name="Deadline">The last day.</param>
public sealed record CollectionCell(int Expected, int Sent, bool IsConfirmed, DateOnly Deadline)
{
    /// <summary>Schools without a result.</summary>
    public int Missing => Expected - Sent;

    /// <summary>The state on a day of the region's calendar; the day of the deadline itself is in time.</summary>
    public CollectionState StateOn(DateOnly today) => this switch
    {
        { Expected: 0 } => CollectionState.NotApplicable,
        { IsConfirmed: true } => CollectionState.Confirmed,
        _ when today > Deadline => CollectionState.Overdue,
        { Sent: 0 } => CollectionState.NotSent,
        { Missing: > 0 } => CollectionState.Partial,
        _ => CollectionState.Sent,
    };

    /// <summary>Why the data cannot be confirmed, or null. Schools may be missing: the note says why.</summary>
    public string? RefusalToConfirm => this switch
    {
        { Expected: 0 } => "В муниципалитете нет школ, к которым относится процедура.",
        { IsConfirmed: true } => "Данные уже подтверждены.",
        { Sent: 0 } => "Подтверждать нечего: не прислано ни одного результата.",
        _ => null,
    };
}

/// <summary>The Russian names of the states.</summary>
public static class CollectionStates
{
    /// <summary>«не прислано», «прислано частично», «прислано», «подтверждено», «просрочено»; «не относится» where no school could have a result.</summary>
    public static string RussianName(this CollectionState state) => state switch
    {
        CollectionState.NotSent => "не прислано",
        CollectionState.Partial => "прислано частично",
        CollectionState.Sent => "прислано",
        CollectionState.Confirmed => "подтверждено",
        CollectionState.Overdue => "просрочено",
        _ => "не относится",
    };
}
