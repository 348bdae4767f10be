using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;

namespace EffectiveSchool.Web.Pages.Objections;

/// <summary>An objection in a table; set by name, so that SQL can sort and choose by it.</summary>
public sealed record ObjectionLine
{
    public required int Id { get; init; }

    public required int SchoolId { get; init; }

    public required string School { get; init; }

    public required int MunicipalityId { get; init; }

    public required string Municipality { get; init; }

    public required ContestedNumber? Number { get; init; }

    public required ObjectionSide Side { get; init; }

    public required ObjectionState State { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Reason of the decision; null before it.</summary>
    public required string? Decision { get; init; }

    /// <summary>What is contested, in one line.</summary>
    public string What => Number is null ? "применение правила" : Number.Sentence;
}

/// <summary>Objections of one school to one list, and whether one more may be submitted.</summary>
/// <param name="Closed">Why none is accepted; null where they are.</param>
/// <param name="Until">Last day, where it is set.</param>
/// <param name="Mine">Whether the reader is one who submits.</param>
public sealed record SchoolObjections(int ListId, int SchoolId, string? Closed, DateOnly? Until, bool Mine, IReadOnlyList<ObjectionLine> Objections)
{
    public bool MaySubmit => Mine && Closed is null;
}

/// <summary>Objections to a list as the first screens tell of them, within what the reader sees.</summary>
/// <param name="List">Title of the list: lists of several kinds may be open at once.</param>
public sealed record ListObjections(int ListId, string List, DateOnly? Until, bool Accepting, int All, int Undecided, IReadOnlyList<ObjectionLine> Newest);

/// <summary>Reads objections; the scope limits everything to what the person may see.</summary>
public sealed class ObjectionQueries(PortalDb db, Person person, ListRuns runs)
{
    private const int MostOnFirstScreen = 5;

    /// <summary>Objections to a list with what a table of them shows.</summary>
    public IQueryable<ObjectionLine> Lines(int listId) => Lines(db.Objections.Where(o => o.ListId == listId));

    /// <summary>One school and the reader's list; null where the list takes and took none.</summary>
    public async Task<SchoolObjections?> OfSchoolAsync(int listId, int schoolId, CancellationToken cancellationToken)
    {
        var list = await db.Lists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == listId, cancellationToken);
        if (list is null)
        {
            return null;
        }

        var lines = await Lines(db.Objections.Where(o => o.ListId == listId && o.SchoolId == schoolId)).OrderByDescending(o => o.Id).ToListAsync(cancellationToken);
        var closed = list.RefuseObjection(await runs.TodayAsync(list.RegionId, cancellationToken));
        return lines.Count == 0 && list.State != ListState.Preliminary
            ? null
            : new SchoolObjections(listId, schoolId, closed, list.ObjectionsUntil, person.May(Policies.SubmitObjections), lines);
    }

    /// <summary>Preliminary lists the reader sees, and those with objections that wait; nearest day first.</summary>
    public async Task<IReadOnlyList<ListObjections>> OverviewAsync(CancellationToken cancellationToken)
    {
        if (person.Role == PortalRole.Administrator)
        {
            return [];
        }

        var lists = await db.Lists.AsNoTracking().Where(l => l.State == ListState.Preliminary).OrderBy(l => l.ObjectionsUntil).ThenBy(l => l.Id).ToListAsync(cancellationToken);
        var found = new List<ListObjections>();
        foreach (var list in lists)
        {
            var today = await runs.TodayAsync(list.RegionId, cancellationToken);
            var counts = await db.Objections.Where(o => o.ListId == list.Id).GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            var newest = await Lines(list.Id).OrderByDescending(o => o.Id).Take(MostOnFirstScreen).ToListAsync(cancellationToken);
            found.Add(new ListObjections(
                list.Id,
                list.Kind.TitleOf(list.ForYear, list.ResultsYear),
                list.ObjectionsUntil,
                list.RefuseObjection(today) is null,
                counts.Sum(c => c.Count),
                counts.Where(c => c.Key is ObjectionState.Submitted or ObjectionState.UnderReview).Sum(c => c.Count),
                newest));
        }

        return found;
    }

    private IQueryable<ObjectionLine> Lines(IQueryable<Objection> objections) => objections
        .Join(db.ListSchools, o => new { o.ListId, o.SchoolId }, s => new { s.ListId, s.SchoolId }, (o, s) => new ObjectionLine
        {
            Id = o.Id,
            SchoolId = o.SchoolId,
            School = s.Name,
            MunicipalityId = s.MunicipalityId,
            Municipality = s.Municipality,
            Number = o.Number,
            Side = o.Side,
            State = o.State,
            SubmittedAt = o.SubmittedAt,
            ClosedAt = o.ClosedAt,
            Decision = o.Events.Where(e => e.Step == ObjectionStep.Upheld || e.Step == ObjectionStep.Rejected).Select(e => e.Text).FirstOrDefault(),
        });
}

/// <summary>How a state looks beside its word.</summary>
public static class ObjectionText
{
    public static string StateClass(ObjectionState state) => state switch
    {
        ObjectionState.Submitted => "pill-near",
        ObjectionState.UnderReview => "pill-accent",
        ObjectionState.Upheld => "pill-done",
        ObjectionState.Rejected => "pill-low",
        _ => "",
    };

    /// <summary>A sign before the word: colour never speaks alone.</summary>
    public static string Sign(ObjectionState state) => state switch
    {
        ObjectionState.Submitted => "◆",
        ObjectionState.UnderReview => "▶",
        ObjectionState.Upheld => "✓",
        ObjectionState.Rejected => "✕",
        _ => "○",
    };

    /// <summary>«1 возражение».</summary>
    public static string Count(int count) => RussianWords.Count(count, "возражение", "возражения", "возражений");
}
