using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Meetings;

/// <summary>
/// A decision of a meeting: what, by whom, and when as the protocol words it. A wording with several dates («ежеквартально») is
/// done date by date; the next one is what is due.
/// </summary>
public sealed class MeetingDecision
{
    /// <summary>The longest text, characters.</summary>
    public const int LongestText = 2000;

    /// <summary>The longest name of who is responsible, or wording of the term, characters.</summary>
    public const int LongestWord = 300;

    private const int MostYears = 3;

    private MeetingDecision()
    {
    }

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The meeting.</summary>
    public int MeetingId { get; private set; }

    /// <summary>The region.</summary>
    public int RegionId { get; private set; }

    /// <summary>What was decided.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who is responsible: a post or a body.</summary>
    public string Responsible { get; private set; } = "";

    /// <summary>The term as worded.</summary>
    public string Term { get; private set; } = "";

    /// <summary>Its dates in order; never empty.</summary>
    public IReadOnlyList<DateOnly> Dues { get; private set; } = [];

    /// <summary>How many of the dates are done.</summary>
    public int DoneCount { get; private set; }

    /// <summary>The date that is due next; null once all is done.</summary>
    public DateOnly? NextDue { get; private set; }

    /// <summary>What was done last, in words; empty before.</summary>
    public string DoneNote { get; private set; } = "";

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Whether all is done.</summary>
    public bool IsDone => NextDue is null;

    /// <summary>Reads a decision: the term by the grammar of domain.md §9, counted from the meeting; what is not understood needs a date.</summary>
    /// <param name="notes">What was written.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>The decision with what the reader of the term should know, or a refusal in Russian.</returns>
    public static (MeetingDecision? Decision, IReadOnlyList<string> Warnings, string? Refusal) Read(DecisionNotes notes, Meeting meeting, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentNullException.ThrowIfNull(meeting);
        if (string.IsNullOrWhiteSpace(notes.Text) || notes.Text.Length > LongestText)
        {
            return (null, [], $"Напишите решение, не длиннее {RussianFigures.Count(LongestText)} знаков.");
        }

        if (string.IsNullOrWhiteSpace(notes.Responsible) || notes.Responsible.Length > LongestWord || notes.Term?.Length > LongestWord)
        {
            return (null, [], $"Укажите ответственного; ответственный и срок — не длиннее {LongestWord} знаков.");
        }

        if (notes.Due is { } set)
        {
            return set < meeting.Date || set > meeting.Date.AddYears(MostYears)
                ? (null, [], $"Срок — не раньше совещания {RussianFigures.Date(meeting.Date)} и не дальше {MostYears} лет от него.")
                : (Make([set]), [], null);
        }

        var term = TermReader.Read(notes.Term ?? "", new ProgrammePeriod(meeting.Date, meeting.Date.AddYears(MostYears)));
        DateOnly[] dues = [.. term.Occurrences.Select(o => o.Due).Where(d => d >= meeting.Date)];
        return dues.Length == 0
            ? (null, term.Warnings, $"Срок «{notes.Term?.Trim()}» не даёт даты после совещания: укажите дату рядом. {string.Join(' ', term.Warnings)}".Trim())
            : (Make(dues), term.Warnings, null);

        MeetingDecision Make(DateOnly[] dates) => new()
        {
            RegionId = meeting.RegionId, Text = notes.Text.Trim(), Responsible = notes.Responsible.Trim(), Term = notes.Term?.Trim() ?? "", Dues = dates, NextDue = dates[0], ChangedAt = now,
        };
    }

    /// <summary>Marks what is due next as done. Returns a refusal, or null.</summary>
    public string? Do(string? note, DateTimeOffset now)
    {
        if (IsDone)
        {
            return "Решение уже выполнено.";
        }

        if (string.IsNullOrWhiteSpace(note) || note.Length > LongestText)
        {
            return $"Напишите, что сделано, не длиннее {RussianFigures.Count(LongestText)} знаков.";
        }

        (DoneCount, DoneNote, ChangedAt) = (DoneCount + 1, note.Trim(), now);
        NextDue = DoneCount < Dues.Count ? Dues[DoneCount] : null;
        return null;
    }

    /// <summary>Takes back the last «done». Returns a refusal, or null.</summary>
    public string? Reopen(DateTimeOffset now)
    {
        if (DoneCount == 0)
        {
            return "Решение ещё не отмечено выполненным.";
        }

        (DoneCount, DoneNote, ChangedAt) = (DoneCount - 1, "", now);
        NextDue = Dues[DoneCount];
        return null;
    }
}

/// <summary>What a person writes of a decision.</summary>
/// <param name="Text">What was decided.</param>
/// <param name="Responsible">Who is responsible.</param>
/// <param name="Term">The term in words.</param>
/// <param name="Due">A date set by hand; it wins over the words.</param>
public sealed record DecisionNotes(string? Text, string? Responsible, string? Term, DateOnly? Due);
