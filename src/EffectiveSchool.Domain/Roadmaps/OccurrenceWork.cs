using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Who acts on the work, and from where.</summary>
/// <param name="Author">Who.</param>
/// <param name="Level">School, curator, municipality or region.</param>
public sealed record WorkActor(Author Author, DutyLevel Level);

/// <summary>What a person reports of the work.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Fact">What was done, in words.</param>
/// <param name="Reached">The number reached, in the unit of the expected one; null where none is counted.</param>
/// <param name="Reason">Reasons and measures; required where not everything was done.</param>
public sealed record WorkReport(WorkOutcome Outcome, string? Fact, decimal? Reached, string? Reason);

/// <summary>
/// The work on an occurrence — of one school, of a municipality or of the region — as one state machine (domain.md §9).
/// Every transition returns null, or a Russian sentence saying why it is refused, and then nothing changed.
/// </summary>
public sealed partial class OccurrenceWork
{
    /// <summary>The longest fact, reason or comment, characters.</summary>
    public const int LongestText = 4000;

    private readonly List<WorkEvent> _events = [];
    private readonly List<WorkEvidence> _evidence = [];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The programme.</summary>
    public required int ProgrammeId { get; init; }

    /// <summary>The occurrence.</summary>
    public required int OccurrenceId { get; init; }

    /// <summary>The municipality that does it; null where a school or the region does.</summary>
    public int? MunicipalityId { get; init; }

    /// <summary>The school that does it; null where it is done once for all.</summary>
    public int? SchoolId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day: that of the occurrence until it is moved.</summary>
    public required DateOnly Due { get; set; }

    /// <summary>State.</summary>
    public WorkState State { get; private set; }

    /// <summary>What was reported; null before the first report.</summary>
    public WorkOutcome? Outcome { get; private set; }

    /// <summary>What was done, in words.</summary>
    public string Fact { get; private set; } = "";

    /// <summary>The number reached.</summary>
    public decimal? Reached { get; private set; }

    /// <summary>Reasons and measures.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What was done with it.</summary>
    public IReadOnlyList<WorkEvent> Events => _events;

    /// <summary>What proves it.</summary>
    public IReadOnlyList<WorkEvidence> Evidence => _evidence;

    /// <summary>Who does it.</summary>
    public DutyLevel Owner => SchoolId is not null ? DutyLevel.School : MunicipalityId is not null ? DutyLevel.Municipality : DutyLevel.Region;

    /// <summary>Whether somebody at the level reports: the one who does the work, or a coordinator above for them.</summary>
    public bool MayReport(DutyLevel level) => level == Owner || (level >= DutyLevel.Municipality && level > Owner);

    /// <summary>Whether somebody at the level accepts: whoever stands above; above the region nobody does.</summary>
    public bool MayReview(DutyLevel level) => level > Owner || (Owner == DutyLevel.Region && level == DutyLevel.Region);

    /// <summary>Не начато, возвращено or перенесено → в работе.</summary>
    public string? Start(WorkActor by, DateTimeOffset now)
    {
        if ((RefuseReporter(by) ?? RefuseClosed("Взять в работу")) is { } refusal)
        {
            return refusal;
        }

        if (State == WorkState.InProgress)
        {
            return "Мероприятие уже в работе.";
        }

        Go(WorkState.InProgress, WorkStep.Started, "", by, now);
        return null;
    }

    /// <summary>Writes down what was done; the work is then in progress until it is sent for review.</summary>
    /// <param name="report">The report.</param>
    /// <param name="expected">What was to be reached, where it is a number.</param>
    /// <param name="by">Who reports.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Report(WorkReport report, ExpectedQuantity? expected, WorkActor by, DateTimeOffset now)
    {
        if ((RefuseReporter(by) ?? RefuseClosed("Внести отчёт") ?? RefuseReport(report, expected)) is { } refusal)
        {
            return refusal;
        }

        (Outcome, Fact, Reached, Reason) = (report.Outcome, report.Fact?.Trim() ?? "", report.Reached, report.Reason?.Trim() ?? "");
        Go(WorkState.InProgress, WorkStep.Reported, string.Join(". ", new[] { report.Outcome.RussianName(), Fact, Reason }.Where(t => t.Length > 0)), by, now);
        return null;
    }

    /// <summary>В работе → на проверке. What is reported as done must be proven.</summary>
    public string? Submit(WorkActor by, DateTimeOffset now)
    {
        if ((RefuseReporter(by) ?? RefuseClosed("Отправить на проверку")) is { } refusal)
        {
            return refusal;
        }

        if (State != WorkState.InProgress || Outcome is null)
        {
            return "Сначала внесите отчёт: что сделано и каков результат.";
        }

        if (Outcome == WorkOutcome.Done && !IsProven)
        {
            return "Приложите подтверждение: файл или ссылку. Без него выполнение не проверить.";
        }

        Go(WorkState.UnderReview, WorkStep.Submitted, "", by, now);
        return null;
    }

    /// <summary>На проверке → what was reported.</summary>
    public string? Accept(WorkActor by, DateTimeOffset now)
    {
        if (RefuseReviewer(by) is { } refusal)
        {
            return refusal;
        }

        if (State != WorkState.UnderReview)
        {
            return $"Принять можно отчёт, который на проверке, а мероприятие — {State.RussianName()}.";
        }

        Go(Outcome!.Value.State(), WorkStep.Accepted, "", by, now);
        return null;
    }

    /// <summary>На проверке, or closed by mistake → возвращено.</summary>
    public string? Return(string? reason, WorkActor by, DateTimeOffset now)
    {
        if (RefuseReviewer(by) is { } refusal)
        {
            return refusal;
        }

        if (State.IsOpen())
        {
            return $"Вернуть можно отправленный отчёт, а мероприятие — {State.RussianName()}.";
        }

        return RefuseText(reason, "Укажите, почему отчёт возвращается: что исправить или добавить.") ?? Said(WorkState.Returned, WorkStep.Returned, reason!, by, now);
    }

    /// <summary>Open → перенесено, with a new last day.</summary>
    /// <param name="due">The new last day: another than now, and not before the first.</param>
    /// <param name="reason">Why, required.</param>
    /// <param name="by">Who moves it: whoever may accept it.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Move(DateOnly? due, string? reason, WorkActor by, DateTimeOffset now)
    {
        if ((RefuseReviewer(by) ?? RefuseClosed("Перенести срок")) is { } refusal)
        {
            return refusal;
        }

        if (due is not { } day || day == Due || day < From || day > Due.AddYears(5))
        {
            return $"Укажите новый срок: не {RussianFigures.Date(Due)}, не раньше {RussianFigures.Date(From)} и не дальше пяти лет.";
        }

        if (RefuseText(reason, "Укажите причину переноса.") is { } missing)
        {
            return missing;
        }

        var move = new MovedDue(Due, day, reason!.Trim());
        (Due, Reason) = (day, move.Reason);
        Go(WorkState.Moved, WorkStep.Moved, move.Text, by, now);
        return null;
    }

    /// <summary>Open → не требуется.</summary>
    public string? Dismiss(string? reason, WorkActor by, DateTimeOffset now)
    {
        if (by.Level < DutyLevel.Municipality || !MayReview(by.Level))
        {
            return "Признать мероприятие ненужным может муниципалитет или регион.";
        }

        if ((RefuseClosed("Признать ненужным") ?? RefuseText(reason, "Укажите, почему мероприятие не требуется.")) is { } refusal)
        {
            return refusal;
        }

        Reason = reason!.Trim();
        return Said(WorkState.NotNeeded, WorkStep.NotNeeded, reason, by, now);
    }

    /// <summary>Adds a comment; the state stays.</summary>
    public string? Remark(string? text, WorkActor by, DateTimeOffset now) =>
        RefuseText(text, "Напишите комментарий.") ?? Said(State, WorkStep.Remark, text!, by, now);

    private static string? RefuseText(string? text, string whenMissing) => string.IsNullOrWhiteSpace(text) ? whenMissing : RefuseLong(text);

    private static string? RefuseLong(string? text) =>
        text?.Length > LongestText ? $"Текст длиннее {RussianFigures.Count(LongestText)} знаков. Сократите его, подробности приложите файлом." : null;

    private static string? RefuseReport(WorkReport report, ExpectedQuantity? expected) => report switch
    {
        { Reached: < 0 or > 1_000_000 } => "Достигнутое число — от 0 до 1 000 000.",
        { Reached: > 100 } when expected is { IsPercent: true } => "Доля не бывает больше 100 %.",
        { Outcome: WorkOutcome.Done, Reached: null } when expected is not null => $"Внесите достигнутое число: ожидалось {expected.Text}. Если оно не достигнуто или неизвестно, укажите «выполнено частично».",
        { Outcome: WorkOutcome.Done } when expected is not null && report.Reached < expected.Value =>
            $"Достигнуто меньше, чем ожидалось ({expected.Text}): укажите «выполнено частично» или исправьте число.",
        { Outcome: not WorkOutcome.NotDone } when string.IsNullOrWhiteSpace(report.Fact) => "Опишите фактический результат.",
        { Outcome: not WorkOutcome.Done } when string.IsNullOrWhiteSpace(report.Reason) => "Укажите причины и принятые меры: мероприятие выполнено не полностью.",
        _ => RefuseLong(report.Fact) ?? RefuseLong(report.Reason),
    };

    private string? RefuseReporter(WorkActor by) => MayReport(by.Level) ? null : Owner switch
    {
        DutyLevel.School => "Отчёт вносит школа, а за неё — муниципалитет или регион.",
        DutyLevel.Municipality => "Отчёт по этому мероприятию вносит муниципалитет.",
        _ => "Отчёт по этому мероприятию вносит регион.",
    };

    private string? RefuseReviewer(WorkActor by) => MayReview(by.Level) ? null : Owner switch
    {
        DutyLevel.School => "Проверяет куратор школы, муниципалитет или регион.",
        _ => "Проверяет регион.",
    };

    private string? RefuseClosed(string action) => State.IsOpen()
        ? null
        : State == WorkState.UnderReview
            ? $"{action} нельзя: отчёт на проверке. Дождитесь решения."
            : $"{action} нельзя: мероприятие — {State.RussianName()}. Чтобы изменить это, проверяющий должен его вернуть.";

    private string? Said(WorkState state, WorkStep step, string text, WorkActor by, DateTimeOffset now)
    {
        Go(state, step, text.Trim(), by, now);
        return null;
    }

    private void Go(WorkState state, WorkStep step, string text, WorkActor by, DateTimeOffset now)
    {
        (State, ChangedAt) = (state, now);
        _events.Add(new WorkEvent { Step = step, Text = text, AuthorId = by.Author.Id, Author = by.Author.Name, At = now });
    }
}
