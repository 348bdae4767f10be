namespace EffectiveSchool.Domain.Objections;

/// <summary>Where an objection stands.</summary>
public enum ObjectionState
{
    /// <summary>Подано.</summary>
    Submitted,

    /// <summary>На рассмотрении.</summary>
    UnderReview,

    /// <summary>Удовлетворено.</summary>
    Upheld,

    /// <summary>Отклонено.</summary>
    Rejected,

    /// <summary>Отозвано.</summary>
    Withdrawn,
}

/// <summary>Who objects: the school itself or its municipality.</summary>
public enum ObjectionSide
{
    /// <summary>Школа.</summary>
    School,

    /// <summary>Муниципалитет.</summary>
    Municipality,
}

/// <summary>What was done with an objection.</summary>
public enum ObjectionStep
{
    /// <summary>Подано.</summary>
    Submitted,

    /// <summary>Взято на рассмотрение.</summary>
    TakenUp,

    /// <summary>Дополнено: words or files, the state stays.</summary>
    Remark,

    /// <summary>Удовлетворено.</summary>
    Upheld,

    /// <summary>Отклонено.</summary>
    Rejected,

    /// <summary>Отозвано.</summary>
    Withdrawn,
}

/// <summary>The Russian names of what an objection may be.</summary>
public static class ObjectionWords
{
    /// <summary>«подано», «на рассмотрении» …</summary>
    public static string RussianName(this ObjectionState state) => state switch
    {
        ObjectionState.Submitted => "подано",
        ObjectionState.UnderReview => "на рассмотрении",
        ObjectionState.Upheld => "удовлетворено",
        ObjectionState.Rejected => "отклонено",
        _ => "отозвано",
    };

    /// <summary>«школа», «муниципалитет».</summary>
    public static string RussianName(this ObjectionSide side) => side == ObjectionSide.School ? "школа" : "муниципалитет";

    /// <summary>«подано», «взято на рассмотрение» …</summary>
    public static string RussianName(this ObjectionStep step) => step switch
    {
        ObjectionStep.Submitted => "подано",
        ObjectionStep.TakenUp => "взято на рассмотрение",
        ObjectionStep.Remark => "дополнено",
        ObjectionStep.Upheld => "удовлетворено",
        ObjectionStep.Rejected => "отклонено",
        _ => "отозвано",
    };
}

/// <summary>A number that is contested: what the list has and what the school says it should be.</summary>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="ListParticipants">Participants as the list has them, null where it has none.</param>
/// <param name="ListFailed">Failed as the list has them, null where it has none.</param>
/// <param name="Participants">Participants as they should be; 0 where nobody took part.</param>
/// <param name="Failed">Failed as they should be.</param>
public sealed record ContestedNumber(string Procedure, int Year, int? ListParticipants, int? ListFailed, int Participants, int Failed)
{
    /// <summary>«ВПР 5 РУ за 2023 год: в перечне 18 из 40, по мнению школы 10 из 40».</summary>
    public string Sentence =>
        $"{Procedure} за {Year} год: в перечне {(ListParticipants is null ? "чисел нет" : $"{ListFailed} из {ListParticipants}")}, должно быть {Failed} из {Participants}";

    /// <summary>Why nothing is contested by it; null where something is.</summary>
    public string? Refusal => this switch
    {
        { Participants: < 0 or > 100_000 } => "Число участников — от 0 до 100 000.",
        { Failed: < 0 } => "Число не преодолевших порог не бывает отрицательным.",
        _ when Failed > Participants => $"Не преодолевших порог ({Failed}) больше, чем участников ({Participants}). Проверьте числа.",
        _ when Participants == ListParticipants && Failed == ListFailed => "Указаны те же числа, что и в перечне. Укажите, какими они должны быть.",
        _ => null,
    };
}

/// <summary>A line of the history of an objection.</summary>
public sealed class ObjectionEvent
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The objection.</summary>
    public int ObjectionId { get; private set; }

    /// <summary>What was done.</summary>
    public required ObjectionStep Step { get; init; }

    /// <summary>Grounds, reason or remark; empty where nothing was said.</summary>
    public required string Text { get; init; }

    /// <summary>Account of who did it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Who did it, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
