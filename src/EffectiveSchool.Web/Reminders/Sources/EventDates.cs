using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>
/// Events: whoever holds one marks it held on its last day and hands materials in by their day; a school that is asked comes,
/// and tells its number by the same day.
/// </summary>
public sealed class EventDates(PortalDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var events = await db.Events.Where(e => e.State != EventState.CalledOff && e.From <= until)
            .Select(e => new
            {
                e.Id, e.Title, e.State, e.From, e.To, e.MaterialDays, e.MunicipalityId, e.SchoolId, e.ChangedAt, e.CreatedAt,
                Place = db.Schools.Where(s => s.Id == e.SchoolId).Select(s => s.Name).FirstOrDefault() ?? db.Municipalities.Where(m => m.Id == e.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
                HasMaterials = e.Materials.Any(),
                Untold = e.Schools.Where(s => s.People == null).Select(s => s.SchoolId).ToList(),
            })
            .Where(e => e.State != EventState.Held || (e.MaterialDays != null && !e.HasMaterials) || e.Untold.Count > 0)
            .ToListAsync(cancellationToken);
        var items = new List<DueItem>();
        foreach (var held in events)
        {
            var owner = held.SchoolId is not null ? DutyLevel.School : held.MunicipalityId is not null ? DutyLevel.Municipality : DutyLevel.Region;
            var changed = held.ChangedAt > held.CreatedAt ? held.ChangedAt : held.CreatedAt;
            if (held.State.IsOpen())
            {
                items.Add(Item($"event-{held.Id}", $"Проведите и отметьте: {held.Title}", $"/events/{held.Id}", owner, held.To));
            }
            else if (held.MaterialDays is { } days && !held.HasMaterials)
            {
                items.Add(Item($"event-{held.Id}-materials", $"Сдайте материалы: {held.Title}", $"/events/{held.Id}", owner, held.To.AddDays(days)));
            }

            // What a school does is told to the school alone: its coordinators see untold numbers in the list of events.
            if (reader.Level == DutyLevel.School && held.SchoolId is null && held.Untold.Count > 0)
            {
                if (!held.State.IsOpen())
                {
                    items.Add(Item($"event-{held.Id}-people", $"Внесите число участников: {held.Title}", $"/events/{held.Id}/schools", DutyLevel.School, held.To.AddDays(held.MaterialDays ?? EventRules.UsualMaterialDays)));
                }
                else if (held.To >= today)
                {
                    items.Add(Item($"event-{held.Id}-visit", $"Примите участие: {held.Title}", $"/events/{held.Id}", DutyLevel.School, held.From < today ? held.To : held.From));
                }
            }

            DueItem Item(string key, string title, string page, DutyLevel level, DateOnly due) => new()
            {
                Key = key, Title = title, Place = held.Place, Page = page, Owner = level, Due = due, ChangedAt = changed,
            };
        }

        return items.FindAll(i => i.Due <= until);
    }
}
