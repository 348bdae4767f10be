using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What whoever stands above has said of a submitted report.</summary>
public enum ReportAcceptance
{
    /// <summary>На проверке.</summary>
    UnderReview,

    /// <summary>Принят.</summary>
    Accepted,

    /// <summary>Возвращён.</summary>
    Returned,
}

/// <summary>A decision on a submitted report; only added to.</summary>
public sealed class ReportDecision
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The report.</summary>
    public int ReportId { get; private set; }

    /// <summary>Accepted or returned.</summary>
    public required ReportAcceptance Acceptance { get; init; }

    /// <summary>Why it was returned; empty where it was accepted.</summary>
    public required string Reason { get; init; }

    /// <summary>Account of who decided.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Who decided, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// An execution report as it was submitted: of a school, of a municipality, or of the region. Its content is kept whole and never
/// changed; whoever stands above the sender accepts it or returns it with a reason, and the sender then submits another.
/// </summary>
public sealed class SubmittedReport
{
    /// <summary>The longest reason, characters.</summary>
    public const int LongestReason = 4000;

    private readonly List<ReportDecision> _decisions = [];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The programme.</summary>
    public required int ProgrammeId { get; init; }

    /// <summary>Only where it is a municipality's.</summary>
    public int? MunicipalityId { get; init; }

    /// <summary>Only where it is a school's.</summary>
    public int? SchoolId { get; init; }

    /// <summary>The schedule that asked for it; null where nobody did.</summary>
    public int? ScheduleId { get; init; }

    /// <summary>The due date of the schedule that it answered on that day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The report.</summary>
    public required ExecutionReport Content { get; init; }

    /// <summary>Who submitted it, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>What was said of it; null where nobody stands above the sender, and of reports older than reviews.</summary>
    public ReportAcceptance? Acceptance { get; private set; }

    /// <summary>Decisions, oldest first.</summary>
    public IReadOnlyList<ReportDecision> Decisions => _decisions;

    /// <summary>Whose report it is.</summary>
    public DutyLevel Sender => SchoolId is not null ? DutyLevel.School : MunicipalityId is not null ? DutyLevel.Municipality : DutyLevel.Region;

    /// <summary>Sends it to whoever stands above; above the region nobody does.</summary>
    /// <returns>The report itself.</returns>
    public SubmittedReport Send()
    {
        Acceptance = Sender == DutyLevel.Region ? null : ReportAcceptance.UnderReview;
        return this;
    }

    /// <summary>Whether somebody at the level decides on it: whoever stands above the sender.</summary>
    public bool MayDecide(DutyLevel level) => level > Sender;

    /// <summary>На проверке → принят.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Accept(WorkActor by, DateTimeOffset now) => RefuseDecider(by)
        ?? (Acceptance != ReportAcceptance.UnderReview ? $"Принять можно отчёт на проверке, а этот — {Acceptance!.Value.RussianName()}." : Say(ReportAcceptance.Accepted, "", by, now));

    /// <summary>На проверке, or accepted by mistake → возвращён.</summary>
    /// <param name="reason">What to mend, required.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Return(string? reason, WorkActor by, DateTimeOffset now)
    {
        if (RefuseDecider(by) is { } refusal)
        {
            return refusal;
        }

        return Acceptance == ReportAcceptance.Returned ? "Отчёт уже возвращён: дождитесь нового."
            : string.IsNullOrWhiteSpace(reason) ? "Укажите, почему отчёт возвращается: что исправить или добавить."
            : reason.Length > LongestReason ? $"Причина длиннее {RussianFigures.Count(LongestReason)} знаков: сократите её."
            : Say(ReportAcceptance.Returned, reason.Trim(), by, now);
    }

    private string? RefuseDecider(WorkActor by) => Acceptance is null ? "Этот отчёт никто не проверяет: он сдан без проверки."
        : MayDecide(by.Level) ? null
        : Sender == DutyLevel.School ? "Принимает и возвращает отчёт куратор школы, муниципалитет или регион." : "Принимает и возвращает отчёт регион.";

    private string? Say(ReportAcceptance acceptance, string reason, WorkActor by, DateTimeOffset now)
    {
        Acceptance = acceptance;
        _decisions.Add(new ReportDecision { Acceptance = acceptance, Reason = reason, AuthorId = by.Author.Id, Author = by.Author.Name, At = now });
        return null;
    }
}
