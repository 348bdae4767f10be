using EffectiveSchool.Data;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Demo;

/// <summary>
/// Due dates of execution reports of the demo's programmes, and the reports that were handed in: of every municipality but the
/// last, and of the municipal programme. Each tells what was known on its day, and not what came later.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="works">Works that somebody has touched, with their history and evidence.</param>
/// <param name="today">Today in the region.</param>
internal sealed class DemoReports(PortalDb db, IReadOnlyList<OccurrenceWork> works, DateOnly today)
{
    /// <param name="regional">The programme of the region.</param>
    /// <param name="municipal">The programme of the municipality.</param>
    /// <param name="reviewer">The region, which has accepted all but the last report.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task AddAsync(Programme regional, Programme municipal, WorkActor reviewer, CancellationToken cancellationToken)
    {
        var interim = Schedule(regional, new ReportScheduleWords(
            "Промежуточный отчёт", ReportKind.Interim, ReportSender.Municipalities, "до 15 августа", 0, ReportCover.SinceNewYear, null, null, regional.From));
        db.ReportSchedules.Add(interim);
        db.ReportSchedules.Add(Schedule(regional, new ReportScheduleWords(
            "Итоговый отчёт школы", ReportKind.Final, ReportSender.Schools, "до 15 декабря", 0, ReportCover.SinceNewYear, null, null, regional.From)));
        var quarterly = Schedule(municipal, new ReportScheduleWords(
            "Ежеквартальная справка", ReportKind.Interim, ReportSender.Owner, "ежеквартально", 10, ReportCover.SincePrevious, null, null, municipal.From));
        db.ReportSchedules.Add(quarterly);
        var asked = today.AddDays(4);
        if (regional.From <= today && asked <= regional.To)
        {
            db.ReportSchedules.Add(Schedule(regional, new ReportScheduleWords(
                "Сведения о ходе программы", ReportKind.OnRequest, ReportSender.Municipalities, $"до {RussianFigures.Date(asked)}", 0, ReportCover.Named, new DateOnly(today.Year, 1, 1), today, today)));
        }

        await db.SaveChangesAsync(cancellationToken);
        var municipalities = await db.Municipalities
            .Where(m => db.Schools.Any(s => s.MunicipalityId == m.Id && db.ProgrammeSchools.Any(p => p.ProgrammeId == regional.Id && p.SchoolId == s.Id)))
            .OrderBy(m => m.Id).ToListAsync(cancellationToken);
        foreach (var municipality in municipalities.SkipLast(1))
        {
            await SubmitAsync(interim, regional, municipality, cancellationToken);
        }

        await SubmitAsync(quarterly, municipal, municipalities.Find(m => m.Id == municipal.MunicipalityId)!, cancellationToken);
        foreach (var report in db.SubmittedReports.Local.OrderBy(r => r.SubmittedAt).SkipLast(1))
        {
            DemoProgrammes.Demand(report.Accept(reviewer, report.SubmittedAt.AddDays(2)));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static ReportSchedule Schedule(Programme programme, ReportScheduleWords words)
    {
        var (schedule, refusal) = ReportSchedule.Create(words, programme.Id, programme.RegionId, programme.Period);
        return schedule ?? throw new InvalidOperationException($"A due date of the demo was refused: {refusal}");
    }

    /// <summary>One report for each date that has passed.</summary>
    private async Task SubmitAsync(ReportSchedule schedule, Programme programme, Municipality municipality, CancellationToken cancellationToken)
    {
        var terms = schedule.Terms(programme.Period).Where(t => t.Due < today).ToList();
        if (terms.Count == 0)
        {
            return;
        }

        var rows = await (
            from work in db.Works.AsNoTracking().Where(w => w.ProgrammeId == programme.Id)
            from activity in db.Activities.AsNoTracking().Where(a => a.Occurrences.Any(o => o.Id == work.OccurrenceId))
            from occurrence in activity.Occurrences.Where(o => o.Id == work.OccurrenceId)
            from school in db.Schools.Where(s => s.Id == work.SchoolId).DefaultIfEmpty()
            where work.MunicipalityId == municipality.Id || school!.MunicipalityId == municipality.Id
            orderby activity.RoadmapId, activity.Position, occurrence.Due, school!.Name, work.Id
            select new { Work = work, Activity = activity, School = school == null ? null : school.Name, occurrence.Due }).ToListAsync(cancellationToken);
        var touched = works.ToDictionary(w => w.Id);
        db.SubmittedReports.AddRange(terms.Select(term =>
        {
            var at = new DateTimeOffset(term.Due.AddDays(-1), new TimeOnly(11, 0), TimeSpan.Zero);
            return new SubmittedReport
            {
                RegionId = programme.RegionId,
                ProgrammeId = programme.Id,
                MunicipalityId = municipality.Id,
                ScheduleId = schedule.Id,
                Due = term.Due,
                Content = new ExecutionReport(
                    programme.Name, municipality.Name, term.From, term.To, term.Due.AddDays(-1),
                    [.. rows.Where(r => r.Due >= term.From && r.Due <= term.To).Select(r => LineOf(touched.GetValueOrDefault(r.Work.Id, r.Work), r.Activity, r.School, r.Due, at))])
                {
                    Kind = schedule.Title,
                },
                Author = $"{PortalRole.MunicipalCoordinator.RussianName()}, {municipality.Name}",
                SubmittedAt = at,
            }.Send();
        }));
    }

    /// <summary>A work as it stood at a moment: what was done with it later is not told.</summary>
    private static ExecutionLine LineOf(OccurrenceWork work, Activity activity, string? school, DateOnly due, DateTimeOffset at)
    {
        var steps = work.Events.Where(e => e.At <= at).ToList();
        var moves = steps.Where(e => e.Step == WorkStep.Moved).Select(e => MovedDue.Read(e.Text)).OfType<MovedDue>().ToList();
        var isReported = steps.Exists(e => e.Step == WorkStep.Reported);
        var state = steps.LastOrDefault()?.Step switch
        {
            null => WorkState.NotStarted,
            WorkStep.Submitted => WorkState.UnderReview,
            WorkStep.Accepted => work.Outcome!.Value.State(),
            WorkStep.Returned => WorkState.Returned,
            WorkStep.Moved => WorkState.Moved,
            WorkStep.NotNeeded => WorkState.NotNeeded,
            _ => WorkState.InProgress,
        };
        return new ExecutionLine(
            work.Id, activity.Number, activity.Title, school, work.From, moves.Count > 0 ? moves[^1].To : due, activity.Responsible, state,
            ExecutionLine.FactOf(isReported ? work.Fact : "", isReported ? work.Reached : null, activity.QuantityOf(work)),
            ExecutionLine.EvidenceOf(work.Evidence.Where(e => e.At <= at)),
            MovedDue.Reasons(moves, isReported || state is WorkState.Moved or WorkState.NotNeeded ? work.Reason : ""))
        {
            FirstDue = moves.Count > 0 ? moves.Min(m => m.From) : null,
        };
    }
}
