using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Execution;

/// <summary>What the report is asked of.</summary>
public sealed record ExecutionFilter
{
    public int? Programme { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public int? Municipality { get; init; }

    public int? School { get; init; }

    /// <summary>The schedule whose report is handed in, with its due date: they name the period.</summary>
    public int? Schedule { get; init; }

    public DateOnly? Due { get; init; }
}

/// <summary>The execution report within the scope: the one read model of page, xlsx and pdf.</summary>
public sealed class ExecutionQuery(PortalDb db, DueReportQuery dues, Person person)
{
    /// <summary>A municipality and a school report of themselves.</summary>
    public ExecutionFilter Own(ExecutionFilter filter) => filter with
    {
        Municipality = person.Scope.MunicipalityId ?? filter.Municipality,
        School = person.Scope.SchoolIds is [var school] ? school : filter.School,
    };

    /// <summary>The report that a schedule asks for; null where the filter names no schedule, or one that asks the reader for nothing.</summary>
    public Task<DueReport?> FindDueAsync(ExecutionFilter filter, CancellationToken cancellationToken) => dues.FindAsync(Own(filter), cancellationToken);

    /// <summary>The report, or why there is none for the period; nulls where there is no such programme, municipality or school for the reader.</summary>
    public async Task<(ExecutionReport? Report, string? Refusal)> ReadAsync(ExecutionFilter asked, CancellationToken cancellationToken)
    {
        var filter = Own(asked);
        var due = await dues.FindAsync(filter, cancellationToken);
        if (filter.Schedule is not null && due is null)
        {
            return default;
        }

        filter = due is null ? filter : filter with { From = due.Term.From, To = due.Term.To };
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == filter.Programme, cancellationToken) is not { } programme
            || await PlaceAsync(filter, programme, cancellationToken) is not { } place)
        {
            return default;
        }

        var today = await person.TodayAsync();
        var (first, last) = PeriodOf(filter, programme, today);
        if (ExecutionReport.RefusePeriod(first, last) is { } refusal)
        {
            return (null, refusal);
        }

        var moves = await WorkMoves.OfAsync(db, programme.Id, cancellationToken);
        var back = moves.OnceDueIn(first, last);
        var rows = await (
            from work in db.Works.Where(w => w.ProgrammeId == programme.Id)
            from activity in db.Activities.Where(a => a.Occurrences.Any(o => o.Id == work.OccurrenceId))
            from school in db.Schools.Where(s => s.Id == work.SchoolId).DefaultIfEmpty()
            where ((work.Due >= first && (work.Due <= last || (activity.Kind == TermKind.Continuous && work.From <= last))) || back.Contains(work.Id))
                && (filter.School == null || work.SchoolId == filter.School)
                && (filter.Municipality == null || work.MunicipalityId == filter.Municipality || (school != null && school.MunicipalityId == filter.Municipality))
            orderby activity.RoadmapId, activity.Position, work.Due, school!.Name, work.Id
            select new
            {
                work.Id, work.SchoolId, activity.Number, activity.Title, School = school == null ? null : school.Name, work.From, work.Due, activity.Responsible, work.State, ActivityId = activity.Id,
                work.Fact, work.Reached, activity.Expected, activity.Quota, activity.ExpectedByHand, work.Reason,
            }).ToListAsync(cancellationToken);
        var ids = rows.Where(r => r.State != WorkState.NotStarted).Select(r => r.Id).ToList();
        var evidence = (await db.Evidence.AsNoTracking().Where(e => ids.Contains(e.WorkId) && e.RemovedAt == null).OrderBy(e => e.Id).ToListAsync(cancellationToken))
            .ToLookup(e => e.WorkId);
        var responsibles = (await db.Responsibles.AsNoTracking().Where(r => db.Activities.Any(a => a.Id == r.ActivityId && db.Roadmaps.Any(m => m.Id == a.RoadmapId && m.ProgrammeId == programme.Id)))
            .OrderBy(r => r.Name).Select(r => new { r.ActivityId, r.Name }).ToListAsync(cancellationToken)).ToLookup(r => r.ActivityId, r => r.Name);
        var report = new ExecutionReport(programme.Name, place, first, last, today,
        [
            .. rows.Select(r => new ExecutionLine(
                r.Id, r.Number, r.Title, r.School, r.From, r.Due,
                responsibles[r.ActivityId].Any() ? string.Join("; ", responsibles[r.ActivityId]) : r.Responsible, r.State,
                ExecutionLine.FactOf(r.Fact, r.Reached, ExpectedQuantity.Of(r.ExpectedByHand, r.Quota, r.Expected, r.SchoolId is not null)),
                ExecutionLine.EvidenceOf(evidence[r.Id]),
                MovedDue.Reasons(moves.Of(r.Id), r.Reason))
            {
                FirstDue = moves.FirstDue(r.Id),
            }),
        ])
        {
            Kind = due?.Schedule.Title,
        };
        return (report, null);
    }

    /// <summary>The period asked for; else the present year of the programme, or its last.</summary>
    private static (DateOnly From, DateOnly To) PeriodOf(ExecutionFilter filter, Programme programme, DateOnly today)
    {
        var year = Math.Clamp(today.Year, programme.From.Year, programme.To.Year);
        return (filter.From ?? new DateOnly(year, 1, 1), filter.To ?? new DateOnly(year, 12, 31));
    }

    private async Task<string?> PlaceAsync(ExecutionFilter filter, Programme programme, CancellationToken cancellationToken) => filter switch
    {
        { School: { } school } => await db.Schools.Where(s => s.Id == school).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken),
        { Municipality: { } municipality } => await db.Municipalities.Where(m => m.Id == municipality).Select(m => m.Name).SingleOrDefaultAsync(cancellationToken),
        _ => await db.Regions.Where(r => r.Id == programme.RegionId).Select(r => r.Name).SingleAsync(cancellationToken),
    };
}
