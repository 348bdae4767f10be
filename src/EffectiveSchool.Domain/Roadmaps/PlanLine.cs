namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>An activity of a plan as it is carried on to another: to a child programme, to a later year, into a template.</summary>
/// <param name="Path">Section titles from the outermost; empty for none.</param>
/// <param name="SectionYear">The year the sections name, or null.</param>
/// <param name="Words">What the plan says of it.</param>
/// <param name="Term">The wording of its term.</param>
/// <param name="PerSchool">Whether each participating school does it.</param>
/// <param name="ExpectedByHand">The expected number where a person set it; null while it is read from the words.</param>
public sealed record PlanLine(IReadOnlyList<string> Path, int? SectionYear, ActivityWords Words, string Term, bool PerSchool, ExpectedByHand? ExpectedByHand = null)
{
    /// <summary>The activity as it stands now; its section is loaded.</summary>
    public static PlanLine Of(Activity activity) => new(
        activity.Section?.Path ?? [], activity.Section?.Year, new ActivityWords(activity.Number, activity.Title, activity.Responsible, activity.Expected), activity.Term, activity.PerSchool,
        activity.ExpectedByHand);
}

/// <summary>An activity carried on: what it was, and how it reads in the new plan.</summary>
/// <param name="Old">As it was.</param>
/// <param name="OldTerm">Its term as it reads in the old plan.</param>
/// <param name="New">As it becomes, with the term as a person left it.</param>
/// <param name="Term">The new term as it reads in the new plan.</param>
/// <param name="Written">The new wording before a person corrected it.</param>
public sealed record CarriedLine(PlanLine Old, Term OldTerm, PlanLine New, Term Term, string Written)
{
    /// <summary>What to look at: what was said of the term, and years in words that nobody moves.</summary>
    public IEnumerable<string> Warnings => Term.Warnings.Concat(
        TermShift.NamesYear($"{New.Words.Title} {New.Words.Expected}") ? ["В названии или результате назван год: проверьте, не устарел ли он."] : []);

    /// <summary>Carries an activity on.</summary>
    /// <param name="line">As it is.</param>
    /// <param name="old">Period of the plan it comes from.</param>
    /// <param name="period">Period of the new plan.</param>
    /// <param name="years">By how many years the terms move; 0 keeps the wording and reads it for the new period.</param>
    /// <param name="corrected">The wording that a person wrote instead; null for none.</param>
    public static CarriedLine Carry(PlanLine line, ProgrammePeriod old, ProgrammePeriod period, int years, string? corrected = null)
    {
        var written = TermShift.Shift(line.Term, years);
        var moved = line with
        {
            // A section is named after a year, or by other words that no calendar touches.
            Path = line.SectionYear is null ? line.Path : [.. line.Path.Select(title => TermShift.Shift(title, years))],
            SectionYear = line.SectionYear + years,
            Term = corrected ?? written,
        };
        return new CarriedLine(line, TermReader.Read(line.Term, old, line.SectionYear), moved, TermReader.Read(moved.Term, period, moved.SectionYear), written);
    }
}
