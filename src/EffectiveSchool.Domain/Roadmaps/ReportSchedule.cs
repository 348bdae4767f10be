using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What an execution report is to the programme.</summary>
public enum ReportKind
{
    /// <summary>Промежуточный.</summary>
    Interim,

    /// <summary>Итоговый.</summary>
    Final,

    /// <summary>По запросу.</summary>
    OnRequest,
}

/// <summary>Who hands an execution report in.</summary>
public enum ReportSender
{
    /// <summary>Whoever owns the programme: the region or the municipality.</summary>
    Owner,

    /// <summary>Each municipality with participating schools.</summary>
    Municipalities,

    /// <summary>Each participating school.</summary>
    Schools,
}

/// <summary>The days that a report tells of.</summary>
public enum ReportCover
{
    /// <summary>From 1 January.</summary>
    SinceNewYear,

    /// <summary>From the day after the last report of the same schedule.</summary>
    SincePrevious,

    /// <summary>From the first day of the programme.</summary>
    SinceStart,

    /// <summary>Days that are named.</summary>
    Named,
}

/// <summary>A report that is to be handed in: the days it tells of, and the last day it is in time.</summary>
/// <param name="From">First day of its period.</param>
/// <param name="To">Last day of its period.</param>
/// <param name="Due">Last day on which it is in time.</param>
public sealed record ReportTerm(DateOnly From, DateOnly To, DateOnly Due);

/// <summary>What a schedule is made of, as a person writes it.</summary>
/// <param name="Title">«Промежуточный отчёт».</param>
/// <param name="Kind">Kind.</param>
/// <param name="Sender">Who hands it in.</param>
/// <param name="Term">The wording of the term, read as a plan's terms are: «до 15 августа», «ежеквартально», «март, август, ноябрь».</param>
/// <param name="DaysAfter">Days after the period in which the report is still in time, 0…<see cref="ReportSchedule.MostDaysAfter"/>.</param>
/// <param name="Cover">The days it tells of.</param>
/// <param name="From">First day of the named days.</param>
/// <param name="To">Last day of the named days.</param>
/// <param name="AskedFrom">Reports due before this day are not asked for.</param>
public sealed record ReportScheduleWords(
    string? Title, ReportKind Kind, ReportSender Sender, string? Term, int DaysAfter, ReportCover Cover, DateOnly? From, DateOnly? To, DateOnly AskedFrom);

/// <summary>
/// When execution reports of a programme are due (domain.md §9: due dates of reports are data): a term in the words of
/// plans, who hands in, the period covered. Dates are computed from it, never stored.
/// </summary>
public sealed partial class ReportSchedule
{
    /// <summary>The longest title or wording, characters.</summary>
    public const int LongestText = 300;

    /// <summary>The most days after a period.</summary>
    public const int MostDaysAfter = 90;

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The programme.</summary>
    public required int ProgrammeId { get; init; }

    /// <summary>The programme's region.</summary>
    public required int RegionId { get; init; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Kind.</summary>
    public ReportKind Kind { get; private set; }

    /// <summary>Who hands it in.</summary>
    public ReportSender Sender { get; private set; }

    /// <summary>The wording of the term.</summary>
    public string Term { get; private set; } = "";

    /// <summary>Days after the period in which the report is still in time.</summary>
    public int DaysAfter { get; private set; }

    /// <summary>The days it tells of.</summary>
    public ReportCover Cover { get; private set; }

    /// <summary>First of the named days.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last of the named days.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Reports due before this day are not asked for: a programme may be older than its portal.</summary>
    public DateOnly AskedFrom { get; private set; }

    /// <summary>From this day on no more reports are asked for; null while they are.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>A new schedule of a programme, or a Russian sentence saying why it is refused.</summary>
    /// <param name="words">What a person wrote.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="regionId">Its region.</param>
    /// <param name="period">Its period.</param>
    public static (ReportSchedule? Schedule, string? Refusal) Create(ReportScheduleWords words, int programmeId, int regionId, ProgrammePeriod period)
    {
        if (string.IsNullOrWhiteSpace(words.Title) || words.Title.Trim().Length > LongestText)
        {
            return (null, $"Назовите отчёт: до {LongestText} знаков.");
        }

        if (words.DaysAfter is < 0 or > MostDaysAfter)
        {
            return (null, $"На подготовку отчёта после периода — от 0 до {MostDaysAfter} дней.");
        }

        if (words.Cover == ReportCover.Named && !(words.From <= words.To))
        {
            return (null, "Укажите начало и конец периода отчёта.");
        }

        var schedule = new ReportSchedule { ProgrammeId = programmeId, RegionId = regionId };
        (schedule.Title, schedule.Kind, schedule.Sender) = (words.Title.Trim(), words.Kind, words.Sender);
        (schedule.Term, schedule.DaysAfter, schedule.Cover) = (words.Term?.Trim() ?? "", words.DaysAfter, words.Cover);
        schedule.AskedFrom = words.AskedFrom;
        (schedule.From, schedule.To) = words.Cover == ReportCover.Named ? (words.From, words.To) : (null, null);
        if (schedule.Term.Length > LongestText)
        {
            return (null, $"Срок отчёта длиннее {LongestText} знаков: сократите его.");
        }

        return schedule.Terms(period) switch
        {
            [] => (null, $"Срок «{schedule.Term}» не даёт дат в пределах программы, начиная с {RussianFigures.Date(words.AskedFrom)}. Напишите, например, «до 15 августа», «ежеквартально», «ежегодно декабрь» или «до 25.11.{period.To.Year}»."),
            { Count: > 1 } when words.Cover == ReportCover.Named => (null, "За названный период сдают один отчёт: укажите один срок, например «до 25.11.2026»."),
            _ => (schedule, null),
        };
    }

    /// <summary>The reports of the programme that it asks for, by due date.</summary>
    /// <param name="period">The programme's period.</param>
    public IReadOnlyList<ReportTerm> Terms(ProgrammePeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var terms = new List<ReportTerm>();
        var next = period.From;
        foreach (var last in TermReader.Read(Term, period).Occurrences.Select(o => o.Due))
        {
            var newYear = new DateOnly(last.Year, 1, 1);
            var (from, to) = Cover switch
            {
                ReportCover.Named => (From!.Value, To!.Value),
                ReportCover.SincePrevious => (next, last),
                ReportCover.SinceStart => (period.From, last),
                _ => (newYear > period.From ? newYear : period.From, last),
            };
            next = last.AddDays(1);
            var due = last.AddDays(DaysAfter);
            if (from <= to && due >= AskedFrom && !(due >= EndedOn))
            {
                terms.Add(new ReportTerm(from, to, due));
            }
        }

        return terms;
    }

    /// <summary>Asks for no more reports from a day on; those handed in stay.</summary>
    public string? End(DateOnly day)
    {
        if (EndedOn is not null)
        {
            return "Эти отчёты уже не запрашиваются.";
        }

        EndedOn = day;
        return null;
    }
}

/// <summary>Where a report that is due stands.</summary>
public enum ReportStanding
{
    /// <summary>Не сдан: there is time.</summary>
    Awaited,

    /// <summary>Просрочен.</summary>
    Overdue,

    /// <summary>Сдан в срок.</summary>
    InTime,

    /// <summary>Сдан с опозданием.</summary>
    Late,
}

/// <summary>The rules and Russian names of due reports.</summary>
public static class ReportWords
{
    /// <summary>Where the report stands on a day.</summary>
    /// <param name="due">Its last day.</param>
    /// <param name="submitted">The day it was first handed in; null while it was not.</param>
    /// <param name="today">The day.</param>
    public static ReportStanding Standing(DateOnly due, DateOnly? submitted, DateOnly today) => submitted is { } day
        ? day <= due ? ReportStanding.InTime : ReportStanding.Late
        : due < today ? ReportStanding.Overdue : ReportStanding.Awaited;

    /// <summary>«не сдан», «просрочен», «сдан», «сдан с опозданием».</summary>
    public static string RussianName(this ReportStanding standing) => standing switch
    {
        ReportStanding.Awaited => "не сдан",
        ReportStanding.Overdue => "просрочен",
        ReportStanding.InTime => "сдан",
        _ => "сдан с опозданием",
    };

    /// <summary>«на проверке», «принят», «возвращён».</summary>
    public static string RussianName(this ReportAcceptance acceptance) => acceptance switch
    {
        ReportAcceptance.UnderReview => "на проверке",
        ReportAcceptance.Accepted => "принят",
        _ => "возвращён",
    };

    /// <summary>«название», «срок» …</summary>
    public static string RussianName(this ScheduleField field) => field switch
    {
        ScheduleField.Title => "название",
        ScheduleField.Kind => "вид",
        ScheduleField.Sender => "кто сдаёт",
        ScheduleField.Term => "срок",
        ScheduleField.DaysAfter => "дней на подготовку",
        ScheduleField.Cover => "за какие дни",
        ScheduleField.AskedFrom => "спрашивать со срока",
        _ => "даты",
    };

    /// <summary>«промежуточный», «итоговый», «по запросу».</summary>
    public static string RussianName(this ReportKind kind) => kind switch
    {
        ReportKind.Interim => "промежуточный",
        ReportKind.Final => "итоговый",
        _ => "по запросу",
    };

    /// <summary>Who hands in, of a programme of the region or of a municipality.</summary>
    public static string RussianName(this ReportSender sender) => sender switch
    {
        ReportSender.Owner => "владелец программы",
        ReportSender.Municipalities => "каждый муниципалитет-участник",
        _ => "каждая школа-участница",
    };

    /// <summary>«с начала года» …</summary>
    public static string RussianName(this ReportCover cover) => cover switch
    {
        ReportCover.SinceNewYear => "с начала года",
        ReportCover.SincePrevious => "с прошлого такого отчёта",
        ReportCover.SinceStart => "с начала программы",
        _ => "за названные дни",
    };

    /// <summary>Who is reminded first: the one who hands in.</summary>
    /// <param name="sender">Who hands in.</param>
    /// <param name="level">Whose the programme is.</param>
    public static DutyLevel Duty(this ReportSender sender, ProgrammeLevel level) => (sender, level) switch
    {
        (ReportSender.Schools, _) or (ReportSender.Owner, ProgrammeLevel.School) => DutyLevel.School,
        (ReportSender.Owner, ProgrammeLevel.Region) => DutyLevel.Region,
        _ => DutyLevel.Municipality,
    };
}
