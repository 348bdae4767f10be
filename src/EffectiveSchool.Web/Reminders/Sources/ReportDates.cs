using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Execution;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>Execution reports that were not handed in, or were returned: of whoever hands in, and once late of those above.</summary>
public sealed class ReportDates(DueReportQuery dues) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken) =>
    [
        .. from report in await dues.ReadAsync(until, null, cancellationToken)
           where report.IsOwed && report.Duty <= reader.Level
           let returned = report.Acceptance == ReportAcceptance.Returned
           select new DueItem
           {
               Key = FormattableString.Invariant($"report-{report.Schedule.Id}-{report.Term.Due:yyyyMMdd}-{report.Place.MunicipalityId}-{report.Place.SchoolId}"),
               Title = (reader.Decides && reader.Level == report.Duty ? returned ? "Исправьте и сдайте заново отчёт" : "Сдайте отчёт" : returned ? "Возвращён и не сдан заново отчёт" : "Не сдан отчёт") + $" «{report.Schedule.Title}» по программе «{report.Programme.Name}»",
               Place = report.Place.Name,
               Page = report.Page,
               Owner = report.Duty,
               Due = report.Term.Due,
               AwaitsDecision = returned,
               ChangedAt = report.ReturnedAt ?? DateTimeOffset.UnixEpoch,
           },
    ];
}
