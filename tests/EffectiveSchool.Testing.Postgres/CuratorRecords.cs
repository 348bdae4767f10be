using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Testing;

/// <summary>
/// An assignment, an agreement and a visit of every school. Those of the curator's own two schools run, the others have
/// ended, so that renewing grants changes nothing.
/// </summary>
/// <param name="Curator">The curator's account.</param>
/// <param name="Assignment">The running assignment of the own school.</param>
/// <param name="Agreement">Its agreement.</param>
/// <param name="Visit">Its visit.</param>
public sealed record CuratorRecords(Guid Curator, int Assignment, int Agreement, int Visit)
{
    private static readonly DateOnly Day = new(2025, 9, 1);

    internal static async Task<CuratorRecords> AddAsync(PortalDb db, IReadOnlyList<School> schools)
    {
        var curator = await db.Users.SingleAsync(u => u.Email == TestRegion.Curator);
        foreach (var school in schools)
        {
            var assignment = CuratorAssignment.By(new CuratorOrder("57-п", Day), new CuratorPerson(curator.Id, curator.DisplayName), school.RegionId, school.Id, Day);
            if (curator.Schools.TrueForAll(s => s.SchoolId != school.Id))
            {
                assignment.End(Day.AddDays(30), "новый приказ");
            }

            var visit = new Visit { RegionId = school.RegionId, SchoolId = school.Id, AuthorId = curator.Id, AuthorName = curator.DisplayName };
            visit.Write(new VisitNotes(VisitKind.MethodicalLanding, Day.AddDays(9), "Знакомство", "Нет плана работы с маркерами", "Составить план", Day.AddDays(40)), Day.AddDays(9));
            db.CuratorAssignments.Add(assignment);
            db.Visits.Add(visit);
            db.Agreements.Add(new PartnershipAgreement
            {
                RegionId = school.RegionId, SchoolId = school.Id, PartnerName = "Лицей № 1", Number = "3", Date = Day, From = Day, Until = null, Subject = "Стажировки учителей",
            });
        }

        await db.SaveChangesAsync();
        var own = schools.Single(s => s.Name == TestRegion.OwnSchool).Id;
        return new CuratorRecords(
            curator.Id,
            await db.CuratorAssignments.Where(a => a.SchoolId == own).Select(a => a.Id).SingleAsync(),
            await db.Agreements.Where(a => a.SchoolId == own).Select(a => a.Id).SingleAsync(),
            await db.Visits.Where(v => v.SchoolId == own).Select(v => v.Id).SingleAsync());
    }
}
