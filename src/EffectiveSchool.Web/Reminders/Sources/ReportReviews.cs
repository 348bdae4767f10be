using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>Submitted reports that wait to be accepted, and those returned that no schedule asks for: the others are owed again by their date.</summary>
public sealed class ReportReviews(PortalDb db, ReportDesk desk) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var waiting = await desk.Latest
            .Where(r => r.Acceptance == ReportAcceptance.UnderReview || (r.Acceptance == ReportAcceptance.Returned && r.ScheduleId == null))
            .OrderBy(r => r.Id)
            .Select(r => new
            {
                r.Id, r.Acceptance, r.Due, r.SchoolId, r.MunicipalityId, r.SubmittedAt, DecidedAt = r.Decisions.Max(d => (DateTimeOffset?)d.At),
                Programme = db.Programmes.Where(p => p.Id == r.ProgrammeId).Select(p => p.Name).FirstOrDefault(),
                Kind = db.ReportSchedules.Where(s => s.Id == r.ScheduleId).Select(s => s.Title).FirstOrDefault(),
                Place = db.Schools.Where(s => s.Id == r.SchoolId).Select(s => s.Name).FirstOrDefault() ?? db.Municipalities.Where(m => m.Id == r.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
                HasCurator = db.CuratorAssignments.Any(a => a.SchoolId == r.SchoolId && a.From <= today && (a.Until == null || a.Until >= today)),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. from r in waiting
               let returned = r.Acceptance == ReportAcceptance.Returned
               select new DueItem
               {
                   Key = FormattableString.Invariant($"submitted-report-{r.Id}"),
                   Title = $"{(returned ? "Отчёт возвращён, исправьте и сдайте заново" : "Проверьте сданный отчёт")}: {r.Kind ?? "отчёт об исполнении"}{(r.Due is { } due ? $" к {RussianFigures.Date(due)}" : "")}, программа «{r.Programme}»",
                   Place = r.Place,
                   Page = FormattableString.Invariant($"/reports/execution/{r.Id}"),
                   Owner = (returned, r.SchoolId) switch
                   {
                       (true, null) => DutyLevel.Municipality,
                       (true, _) => DutyLevel.School,
                       (_, null) => DutyLevel.Region,
                       _ => r.HasCurator ? DutyLevel.Curator : DutyLevel.Municipality,
                   },
                   AwaitsDecision = true,
                   ChangedAt = r.DecidedAt ?? r.SubmittedAt,
               },
        ];
    }
}
