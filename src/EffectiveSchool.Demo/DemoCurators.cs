using EffectiveSchool.Data;
using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Registry;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Demo;

/// <summary>The work with schools of the demo region: the curator's order, a few visits, agreements of most listed schools.</summary>
public sealed class DemoCurators(PortalDb db, TimeProvider clock)
{
    /// <summary>Every so many listed schools have no agreement yet.</summary>
    private const int EveryWithout = 6;

    /// <summary>Adds them; the curator of the demo already has the schools in the account.</summary>
    public async Task AddAsync(Region region, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var year = SchoolYear.Of(today);
        var curator = await db.Users.SingleAsync(u => u.RegionId == region.Id && u.Role == PortalRole.Curator, cancellationToken);
        var person = new CuratorPerson(curator.Id, curator.DisplayName);
        var order = new CuratorOrder("318-п", year.First);
        int[] schools = [.. curator.Schools.Select(s => s.SchoolId).Order()];
        db.CuratorAssignments.AddRange(schools.Select(id => CuratorAssignment.By(order, person, region.Id, id, year.First)));
        foreach (var (school, place) in schools.Select((id, i) => (id, i)))
        {
            AddVisits(new Visit { RegionId = region.Id, SchoolId = school, AuthorId = person.Id, AuthorName = person.Name }, place, year.First, today);
        }

        await AddAgreementsAsync(region, year, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The first school waits for a visit that is overdue, the others for one to come.</summary>
    private void AddVisits(Visit visit, int place, DateOnly from, DateOnly today)
    {
        var day = from.AddDays(5 * place);
        if (day > today)
        {
            return;
        }

        var next = place == 0 ? day.AddDays(14) : today.AddDays(7 * place);
        var refusal = visit.Write(
            new VisitNotes(
                place % 2 == 0 ? VisitKind.MethodicalLanding : VisitKind.Visit,
                day,
                "Знакомство с планом перевода школы в эффективный режим",
                "План есть, сроки работы с учителями математики не назначены.",
                "Назначить ответственного за предметы с маркером и сроки срезов знаний.",
                next),
            today);
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal);
        }

        db.Visits.Add(visit);
    }

    private async Task AddAgreementsAsync(Region region, SchoolYear year, DateOnly today, CancellationToken cancellationToken)
    {
        var lists = await CurrentList.AllAsync(db, today.Year, cancellationToken);
        var listed = await CurrentList.Listed(db, lists.Where(l => l.RegionId == region.Id)).OrderBy(r => r.SchoolId).Select(r => r.SchoolId).ToListAsync(cancellationToken);
        var partners = await db.Schools.Where(s => s.RegionId == region.Id && s.Status == SchoolStatus.Active && !listed.Contains(s.Id))
            .OrderBy(s => s.Id).Take(listed.Count).Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken);
        foreach (var (school, place) in listed.Take(partners.Count).Select((id, i) => (id, i)).Where(p => p.i % EveryWithout != EveryWithout - 1))
        {
            db.Agreements.Add(new PartnershipAgreement
            {
                RegionId = region.Id,
                SchoolId = school,
                PartnerSchoolId = partners[place].Id,
                PartnerName = partners[place].Name,
                Number = $"{place + 1}",
                Date = year.First,
                From = year.First,
                Until = year.Last,
                Subject = "Стажировки учителей, совместные уроки, обмен материалами подготовки к экзаменам",
            });
        }
    }
}
