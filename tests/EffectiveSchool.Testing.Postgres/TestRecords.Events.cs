using EffectiveSchool.Domain.Events;

namespace EffectiveSchool.Testing;

/// <summary>A held event of each region, municipality and school, told and with its material; words and norms of each region.</summary>
public sealed partial record TestRecords
{
    /// <summary>A held event of the own school.</summary>
    public required int OwnEvent { get; init; }

    private static async Task<int> AddEventsAsync(PortalDb db, List<School> schools, IReadOnlyCollection<Municipality> municipalities)
    {
        Event[] events =
        [
            .. municipalities.Select(m => m.RegionId).Distinct().Select(r => new Event { RegionId = r, Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch }),
            .. municipalities.Select(m => new Event { RegionId = m.RegionId, MunicipalityId = m.Id, Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch }),
            .. schools.Select(s => new Event { RegionId = s.RegionId, SchoolId = s.Id, Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch }),
        ];
        var day = new DateOnly(Year, 2, 3);
        foreach (var held in events)
        {
            Agree(held.Describe(new EventNotes($"Семинар: {held.Level.RussianName()}", "семинар", day, day, "актовый зал", null, held.SchoolId, null, 10), new EventRules { RegionId = held.RegionId }));
            foreach (var school in schools.Where(s => s.RegionId == held.RegionId && (held.SchoolId is null ? held.MunicipalityId is null || s.MunicipalityId == held.MunicipalityId : s.Id == held.SchoolId)))
            {
                held.Invite(school.Id);
                Agree(held.Tell(school.Id, new Attendance(3, 1), day));
            }

            Agree(held.Hold(day, DateTimeOffset.UnixEpoch));
            var file = await db.StoredFiles.Where(f => f.RegionId == held.RegionId && f.MunicipalityId == held.MunicipalityId && f.SchoolId == held.SchoolId).Select(f => f.Id).FirstAsync();
            Agree(held.Attach(new EventMaterial { Title = "программа", FileId = file, Author = "тест", At = DateTimeOffset.UnixEpoch }));
        }

        db.Events.AddRange(events);
        foreach (var region in municipalities.Select(m => m.RegionId).Distinct())
        {
            var rules = new EventRules { RegionId = region };
            Agree(rules.Write(rules.Kinds, rules.Norms, 10));
            db.EventRules.Add(rules);
        }

        await db.SaveChangesAsync();
        return events.Single(e => e.SchoolId is { } id && schools.Exists(s => s.Id == id && s.Name == TestRegion.OwnSchool)).Id;
    }
}
