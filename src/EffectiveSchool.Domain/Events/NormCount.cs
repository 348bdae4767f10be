namespace EffectiveSchool.Domain.Events;

/// <summary>A held event as norms count it.</summary>
/// <param name="Key">Names it among all: «event-12», or «visit-5» of a landing that its curator wrote down.</param>
/// <param name="Title">Title.</param>
/// <param name="Nature">What it counts as.</param>
/// <param name="Day">Its last day, which the year is told by.</param>
/// <param name="Hours">Hours; null where it has none.</param>
/// <param name="Level">Who held it.</param>
/// <param name="MunicipalityId">The municipality that held it; null where another did.</param>
/// <param name="People">People by school; null of a school that was asked and has not told.</param>
/// <param name="Visited">The school that a landing came to, by its curator's notes; null otherwise.</param>
public sealed record EventFact(
    string Key, string Title, EventNature Nature, DateOnly Day, decimal? Hours, EventLevel Level, int? MunicipalityId, IReadOnlyDictionary<int, int?> People, int? Visited = null)
{
    /// <summary>Of the people those counted at another event of the year already, by school; schools that did not tell are left out.</summary>
    public IReadOnlyDictionary<int, int> Again { get; init; } = new Dictionary<int, int>();

    /// <summary>Whether the school is known to have taken part.</summary>
    public bool Had(int school) => Visited == school || People.GetValueOrDefault(school) > 0;

    /// <summary>Whether the school was asked and has not told its number.</summary>
    public bool IsUntoldBy(int school) => People.TryGetValue(school, out var people) && people is null;
}

/// <summary>A school that norms are asked of.</summary>
/// <param name="Id">The school.</param>
/// <param name="Name">Its name.</param>
/// <param name="MunicipalityId">Its municipality.</param>
public sealed record NormSchool(int Id, string Name, int MunicipalityId);

/// <summary>A municipality that norms are asked of.</summary>
/// <param name="Id">The municipality.</param>
/// <param name="Name">Its name.</param>
public sealed record NormMunicipality(int Id, string Name);

/// <summary>How a norm stands.</summary>
public enum NormState
{
    /// <summary>Выполнена.</summary>
    Reached,

    /// <summary>Нет данных: numbers that nobody has told yet may still turn it.</summary>
    NotTold,

    /// <summary>Не выполнена.</summary>
    Short,
}

/// <summary>What a norm says of one school, of one municipality or of the whole (both keys null).</summary>
/// <param name="MunicipalityId">The municipality; that of the school where one is named.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="Name">Name of the school or the municipality; «всего».</param>
/// <param name="Reached">Schools, people or events that count.</param>
/// <param name="Of">Schools asked of, for a share; null where nothing is divided.</param>
/// <param name="Untold">Schools, or events, whose numbers are not told and could add to it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Missing">Schools that are short, for a share.</param>
/// <param name="Events">Keys of the events that count.</param>
/// <param name="Unsaid">Events of a school of which nobody said how many of its people were counted before, where that leaves the number open.</param>
public sealed record NormLine(
    int? MunicipalityId, int? SchoolId, string Name, int Reached, int? Of, int Untold, NormState State, IReadOnlyList<NormSchool> Missing, IReadOnlyList<string> Events, int Unsaid = 0);

/// <summary>A norm counted over a year.</summary>
/// <param name="Norm">The norm.</param>
/// <param name="First">First day of the year.</param>
/// <param name="Last">Last day of the year.</param>
/// <param name="Lines">Its lines; none where there is nobody to ask.</param>
public sealed record NormCount(EventNorm Norm, DateOnly First, DateOnly Last, IReadOnlyList<NormLine> Lines)
{
    /// <summary>Whoever the norm is asked of: each school or municipality; the line of the whole is none of them, unless it stands alone.</summary>
    public IEnumerable<NormLine> Asked => Lines.Count == 1 ? Lines : Lines.Where(l => l.MunicipalityId is not null);

    /// <summary>How many are asked.</summary>
    public int Total => Asked.Count();

    /// <summary>How many of them stand so.</summary>
    public int this[NormState state] => Asked.Count(l => l.State == state);

    /// <summary>
    /// Counts a norm. An event belongs to the year of its last day. A number that nobody told is never 0: where it may still
    /// turn the answer, the answer is <see cref="NormState.NotTold"/>.
    /// </summary>
    /// <param name="norm">The norm.</param>
    /// <param name="startYear">The calendar year, or the one in which the school year begins.</param>
    /// <param name="facts">Held events, each once, in any order.</param>
    /// <param name="schools">Schools that the norm asks of: the listed ones, or those of a programme.</param>
    /// <param name="municipalities">Municipalities that the norm asks of.</param>
    public static NormCount Of(
        EventNorm norm, int startYear, IEnumerable<EventFact> facts, IReadOnlyCollection<NormSchool> schools, IReadOnlyCollection<NormMunicipality> municipalities)
    {
        var (first, last) = DaysOf(norm.Year, startYear);
        EventFact[] counted = [.. facts.Where(f => f.Day >= first && f.Day <= last && (norm.Nature is null || f.Nature == norm.Nature) && (norm.LeastHours is null || f.Hours >= norm.LeastHours))
            .OrderBy(f => f.Day).ThenBy(f => f.Key, StringComparer.Ordinal)];
        IEnumerable<NormLine> lines = norm.Measure switch
        {
            NormMeasure.ShareOfSchools => Shares(norm, counted, schools, municipalities),
            NormMeasure.SchoolPeople => schools.Select(s => People(norm, counted, s)),
            NormMeasure.SchoolEvents => schools.Select(s => Events(norm, counted, s)),
            NormMeasure.MunicipalEvents => municipalities.Select(m => Held(norm, m.Id, m.Name, counted.Where(f => f.Level == EventLevel.Municipality && f.MunicipalityId == m.Id))),
            _ => [Held(norm, null, "всего", counted.Where(f => f.Level == EventLevel.Region))],
        };
        return new NormCount(norm, first, last, [.. lines]);
    }

    /// <summary>The days of a year.</summary>
    public static (DateOnly First, DateOnly Last) DaysOf(NormYear year, int startYear) =>
        year == NormYear.School ? (new SchoolYear(startYear).First, new SchoolYear(startYear).Last) : (new DateOnly(startYear, 1, 1), new DateOnly(startYear, 12, 31));

    /// <summary>A line a municipality with schools that are asked, and one of all where there are several.</summary>
    private static IEnumerable<NormLine> Shares(EventNorm norm, EventFact[] facts, IReadOnlyCollection<NormSchool> schools, IReadOnlyCollection<NormMunicipality> municipalities)
    {
        var lines = municipalities.Select(m => (m, Own: schools.Where(s => s.MunicipalityId == m.Id).ToArray())).Where(x => x.Own.Length > 0)
            .Select(x => Share(norm, facts, x.m.Id, x.m.Name, x.Own)).ToList();
        return lines.Count > 1 ? lines.Append(Share(norm, facts, null, "всего", [.. schools])) : lines;
    }

    private static NormLine Share(EventNorm norm, EventFact[] facts, int? municipality, string name, NormSchool[] schools)
    {
        var took = schools.Where(s => facts.Any(f => f.Had(s.Id))).ToHashSet();
        NormSchool[] missing = [.. schools.Where(s => !took.Contains(s))];
        var untold = missing.Count(s => facts.Any(f => f.IsUntoldBy(s.Id)));
        bool Enough(int count) => 100m * count >= norm.Threshold * schools.Length;
        return new NormLine(
            municipality, null, name, took.Count, schools.Length, untold,
            Enough(took.Count) ? NormState.Reached : Enough(took.Count + untold) ? NormState.NotTold : NormState.Short,
            missing,
            [.. facts.Where(f => took.Any(s => f.Had(s.Id))).Select(f => f.Key)]);
    }

    /// <summary>
    /// Different people: whoever was counted at another event of the year counts once. Of one event nobody need say it; of several that do
    /// not, the same people may have come to all: the least number is shown, and what the rest could add is «нет данных».
    /// </summary>
    private static NormLine People(EventNorm norm, EventFact[] facts, NormSchool school)
    {
        var came = facts.Where(f => f.People.GetValueOrDefault(school.Id) > 0).Select(f => (People: f.People[school.Id]!.Value, Again: f.Again.TryGetValue(school.Id, out var again) ? again : (int?)null)).ToList();
        var told = came.Sum(c => c.People - (c.Again ?? c.People));
        int[] unsaid = [.. came.Where(c => c.Again is null).Select(c => c.People)];
        var (least, most) = (told + unsaid.DefaultIfEmpty().Max(), told + unsaid.Sum());
        var untold = facts.Count(f => f.IsUntoldBy(school.Id));
        var state = least >= norm.Threshold ? NormState.Reached : most >= norm.Threshold || untold > 0 ? NormState.NotTold : NormState.Short;
        return OfSchool(school, least, untold, state, facts) with { Unsaid = least == most ? 0 : unsaid.Length };
    }

    private static NormLine Events(EventNorm norm, EventFact[] facts, NormSchool school)
    {
        var held = facts.Count(f => f.Had(school.Id));
        var untold = facts.Count(f => f.IsUntoldBy(school.Id));
        return OfSchool(school, held, untold, held >= norm.Threshold ? NormState.Reached : held + untold >= norm.Threshold ? NormState.NotTold : NormState.Short, facts);
    }

    private static NormLine OfSchool(NormSchool school, int reached, int untold, NormState state, EventFact[] facts) => new(
        school.MunicipalityId, school.Id, school.Name, reached, null, untold, state, [],
        [.. facts.Where(f => f.Had(school.Id)).Select(f => f.Key)]);

    private static NormLine Held(EventNorm norm, int? municipality, string name, IEnumerable<EventFact> facts)
    {
        string[] keys = [.. facts.Select(f => f.Key)];
        return new NormLine(municipality, null, name, keys.Length, null, 0, keys.Length >= norm.Threshold ? NormState.Reached : NormState.Short, [], keys);
    }
}
