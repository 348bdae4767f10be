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
/// last, and of the municipal programme.
/// </summary>
internal sealed class DemoReports(PortalDb db, DateOnly today)
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

    /// <summary>One report for each date that has passed, each as the works stand now.</summary>
    private async Task SubmitAsync(ReportSchedule schedule, Programme programme, Municipality municipality, CancellationToken cancellationToken)
    {
        var terms = schedule.Terms(programme.Period).Where(t => t.Due < today).ToList();
        if (terms.Count == 0)
        {
            return;
        }

        var rows = await (
            from work in db.Works.Where(w => w.ProgrammeId == programme.Id)
            from activity in db.Activities.Where(a => a.Occurrences.Any(o => o.Id == work.OccurrenceId))
            from school in db.Schools.Where(s => s.Id == work.SchoolId).DefaultIfEmpty()
            where work.MunicipalityId == municipality.Id || school!.MunicipalityId == municipality.Id
            orderby activity.RoadmapId, activity.Position, work.Due, school!.Name, work.Id
            select new ExecutionLine(
                work.Id, activity.Number, activity.Title, school == null ? null : school.Name, work.From, work.Due, activity.Responsible, work.State, work.Fact, "", work.Reason))
            .ToListAsync(cancellationToken);
        db.SubmittedReports.AddRange(terms.Select(term => new SubmittedReport
        {
            RegionId = programme.RegionId,
            ProgrammeId = programme.Id,
            MunicipalityId = municipality.Id,
            ScheduleId = schedule.Id,
            Due = term.Due,
            Content = new ExecutionReport(programme.Name, municipality.Name, term.From, term.To, term.Due.AddDays(-1), [.. rows.Where(r => r.Due >= term.From && r.Due <= term.To)]) { Kind = schedule.Title },
            Author = $"{PortalRole.MunicipalCoordinator.RussianName()}, {municipality.Name}",
            SubmittedAt = new DateTimeOffset(term.Due.AddDays(-1), new TimeOnly(11, 0), TimeSpan.Zero),
        }.Send()));
    }
}
