using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Events;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Pages.Curators;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>What the norms are asked of; lives in the query string.</summary>
public sealed record NormFilter
{
    /// <summary>Calendar year; a school year begins in it, or is the present one where that has not begun.</summary>
    [FromQuery(Name = "year")]
    public int? Year { get; init; }

    [FromQuery(Name = "municipality")]
    public int? Municipality { get; init; }

    /// <summary>Place of the norm whose lines are shown.</summary>
    [FromQuery(Name = "norm")]
    public int? Norm { get; init; }

    [FromQuery(Name = "short")]
    public bool ShortOnly { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }
}

/// <summary>Norms counted over what the reader sees, with what they were counted from.</summary>
public sealed record NormWorld(
    DateOnly Today, int Year, IReadOnlyList<NormCount> Norms, IReadOnlyDictionary<string, EventFact> Facts, IReadOnlyDictionary<int, string> Municipalities, IReadOnlyList<(int Year, ListInYear? List)> Lists,
    IReadOnlyDictionary<int, string> Programmes)
{
    /// <summary>The year whose list a norm asks of and that has none; null where there is one, or the norm asks of others.</summary>
    public int? YearWithoutList(NormCount count) =>
        count.Norm.Measure.AsksSchools() && count.Norm.ProgrammeId is null && Lists.Any(l => l.Year == count.First.Year && l.List is null) ? count.First.Year : null;
}

/// <summary>Reads held events and counts the norms by the rules of the domain.</summary>
public sealed class EventFigures(PortalDb db, EventDesk desk, Person person)
{
    /// <summary>The norms of a region over a year; none where the reader has no region.</summary>
    public async Task<NormWorld?> ReadAsync(NormFilter filter, CancellationToken cancellationToken)
    {
        if (await person.RegionAsync() is not { } region)
        {
            return null;
        }

        var today = await person.TodayAsync();
        var year = Math.Clamp(filter.Year ?? today.Year, 2000, 2100);
        var rules = await desk.RulesAsync(region.Id, cancellationToken);
        var schools = await db.Schools.Where(s => s.RegionId == region.Id && (filter.Municipality == null || s.MunicipalityId == filter.Municipality))
            .OrderBy(s => s.Name).Select(s => new NormSchool(s.Id, s.Name, s.MunicipalityId)).ToListAsync(cancellationToken);
        var places = schools.Select(s => s.MunicipalityId).ToHashSet();

        // Somebody with single schools sees all events of the municipalities they stand in, and not all of others.
        var municipalities = await db.Municipalities.Where(m => m.RegionId == region.Id && places.Contains(m.Id)).OrderBy(m => m.Name)
            .Select(m => new NormMunicipality(m.Id, m.Name)).ToListAsync(cancellationToken);
        var years = rules.Norms.Select(n => StartOf(n, year, today)).Append(year).Distinct().ToList();
        var facts = await FactsAsync(region.Id, new DateOnly(years.Min(), 1, 1), new DateOnly(years.Max() + 1, 12, 31), cancellationToken);
        var (lists, listed) = (new List<(int Year, ListInYear? List)>(), new Dictionary<int, HashSet<int>>());
        foreach (var start in rules.Norms.Where(n => n.Measure.AsksSchools() && n.ProgrammeId is null).Select(n => StartOf(n, year, today)).Distinct().Order())
        {
            var list = await CurrentList.OfYearAsync(db, region.Id, start, cancellationToken);
            lists.Add((start, list));
            listed[start] = await CurrentList.Listed(db, list is null ? [] : [list]).Select(r => r.SchoolId).ToHashSetAsync(cancellationToken);
        }

        var counts = new List<NormCount>();
        foreach (var norm in rules.Norms)
        {
            var start = StartOf(norm, year, today);
            var asked = norm.ProgrammeId is { } programme ? await ParticipantsAsync(programme, norm, start, cancellationToken) : listed.GetValueOrDefault(start, []);
            counts.Add(NormCount.Of(norm, start, facts, schools.FindAll(s => asked.Contains(s.Id)), municipalities));
        }

        var named = rules.Norms.Select(n => n.ProgrammeId).OfType<int>().ToList();
        var programmes = await db.Programmes.Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return new NormWorld(today, year, counts, facts.ToDictionary(f => f.Key, StringComparer.Ordinal), municipalities.ToDictionary(m => m.Id, m => m.Name), lists, programmes);
    }

    /// <summary>Where an event stands: its page, or that of the school whose curator wrote the landing down.</summary>
    public static string Href(EventFact fact) => fact.Visited is { } school ? $"/curators/schools/{school}" : $"/events/{fact.Key["event-".Length..]}";

    public static byte[] Workbook(NormWorld world) => CuratorTable.Write(
        "Нормы мероприятий",
        [
            ("Норма", 46), ("Год", 22), ("Муниципалитет", 26), ("Школа", 40), ("Достигнуто", 12), ("Из", 10), ("Ожидалось", 12), ("Состояние", 20), ("Число не внесли", 12), ("Повторы не указаны", 12), ("Не участвовали", 50), ("Мероприятия", 60),
        ],
        from count in world.Norms
        from line in count.Lines
        select new[]
        {
            Cell.Text(count.Norm.Name), Cell.Text(EventText.Year(count.Norm, count.First)), Cell.Text(line.MunicipalityId is { } id ? world.Municipalities.GetValueOrDefault(id) : line.Name),
            Cell.Text(line.SchoolId is null ? null : line.Name), line.State == NormState.NotTold && line.Reached == 0 ? Cell.NoData : Cell.Integer(line.Reached), Cell.Integer(line.Of), Cell.Text(EventText.Threshold(count.Norm)),
            Cell.Text(EventText.Words(line.State, count.Last, world.Today)), Cell.Integer(line.Untold), Cell.Integer(line.Unsaid), Cell.Text(string.Join("; ", line.Missing.Select(s => s.Name))),
            Cell.Text(string.Join("; ", line.Events.Select(e => $"{RussianFigures.Date(world.Facts[e].Day)} {world.Facts[e].Title}"))),
        });

    private static int StartOf(EventNorm norm, int year, DateOnly today) => norm.Year == NormYear.School ? Math.Min(year, SchoolYear.Of(today).StartYear) : year;

    private async Task<HashSet<int>> ParticipantsAsync(int programme, EventNorm norm, int start, CancellationToken cancellationToken)
    {
        var (first, last) = NormCount.DaysOf(norm.Year, start);
        return await db.ProgrammeSchools.Where(s => s.ProgrammeId == programme && s.Year >= first.Year && s.Year <= last.Year).Select(s => s.SchoolId).ToHashSetAsync(cancellationToken);
    }

    private async Task<List<EventFact>> FactsAsync(int region, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var events = await db.Events.AsNoTracking().Where(e => e.RegionId == region && e.State == EventState.Held && e.To >= first && e.To <= last)
            .Select(e => new { e.Id, e.Title, e.Nature, e.To, e.Hours, e.MunicipalityId, e.SchoolId, People = e.Schools.Select(s => new { s.SchoolId, s.People, s.Again }).ToList() }).ToListAsync(cancellationToken);
        var landings = await EventFilter.LandingsOf(db).Where(v => v.RegionId == region && v.Date >= first && v.Date <= last)
            .Select(v => new { v.Id, v.Aim, v.Date, v.SchoolId }).ToListAsync(cancellationToken);
        return
        [
            .. events.Select(e => new EventFact(
                $"event-{e.Id}", e.Title, e.Nature, e.To, e.Hours,
                e.SchoolId is not null ? EventLevel.School : e.MunicipalityId is not null ? EventLevel.Municipality : EventLevel.Region,
                e.MunicipalityId, e.People.ToDictionary(s => s.SchoolId, s => s.People)) { Again = e.People.Where(s => s.Again != null).ToDictionary(s => s.SchoolId, s => s.Again!.Value) }),
            .. landings.DistinctBy(v => (v.SchoolId, v.Date)).Select(v => new EventFact(
                $"visit-{v.Id}", v.Aim, EventNature.Landing, v.Date, null, EventLevel.School, null, new Dictionary<int, int?>(), v.SchoolId)),
        ];
    }
}
