using EffectiveSchool.Domain.Events;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>Who may change which event: the region all of its own, a municipality and a school what they hold; PostgreSQL asks the same.</summary>
public sealed class EventRights(PortalDb db, Person person)
{
    /// <summary>Whether the person keeps the event: corrects, moves, holds it, hands its materials in.</summary>
    public async Task<bool> KeepsAsync(Event held, CancellationToken cancellationToken) => person.May(Policies.KeepEvents)
        && person.Scope.RegionId == held.RegionId
        && (person.Scope.SeesRegion
            || (held.MunicipalityId is { } municipality && person.Scope.MunicipalityId == municipality)
            || (held.SchoolId is { } school && await db.Schools.AnyAsync(s => s.Id == school, cancellationToken)));

    /// <summary>Whether the person tells the numbers of the schools they see: everybody who reports for schools.</summary>
    public bool Tells(Event held) => person.May(Policies.KeepEvents) && held.State != EventState.CalledOff;
}
