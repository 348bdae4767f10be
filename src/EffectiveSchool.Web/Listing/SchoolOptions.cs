using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Listing;

/// <summary>Schools to choose from, by names that tell them apart: «МБОУ СОШ с. Ключевое» stands in several municipalities.</summary>
public static class SchoolOptions
{
    /// <summary>Name and municipality, and a code where both repeat; in the order of names.</summary>
    /// <param name="db">The database.</param>
    /// <param name="schools">Which schools.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<(int Id, string Name)>> ReadAsync(PortalDb db, IQueryable<School> schools, CancellationToken cancellationToken)
    {
        var found = await (
            from school in schools
            from place in db.Municipalities.Where(m => m.Id == school.MunicipalityId)
            orderby school.Name, place.Name, school.Id
            select new
            {
                school.Id, school.Name, Place = place.Name,
                Code = school.Codes.Where(c => c.ValidTo == null && c.Kind == SchoolCodeKind.FisOko).Select(c => c.Value).FirstOrDefault()
                    ?? school.Codes.Where(c => c.ValidTo == null).OrderBy(c => c.Id).Select(c => c.Value).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var repeated = found.GroupBy(s => (s.Name, s.Place)).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        return [.. found.Select(s => (s.Id, $"{s.Name}, {s.Place}{(repeated.Contains((s.Name, s.Place)) ? $", код {s.Code ?? "не указан"}" : "")}"))];
    }
}
