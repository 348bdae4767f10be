using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Execution;

/// <summary>Whose report it is: of a school, of a municipality, or of the region where both are null.</summary>
public sealed record ReportPlace(int? MunicipalityId, int? SchoolId, string Name);

/// <summary>A report of one place that a schedule asks for, with what was handed in.</summary>
public sealed record DueReport(ReportSchedule Schedule, Programme Programme, ReportTerm Term, ReportPlace Place, DutyLevel Duty)
{
    /// <summary>The report that was handed in last; null where none was.</summary>
    public int? SubmittedId { get; init; }

    /// <summary>The day of the first one.</summary>
    public DateOnly? FirstSubmitted { get; init; }

    /// <summary>The due date that the first one answered: a correction may have moved it since.</summary>
    public DateOnly? FirstDue { get; init; }

    /// <summary>What was said of the last one.</summary>
    public ReportAcceptance? Acceptance { get; init; }

    /// <summary>When it was returned; null where it was not.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>Whether its sender owes it: it was not handed in, or was returned.</summary>
    public bool IsOwed => SubmittedId is null || Acceptance == ReportAcceptance.Returned;

    public ReportStanding StandingOn(DateOnly today) => ReportWords.Standing(FirstDue ?? Term.Due, FirstSubmitted, today);

    /// <summary>The page where it is looked at and handed in.</summary>
    public string Page => FormattableString.Invariant($"/reports/execution?programme={Programme.Id}&schedule={Schedule.Id}&due={Term.Due:yyyy-MM-dd}")
        + (Place.MunicipalityId is { } municipality ? FormattableString.Invariant($"&municipality={municipality}") : "")
        + (Place.SchoolId is { } school ? FormattableString.Invariant($"&school={school}") : "");
}

/// <summary>
/// Reports that are due, within the scope: every schedule × its dates × whoever hands in. One for the page, the reminders and
/// the form that hands in.
/// </summary>
public sealed class DueReportQuery(PortalDb db)
{
    private sealed record Participant(int ProgrammeId, int Year, int SchoolId, string School, int MunicipalityId, string Municipality);

    private sealed record Handed(int Id, DateOnly Day, DateOnly? Due, ReportAcceptance? Acceptance, DateTimeOffset? ReturnedAt);

    /// <summary>All that are due by a day, by due date.</summary>
    /// <param name="until">The last day.</param>
    /// <param name="programmeId">Of one programme; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<DueReport>> ReadAsync(DateOnly until, int? programmeId, CancellationToken cancellationToken)
    {
        var schedules = await db.ReportSchedules.AsNoTracking().Where(s => programmeId == null || s.ProgrammeId == programmeId).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        if (schedules.Count == 0)
        {
            return [];
        }

        int[] ids = [.. schedules.Select(s => s.ProgrammeId).Distinct()];
        var programmes = await db.Programmes.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var names = new Names(
            await db.Regions.ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken),
            await db.Municipalities.ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken),
            await db.Schools.Where(s => db.Programmes.Any(p => p.SchoolId == s.Id && ids.Contains(p.Id))).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken));
        var participants = (await (
                from participant in db.ProgrammeSchools.Where(p => ids.Contains(p.ProgrammeId))
                join school in db.Schools on participant.SchoolId equals school.Id
                join municipality in db.Municipalities on school.MunicipalityId equals municipality.Id
                orderby municipality.Name, school.Name, school.Id
                select new Participant(participant.ProgrammeId, participant.Year, school.Id, school.Name, municipality.Id, municipality.Name)).ToListAsync(cancellationToken))
            .ToLookup(p => (p.ProgrammeId, p.Year));
        var handed = await HandedAsync(schedules, cancellationToken);
        return
        [
            .. from schedule in schedules
               let programme = programmes[schedule.ProgrammeId]
               from term in schedule.Terms(programme.Period)
               where term.Due <= until
               from place in Places(schedule.Sender, programme, participants[(programme.Id, Math.Clamp(term.To.Year, programme.From.Year, programme.To.Year))], names)
               let reports = handed[(schedule.Id, term.Due, place.MunicipalityId, place.SchoolId)]
               orderby term.Due, programme.Id, schedule.Id
               let last = reports.LastOrDefault()
               select new DueReport(schedule, programme, term, place, schedule.Sender.Duty(programme.Level))
               {
                   SubmittedId = last?.Id,
                   FirstSubmitted = reports.FirstOrDefault()?.Day,
                   FirstDue = reports.FirstOrDefault()?.Due,
                   Acceptance = last?.Acceptance,
                   ReturnedAt = last is { Acceptance: ReportAcceptance.Returned } ? last.ReturnedAt : null,
               },
        ];
    }

    /// <summary>The one report that a filter asks to hand in; null where no schedule asks for it, or it is not the reader's to see.</summary>
    /// <param name="filter">Programme, schedule, due date and place.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<DueReport?> FindAsync(ExecutionFilter filter, CancellationToken cancellationToken) =>
        filter is { Schedule: { } schedule, Due: { } due }
            ? (await ReadAsync(due, filter.Programme, cancellationToken)).SingleOrDefault(r => r.Schedule.Id == schedule && r.Term.Due == due
                && r.Place.SchoolId == filter.School && (filter.School is not null || r.Place.MunicipalityId == filter.Municipality))
            : null;

    private sealed record Names(IReadOnlyDictionary<int, string> Regions, IReadOnlyDictionary<int, string> Municipalities, IReadOnlyDictionary<int, string> Schools);

    private async Task<ILookup<(int, DateOnly, int?, int?), Handed>> HandedAsync(IReadOnlyList<ReportSchedule> schedules, CancellationToken cancellationToken)
    {
        int?[] ids = [.. schedules.Select(s => (int?)s.Id)];
        var zones = await db.Regions.ToDictionaryAsync(r => r.Id, r => r.TimeZone, cancellationToken);
        var reports = await db.SubmittedReports.Where(r => ids.Contains(r.ScheduleId)).OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.RegionId, r.ScheduleId, r.Due, r.MunicipalityId, r.SchoolId, r.SubmittedAt, r.Acceptance, DecidedAt = r.Decisions.Max(d => (DateTimeOffset?)d.At) })
            .ToListAsync(cancellationToken);
        var byId = schedules.ToDictionary(s => s.Id);
        return reports.ToLookup(
            r => (r.ScheduleId!.Value, byId[r.ScheduleId.Value].DueNow(r.Due!.Value, r.SubmittedAt), r.MunicipalityId, r.SchoolId),
            r => new Handed(r.Id, r.SubmittedAt.DayIn(zones[r.RegionId]), r.Due, r.Acceptance, r.DecidedAt));
    }

    /// <summary>Whoever hands in, of those whose reports the reader sees: what stands above the reader is not the reader's.</summary>
    private IEnumerable<ReportPlace> Places(ReportSender sender, Programme programme, IEnumerable<Participant> participants, Names names)
    {
        var scope = db.Scope;
        var seesRegion = scope.SeesAll || scope.SeesRegion;
        return (sender, programme.Level) switch
        {
            (ReportSender.Schools, _) => participants.Select(p => new ReportPlace(null, p.SchoolId, p.School)),
            (ReportSender.Municipalities, _) => participants.Where(p => seesRegion || p.MunicipalityId == scope.MunicipalityId)
                .DistinctBy(p => p.MunicipalityId).Select(p => new ReportPlace(p.MunicipalityId, null, p.Municipality)),
            (_, ProgrammeLevel.Region) => seesRegion ? [new ReportPlace(null, null, names.Regions[programme.RegionId])] : [],
            (_, ProgrammeLevel.Municipality) => seesRegion || programme.MunicipalityId == scope.MunicipalityId
                ? [new ReportPlace(programme.MunicipalityId, null, names.Municipalities[programme.MunicipalityId!.Value])]
                : [],
            _ => names.Schools.TryGetValue(programme.SchoolId!.Value, out var school) ? [new ReportPlace(null, programme.SchoolId, school)] : [],
        };
    }
}
