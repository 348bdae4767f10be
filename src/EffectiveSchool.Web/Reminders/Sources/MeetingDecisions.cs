using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>Decisions of meetings that are due: the coordinator whose group it is sees to them.</summary>
public sealed class MeetingDecisions(PortalDb db) : IDueSource
{
    private const int LongestTitle = 160;

    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        if (reader.Level < DutyLevel.Municipality)
        {
            return [];
        }

        var late = today.AddDays(-Escalation.RegionFromDay);
        var found = await (
            from decision in db.MeetingDecisions.Where(d => d.NextDue != null && d.NextDue <= until)
            from meeting in db.Meetings.Where(m => m.Id == decision.MeetingId)
            where meeting.MunicipalityId == null ? reader.Level == DutyLevel.Region : reader.Level == DutyLevel.Municipality || decision.NextDue <= late
            select new
            {
                decision.Id, decision.Text, decision.NextDue, decision.ChangedAt, MeetingId = meeting.Id, meeting.MunicipalityId,
                Group = db.WorkingGroups.Where(g => g.Id == meeting.GroupId).Select(g => g.Name).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(d => new DueItem
            {
                Key = $"decision-{d.Id}",
                Title = "Решение совещания: " + (d.Text.Length > LongestTitle ? d.Text[..LongestTitle] + "…" : d.Text),
                Place = d.Group,
                Page = $"/meetings/{d.MeetingId}",
                Owner = d.MunicipalityId is null ? DutyLevel.Region : DutyLevel.Municipality,
                Due = d.NextDue,
                ChangedAt = d.ChangedAt,
            }),
        ];
    }
}
