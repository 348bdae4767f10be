using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Domain.Objections;

/// <summary>
/// An objection (возражение) to a preliminary list: подано → на рассмотрении → удовлетворено, отклонено or отозвано
/// (domain.md §5). Every transition returns null, or a Russian sentence saying why it is refused, and then nothing changed.
/// </summary>
public sealed class Objection
{
    /// <summary>The longest grounds, reason or remark, characters.</summary>
    public const int LongestText = 4000;

    private readonly List<ObjectionEvent> _events = [];

    private Objection()
    {
    }

    /// <summary>Internal key: the number people know it by.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public int RegionId { get; private init; }

    /// <summary>The list objected to.</summary>
    public int ListId { get; private init; }

    /// <summary>The school it is about: whoever sees the school sees it.</summary>
    public int SchoolId { get; private init; }

    /// <summary>Who objects; the same side may withdraw.</summary>
    public ObjectionSide Side { get; private init; }

    /// <summary>The number contested; null where the use of the rule is.</summary>
    public ContestedNumber? Number { get; private init; }

    /// <summary>State.</summary>
    public ObjectionState State { get; private set; } = ObjectionState.Submitted;

    /// <summary>When it was submitted, UTC.</summary>
    public DateTimeOffset SubmittedAt { get; private init; }

    /// <summary>When it was decided or withdrawn, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The upload or edit that corrected the contested number; null unless upheld.</summary>
    public int? CorrectionBatchId { get; private set; }

    /// <summary>Everything that was done, oldest first.</summary>
    public IReadOnlyList<ObjectionEvent> Events => _events;

    /// <summary>Whether it waits for a decision: nothing is approved meanwhile.</summary>
    public bool IsOpen => State is ObjectionState.Submitted or ObjectionState.UnderReview;

    /// <summary>Submits an objection to a preliminary list within its days.</summary>
    /// <param name="list">The list.</param>
    /// <param name="schoolId">The school it is about.</param>
    /// <param name="side">Who objects.</param>
    /// <param name="number">The number contested; null where the use of the rule is.</param>
    /// <param name="grounds">Why, required.</param>
    /// <param name="by">Who submits.</param>
    /// <param name="today">Today in the region.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="objection">The objection; null where it is refused.</param>
    public static string? Submit(
        SchoolList list, int schoolId, ObjectionSide side, ContestedNumber? number, string? grounds, Author by, DateOnly today, DateTimeOffset now, out Objection? objection)
    {
        objection = null;
        if (list.RefuseObjection(today) is { } closed)
        {
            return closed;
        }

        if (number is not null && (number.Refusal ?? OutOfYears(number, list)) is { } wrong)
        {
            return wrong;
        }

        if (RefuseText(grounds, "Укажите основания возражения: чем подтверждается, что в перечне ошибка.") is { } missing)
        {
            return missing;
        }

        objection = new Objection
        {
            RegionId = list.RegionId, ListId = list.Id, SchoolId = schoolId, Side = side, Number = number, SubmittedAt = now,
        };
        objection.Log(ObjectionStep.Submitted, grounds, by, now);
        return null;
    }

    /// <summary>Подано → на рассмотрении.</summary>
    public string? TakeUp(Author by, DateTimeOffset now)
    {
        if (State != ObjectionState.Submitted)
        {
            return $"На рассмотрение берётся только поданное возражение, а это — {State.RussianName()}.";
        }

        State = ObjectionState.UnderReview;
        Log(ObjectionStep.TakenUp, "", by, now);
        return null;
    }

    /// <summary>Adds words to the open objection.</summary>
    public string? Remark(string? text, Author by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return $"Возражение {State.RussianName()}: дополнить его уже нельзя.";
        }

        if (RefuseText(text, "Напишите, чем дополняется возражение.") is { } missing)
        {
            return missing;
        }

        Log(ObjectionStep.Remark, text, by, now);
        return null;
    }

    /// <summary>На рассмотрении → удовлетворено. A contested number must have been corrected first.</summary>
    /// <param name="reason">Reason of the decision, required.</param>
    /// <param name="correctionBatchId">The upload or edit that corrected the number; null where the rule's use was contested.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Uphold(string? reason, int? correctionBatchId, Author by, DateTimeOffset now)
    {
        if (RefuseDecision(reason) is { } refusal)
        {
            return refusal;
        }

        if (Number is not null && correctionBatchId is null)
        {
            return "Сначала исправьте число — загрузкой файла или правкой результата, — затем удовлетворите возражение и укажите это исправление.";
        }

        CorrectionBatchId = correctionBatchId;
        Close(ObjectionState.Upheld, ObjectionStep.Upheld, reason, by, now);
        return null;
    }

    /// <summary>На рассмотрении → отклонено.</summary>
    public string? Reject(string? reason, Author by, DateTimeOffset now)
    {
        if (RefuseDecision(reason) is { } refusal)
        {
            return refusal;
        }

        Close(ObjectionState.Rejected, ObjectionStep.Rejected, reason, by, now);
        return null;
    }

    /// <summary>Подано or на рассмотрении → отозвано, by the side that submitted it.</summary>
    public string? Withdraw(ObjectionSide side, string? reason, Author by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return $"Отозвать можно только нерассмотренное возражение, а это — {State.RussianName()}.";
        }

        if (side != Side)
        {
            return $"Отозвать возражение может тот, кто его подал: {Side.RussianName()}.";
        }

        if (reason?.Length > LongestText)
        {
            return TooLong;
        }

        Close(ObjectionState.Withdrawn, ObjectionStep.Withdrawn, reason, by, now);
        return null;
    }

    private static string TooLong => $"Текст длиннее {RussianFigures.Count(LongestText)} знаков. Сократите его, подробности приложите файлом.";

    private static string? OutOfYears(ContestedNumber number, SchoolList list) => number.Year == list.ResultsYear || number.Year == list.ResultsYear - 1
        ? null
        : $"Перечень построен по результатам {list.ResultsYear - 1} и {list.ResultsYear} годов, а оспаривается {number.Year} год.";

    private static string? RefuseText(string? text, string whenMissing) =>
        string.IsNullOrWhiteSpace(text) ? whenMissing : text.Length > LongestText ? TooLong : null;

    private string? RefuseDecision(string? reason) => State != ObjectionState.UnderReview
        ? $"Решение принимается по возражению, взятому на рассмотрение, а это — {State.RussianName()}."
        : RefuseText(reason, "Укажите причину решения: её увидят школа и муниципалитет.");

    private void Close(ObjectionState state, ObjectionStep step, string? text, Author by, DateTimeOffset now)
    {
        (State, ClosedAt) = (state, now);
        Log(step, text, by, now);
    }

    private void Log(ObjectionStep step, string? text, Author by, DateTimeOffset now) =>
        _events.Add(new ObjectionEvent { Step = step, Text = text?.Trim() ?? "", AuthorId = by.Id, Author = by.Name, At = now });
}
