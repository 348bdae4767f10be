using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;

namespace EffectiveSchool.Web.Access;

/// <summary>The signed-in person as it is kept beside what they did: role and place, never the name.</summary>
public sealed class Authors(PortalDb db, Person person)
{
    public async Task<Author> CurrentAsync(CancellationToken cancellationToken)
    {
        var scope = person.Scope;
        var place = scope switch
        {
            { MunicipalityId: { } municipality } => await db.Municipalities.Where(m => m.Id == municipality).Select(m => m.Name).SingleAsync(cancellationToken),
            { SchoolIds: [var school] } => await db.Schools.Where(s => s.Id == school).Select(s => s.Name).SingleAsync(cancellationToken),
            { RegionId: { } region } => await db.Regions.Where(r => r.Id == region).Select(r => r.Name).SingleAsync(cancellationToken),
            _ => null,
        };
        return new Author(person.Id, place is null ? person.Role.RussianName() : $"{person.Role.RussianName()}, {place}");
    }
}
