using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>Turns the facts of a school into markers: one for each judged procedure and year.</summary>
internal sealed class MarkerReader(IdentificationInput input, IReadOnlyList<string> procedures)
{
    private readonly Methodology _methodology = input.Methodology;
    private readonly int[] _years = [input.Year - 1, input.Year];

    /// <summary>Markers of a school together with the branches that count with it.</summary>
    public List<LowResultMarker> Read(SchoolInput school, IEnumerable<SchoolInput> branches, List<Contradiction> contradictions)
    {
        // A branch reports its own contradictions when its own verdict is made; here it only lends its facts.
        Dictionary<(string, int), Fact>[] facts =
            [FactsByKey(school, contradictions), .. branches.OrderBy(b => b.Key).Select(b => FactsByKey(b, []))];

        var markers = new List<LowResultMarker>(procedures.Count * 2);
        foreach (var procedure in procedures)
        {
            foreach (var year in _years)
            {
                markers.Add(ReadMarker(school, procedure, year, facts));
            }
        }

        return markers;
    }

    private LowResultMarker ReadMarker(SchoolInput school, string procedure, int year, Dictionary<(string, int), Fact>[] facts)
    {
        Fact[] found = facts.Length == 1 ? FactsOf(facts[0], procedure, year) : [.. facts.SelectMany(f => FactsOf(f, procedure, year))];
        if (found.Length == 0)
        {
            return NoData(procedure, year, WhyAbsent(school, procedure, year), null, null, []);
        }

        var sources = found.Length == 1 ? found[0].Sources : [.. found.SelectMany(f => f.Sources)];
        if (Array.Exists(found, f => f.Contradicts))
        {
            return NoData(procedure, year, NoDataReason.Contradiction, null, null, sources);
        }

        if (Array.Exists(found, f => f.Value.Participants is null))
        {
            var low = Array.Exists(found, f => IsLow(f.Value));
            return new LowResultMarker(procedure, year, low ? MarkerState.Low : MarkerState.NotLow, null, null, null, null, sources);
        }

        var participants = found.Sum(f => f.Value.Participants!.Value);
        var failed = found.Sum(f => f.Value.Failed!.Value);
        return FromCounts(procedure, year, participants, failed, sources, _methodology);
    }

    /// <summary>The marker that counts give by a methodology.</summary>
    public static LowResultMarker FromCounts(
        string procedure, int year, int participants, int failed, IReadOnlyList<ResultSource> sources, Methodology methodology)
    {
        if (participants < Math.Max(1, methodology.MinParticipants))
        {
            var reason = participants == 0 ? NoDataReason.NoParticipants : NoDataReason.TooFewParticipants;
            return NoData(procedure, year, reason, participants, failed, sources);
        }

        var fewest = methodology.FewestFailedThatIsLow(participants);
        return methodology.IsLow(participants, failed)
            ? new LowResultMarker(procedure, year, MarkerState.Low, participants, failed, null, failed - fewest + 1, sources)
            : new LowResultMarker(procedure, year, MarkerState.NotLow, participants, failed, null, fewest > participants ? null : fewest - failed, sources);
    }

    /// <summary>
    /// The facts a marker stands on. «ЕГЭ МА» as one marker is the fact under that name, else база and профиль added;
    /// in a methodology that counts two, the united column counts where neither level is known.
    /// </summary>
    private Fact[] FactsOf(Dictionary<(string, int), Fact> facts, string procedure, int year)
    {
        if (procedure != Procedures.UnitedMathEge)
        {
            return Pick(facts, (procedure, year));
        }

        var united = Pick(facts, (Procedures.UnitedMathEge, year));
        Fact[] levels = [.. Pick(facts, (Procedures.BaseMathEge, year)), .. Pick(facts, (Procedures.ProfileMathEge, year))];
        if (_methodology.MathEgeIsOne)
        {
            return united.Length > 0 ? united : levels;
        }

        return levels.Length > 0 ? [] : united;
    }

    private static Fact[] Pick(Dictionary<(string, int), Fact> facts, (string, int) key) =>
        facts.TryGetValue(key, out var fact) ? [fact] : [];

    private NoDataReason WhyAbsent(SchoolInput school, string procedure, int year)
    {
        if (!Procedures.Applies(procedure, school.Type))
        {
            return NoDataReason.NotApplicable;
        }

        return input.NotHeld.Contains((procedure, year)) || !Procedures.WasHeld(procedure, year)
            ? NoDataReason.NotHeld
            : NoDataReason.NotUploaded;
    }

    private static LowResultMarker NoData(
        string procedure, int year, NoDataReason reason, int? participants, int? failed, IReadOnlyList<ResultSource> sources) =>
        new(procedure, year, MarkerState.NoData, participants, failed, reason, null, sources);

    private bool IsLow(ResultFact fact) =>
        fact.PublishedMarker ?? (fact.Participants > 0 && _methodology.IsLow(fact.Participants.Value, fact.Failed!.Value));

    /// <summary>Nearly every school names each result once.</summary>
    private Dictionary<(string, int), Fact> FactsByKey(SchoolInput school, List<Contradiction> contradictions)
    {
        var result = new Dictionary<(string, int), Fact>(school.Facts.Count);
        foreach (var fact in school.Facts)
        {
            if (_years.Contains(fact.Year) && !result.TryAdd((fact.Procedure, fact.Year), new Fact(fact, Contradicts: false, [fact.Source])))
            {
                return RepeatedFactsByKey(school, contradictions);
            }
        }

        return result;
    }

    /// <summary>Repeats that agree count once, see <see cref="ResultFact.Contradict"/>.</summary>
    private Dictionary<(string, int), Fact> RepeatedFactsByKey(SchoolInput school, List<Contradiction> contradictions)
    {
        var result = new Dictionary<(string, int), Fact>();
        foreach (var group in school.Facts.Where(f => _years.Contains(f.Year)).GroupBy(f => (f.Procedure, f.Year)))
        {
            ResultFact[] all = [.. group
                .OrderBy(f => f.PublishedMarker is not null)
                .ThenBy(f => f.Source.File, StringComparer.Ordinal)
                .ThenBy(f => f.Source.Sheet, StringComparer.Ordinal)
                .ThenBy(f => f.Source.Row)
                .ThenBy(f => f.Participants)
                .ThenBy(f => f.Failed)
                .ThenBy(f => f.PublishedMarker)];
            var first = all[0];
            var contradicts = ResultFact.Contradict(all, _methodology.IsLow);
            if (contradicts)
            {
                contradictions.Add(new Contradiction(school.Key, first.Procedure, first.Year, all));
            }

            result[group.Key] = new Fact(first, contradicts, contradicts ? [.. all.Select(f => f.Source)] : [first.Source]);
        }

        return result;
    }

    private sealed record Fact(ResultFact Value, bool Contradicts, IReadOnlyList<ResultSource> Sources);
}
