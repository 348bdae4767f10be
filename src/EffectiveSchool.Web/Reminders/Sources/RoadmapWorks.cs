using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>Works of roadmaps: what is due of those who do it, and reports that wait for review.</summary>
public sealed class RoadmapWorks(PortalDb db) : IDueSource
{
    private static readonly WorkState[] Open = [.. Enum.GetValues<WorkState>().Where(s => s.IsOpen())];

    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        // Whoever stands above is told of late work alone, and from a day of their own: nothing else is read for them.
        var late = today.AddDays(-(reader.Level switch
        {
            DutyLevel.Region => Escalation.RegionFromDay,
            DutyLevel.Municipality => Escalation.MunicipalityFromDay,
            _ => Escalation.CuratorFromDay,
        }));
        var works = db.Works.Where(w => w.State == WorkState.UnderReview || (Open.Contains(w.State) && w.Due <= until && (w.Due <= late
            || (reader.Level == DutyLevel.School && w.SchoolId != null)
            || (reader.Level == DutyLevel.Municipality && w.SchoolId == null && w.MunicipalityId != null)
            || (reader.Level == DutyLevel.Region && w.SchoolId == null && w.MunicipalityId == null))));
        var found = await works
            .Select(w => new
            {
                w.Id, w.State, w.Due, w.SchoolId, w.MunicipalityId, w.ChangedAt,
                Activity = db.Activities.Where(a => a.Occurrences.Any(o => o.Id == w.OccurrenceId)).Select(a => a.Title).FirstOrDefault(),
                Place = db.Schools.Where(s => s.Id == w.SchoolId).Select(s => s.Name).FirstOrDefault() ?? db.Municipalities.Where(m => m.Id == w.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
                HasCurator = db.CuratorAssignments.Any(a => a.SchoolId == w.SchoolId && a.From <= today && (a.Until == null || a.Until >= today)),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. from w in found
               let owner = w.State == WorkState.UnderReview
                   ? w.SchoolId is null ? DutyLevel.Region : w.HasCurator ? DutyLevel.Curator : DutyLevel.Municipality
                   : w.SchoolId is not null ? DutyLevel.School : w.MunicipalityId is not null ? DutyLevel.Municipality : DutyLevel.Region
               select new DueItem
               {
                   Key = $"work-{w.Id}",
                   Title = (w.State == WorkState.UnderReview ? "Проверьте отчёт" : reader.Decides && reader.Level == owner ? "Выполните и отчитайтесь" : "Нет отчёта о мероприятии") + $": {w.Activity}",
                   Place = w.Place,
                   Page = $"/works/{w.Id}",
                   Owner = owner,
                   Due = w.State == WorkState.UnderReview ? null : w.Due,
                   AwaitsDecision = w.State is WorkState.UnderReview or WorkState.Returned,
                   ChangedAt = w.ChangedAt,
               },
        ];
    }
}
