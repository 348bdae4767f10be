using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>A work in a table. Set by its properties and not by a constructor: filters and order go on in SQL.</summary>
public sealed record WorkLine
{
    public required int Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required int Position { get; init; }

    public required int ActivityId { get; init; }

    public int? SectionId { get; init; }

    public int? SchoolId { get; init; }

    public string? School { get; init; }

    public int? MunicipalityId { get; init; }

    public string? Municipality { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Due { get; init; }

    public required WorkState State { get; init; }

    public decimal? Reached { get; init; }

    /// <summary>Number of the latest amendment that changed what the work is for; null for none.</summary>
    public int? AmendedIn { get; init; }

    /// <summary>The responsible as the plan writes it.</summary>
    public required string Responsible { get; init; }

    public ExpectedByHand? ExpectedByHand { get; init; }

    public TermQuota? Quota { get; init; }

    public required string ExpectedResult { get; init; }

    /// <summary>The number expected; null where none is.</summary>
    public ExpectedQuantity? Expected => ExpectedQuantity.Of(ExpectedByHand, Quota, ExpectedResult, SchoolId is not null);
}

/// <summary>Which works are shown.</summary>
public sealed record WorkFilter
{
    public const string DueSoon = "due";
    public const string Late = "late";
    public const string Waiting = "waiting";

    private static readonly WorkState[] Open = [.. Enum.GetValues<WorkState>().Where(s => s.IsOpen())];

    /// <summary>All, or one of the three above.</summary>
    public string? Show { get; init; }

    public WorkState? State { get; init; }

    public int? Section { get; init; }

    public int? Municipality { get; init; }

    public int? School { get; init; }

    public int? Activity { get; init; }

    /// <summary>Key of a responsible.</summary>
    public string? Responsible { get; init; }

    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int Page { get; init; } = 1;

    /// <summary>What is filtered by, as fields of a form.</summary>
    public IEnumerable<(string Name, string Value)> Values => new (string Name, string? Value)[]
    {
        ("show", Show), ("state", State?.ToString()), ("section", Text(Section)), ("municipality", Text(Municipality)),
        ("school", Text(School)), ("activity", Text(Activity)), ("responsible", Responsible),
    }.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => (v.Name, v.Value!));

    /// <summary>The works of a roadmap with what a table says of them.</summary>
    public static IQueryable<WorkLine> Lines(PortalDb db, int roadmapId) =>
        from work in db.Works
        from activity in db.Activities.Where(a => a.RoadmapId == roadmapId && a.Occurrences.Any(o => o.Id == work.OccurrenceId))
        from school in db.Schools.Where(s => s.Id == work.SchoolId).DefaultIfEmpty()
        from municipality in db.Municipalities.Where(m => m.Id == (work.MunicipalityId ?? school!.MunicipalityId)).DefaultIfEmpty()
        select new WorkLine
        {
            Id = work.Id,
            Number = activity.Number,
            Title = activity.Title,
            Position = activity.Position,
            ActivityId = activity.Id,
            SectionId = activity.SectionId,
            SchoolId = work.SchoolId,
            School = school == null ? null : school.Name,
            MunicipalityId = municipality == null ? null : municipality.Id,
            Municipality = municipality == null ? null : municipality.Name,
            From = work.From,
            Due = work.Due,
            State = work.State,
            Reached = work.Reached,
            AmendedIn = work.AmendedIn,
            Responsible = activity.Responsible,
            ExpectedByHand = activity.ExpectedByHand,
            Quota = activity.Quota,
            ExpectedResult = activity.Expected,
        };

    public IQueryable<WorkLine> Choose(PortalDb db, IQueryable<WorkLine> lines, DutyLevel? reader, DateOnly today)
    {
        var week = DueSummary.LastDayOfWeek(today);
        lines = Show switch
        {
            DueSoon => lines.Where(w => Open.Contains(w.State) && w.Due >= today && w.Due <= week),
            Late => lines.Where(w => Open.Contains(w.State) && w.Due < today),
            Waiting => WaitingFor(lines, reader, today),
            _ => lines,
        };
        return lines.Where(w => (State == null || w.State == State)
            && (Section == null || w.SectionId == Section)
            && (Municipality == null || w.MunicipalityId == Municipality)
            && (School == null || w.SchoolId == School)
            && (Activity == null || w.ActivityId == Activity)
            && (Responsible == null || db.Responsibles.Any(r => r.ActivityId == w.ActivityId && r.Key == Responsible)));
    }

    public static IQueryable<WorkLine> Order(IQueryable<WorkLine> lines) => lines.OrderBy(w => w.Position).ThenBy(w => w.Due).ThenBy(w => w.School).ThenBy(w => w.Id);

    private static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IQueryable<WorkLine> WaitingFor(IQueryable<WorkLine> lines, DutyLevel? reader, DateOnly today) => reader switch
    {
        DutyLevel.School => lines.Where(w => w.SchoolId != null && Open.Contains(w.State) && w.From <= today),
        DutyLevel.Curator => lines.Where(w => w.SchoolId != null && w.State == WorkState.UnderReview),
        DutyLevel.Municipality => lines.Where(w => (w.SchoolId != null && w.State == WorkState.UnderReview)
            || (w.SchoolId == null && w.MunicipalityId != null && Open.Contains(w.State) && w.From <= today)),
        DutyLevel.Region => lines.Where(w => w.State == WorkState.UnderReview
            || (w.SchoolId == null && w.MunicipalityId == null && Open.Contains(w.State) && w.From <= today)),
        _ => lines.Where(_ => false),
    };
}
