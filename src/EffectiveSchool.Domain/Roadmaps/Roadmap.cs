using System.Text.RegularExpressions;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>A roadmap (дорожная карта, план-график) of a programme: sections, activities, dated occurrences.</summary>
public sealed partial class Roadmap
{
    private readonly List<RoadmapSection> _sections = [];
    private readonly List<Activity> _activities = [];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The programme.</summary>
    public required int ProgrammeId { get; init; }

    /// <summary>The programme's region.</summary>
    public required int RegionId { get; init; }

    /// <summary>Title.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the file it came from; empty where it was made of another plan.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of that file, 64 hex digits; empty where there is no file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The plan it was made of: «взято из программы «…»»; empty where it came as a file.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Where the plan came from, in words: «файл «план.docx»» or <see cref="Origin"/>.</summary>
    public string Source => Origin.Length > 0 ? Origin : $"файл «{FileName}»";

    /// <summary>Who confirmed it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was confirmed, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Sections in the order of the plan.</summary>
    public IReadOnlyList<RoadmapSection> Sections => _sections;

    /// <summary>Activities in the order of the plan.</summary>
    public IReadOnlyList<Activity> Activities => _activities;

    /// <summary>Adds an activity at the end; opens the sections of its path that are not open.</summary>
    /// <param name="path">Section titles from the outermost; empty for none.</param>
    /// <param name="sectionYear">The year the sections name, or null.</param>
    /// <param name="words">What the plan says of it.</param>
    /// <param name="term">Its term as read.</param>
    /// <param name="written">The wording of the term as the plan gave it, where a person has corrected it since.</param>
    public Activity Add(IReadOnlyList<string> path, int? sectionYear, ActivityWords words, Term term, string? written = null)
    {
        RoadmapSection? section = null;
        if (path.Count > 0)
        {
            section = _sections.LastOrDefault() is { } last && last.Path.SequenceEqual(path, StringComparer.Ordinal) ? last : null;
            if (section is null)
            {
                section = new RoadmapSection { Position = _sections.Count, Path = [.. path], Year = sectionYear };
                _sections.Add(section);
            }
        }

        var activity = new Activity(_activities.Count, section, words, term, written ?? term.Text);
        _activities.Add(activity);
        return activity;
    }
}

/// <summary>A section (раздел, трек, направление) of a roadmap, innermost of its path.</summary>
public sealed class RoadmapSection
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The roadmap.</summary>
    public int RoadmapId { get; private set; }

    /// <summary>Place in the plan, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>Titles from the outermost section to this one.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>The year that narrows the terms under it, or null.</summary>
    public required int? Year { get; init; }
}

/// <summary>What a plan says of an activity.</summary>
/// <param name="Number">«1.1.1», empty where the plan gives none.</param>
/// <param name="Title">Name.</param>
/// <param name="Responsible">Responsible, may be empty.</param>
/// <param name="Expected">Expected result, may be empty.</param>
public sealed record ActivityWords(string Number, string Title, string Responsible, string Expected);

/// <summary>An activity (мероприятие) of a roadmap with its term.</summary>
public sealed partial class Activity
{
    private readonly List<ActivityOccurrence> _occurrences = [];

    internal Activity(int position, RoadmapSection? section, ActivityWords words, Term term, string written)
    {
        (Position, Section, WrittenTerm) = (position, section, written);
        (Number, Title, Responsible, Expected) = words;
        (Term, Kind, Warnings, Quota) = (term.Text, term.Kind, term.Warnings, term.Quota);
        PerSchool = term.Quota is not null || NamesEachSchool().IsMatch($"{words.Title} {term.Text} {words.Expected}");
        _occurrences.AddRange(term.Occurrences.Select(o => new ActivityOccurrence(o)));
    }

    private Activity()
    {
    }

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The roadmap.</summary>
    public int RoadmapId { get; private set; }

    /// <summary>The section; null where the plan has none.</summary>
    public int? SectionId { get; private set; }

    /// <summary>The section; null where the plan has none.</summary>
    public RoadmapSection? Section { get; private set; }

    /// <summary>Place in the plan, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Number as the plan gives it; empty where it gives none.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The wording of the term in force.</summary>
    public string Term { get; private set; } = "";

    /// <summary>What the term asks for.</summary>
    public TermKind Kind { get; private set; }

    /// <summary>Responsible as written.</summary>
    public string Responsible { get; private set; } = "";

    /// <summary>Expected result as written.</summary>
    public string Expected { get; private set; } = "";

    /// <summary>What was said of the term when it was read.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>The number to reach, for a quota.</summary>
    public TermQuota? Quota { get; private set; }

    /// <summary>The expected number where a person set it; null while it is the one read from the words.</summary>
    public ExpectedByHand? ExpectedByHand { get; private set; }

    /// <summary>The number to reach; null where none is expected.</summary>
    public ExpectedQuantity? Quantity => ExpectedQuantity.Of(ExpectedByHand, Quota, Expected);

    /// <summary>The number asked of who does a work of it; null where none is.</summary>
    public ExpectedQuantity? QuantityOf(OccurrenceWork work) => ExpectedQuantity.Of(ExpectedByHand, Quota, Expected, work.SchoolId is not null);

    /// <summary>Whether each participating school does it; once for all otherwise. Read from the wording («в каждой ШНРО»), then chosen.</summary>
    public bool PerSchool { get; set; }

    /// <summary>Dated occurrences, those that an amendment retired among them.</summary>
    public IReadOnlyList<ActivityOccurrence> Occurrences => _occurrences;

    /// <summary>Sets the expected number, or goes back to the one read from the words. Returns a refusal in Russian, or null.</summary>
    /// <param name="byHand">What a person says; null: as read.</param>
    public string? Expect(ExpectedByHand? byHand)
    {
        if (byHand?.Quantity?.Refuse() is { } refusal)
        {
            return refusal;
        }

        ExpectedByHand = byHand;
        return null;
    }

    /// <summary>Gives a term that counts from an event its dates: from the day of the event to the last day of the term.</summary>
    /// <param name="day">The day the event was held.</param>
    /// <param name="usualDays">Days where the wording names none.</param>
    /// <returns>The occurrence; null where the term does not count from an event.</returns>
    public ActivityOccurrence? CountFrom(DateOnly day, int usualDays)
    {
        if (Kind != TermKind.Relative)
        {
            return null;
        }

        var occurrence = new ActivityOccurrence(new Occurrence(day, RelativeTerm.LastDay(Term, day) ?? day.AddDays(usualDays)));
        _occurrences.Add(occurrence);
        return occurrence;
    }

    [GeneratedRegex(@"\bв\s+кажд(ой|ом)\s+(ШН|школ|ОО\b|общеобразоват|образоват)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamesEachSchool();
}

/// <summary>A dated occurrence of an activity: what statuses and evidence of schools refer to.</summary>
public sealed class ActivityOccurrence
{
    internal ActivityOccurrence(Occurrence dates) => Redate(dates);

    private ActivityOccurrence()
    {
    }

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The activity.</summary>
    public int ActivityId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>Number of the amendment that took it out of the plan, kept for what was done on it; null where it is in force.</summary>
    public int? RetiredIn { get; internal set; }

    internal void Redate(Occurrence dates) => (From, Due) = (dates.From, dates.Due);
}
