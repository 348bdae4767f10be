using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>Which event or curator's landing stands in a row, and what rows are sorted by: all that a union in SQL can hold.</summary>
public sealed record EventKey
{
    public bool IsVisit { get; init; }

    public int Id { get; init; }

    public DateOnly From { get; init; }

    public required string Title { get; init; }

    public int People { get; init; }

    public int Schools { get; init; }
}

/// <summary>What the list of events is narrowed to and sorted by; lives in the query string.</summary>
public sealed record EventFilter
{
    public const string Upcoming = "upcoming";
    public const string Unmarked = "unmarked";
    public const string Untold = "untold";
    public const string Materials = "materials";

    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    /// <summary>First calendar year of the school year; 0 for all years, the present one where it is not named.</summary>
    [FromQuery(Name = "year")]
    public int? Year { get; init; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    [FromQuery(Name = "state")]
    public EventState? State { get; init; }

    [FromQuery(Name = "level")]
    public EventLevel? Level { get; init; }

    [FromQuery(Name = "municipality")]
    public int? Municipality { get; init; }

    [FromQuery(Name = "school")]
    public int? School { get; init; }

    /// <summary>All, or one of the four above.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    public bool IsEmpty => this with { Page = null, Sort = null, Year = null } == new EventFilter();

    /// <summary>Whether rows stand in the order of the calendar, under their months.</summary>
    public bool IsCalendar => Sort is null or "date" or "-date";

    public SchoolYear? YearOn(DateOnly today) => Year switch
    {
        null => SchoolYear.Of(today),
        >= 2000 and <= 2100 => new SchoolYear(Year.Value),
        _ => null,
    };

    /// <summary>The rows that fit, sorted: events, and landings that a curator wrote down and no event stands for.</summary>
    public IQueryable<EventKey> Keys(PortalDb db, DateOnly today)
    {
        var keys = Events(db, today).Select(e => new EventKey
        {
            IsVisit = false, Id = e.Id, From = e.From, Title = e.Title, People = e.Schools.Sum(s => s.People) ?? 0, Schools = e.Schools.Count(s => s.People > 0),
        });
        if (Level is null && string.IsNullOrEmpty(Show) && State is null or EventState.Held)
        {
            keys = keys.Concat(Landings(db, today).Select(v => new EventKey { IsVisit = true, Id = v.Id, From = v.Date, Title = v.Aim, People = 0, Schools = 1 }));
        }

        return Sort switch
        {
            "-date" => keys.OrderByDescending(k => k.From).ThenByDescending(k => k.Id).ThenBy(k => k.IsVisit),
            "title" => keys.OrderBy(k => k.Title).ThenBy(k => k.From).ThenBy(k => k.Id).ThenBy(k => k.IsVisit),
            "-title" => keys.OrderByDescending(k => k.Title).ThenBy(k => k.From).ThenBy(k => k.Id).ThenBy(k => k.IsVisit),
            "people" => keys.OrderBy(k => k.People).ThenBy(k => k.From).ThenBy(k => k.Id).ThenBy(k => k.IsVisit),
            "-people" => keys.OrderByDescending(k => k.People).ThenBy(k => k.From).ThenBy(k => k.Id).ThenBy(k => k.IsVisit),
            "schools" => keys.OrderBy(k => k.Schools).ThenBy(k => k.From).ThenBy(k => k.Id).ThenBy(k => k.IsVisit),
            "-schools" => keys.OrderByDescending(k => k.Schools).ThenBy(k => k.From).ThenBy(k => k.Id).ThenBy(k => k.IsVisit),
            _ => keys.OrderBy(k => k.From).ThenBy(k => k.Id).ThenBy(k => k.IsVisit),
        };
    }

    /// <summary>Landings of curators' notes that no held event of the day and school stands for: LandingCount counts by the same rule.</summary>
    public static IQueryable<Visit> LandingsOf(PortalDb db) => db.Visits.AsNoTracking().Where(v => v.Kind == VisitKind.MethodicalLanding
        && !db.Events.Any(e => e.Nature == EventNature.Landing && e.State == EventState.Held && e.From <= v.Date && v.Date <= e.To && e.Schools.Any(s => s.SchoolId == v.SchoolId && s.People > 0)));

    private IQueryable<Event> Events(PortalDb db, DateOnly today)
    {
        var events = db.Events.AsNoTracking();
        if (YearOn(today) is { } year)
        {
            events = events.Where(e => e.To >= year.First && e.To <= year.Last);
        }

        if (!string.IsNullOrWhiteSpace(Search))
        {
            var like = LikePattern.Containing(Search);
            events = events.Where(e => EF.Functions.ILike(e.Title, like) || EF.Functions.ILike(e.Place, like));
        }

        events = Level switch
        {
            EventLevel.Region => events.Where(e => e.MunicipalityId == null && e.SchoolId == null),
            EventLevel.Municipality => events.Where(e => e.MunicipalityId != null),
            EventLevel.School => events.Where(e => e.SchoolId != null),
            _ => events,
        };
        events = Show switch
        {
            Upcoming => events.Where(e => (e.State == EventState.Planned || e.State == EventState.Moved) && e.To >= today),
            Unmarked => events.Where(e => (e.State == EventState.Planned || e.State == EventState.Moved) && e.To < today),
            Untold => events.Where(e => e.State == EventState.Held && e.Schools.Any(s => s.People == null)),
            Materials => events.Where(e => e.State == EventState.Held && e.MaterialDays != null && !e.Materials.Any()),
            _ => events,
        };
        return events.Where(e => (State == null || e.State == State) && (string.IsNullOrEmpty(Kind) || e.Kind == Kind)
            && (School == null || e.SchoolId == School || e.HostSchoolId == School || e.Schools.Any(s => s.SchoolId == School))
            && (Municipality == null || e.MunicipalityId == Municipality || db.Schools.Any(x => x.MunicipalityId == Municipality && (x.Id == e.SchoolId || e.Schools.Any(s => s.SchoolId == x.Id)))));
    }

    private IQueryable<Visit> Landings(PortalDb db, DateOnly today)
    {
        var visits = LandingsOf(db);
        if (YearOn(today) is { } year)
        {
            visits = visits.Where(v => v.Date >= year.First && v.Date <= year.Last);
        }

        if (!string.IsNullOrWhiteSpace(Search))
        {
            var like = LikePattern.Containing(Search);
            visits = visits.Where(v => EF.Functions.ILike(v.Aim, like));
        }

        var word = VisitKind.MethodicalLanding.RussianName();
        return visits.Where(v => (string.IsNullOrEmpty(Kind) || Kind == word) && (School == null || v.SchoolId == School)
            && (Municipality == null || db.Schools.Any(s => s.Id == v.SchoolId && s.MunicipalityId == Municipality)));
    }
}
