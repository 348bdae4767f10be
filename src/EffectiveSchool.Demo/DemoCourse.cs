using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Demo;

/// <summary>What became of a work of the demo.</summary>
internal enum DemoFate
{
    Untouched,
    InProgress,
    UnderReview,
    Returned,
    Done,
    DonePartly,
    NotDone,
    Moved,
    NotNeeded,
}

/// <summary>Who acts on a work of the demo.</summary>
/// <param name="Doer">Who does the work.</param>
/// <param name="Reviewer">Who accepts or returns it.</param>
/// <param name="Coordinator">Who moves it or finds it needless.</param>
internal sealed record DemoActors(WorkActor Doer, WorkActor Reviewer, WorkActor Coordinator);

/// <summary>
/// The course of the works of one doer: what lies far back is closed, of the last weeks some is late, returned or waits for
/// review, what runs is begun. By turns and not by dice, so that every state is there with any number of schools.
/// </summary>
/// <param name="place">Place of the doer among the others: it shifts the turns.</param>
/// <param name="site">Where the doer publishes evidence.</param>
/// <param name="actors">Who acts.</param>
/// <param name="today">Today in the region.</param>
internal sealed class DemoCourse(int place, Uri site, DemoActors actors, DateOnly today)
{
    private const int RecentDays = 21;

    private static readonly DemoFate[] Old =
        [DemoFate.Done, DemoFate.Done, DemoFate.Done, DemoFate.DonePartly, DemoFate.Done, DemoFate.Done, DemoFate.NotDone, DemoFate.Done, DemoFate.Done, DemoFate.NotNeeded];

    private static readonly DemoFate[] Recent =
        [DemoFate.Done, DemoFate.Returned, DemoFate.UnderReview, DemoFate.Done, DemoFate.Untouched, DemoFate.Done, DemoFate.DonePartly, DemoFate.Moved, DemoFate.Done];

    private static readonly DemoFate[] Running = [DemoFate.InProgress, DemoFate.Untouched, DemoFate.UnderReview, DemoFate.Untouched, DemoFate.Done];

    private static readonly string[] Facts =
    [
        "Проведено по плану, решения оформлены протоколом.", "Утверждено приказом и размещено на сайте.", "Проведено, участвовали все учителя предметов с маркером.",
    ];

    private static readonly EvidenceKind[] Kinds = [EvidenceKind.Order, EvidenceKind.Protocol, EvidenceKind.Note, EvidenceKind.SitePage];

    private readonly Dictionary<DemoFate[], int> _turns = new() { [Old] = 3 * place, [Recent] = place, [Running] = place };

    /// <summary>Whose turn the work is now.</summary>
    public DemoFate Next(OccurrenceWork work)
    {
        if (work.From > today)
        {
            return DemoFate.Untouched;
        }

        var turns = work.Due >= today ? Running : today.DayNumber - work.Due.DayNumber > RecentDays ? Old : Recent;
        return turns[_turns[turns]++ % turns.Length];
    }

    /// <summary>Takes the work where its fate has it.</summary>
    /// <param name="work">The work, not begun.</param>
    /// <param name="fate">Its fate.</param>
    /// <param name="expected">What is to be reached, where it is a number.</param>
    /// <param name="file">A stored file to attach instead of a link, or null.</param>
    /// <exception cref="InvalidOperationException">The state machine refused a step: the demo is out of step with the rules.</exception>
    public void Take(OccurrenceWork work, DemoFate fate, ExpectedQuantity? expected, int? file)
    {
        // Reported two days before it was due, reviewed the day before, and never tomorrow.
        var day = work.Due.AddDays(-2) < today ? work.Due.AddDays(-2) : today.AddDays(-1);
        var reported = At(day < work.From ? work.From : day);
        var reviewed = reported.AddHours(20) < At(today) ? reported.AddHours(20) : At(today);
        Demand(fate switch
        {
            DemoFate.Untouched => null,
            DemoFate.InProgress => work.Start(actors.Doer, reported),
            DemoFate.Moved => work.Move(today.AddDays(14 + place), "В школе карантин, занятия идут дистанционно.", actors.Coordinator, reviewed),
            DemoFate.NotNeeded => work.Dismiss("Сделано в прошлом году, решение рабочей группы, протокол № 4.", actors.Coordinator, reviewed),
            DemoFate.UnderReview => Submit(work, WorkOutcome.Done, expected, file, reported),
            DemoFate.Returned => Submit(work, WorkOutcome.Done, expected, file, reported)
                ?? work.Return("Приложен черновик без подписи. Приложите подписанный документ и укажите его номер.", actors.Reviewer, reviewed),
            _ => Submit(work, fate switch { DemoFate.Done => WorkOutcome.Done, DemoFate.DonePartly => WorkOutcome.DonePartly, _ => WorkOutcome.NotDone }, expected, file, reported)
                ?? work.Accept(actors.Reviewer, reviewed),
        });
    }

    private string? Submit(OccurrenceWork work, WorkOutcome outcome, ExpectedQuantity? expected, int? file, DateTimeOffset at)
    {
        var report = outcome switch
        {
            WorkOutcome.Done => new WorkReport(outcome, Facts[work.Id % Facts.Length], expected?.Value, null),
            WorkOutcome.DonePartly => new WorkReport(
                outcome, "Проведено для части классов.", expected is null ? null : decimal.Round(expected.Value / 2), "Двое учителей были на курсах. Остальные занятия проведём до конца месяца."),
            _ => new WorkReport(outcome, null, null, "Не хватило учителя математики: вакансия открыта с сентября. Договорились о замене со школой-партнёром."),
        };
        var evidence = new WorkEvidence
        {
            Kind = file is null ? Kinds[work.Id % Kinds.Length] : EvidenceKind.Order,
            Number = (1 + (work.Id % 90)).ToString(RussianCulture.Value),
            Date = DateOnly.FromDateTime(at.Date),
            FileId = file,
            Link = file is null ? new Uri(site, "/effective-school/").ToString() : null,
            Author = actors.Doer.Author.Name,
            At = at,
        };
        return work.Report(report, expected, actors.Doer, at)
            ?? (outcome == WorkOutcome.NotDone ? null : work.Attach(evidence, actors.Doer, at))
            ?? work.Submit(actors.Doer, at.AddMinutes(10));
    }

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(6, 30), TimeSpan.Zero);

    private static void Demand(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"A step of the demo was refused: {refusal}");
        }
    }
}
