namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What a picture shows of works: each state of <see cref="WorkState"/> on a day is exactly one of these.</summary>
public enum WorkPhase
{
    /// <summary>Выполнено.</summary>
    Done,

    /// <summary>В работе, на проверке or возвращено, and not late.</summary>
    InWork,

    /// <summary>Просрочено.</summary>
    Late,

    /// <summary>Выполнено частично or не выполнено: closed without all that was expected.</summary>
    Unfinished,

    /// <summary>Nothing begun, the last day has not passed: не наступил срок, не начато, перенесено.</summary>
    Ahead,

    /// <summary>Не требуется.</summary>
    NotNeeded,
}

/// <summary>Phases of works, of one and of many.</summary>
public static class WorkPhases
{
    /// <summary>All, in the order of legends and columns.</summary>
    public static IReadOnlyList<WorkPhase> All { get; } = Enum.GetValues<WorkPhase>();

    /// <summary>The phase of a work on a day; what is late is asked of <see cref="WorkWords.IsLate"/>.</summary>
    public static WorkPhase PhaseOn(this WorkState state, DateOnly due, DateOnly today) => state switch
    {
        _ when state.IsLate(due, today) => WorkPhase.Late,
        WorkState.Done => WorkPhase.Done,
        WorkState.DonePartly or WorkState.NotDone => WorkPhase.Unfinished,
        WorkState.NotNeeded => WorkPhase.NotNeeded,
        WorkState.NotStarted or WorkState.Moved => WorkPhase.Ahead,
        _ => WorkPhase.InWork,
    };

    /// <summary>«выполнено», «просрочено» …</summary>
    public static string RussianName(this WorkPhase phase) => phase switch
    {
        WorkPhase.Done => "выполнено",
        WorkPhase.InWork => "в работе или на проверке",
        WorkPhase.Late => "просрочено",
        WorkPhase.Unfinished => "выполнено не полностью",
        WorkPhase.Ahead => "срок не прошёл",
        _ => "не требуется",
    };

    /// <summary>
    /// The phase of an occurrence that many do: late as soon as one is; done, ahead or not needed only when all are
    /// (those that are not needed apart); what has begun and is not ended is in work.
    /// </summary>
    /// <returns>Null where nobody does it.</returns>
    public static WorkPhase? Of(PhaseCounts works)
    {
        ArgumentNullException.ThrowIfNull(works);
        var needed = works.Total - works[WorkPhase.NotNeeded];
        return works switch
        {
            { Total: 0 } => null,
            _ when works[WorkPhase.Late] > 0 => WorkPhase.Late,
            _ when needed == 0 => WorkPhase.NotNeeded,
            _ when works[WorkPhase.Done] == needed => WorkPhase.Done,
            _ when works[WorkPhase.Ahead] == needed => WorkPhase.Ahead,
            _ when works[WorkPhase.Done] + works[WorkPhase.Unfinished] == needed => WorkPhase.Unfinished,
            _ => WorkPhase.InWork,
        };
    }
}

/// <summary>How many works are in each phase.</summary>
public sealed class PhaseCounts
{
    private readonly int[] _counts = new int[WorkPhases.All.Count];

    /// <summary>Counts phases.</summary>
    public PhaseCounts(IEnumerable<WorkPhase> phases)
    {
        ArgumentNullException.ThrowIfNull(phases);
        foreach (var phase in phases)
        {
            _counts[(int)phase]++;
        }
    }

    /// <summary>Works in all phases.</summary>
    public int Total => _counts.Sum();

    /// <summary>Works in a phase.</summary>
    public int this[WorkPhase phase] => _counts[(int)phase];
}
