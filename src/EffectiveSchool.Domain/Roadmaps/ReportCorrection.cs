namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What of a schedule a correction changes.</summary>
public enum ScheduleField
{
    /// <summary>Название.</summary>
    Title,

    /// <summary>Вид.</summary>
    Kind,

    /// <summary>Кто сдаёт.</summary>
    Sender,

    /// <summary>Срок словами.</summary>
    Term,

    /// <summary>Дней на подготовку.</summary>
    DaysAfter,

    /// <summary>За какие дни.</summary>
    Cover,

    /// <summary>Спрашивать со сроком не раньше.</summary>
    AskedFrom,

    /// <summary>Даты.</summary>
    Dates,
}

/// <summary>A field of a schedule before and after.</summary>
/// <param name="Field">Field.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it became.</param>
public sealed record ScheduleChange(ScheduleField Field, string Before, string After);

/// <summary>A due date that a correction moved: what was submitted by the one answers the other.</summary>
/// <param name="Was">The date before.</param>
/// <param name="Now">The date after.</param>
public sealed record DueMove(DateOnly Was, DateOnly Now);

/// <summary>A correction of a schedule: kept with it, and only added to.</summary>
/// <param name="Reason">Grounds.</param>
/// <param name="Author">Who, by role and place.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Changes">Fields that changed.</param>
/// <param name="Moves">Due dates that moved.</param>
public sealed record ReportCorrection(string Reason, string Author, DateTimeOffset At, IReadOnlyList<ScheduleChange> Changes, IReadOnlyList<DueMove> Moves);

/// <content>Corrections: due dates move with grounds, what they were is kept, and what was submitted stays tied to its date.</content>
public sealed partial class ReportSchedule
{
    /// <summary>The longest grounds, characters.</summary>
    public const int LongestReason = 2000;

    /// <summary>What was corrected, oldest first.</summary>
    public IReadOnlyList<ReportCorrection> Corrections { get; private set; } = [];

    /// <summary>The due date in force that a report submitted for an earlier one answers.</summary>
    /// <param name="due">The due date that the report named.</param>
    /// <param name="submitted">When it was submitted, UTC: corrections made later have moved its date.</param>
    public DateOnly DueNow(DateOnly due, DateTimeOffset submitted) =>
        Corrections.Where(c => c.At > submitted).Aggregate(due, (day, correction) => correction.Moves.FirstOrDefault(m => m.Was == day)?.Now ?? day);

    /// <summary>
    /// Corrects the schedule. As many dates as before move one to one in their order; where their number changes, each that reports
    /// answer must stay. Returns a refusal, or null.
    /// </summary>
    /// <param name="words">As it becomes.</param>
    /// <param name="reason">Grounds, required.</param>
    /// <param name="answered">Due dates in force that submitted reports answer.</param>
    /// <param name="period">The programme's period.</param>
    /// <param name="author">Who, by role and place.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Correct(ReportScheduleWords words, string? reason, IReadOnlyCollection<DateOnly> answered, ProgrammePeriod period, string author, DateTimeOffset now)
    {
        if (EndedOn is not null)
        {
            return "Эти отчёты больше не запрашиваются: исправлять нечего.";
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason)
        {
            return $"Укажите, почему срок исправляется: до {RussianFigures.Count(LongestReason)} знаков.";
        }

        var (corrected, refusal) = Create(words, ProgrammeId, RegionId, period);
        if (corrected is null)
        {
            return refusal;
        }

        if (corrected.Sender != Sender && answered.Count > 0)
        {
            return "По этому сроку уже сданы отчёты: кто их сдаёт, не меняется. Отмените этот срок и добавьте другой.";
        }

        var (before, after) = (DueDates(period), corrected.DueDates(period));
        if (before.Count != after.Count && answered.Where(d => !after.Contains(d)).Select(d => (DateOnly?)d).Min() is { } lost)
        {
            return $"По сроку {RussianFigures.Date(lost)} уже сданы отчёты, а в новых датах его нет ({string.Join(", ", after.Select(d => RussianFigures.Date(d)))}): оставьте его или исправьте столько же дат, сколько было.";
        }

        var changes = Texts(period).Zip(corrected.Texts(period)).Where(p => p.First.Text != p.Second.Text)
            .Select(p => new ScheduleChange(p.First.Field, p.First.Text, p.Second.Text)).ToList();
        if (changes.Count == 0)
        {
            return "Ничего не изменено: исправьте хотя бы одно поле.";
        }

        var moves = before.Count == after.Count ? before.Zip(after, (was, then) => new DueMove(was, then)).Where(m => m.Was != m.Now).ToList() : [];
        (Title, Kind, Sender, Term, DaysAfter) = (corrected.Title, corrected.Kind, corrected.Sender, corrected.Term, corrected.DaysAfter);
        (Cover, From, To, AskedFrom) = (corrected.Cover, corrected.From, corrected.To, corrected.AskedFrom);
        Corrections = [.. Corrections, new ReportCorrection(reason.Trim(), author, now, changes, moves)];
        return null;
    }

    private List<DateOnly> DueDates(ProgrammePeriod period) => [.. Terms(period).Select(t => t.Due)];

    private IEnumerable<(ScheduleField Field, string Text)> Texts(ProgrammePeriod period) =>
    [
        (ScheduleField.Title, Title), (ScheduleField.Kind, Kind.RussianName()), (ScheduleField.Sender, Sender.RussianName()), (ScheduleField.Term, Term),
        (ScheduleField.DaysAfter, RussianFigures.Count(DaysAfter)),
        (ScheduleField.Cover, Cover == ReportCover.Named ? $"{RussianFigures.Date(From)} – {RussianFigures.Date(To)}" : Cover.RussianName()),
        (ScheduleField.AskedFrom, RussianFigures.Date(AskedFrom)), (ScheduleField.Dates, string.Join(", ", DueDates(period).Select(d => RussianFigures.Date(d)))),
    ];
}
