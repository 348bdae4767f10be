using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>A school as the pages of curators name it.</summary>
public sealed record CuratedSchool(int Id, string Name, int MunicipalityId, string Municipality);

/// <summary>
/// What the person may see of the work with schools, read once: the list it is measured by, assignments of today, visits.
/// Every figure of these pages is counted from it by the rules of the domain.
/// </summary>
public sealed record CuratorWorld(
    DateOnly Today,
    IReadOnlyList<ListInYear> Lists,
    IReadOnlyList<CuratedSchool> Listed,
    IReadOnlyList<CuratorAssignment> Running,
    IReadOnlyDictionary<int, CuratedSchool> Schools,
    IReadOnlyList<VisitFact> Facts,
    ILookup<int, LandingEvent> Landings)
{
    private readonly Dictionary<int, SchoolVisits> _visits = Facts.Select(v => v.SchoolId).Concat(Landings.Select(l => l.Key)).Distinct()
        .GroupJoin(Facts, id => id, v => v.SchoolId, (id, visits) => (Id: id, Visits: visits))
        .ToDictionary(s => s.Id, s => SchoolVisits.Of(SchoolYear.Of(Today), [.. s.Visits], Landings[s.Id]));

    public SchoolYear Year { get; } = SchoolYear.Of(Today);

    /// <summary>«на 2026 год»; several regions have several lists.</summary>
    public string ListName => Lists switch
    {
        [var one] => one.Genitive,
        _ => "действующих перечней ШНОР",
    };

    public SchoolVisits VisitsOf(int schoolId) => _visits.GetValueOrDefault(schoolId, SchoolVisits.None);

    public IEnumerable<CuratedSchool> ListedWithoutCurator => Listed.Where(s => Running.All(a => a.SchoolId != s.Id));
}

/// <summary>Reads <see cref="CuratorWorld"/>.</summary>
public sealed class CuratorFigures(PortalDb db, Person person)
{
    public async Task<CuratorWorld> ReadAsync(CancellationToken cancellationToken)
    {
        var today = await person.TodayAsync();
        var lists = await CurrentList.AllAsync(db, today.Year, cancellationToken);
        var listedIds = await CurrentList.Listed(db, lists).Select(r => r.SchoolId).ToListAsync(cancellationToken);
        var running = await db.CuratorAssignments.AsNoTracking()
            .Where(a => a.From <= today && (a.Until == null || a.Until >= today)).OrderBy(a => a.From).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        int[] known = [.. listedIds.Concat(running.Select(a => a.SchoolId)).Distinct()];
        var schools = await SchoolsAsync(known, cancellationToken);
        var facts = await db.Visits.Select(v => new VisitFact(v.SchoolId, v.AuthorId, v.Kind, v.Date, v.NextDate)).ToListAsync(cancellationToken);
        var landings = await (
            from held in db.Events.Where(e => e.Nature == EventNature.Landing && e.State == EventState.Held)
            from school in held.Schools.Where(s => s.People > 0)
            select new { school.SchoolId, held.From, held.To }).ToListAsync(cancellationToken);
        return new CuratorWorld(
            today, lists, [.. listedIds.Select(id => schools.GetValueOrDefault(id)).OfType<CuratedSchool>()], running, schools, facts, landings.ToLookup(l => l.SchoolId, l => new LandingEvent(l.From, l.To)));
    }

    /// <summary>Schools by their keys, of those that the person sees; in the order of municipality and name.</summary>
    public async Task<IReadOnlyDictionary<int, CuratedSchool>> SchoolsAsync(int[] ids, CancellationToken cancellationToken) =>
        await db.Schools.Where(s => ids.Contains(s.Id))
            .Join(db.Municipalities, s => s.MunicipalityId, m => m.Id, (s, m) => new CuratedSchool(s.Id, s.Name, m.Id, m.Name))
            .ToDictionaryAsync(s => s.Id, cancellationToken);

    /// <summary>Schools to choose from where something is written down: listed and assigned ones, and the one that was asked for.</summary>
    public async Task<IReadOnlyList<CuratedSchool>> ChoicesAsync(int? asked, CancellationToken cancellationToken)
    {
        var world = await ReadAsync(cancellationToken);
        var own = person.Scope.SingleSchools;
        var schools = await SchoolsAsync([.. world.Schools.Keys.Concat(own).Concat(asked is { } id ? [id] : []).Distinct()], cancellationToken);
        return [.. schools.Values.OrderBy(s => s.Municipality, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }

    /// <summary>Accounts of curators as far as the person sees any: those who keep accounts all of the region, a curator the own one.</summary>
    public async Task<IReadOnlyList<PortalUser>> AccountsAsync(CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().Where(u => u.Role == PortalRole.Curator).ToListAsync(cancellationToken);
}
