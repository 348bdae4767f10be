namespace EffectiveSchool.Domain.Monitoring;

/// <summary>A round of monitoring (этап): its stage, its days, and when it was closed for good.</summary>
public sealed class MonitoringRound
{
    private MonitoringRound()
    {
    }

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The monitoring.</summary>
    public int CycleId { get; private set; }

    /// <summary>Place among the rounds of the year, from 1.</summary>
    public int Position { get; private init; }

    /// <summary>Stage.</summary>
    public MonitoringStage Stage { get; private init; }

    /// <summary>The first day on which schools fill in.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day on which they hand in.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>When it was closed, UTC; null while it is not.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who closed it, by role and place; empty while nobody has.</summary>
    public string ClosedBy { get; private set; } = "";

    /// <summary>«1-й этап, входной».</summary>
    public string Title => $"{Position}-й этап, {Stage.RussianName()}";

    /// <summary>The usual rounds of a year: once — at its end; twice — at both ends; four times — twice between them too.</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="frequency">How often.</param>
    public static IReadOnlyList<MonitoringRound> Usual(int year, MonitoringFrequency frequency)
    {
        var entry = (MonitoringStage.Entry, new DateOnly(year, 1, 15), new DateOnly(year, 1, 31));
        var final = (MonitoringStage.Final, new DateOnly(year, 12, 1), new DateOnly(year, 12, 15));
        (MonitoringStage Stage, DateOnly From, DateOnly Due)[] rounds = frequency switch
        {
            MonitoringFrequency.Once => [final],
            MonitoringFrequency.Twice => [entry, final],
            _ =>
            [
                entry,
                (MonitoringStage.Interim, new DateOnly(year, 4, 1), new DateOnly(year, 4, 15)),
                (MonitoringStage.Interim, new DateOnly(year, 9, 1), new DateOnly(year, 9, 15)),
                final,
            ],
        };
        return [.. rounds.Select((r, i) => new MonitoringRound { Position = i + 1, Stage = r.Stage, From = r.From, Due = r.Due })];
    }

    /// <summary>Closes the round for good: nothing of it changes any more. Returns a refusal, or null.</summary>
    /// <param name="states">Where its schools stand.</param>
    /// <param name="today">Today in the region.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Close(IReadOnlyCollection<SubmissionState> states, DateOnly today, Author by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(by);
        if (ClosedAt is not null)
        {
            return "Этап уже закрыт.";
        }

        var waiting = states.Count(s => s == SubmissionState.UnderReview);
        if (waiting > 0)
        {
            return $"Закрыть нельзя: на проверке {RussianWords.Count(waiting, "школа", "школы", "школ")}. Подтвердите или верните сданное.";
        }

        var owed = states.Count(s => s.IsOwed());
        if (owed > 0 && today <= Due)
        {
            return $"Закрыть нельзя: не сдали {RussianWords.Count(owed, "школа", "школы", "школ")}, а срок — до {RussianFigures.Date(Due)} включительно.";
        }

        (ClosedAt, ClosedBy) = (now, by.Name);
        return null;
    }

    internal string? Set(DateOnly from, DateOnly due)
    {
        if (ClosedAt is not null)
        {
            return "Этап закрыт: его даты не меняются.";
        }

        if (due < from || due.DayNumber - from.DayNumber > 366)
        {
            return "Последний день этапа — не раньше первого и не дальше года от него.";
        }

        (From, Due) = (from, due);
        return null;
    }
}
