using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>
/// Activities that the reader answers for by name: one item an activity and date, whoever does the work. What the reader's own
/// level does is told by <see cref="RoadmapWorks"/> already.
/// </summary>
public sealed class ResponsibleWorks(PortalDb db) : IDueSource
{
    private static readonly WorkState[] Open = [.. Enum.GetValues<WorkState>().Where(s => s.IsOpen())];

    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var me = db.CurrentUserId;
        var open = await (
            from work in db.Works.Where(w => Open.Contains(w.State) && w.Due <= until
                && !((reader.Level == DutyLevel.School && w.SchoolId != null)
                    || (reader.Level == DutyLevel.Municipality && w.SchoolId == null && w.MunicipalityId != null)
                    || (reader.Level == DutyLevel.Region && w.SchoolId == null && w.MunicipalityId == null)))
            from activity in db.Activities.Where(a => a.Occurrences.Any(o => o.Id == work.OccurrenceId) && db.Responsibles.Any(r => r.ActivityId == a.Id && r.UserId == me))
            select new { work.Id, work.Due, work.ChangedAt, ActivityId = activity.Id, activity.Title, activity.RoadmapId }).ToListAsync(cancellationToken);
        return
        [
            .. open.GroupBy(w => (w.ActivityId, w.Due)).Select(g => new DueItem
            {
                Key = $"responsible-{g.Key.ActivityId}-{g.Key.Due:yyyyMMdd}",
                Title = $"Вы ответственный, обеспечьте выполнение: {g.First().Title}",
                Place = $"не отчитались: {RussianWords.Count(g.Count(), "исполнитель", "исполнителя", "исполнителей")}",
                Page = g.Count() == 1 ? $"/works/{g.First().Id}" : $"/roadmaps/{g.First().RoadmapId}/works?activity={g.Key.ActivityId}",
                Owner = reader.Level,
                Due = g.Key.Due,
                ChangedAt = g.Max(w => w.ChangedAt),
            }),
        ];
    }
}
