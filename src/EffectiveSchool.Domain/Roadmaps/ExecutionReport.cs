namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>A line of the execution report: an occurrence, of one school where the activity is per school.</summary>
/// <param name="WorkId">Key of the work: the same in every report.</param>
/// <param name="Number">№ of the activity.</param>
/// <param name="Title">Мероприятие.</param>
/// <param name="School">The school; null where it is done once for all.</param>
/// <param name="From">First day.</param>
/// <param name="Due">Last day.</param>
/// <param name="Responsible">Ответственный.</param>
/// <param name="State">State.</param>
/// <param name="Fact">Фактический результат with the number reached.</param>
/// <param name="Evidence">Подтверждение: requisites of what was attached.</param>
/// <param name="Reasons">Причины и меры.</param>
public sealed record ExecutionLine(
    int WorkId, string Number, string Title, string? School, DateOnly From, DateOnly Due, string Responsible, WorkState State, string Fact, string Evidence, string Reasons)
{
    /// <summary>The earliest last day it was moved from; null where it never was, and in reports submitted before moved works were told of.</summary>
    public DateOnly? FirstDue { get; init; }

    /// <summary>«Фактический результат»: what was done, with the number reached against the expected one; before a report what is expected.</summary>
    /// <param name="fact">What was done, in words.</param>
    /// <param name="reached">The number reached.</param>
    /// <param name="expected">The number expected of who does it.</param>
    public static string FactOf(string fact, decimal? reached, ExpectedQuantity? expected) => string.Join(". ", new[]
    {
        fact.TrimEnd('.'),
        (reached, expected) switch
        {
            ({ } number, null) => $"достигнуто {QuantityUnit.Things.Text(number)}",
            ({ } number, _) => $"достигнуто {expected.Unit.Text(number)} из {expected.Text}",
            (null, not null) => $"ожидается не менее {expected.Text}",
            _ => "",
        },
    }.Where(t => t.Length > 0));

    /// <summary>«Подтверждение»: requisites and links of what was attached.</summary>
    public static string EvidenceOf(IEnumerable<WorkEvidence> evidence) => string.Join("; ", evidence.Select(e => e.Requisites + (e.Link is null ? "" : $", {e.Link}")));

    /// <summary>«перенесено на 01.02.2027», «выполнено, срок был перенесён на 01.02.2027», «не начато, просрочено».</summary>
    /// <param name="day">The day the report shows.</param>
    public string StatusOn(DateOnly day) => State.StatusOn(From, day)
        + (FirstDue is null ? "" : State == WorkState.Moved ? $" на {RussianFigures.Date(Due)}" : $", срок был перенесён на {RussianFigures.Date(Due)}")
        + (State.IsLate(Due, day) ? ", просрочено" : "");
}

/// <summary>
/// What was done of what was due (domain.md §9). A due date has come when the first of the last days that the work ever had has come:
/// to move a work does not take it out of the denominator.
/// </summary>
/// <param name="Done">Выполнено.</param>
/// <param name="Come">Occurrences whose due date has come; those that are not needed apart.</param>
/// <param name="NotNeeded">Of those whose date has come, не требуется.</param>
/// <param name="Moved">Of the denominator, works that are not done and whose last day was moved to one that has not come.</param>
public sealed record ShareDone(int Done, int Come, int NotNeeded, int Moved = 0)
{
    /// <summary>Percent, 0 to 100; null while no date has come.</summary>
    public decimal? Percent => Come == 0 ? null : 100m * Done / Come;

    /// <summary>«75 % (3 из 4)», or that nothing was due.</summary>
    public string Text => Percent is { } percent ? $"{RussianFigures.Percent(percent)} ({Done} из {Come})" : "сроки ещё не наступили";

    /// <summary>What stands beside the share: «; перенесено: 1, в знаменатель входит; не требуется: 2, в знаменатель не входит»; empty where there is neither.</summary>
    public string Remarks => (Moved > 0 ? $"; перенесено на более поздний срок: {Moved}, в знаменатель входит" : "") + (NotNeeded > 0 ? $"; не требуется: {NotNeeded}, в знаменатель не входит" : "");

    /// <summary>Counts works by state and last day; <c>FirstDue</c> is the earliest day it was moved from, null where it never was.</summary>
    /// <param name="works">Works.</param>
    /// <param name="day">The day that due dates are compared with: a date that is today has come.</param>
    public static ShareDone Of(IEnumerable<(WorkState State, DateOnly Due, DateOnly? FirstDue)> works, DateOnly day)
    {
        var come = works.Where(w => HasCome(w.Due, w.FirstDue, day)).ToList();
        var notNeeded = come.Count(w => w.State == WorkState.NotNeeded);
        return new ShareDone(
            come.Count(w => w.State == WorkState.Done), come.Count - notNeeded, notNeeded, come.Count(w => w.State is not (WorkState.Done or WorkState.NotNeeded) && w.Due > day));
    }

    /// <summary>Whether the due date has come: the present one, or the earliest it was moved from.</summary>
    public static bool HasCome(DateOnly due, DateOnly? firstDue, DateOnly day) => due <= day || firstDue <= day;
}

/// <summary>A line that differs between two reports.</summary>
/// <param name="Line">As it is in the later one.</param>
/// <param name="Before">As it was; null where it was not in the earlier one.</param>
public sealed record ExecutionChange(ExecutionLine Line, ExecutionLine? Before)
{
    /// <summary>«было «в работе», стало «выполнено»; изменились: срок, подтверждение», or that the line is new.</summary>
    public string Text
    {
        get
        {
            if (Before is null)
            {
                return $"появилось, «{Line.State.RussianName()}»";
            }

            var changed = new[]
            {
                Line.Due == Before.Due ? null : $"срок (был {RussianFigures.Date(Before.Due)})", Line.Fact == Before.Fact ? null : "фактический результат",
                Line.Evidence == Before.Evidence ? null : "подтверждение", Line.Reasons == Before.Reasons ? null : "причины и меры",
                (Line.Title, Line.Responsible, Line.Number, Line.School, Line.From, Line.FirstDue) == (Before.Title, Before.Responsible, Before.Number, Before.School, Before.From, Line.Due == Before.Due ? Before.FirstDue : Line.FirstDue) ? null : "сведения о мероприятии",
            }.OfType<string>().ToList();
            return string.Join("; ", new[]
            {
                Line.State == Before.State ? null : $"было «{Before.State.RussianName()}», стало «{Line.State.RussianName()}»",
                changed.Count == 0 ? null : $"изменилось: {string.Join(", ", changed)}",
            }.OfType<string>());
        }
    }
}

/// <summary>The execution report (отчёт об исполнении) for a period: what page, xlsx and pdf alike show, and what is kept of a submitted one.</summary>
/// <param name="Programme">Name of the programme.</param>
/// <param name="Place">Region, municipality or school.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="AsOf">The day it shows.</param>
/// <param name="Lines">In the order of the plan.</param>
public sealed record ExecutionReport(string Programme, string Place, DateOnly From, DateOnly To, DateOnly AsOf, IReadOnlyList<ExecutionLine> Lines)
{
    /// <summary>«Промежуточный отчёт», where a schedule asks for one; null otherwise.</summary>
    public string? Kind { get; init; }

    /// <summary>«Отчёт об исполнении: …», «Промежуточный отчёт: …».</summary>
    public string Title => $"{Kind ?? "Отчёт об исполнении"}: {Programme}";

    /// <summary>«01.01.2026 – 30.06.2026, по состоянию на 01.07.2026».</summary>
    public string Period => $"{RussianFigures.Date(From)} – {RussianFigures.Date(To)}, по состоянию на {RussianFigures.Date(AsOf)}";

    /// <summary>Share done on the day.</summary>
    public ShareDone Share => ShareDone.Of(Lines.Select(l => (l.State, l.Due, l.FirstDue)), AsOf);

    /// <summary>What changed since an earlier report: lines that are new, or stand otherwise.</summary>
    public IReadOnlyList<ExecutionChange> Since(ExecutionReport earlier)
    {
        var before = earlier.Lines.ToDictionary(l => l.WorkId);
        return [.. Lines.Select(l => new ExecutionChange(l, before.GetValueOrDefault(l.WorkId))).Where(c => c.Before is null || c.Before != c.Line)];
    }

    /// <summary>Why no report is made for a period; null where one is.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public static string? RefusePeriod(DateOnly from, DateOnly to) => (from, to) switch
    {
        _ when from > to => $"Начало периода ({RussianFigures.Date(from)}) позже его окончания ({RussianFigures.Date(to)}): исправьте даты.",
        _ when from.Year < 2000 || to.Year > 2100 => $"Период отчёта — с 01.01.2000 по 31.12.2100, а указан с {RussianFigures.Date(from)} по {RussianFigures.Date(to)}: исправьте даты.",
        _ => null,
    };

    /// <summary>Whether it says nothing that an earlier report of the same place has not said: the same period and the same lines.</summary>
    public bool Repeats(ExecutionReport earlier) => (Kind, From, To) == (earlier.Kind, earlier.From, earlier.To) && Lines.SequenceEqual(earlier.Lines);

    /// <summary>Lines of an earlier report that this one does not have: its period is another, or they are no longer asked for.</summary>
    public IReadOnlyList<ExecutionLine> GoneSince(ExecutionReport earlier)
    {
        var now = Lines.Select(l => l.WorkId).ToHashSet();
        return [.. earlier.Lines.Where(l => !now.Contains(l.WorkId))];
    }
}
