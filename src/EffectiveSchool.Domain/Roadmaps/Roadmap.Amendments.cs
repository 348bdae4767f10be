namespace EffectiveSchool.Domain.Roadmaps;

/// <content>
/// Amendments (корректировка дорожной карты): after a plan is confirmed it changes with grounds alone, and what it was is kept.
/// Every change returns null, or a Russian sentence saying why it is refused, and then nothing changed.
/// </content>
public sealed partial class Roadmap
{
    /// <summary>The longest title, term, responsible or expected result, characters.</summary>
    public const int LongestText = 4000;

    /// <summary>The longest number of an activity, characters.</summary>
    public const int LongestNumber = 100;

    private readonly List<RoadmapAmendment> _amendments = [];

    /// <summary>Amendments by number.</summary>
    public IReadOnlyList<RoadmapAmendment> Amendments => _amendments;

    /// <summary>Activities in force, in the order of the plan.</summary>
    public IEnumerable<Activity> Current => _activities.Where(a => a.WithdrawnIn is null).OrderBy(a => a.Position);

    /// <summary>The latest amendment; null where the plan is as it was confirmed.</summary>
    public RoadmapAmendment? LastAmendment => _amendments.MaxBy(a => a.Number);

    /// <summary>Adds an activity carried on from another plan at the end of its section.</summary>
    /// <param name="line">The activity.</param>
    /// <param name="sourceActivityId">The activity it was taken from, in a programme above; null for none.</param>
    public Activity Add(CarriedLine line, int? sourceActivityId = null)
    {
        var activity = Place(line.New.Path, line.New.SectionYear, line.New.Words, line.Term, line.Written);
        (activity.PerSchool, activity.SourceActivityId) = (line.New.PerSchool, sourceActivityId);
        _ = activity.Expect(line.New.ExpectedByHand);
        return activity;
    }

    /// <summary>Writes an activity anew.</summary>
    /// <param name="activity">An activity of the roadmap.</param>
    /// <param name="edit">As it becomes.</param>
    /// <param name="begun">Keys of its occurrences on which somebody has begun to work: they are kept.</param>
    /// <param name="grounds">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Change(Activity activity, ActivityEdit edit, IReadOnlySet<int> begun, AmendmentGrounds grounds, Author by, DateTimeOffset now)
    {
        if ((RefuseGrounds(grounds, by) ?? RefuseWithdrawn(activity) ?? RefuseEdit(edit)) is { } refusal)
        {
            return refusal;
        }

        var before = activity.Fields.ToList();
        if (before.Where(f => f.Field != ActivityField.Dates).SequenceEqual(Activity.FieldsOf(edit)))
        {
            return "Ничего не изменено: исправьте хотя бы одно поле.";
        }

        var amendment = Open(grounds, by, now);
        activity.Revise(edit, begun, amendment.Number);
        amendment.Record(activity, AmendmentStep.Changed, [.. before.Zip(activity.Fields).Where(p => p.First != p.Second).Select(p => new FieldChange(p.First.Field, p.First.Text, p.Second.Text))]);
        return null;
    }

    /// <summary>Adds an activity at the end of a section.</summary>
    /// <param name="path">Section titles from the outermost, of a section of the roadmap or a new one; empty for none.</param>
    /// <param name="sectionYear">The year that the section names, or null.</param>
    /// <param name="edit">The activity.</param>
    /// <param name="grounds">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Insert(IReadOnlyList<string> path, int? sectionYear, ActivityEdit edit, AmendmentGrounds grounds, Author by, DateTimeOffset now)
    {
        if ((RefuseGrounds(grounds, by) ?? RefuseEdit(edit)) is { } refusal)
        {
            return refusal;
        }

        var amendment = Open(grounds, by, now);
        var activity = Place(path, sectionYear, edit.Words, edit.Term, edit.Term.Text);
        (activity.PerSchool, activity.AddedIn) = (edit.PerSchool, amendment.Number);
        amendment.Record(activity, AmendmentStep.Added, [.. activity.Fields.Where(f => f.Text.Length > 0).Select(f => new FieldChange(f.Field, "", f.Text))]);
        return null;
    }

    /// <summary>Takes an activity out of the plan; it is kept, with what was done.</summary>
    /// <param name="activity">An activity of the roadmap.</param>
    /// <param name="grounds">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Withdraw(Activity activity, AmendmentGrounds grounds, Author by, DateTimeOffset now)
    {
        if ((RefuseGrounds(grounds, by) ?? RefuseWithdrawn(activity)) is { } refusal)
        {
            return refusal;
        }

        var amendment = Open(grounds, by, now);
        activity.WithdrawnIn = amendment.Number;
        amendment.Record(activity, AmendmentStep.Withdrawn, []);
        return null;
    }

    /// <summary>Takes an activity that was withdrawn back into the plan, as it was.</summary>
    /// <param name="activity">An activity of the roadmap.</param>
    /// <param name="grounds">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Restore(Activity activity, AmendmentGrounds grounds, Author by, DateTimeOffset now)
    {
        if ((RefuseGrounds(grounds, by) ?? (activity.WithdrawnIn is null ? "Мероприятие в плане: восстанавливать нечего." : null)) is { } refusal)
        {
            return refusal;
        }

        var amendment = Open(grounds, by, now);
        activity.WithdrawnIn = null;
        amendment.Record(activity, AmendmentStep.Restored, []);
        return null;
    }

    /// <summary>Every activity beside the first version of the plan, in its order; amendments and what they did are loaded.</summary>
    public IReadOnlyList<ActivityComparison> AgainstFirst()
    {
        var made = _amendments.OrderBy(a => a.Number).SelectMany(a => a.Activities.OrderBy(x => x.Id)).ToLookup(a => a.Activity);
        return
        [
            .. _activities.OrderBy(a => a.Position).Select(activity =>
            {
                var now = activity.Fields.ToDictionary(f => f.Field, f => f.Text);
                var changes = activity.AddedIn is null
                    ? made[activity].SelectMany(m => m.Changes).GroupBy(c => c.Field).OrderBy(g => g.Key)
                        .Select(g => new FieldChange(g.Key, g.First().Before, now[g.Key])).Where(c => c.Before != c.After).ToList()
                    : [];
                AmendmentStep? step = activity.WithdrawnIn is not null ? AmendmentStep.Withdrawn
                    : activity.AddedIn is not null ? AmendmentStep.Added
                    : changes.Count > 0 ? AmendmentStep.Changed : null;
                return new ActivityComparison(activity, step, changes);
            }).Where(c => c.Step != AmendmentStep.Withdrawn || c.Activity.AddedIn is null),
        ];
    }

    /// <summary>Puts an activity after the last one of its section, and opens the section where there is none.</summary>
    private Activity Place(IReadOnlyList<string> path, int? sectionYear, ActivityWords words, Term term, string written)
    {
        var section = path.Count == 0 ? null : _sections.FindLast(s => s.Path.SequenceEqual(path, StringComparer.Ordinal));
        var last = _activities.Where(a => a.Section?.Path.SequenceEqual(path, StringComparer.Ordinal) ?? path.Count == 0).MaxBy(a => a.Position);
        if (section is null && path.Count > 0)
        {
            section = new RoadmapSection { Position = _sections.Count, Path = [.. path], Year = sectionYear };
            _sections.Add(section);
        }

        // What stands in no section goes before the first one: after it a reader would take it for a part of that.
        var position = (last ?? (path.Count == 0 ? null : _activities.MaxBy(a => a.Position)))?.Position + 1 ?? 0;
        foreach (var later in _activities.Where(a => a.Position >= position))
        {
            later.MoveTo(later.Position + 1);
        }

        var activity = new Activity(position, section, words, term, written);
        _activities.Add(activity);
        return activity;
    }

    private RoadmapAmendment Open(AmendmentGrounds grounds, Author by, DateTimeOffset now)
    {
        if (grounds.Continues is not null)
        {
            return LastAmendment!;
        }

        var amendment = new RoadmapAmendment
        {
            RegionId = RegionId, Number = (LastAmendment?.Number ?? 0) + 1, Reason = grounds.Reason!.Trim(),
            OrderNumber = grounds.OrderNumber?.Trim() ?? "", OrderDate = grounds.OrderDate, AuthorId = by.Id, Author = by.Name, At = now,
        };
        _amendments.Add(amendment);
        return amendment;
    }

    private string? RefuseGrounds(AmendmentGrounds grounds, Author by) => grounds switch
    {
        { Continues: { } number } when LastAmendment is not { } last || last.Number != number || last.AuthorId != by.Id => "Дополнить можно только последнюю корректировку, и только её автору.",
        { Continues: not null } => null,
        { Reason: var reason } when string.IsNullOrWhiteSpace(reason) => "Укажите основание корректировки.",
        { Reason.Length: > RoadmapAmendment.LongestReason } => "Основание длиннее 2000 знаков: сократите его.",
        { OrderNumber.Length: > RoadmapAmendment.LongestOrder } => "Номер приказа длиннее 50 знаков.",
        { OrderNumber: var number, OrderDate: not null } when string.IsNullOrWhiteSpace(number) => "Укажите номер приказа или уберите его дату.",
        _ => null,
    };

    private static string? RefuseWithdrawn(Activity activity) => activity.WithdrawnIn is { } number ? $"Мероприятие уже исключено корректировкой № {number}." : null;

    private static string? RefuseEdit(ActivityEdit edit) => edit switch
    {
        { Words.Title: var title } when string.IsNullOrWhiteSpace(title) => "Укажите название мероприятия.",
        { Term.Text: var term } when string.IsNullOrWhiteSpace(term) => "Укажите срок: словами или датой.",
        { Words.Number.Length: > LongestNumber } => "Номер мероприятия длиннее 100 знаков.",
        _ when new[] { edit.Words.Title, edit.Words.Responsible, edit.Words.Expected, edit.Term.Text }.Any(t => t.Length > LongestText) => "Название, срок, ответственный и результат — не длиннее 4000 знаков каждый.",
        _ => null,
    };
}
