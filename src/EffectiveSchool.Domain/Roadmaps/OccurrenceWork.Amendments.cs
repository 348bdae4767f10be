namespace EffectiveSchool.Domain.Roadmaps;

/// <content>What an amendment of the roadmap does with a work that somebody has begun: it is kept and marked.</content>
public sealed partial class OccurrenceWork
{
    /// <summary>Number of the latest amendment that changed what the work is for; null for none.</summary>
    public int? AmendedIn { get; private set; }

    /// <summary>Whether nobody has done anything with it: it then follows the plan without a word.</summary>
    public bool IsUntouched => State == WorkState.NotStarted && _events.Count == 0;

    /// <summary>The plan has another date now; the work keeps its own, and whoever reviews it may move it.</summary>
    /// <param name="number">Number of the amendment.</param>
    /// <param name="from">First day in the plan now.</param>
    /// <param name="due">Last day in the plan now.</param>
    /// <param name="by">Who amends.</param>
    /// <param name="now">Now, UTC.</param>
    public void Mark(int number, DateOnly from, DateOnly due, Author by, DateTimeOffset now)
    {
        AmendedIn = number;
        Say($"Корректировка № {number}: срок в плане теперь {new Occurrence(from, due).Text}. По этой работе уже есть записи, её срок прежний — {RussianFigures.Date(Due)}; перенести его может проверяющий.", State, by, now);
    }

    /// <summary>The plan asks for it no more: what is open becomes «не требуется», what was handed in or closed stays as it is.</summary>
    /// <param name="number">Number of the amendment.</param>
    /// <param name="reason">Its grounds.</param>
    /// <param name="by">Who amends.</param>
    /// <param name="now">Now, UTC.</param>
    public void Exclude(int number, string reason, Author by, DateTimeOffset now)
    {
        AmendedIn = number;
        var text = $"Исключено корректировкой № {number}: {reason}";
        if (State.IsOpen())
        {
            Reason = text;
        }

        Say(text, State.IsOpen() ? WorkState.NotNeeded : State, by, now);
    }

    /// <summary>
    /// The plan asks for it again: what the withdrawal closed goes back to where it stood; what a person had decided stays decided.
    /// </summary>
    /// <param name="number">Number of the amendment.</param>
    /// <param name="reason">Its grounds.</param>
    /// <param name="by">Who amends.</param>
    /// <param name="now">Now, UTC.</param>
    public void Restore(int number, string reason, Author by, DateTimeOffset now)
    {
        AmendedIn = number;
        var text = $"Восстановлено корректировкой № {number}: {reason}";
        var told = _events.OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Step).ToList();

        // What a person found not needed stays so until a person returns it.
        var closedByPlan = State == WorkState.NotNeeded && told.LastOrDefault(s => s is WorkStep.NotNeeded or WorkStep.Returned, WorkStep.Returned) == WorkStep.Returned;
        if (closedByPlan)
        {
            Reason = "";
        }

        Say(text, closedByPlan ? StateBefore(told) : State, by, now);
    }

    /// <summary>The open state that the last step of a person left.</summary>
    private static WorkState StateBefore(IEnumerable<WorkStep> told) => told.Select(s => (WorkState?)(s switch
    {
        WorkStep.Started or WorkStep.Reported or WorkStep.Attached => WorkState.InProgress,
        WorkStep.Returned => WorkState.Returned,
        WorkStep.Moved => WorkState.Moved,
        _ => null,
    })).LastOrDefault(s => s is not null) ?? WorkState.NotStarted;

    private void Say(string text, WorkState state, Author by, DateTimeOffset now)
    {
        (State, ChangedAt) = (state, now);
        _events.Add(new WorkEvent { Step = WorkStep.Amended, Text = text, AuthorId = by.Id, Author = by.Name, At = now });
    }
}
