using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Web.Pages.Curators.Visits;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>Days on which somebody comes to a school again, as the latest visit agreed; of the region where the school has no curator.</summary>
public sealed class NextVisits(PortalDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        if (reader.Level < DutyLevel.Curator)
        {
            return [];
        }

        var visits = await (
            from visit in VisitFilter.Latest(db).Where(v => v.NextDate <= until)
            from school in db.Schools.Where(s => s.Id == visit.SchoolId && s.Status == SchoolStatus.Active)
            select new
            {
                visit.Id, visit.SchoolId, School = school.Name, visit.Kind, visit.Date, visit.NextDate,
                HasCurator = db.CuratorAssignments.Any(a => a.SchoolId == school.Id && a.From <= today && (a.Until == null || a.Until >= today)),
            }).ToListAsync(cancellationToken);
        return
        [
            .. from v in visits
               let owner = v.HasCurator ? DutyLevel.Curator : DutyLevel.Region
               select new DueItem
               {
                   Key = $"visit-{v.Id}",
                   Title = (reader.Decides && reader.Level == owner ? "Посетите школу снова" : "Школа ждёт посещения") + $": так условились {RussianFigures.Date(v.Date)} ({v.Kind.RussianName()})",
                   Place = v.School,
                   Page = $"/curators/schools/{v.SchoolId}",
                   Owner = owner,
                   Due = v.NextDate,
                   ChangedAt = new DateTimeOffset(v.Date, TimeOnly.MinValue, TimeSpan.Zero),
               },
        ];
    }
}
