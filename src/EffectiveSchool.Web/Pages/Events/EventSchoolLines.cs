using EffectiveSchool.Data.Curators;
using EffectiveSchool.Domain.Events;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>The schools of an event that the reader sees.</summary>
public sealed class EventSchoolLines(PortalDb db)
{
    /// <summary>In the order of municipality and name.</summary>
    public IQueryable<ParticipantLine> Of(int eventId, int? municipality = null) =>
        from part in db.EventSchools.AsNoTracking().Where(s => s.EventId == eventId)
        from school in db.Schools.Where(s => s.Id == part.SchoolId)
        from place in db.Municipalities.Where(m => m.Id == school.MunicipalityId)
        where municipality == null || school.MunicipalityId == municipality
        orderby place.Name, school.Name, school.Id
        select new ParticipantLine(school.Id, school.Name, place.Id, place.Name, part.People, part.Managers, part.Again);

    /// <summary>Schools of the list for the year of the event that took part, and all of it, of those that the reader sees; a municipality's event is asked of its own.</summary>
    public async Task<(int Took, int Of)> ListedAsync(Event held, CancellationToken cancellationToken)
    {
        var list = await CurrentList.OfYearAsync(db, held.RegionId, held.To.Year, cancellationToken);
        var listed = await CurrentList.Listed(db, list is null ? [] : [list]).Where(r => held.MunicipalityId == null || db.Schools.Any(s => s.Id == r.SchoolId && s.MunicipalityId == held.MunicipalityId))
            .Select(r => r.SchoolId).ToListAsync(cancellationToken);
        return (listed.Count(id => held.Schools.Any(s => s.SchoolId == id && s.TookPart)), listed.Count);
    }
}
