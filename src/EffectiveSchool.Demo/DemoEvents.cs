using EffectiveSchool.Data;
using EffectiveSchool.Data.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Registry;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Demo;

/// <summary>Events of the demo region: held and told, held and half told, to come; of the region and of its first municipality.</summary>
public sealed class DemoEvents(PortalDb db, TimeProvider clock)
{
    /// <summary>Every so many listed schools did not come to a regional event.</summary>
    private const int EveryAbsent = 12;

    /// <summary>Adds them for the schools of the list in force.</summary>
    public async Task AddAsync(Region region, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var lists = (await CurrentList.AllAsync(db, today.Year, cancellationToken)).Where(l => l.RegionId == region.Id);
        var listed = await CurrentList.Listed(db, lists).Join(db.Schools, r => r.SchoolId, s => s.Id, (_, s) => new { s.Id, s.MunicipalityId, s.Name }).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        if (listed.Count == 0)
        {
            return;
        }

        var municipality = listed.GroupBy(s => s.MunicipalityId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First();
        int[] all = [.. listed.Select(s => s.Id)];
        int[] own = [.. municipality.Select(s => s.Id)];
        Add(null, "Семинар «Работа с результатами ВПР»", "семинар", -75, null, all, 2);
        Add(null, "Курсы «Функциональная грамотность на уроке»", "курсы повышения квалификации", -40, 36, [.. all.Take((all.Length + 1) / 2)], 5);
        Add(null, "Вебинар для директоров школ перечня", "вебинар", 9, null, all, null);
        Add(municipality.Key, "Совещание с директорами школ перечня", "совещание", -60, null, own, 1);
        Add(municipality.Key, "Совещание по итогам четверти", "совещание", -20, null, own, 1);
        Add(municipality.Key, "Методический десант по математике", "методический десант", -14, null, [own[0]], 6);
        Add(municipality.Key, "Семинар-практикум для завучей", "семинар", -6, null, own, null);
        Add(municipality.Key, "Стажировка в базовой школе", "стажировка", 20, 16, own, null);
        await db.SaveChangesAsync(cancellationToken);

        void Add(int? place, string title, string kind, int days, decimal? hours, int[] schools, int? people)
        {
            var day = today.AddDays(days);
            var held = new Event { RegionId = region.Id, MunicipalityId = place, Author = place is null ? "региональный координатор" : "муниципальный координатор", CreatedAt = now };
            Agree(held.Describe(new EventNotes(title, kind, day, day, "Центр образования", null, null, hours, EventRules.UsualMaterialDays), new EventRules { RegionId = region.Id }));
            foreach (var school in schools)
            {
                held.Invite(school);
            }

            if (days <= 0)
            {
                Agree(held.Hold(today, now));
                foreach (var (school, i) in schools.Select((id, i) => (id, i)).Where(_ => people is not null))
                {
                    Agree(held.Tell(school, new Attendance(place is null && i % EveryAbsent == EveryAbsent - 1 ? 0 : people!.Value, null), today));
                }
            }

            if (days < -30)
            {
                Agree(held.Attach(new EventMaterial { Title = "программа и презентации", Link = "https://example.org/materials", Author = held.Author, At = now }));
            }

            db.Events.Add(held);
        }
    }

    private static void Agree(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal);
        }
    }
}
