namespace EffectiveSchool.Domain.Roadmaps;

/// <content>What amendments did with an activity, and where it comes from.</content>
public sealed partial class Activity
{
    /// <summary>The wording of the term as it was first written; <see cref="Term"/> may have been corrected since.</summary>
    public string WrittenTerm { get; private set; } = "";

    /// <summary>The activity of the programme above that this one was taken from; null for none.</summary>
    public int? SourceActivityId { get; internal set; }

    /// <summary>Number of the amendment that added it; null where the plan had it from the first.</summary>
    public int? AddedIn { get; internal set; }

    /// <summary>Number of the amendment that withdrew it; null where it is in force.</summary>
    public int? WithdrawnIn { get; internal set; }

    /// <summary>Occurrences in force, by due date.</summary>
    public IEnumerable<ActivityOccurrence> Dates => _occurrences.Where(o => o.RetiredIn is null).OrderBy(o => o.Due);

    /// <summary>Its fields as a history shows them, in the order of <see cref="ActivityField"/>.</summary>
    internal IEnumerable<(ActivityField Field, string Text)> Fields =>
    [
        (ActivityField.Number, Number), (ActivityField.Title, Title), (ActivityField.Term, Term),
        (ActivityField.Dates, string.Join("; ", Dates.Select(o => new Occurrence(o.From, o.Due).Text))),
        (ActivityField.Responsible, Responsible), (ActivityField.Expected, Expected), (ActivityField.Doer, DoerText(PerSchool)),
    ];

    /// <summary>«каждая школа» or «один раз для всех».</summary>
    public static string DoerText(bool perSchool) => perSchool ? "каждая школа" : "один раз для всех";

    /// <summary>The fields of an edit but for the dates, which follow from the term.</summary>
    internal static IEnumerable<(ActivityField Field, string Text)> FieldsOf(ActivityEdit edit) =>
    [
        (ActivityField.Number, edit.Words.Number), (ActivityField.Title, edit.Words.Title), (ActivityField.Term, edit.Term.Text),
        (ActivityField.Responsible, edit.Words.Responsible), (ActivityField.Expected, edit.Words.Expected), (ActivityField.Doer, DoerText(edit.PerSchool)),
    ];

    internal void MoveTo(int position) => Position = position;

    /// <summary>
    /// Takes over what an amendment wrote. Occurrences with the same dates stay; the others are dated anew in their order, so
    /// that their works follow; those that are left over go, or are retired where somebody has begun. Dates that events gave to a
    /// term stay as long as the term counts from events.
    /// </summary>
    internal void Revise(ActivityEdit edit, IReadOnlySet<int> begun, int amendment)
    {
        // The dates of a term that counts from an event came from events held, not from its wording.
        var keepsDates = edit.Term.Text == Term || (Kind == TermKind.Relative && edit.Term.Kind == TermKind.Relative);
        (Number, Title, Responsible, Expected) = edit.Words;
        (Term, Kind, Warnings, Quota, PerSchool) = (edit.Term.Text, edit.Term.Kind, edit.Term.Warnings, edit.Term.Quota, edit.PerSchool);
        if (keepsDates)
        {
            return;
        }

        var current = Dates.ToList();
        var left = current.Where(o => !edit.Term.Occurrences.Contains(new Occurrence(o.From, o.Due))).ToList();
        var wanted = edit.Term.Occurrences.Where(w => !current.Exists(o => (o.From, o.Due) == (w.From, w.Due))).ToList();
        foreach (var (occurrence, dates) in left.Zip(wanted))
        {
            occurrence.Redate(dates);
        }

        foreach (var occurrence in left.Skip(wanted.Count))
        {
            if (begun.Contains(occurrence.Id))
            {
                occurrence.RetiredIn = amendment;
            }
            else
            {
                _occurrences.Remove(occurrence);
            }
        }

        _occurrences.AddRange(wanted.Skip(left.Count).Select(w => new ActivityOccurrence(w)));
    }
}
