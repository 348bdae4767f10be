using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Monitoring;

/// <summary>
/// What one school hands in for one round, as one state machine (domain.md §8). Every transition returns null, or a Russian
/// sentence saying why it is refused, and then nothing changed. A closed round is frozen.
/// </summary>
public sealed class MonitoringSubmission
{
    /// <summary>The longest reason, characters.</summary>
    public const int LongestReason = 2000;

    private readonly List<MonitoringAnswer> _answers = [];
    private readonly List<MonitoringEvent> _events = [];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The round.</summary>
    public required int RoundId { get; init; }

    /// <summary>The school.</summary>
    public required int SchoolId { get; init; }

    /// <summary>State.</summary>
    public SubmissionState State { get; private set; }

    /// <summary>When it was last handed in, UTC; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What was handed in.</summary>
    public IReadOnlyList<MonitoringAnswer> Answers => _answers;

    /// <summary>What was done with it.</summary>
    public IReadOnlyList<MonitoringEvent> Events => _events;

    /// <summary>Whether somebody at the level fills in: the school, or a coordinator above for it.</summary>
    public static bool MayFill(DutyLevel level) => level is DutyLevel.School or DutyLevel.Municipality or DutyLevel.Region;

    /// <summary>Whether somebody at the level confirms and returns: whoever stands above the school.</summary>
    public static bool MayReview(DutyLevel level) => level > DutyLevel.School;

    /// <summary>Writes answers down; an item that is left empty loses its answer. Returns a refusal, or null.</summary>
    /// <param name="values">Items of the monitoring, each with what was written under it; null takes the answer away.</param>
    /// <param name="round">The round.</param>
    /// <param name="by">Who fills in.</param>
    /// <param name="today">Today in the region.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Fill(IReadOnlyCollection<(MonitoringItem Item, MonitoringValue? Value)> values, MonitoringRound round, WorkActor by, DateOnly today, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (RefuseFilling(round, by, today) is { } refusal)
        {
            return refusal;
        }

        foreach (var (item, value) in values)
        {
            var old = _answers.Find(a => a.ItemId == item.Id);
            if (old is null && value is not null)
            {
                _answers.Add(new MonitoringAnswer { ItemId = item.Id, RegionId = RegionId, Value = value });
            }
            else if (old is not null && value is null)
            {
                _answers.Remove(old);
            }
            else if (old is not null && old.Value != value)
            {
                old.Value = value!;
            }
        }

        Go(SubmissionState.Filling, SubmissionStep.Filled, "", by, now);
        return null;
    }

    /// <summary>Заполняется or возвращено → на проверке. Nothing obligatory may be missing.</summary>
    public string? Submit(IReadOnlyCollection<MonitoringItem> items, MonitoringRound round, WorkActor by, DateOnly today, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (RefuseFilling(round, by, today) is { } refusal)
        {
            return refusal;
        }

        var missing = items.Where(i => i.Required && !_answers.Exists(a => a.ItemId == i.Id)).OrderBy(i => i.Position).ToList();
        if (missing.Count > 0)
        {
            return $"Не сдано: заполните обязательные сведения — {string.Join("; ", missing.Select(i => $"«{i.Title}»"))}.";
        }

        SubmittedAt = now;
        Go(SubmissionState.UnderReview, SubmissionStep.Submitted, "", by, now);
        return null;
    }

    /// <summary>На проверке → подтверждено.</summary>
    public string? Confirm(MonitoringRound round, WorkActor by, DateTimeOffset now)
    {
        if (RefuseReview(round, by) is { } refusal)
        {
            return refusal;
        }

        if (State != SubmissionState.UnderReview)
        {
            return $"Подтвердить можно сданное на проверку, а сейчас — {State.RussianName()}.";
        }

        Go(SubmissionState.Confirmed, SubmissionStep.Confirmed, "", by, now);
        return null;
    }

    /// <summary>На проверке, or confirmed by mistake → возвращено, with the reason.</summary>
    public string? Return(string? reason, MonitoringRound round, WorkActor by, DateTimeOffset now)
    {
        if (RefuseReview(round, by) is { } refusal)
        {
            return refusal;
        }

        if (State.IsOwed())
        {
            return $"Вернуть можно сданное на проверку, а сейчас — {State.RussianName()}.";
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return $"Укажите, что исправить или добавить, не длиннее {RussianFigures.Count(LongestReason)} знаков.";
        }

        Go(SubmissionState.Returned, SubmissionStep.Returned, reason.Trim(), by, now);
        return null;
    }

    /// <summary>Why nothing can be filled in now; null where it can.</summary>
    public string? RefuseFilling(MonitoringRound round, WorkActor by, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(by);
        return this switch
        {
            _ when !MayFill(by.Level) => "Сведения вносит школа, а за неё — муниципалитет или регион.",
            _ when round.ClosedAt is not null => "Этап закрыт: сведения больше не меняются.",
            _ when today < round.From => $"Этап начинается {RussianFigures.Date(round.From)}: заполнять ещё рано.",
            { State: SubmissionState.UnderReview } => "Сведения на проверке: дождитесь решения.",
            { State: SubmissionState.Confirmed } => "Сведения подтверждены. Чтобы исправить их, проверяющий должен их вернуть.",
            _ => null,
        };
    }

    private static string? RefuseReview(MonitoringRound round, WorkActor by)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(by);
        return !MayReview(by.Level) ? "Проверяет куратор школы, муниципалитет или регион."
            : round.ClosedAt is not null ? "Этап закрыт: решения больше не меняются."
            : null;
    }

    private void Go(SubmissionState state, SubmissionStep step, string text, WorkActor by, DateTimeOffset now)
    {
        (State, ChangedAt) = (state, now);
        _events.Add(new MonitoringEvent { Step = step, Text = text, AuthorId = by.Author.Id, Author = by.Author.Name, At = now });
    }
}

/// <summary>What a school handed in under an item.</summary>
public sealed class MonitoringAnswer
{
    /// <summary>What was handed in for the round.</summary>
    public int SubmissionId { get; private set; }

    /// <summary>The item.</summary>
    public required int ItemId { get; init; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The answer.</summary>
    public required MonitoringValue Value
    {
        get => MonitoringValue.Stored(Text, Number, Yes, FileId);
        set => (Text, Number, Yes, FileId) = (value.Text, value.Number, value.Yes, value.FileId);
    }

    /// <summary>A text or a link, as stored.</summary>
    public string? Text { get; private set; }

    /// <summary>A number, as stored.</summary>
    public decimal? Number { get; private set; }

    /// <summary>Yes or no, as stored.</summary>
    public bool? Yes { get; private set; }

    /// <summary>A file, as stored.</summary>
    public int? FileId { get; private set; }
}

/// <summary>A line of the history.</summary>
public sealed class MonitoringEvent
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>What was handed in for the round.</summary>
    public int SubmissionId { get; private set; }

    /// <summary>What was done.</summary>
    public required SubmissionStep Step { get; init; }

    /// <summary>Reason of a return; empty otherwise.</summary>
    public required string Text { get; init; }

    /// <summary>Account of who did it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Who did it, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
