using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>What schools hand in for rounds of monitoring: what they owe, and what waits for review.</summary>
public sealed class MonitoringSubmissions(PortalDb db) : IDueSource
{
    private static readonly SubmissionState[] Owed = [.. Enum.GetValues<SubmissionState>().Where(s => s.IsOwed())];

    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        // Whoever stands above the school is told of late work alone, and from a day of their own: nothing else is read for them.
        var late = today.AddDays(-(reader.Level switch
        {
            DutyLevel.Region => Escalation.RegionFromDay,
            DutyLevel.Municipality => Escalation.MunicipalityFromDay,
            _ => Escalation.CuratorFromDay,
        }));
        var found = await (
            from round in db.MonitoringRounds.Where(r => r.ClosedAt == null)
            from cycle in db.MonitoringCycles.Where(c => c.Id == round.CycleId)
            from submission in db.MonitoringSubmissions.Where(s => s.RoundId == round.Id)
            where submission.State == SubmissionState.UnderReview
                || (Owed.Contains(submission.State) && round.Due <= until && (round.Due <= late || reader.Level == DutyLevel.School))
            select new
            {
                submission.Id, submission.State, submission.ChangedAt, round.Due, round.Position, round.Stage, cycle.Name, cycle.OpenedAt,
                School = db.Schools.Where(s => s.Id == submission.SchoolId).Select(s => s.Name).FirstOrDefault(),
                HasCurator = db.CuratorAssignments.Any(a => a.SchoolId == submission.SchoolId && a.From <= today && (a.Until == null || a.Until >= today)),
            }).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(s => new DueItem
            {
                Key = $"monitoring-{s.Id}",
                Title = (s.State == SubmissionState.UnderReview ? "Проверьте сведения мониторинга" : "Сдайте сведения мониторинга") + $" «{s.Name}», {s.Position}-й этап, {s.Stage.RussianName()}",
                Place = s.School,
                Page = $"/monitoring/submissions/{s.Id}",
                Owner = s.State != SubmissionState.UnderReview ? DutyLevel.School : s.HasCurator ? DutyLevel.Curator : DutyLevel.Municipality,
                Due = s.State == SubmissionState.UnderReview ? null : s.Due,
                AwaitsDecision = s.State is SubmissionState.UnderReview or SubmissionState.Returned,
                ChangedAt = s.State == SubmissionState.NotStarted ? s.OpenedAt ?? DateTimeOffset.UnixEpoch : s.ChangedAt,
            }),
        ];
    }
}
