using EffectiveSchool.Domain.Events;
using FsCheck;
using FsCheck.Fluent;

namespace EffectiveSchool.Domain.Tests.Events;

/// <summary>Norms of events: by their words, and against a count by hand over random events.</summary>
public sealed class NormCountTests
{
    private static readonly EventRules Rules = new() { RegionId = 1 };
    private static readonly NormMunicipality[] Municipalities = [new(1, "Северный"), new(2, "Южный")];
    private static readonly NormSchool[] Schools = [.. Enumerable.Range(1, 10).Select(i => new NormSchool(i, $"Школа {i}", i <= 6 ? 1 : 2))];

    private static readonly Gen<EventFact> Facts =
        from key in Gen.Choose(1, 100_000)
        from nature in Gen.Elements(Enum.GetValues<EventNature>())
        from day in Gen.Choose(-400, 700)
        from hours in Gen.Elements<decimal?>(null, 16, 32, 72)
        from level in Gen.Elements(Enum.GetValues<EventLevel>())
        from municipality in Gen.Choose(1, 2)
        from people in Gen.Elements<int?>(null, 0, 1, 3, 5).ArrayOf(10)
        from asked in Gen.Elements(true, false).ArrayOf(10)
        from visited in Gen.Elements<int?>(null, null, null, 4, 9)
        select new EventFact(
            $"event-{key}", "Событие", nature, new DateOnly(2026, 1, 1).AddDays(day), hours, level, level == EventLevel.Municipality ? municipality : null,
            Enumerable.Range(0, 10).Where(i => asked[i]).ToDictionary(i => i + 1, i => people[i]), visited);

    private static readonly Gen<EventNorm> Norms =
        from measure in Gen.Elements(Enum.GetValues<NormMeasure>())
        from threshold in Gen.Choose(1, measure == NormMeasure.ShareOfSchools ? 100 : 8)
        from year in Gen.Elements(Enum.GetValues<NormYear>())
        from nature in Gen.Elements<EventNature?>(null, EventNature.Meeting, EventNature.Course)
        from hours in Gen.Elements<decimal?>(null, 32)
        select new EventNorm("Норма", measure, threshold, year, nature, hours);

    [Fact]
    public void The_defaults_are_those_of_the_field() => Assert.Equal(
        [(NormMeasure.ShareOfSchools, 90m, null, null), (NormMeasure.SchoolPeople, 5m, null, 32m), (NormMeasure.MunicipalEvents, 4m, null, null), (NormMeasure.MunicipalEvents, 6m, EventNature.Meeting, null), (NormMeasure.SchoolEvents, 1m, (EventNature?)null, (decimal?)null)],
        Rules.Norms.Select(n => (n.Measure, n.Threshold, n.Nature, n.LeastHours)));

    [Fact]
    public void Exactly_ninety_percent_is_enough_and_who_is_missing_is_named()
    {
        var nine = Count(Rules.Norms[0], Held("1", Enumerable.Range(1, 9).ToDictionary(i => i, _ => (int?)2)));
        Assert.Equal([("Северный", 6, 6, NormState.Reached), ("Южный", 3, 4, NormState.Short), ("всего", 9, 10, NormState.Reached)], nine.Lines.Select(l => (l.Name, l.Reached, l.Of!.Value, l.State)));
        Assert.Equal(["Школа 10"], nine.Lines[1].Missing.Select(s => s.Name));
        Assert.Equal(["1"], nine.Lines[1].Events);
        Assert.Equal(NormState.Short, Count(Rules.Norms[0], Held("1", Enumerable.Range(1, 8).ToDictionary(i => i, _ => (int?)2))).Lines[^1].State);
    }

    [Fact]
    public void The_whole_is_not_one_of_those_who_are_asked()
    {
        var shares = Count(Rules.Norms[0], Held("1", Enumerable.Range(1, 9).ToDictionary(i => i, _ => (int?)2)));
        Assert.Equal((2, 1, 1, 3), (shares.Total, shares[NormState.Reached], shares[NormState.Short], shares.Lines.Count));

        // Where only the region is asked it is counted itself.
        var regional = NormCount.Of(new EventNorm("Совещания региона", NormMeasure.RegionalEvents, 1, NormYear.Calendar), 2026, [], Schools, Municipalities);
        Assert.Equal((1, 1), (regional.Total, regional[NormState.Short]));
        Assert.Equal(0, NormCount.Of(Rules.Norms[0], 2026, [], [], Municipalities).Total);
    }

    [Fact]
    public void A_number_that_nobody_told_is_no_zero_where_it_may_turn_the_answer()
    {
        var people = Enumerable.Range(1, 8).ToDictionary(i => i, _ => (int?)2);
        people[9] = null;
        Assert.Equal((8, 1, NormState.NotTold), Of(Count(Rules.Norms[0], Held("1", people)).Lines[^1]));
        people.Remove(8);
        Assert.Equal((7, 1, NormState.Short), Of(Count(Rules.Norms[0], Held("1", people)).Lines[^1]));

        var norm = Rules.Norms[1];
        Assert.Equal((0, 1, NormState.NotTold), Of(Count(norm, Held("1", new() { [1] = null }, hours: 32)).Lines[0]));
        Assert.Equal((5, 1, NormState.Reached), Of(Count(norm, Held("1", new() { [1] = null }, hours: 32), Held("2", new() { [1] = 5 }, hours: 72)).Lines[0]));
        Assert.Equal((0, 0, NormState.Short), Of(Count(norm, Held("1", new() { [1] = 5 }, hours: 31)).Lines[0]));

        static (int, int, NormState) Of(NormLine line) => (line.Reached, line.Untold, line.State);
    }

    [Fact]
    public void A_person_on_two_courses_is_counted_once_and_what_nobody_said_of_repeats_is_no_answer()
    {
        var norm = Rules.Norms[1];
        EventFact Course(string key, int people, int? again) => Held(key, new() { [1] = people }, hours: 36) with { Again = again is { } told ? new Dictionary<int, int> { [1] = told } : new Dictionary<int, int>() };
        static (int, int, NormState) Of(NormLine line) => (line.Reached, line.Unsaid, line.State);

        // Three and three may be the same three: the least number stands, the answer is open until the school says.
        Assert.Equal((3, 2, NormState.NotTold), Of(Count(norm, Course("1", 3, null), Course("2", 3, null)).Lines[0]));
        Assert.Equal((3, 0, NormState.Short), Of(Count(norm, Course("1", 3, null), Course("2", 3, 3)).Lines[0]));
        Assert.Equal((5, 0, NormState.Reached), Of(Count(norm, Course("1", 3, null), Course("2", 3, 1)).Lines[0]));

        // Of one course nobody need say it; what is reached by the least number is reached; what even the sum does not reach is short.
        Assert.Equal((5, 0, NormState.Reached), Of(Count(norm, Course("1", 5, null)).Lines[0]));
        Assert.Equal((6, 2, NormState.Reached), Of(Count(norm, Course("1", 6, null), Course("2", 2, null)).Lines[0]));
        Assert.Equal((2, 2, NormState.Short), Of(Count(norm, Course("1", 2, null), Course("2", 2, null)).Lines[0]));
        Assert.Contains("Уже учтённых 4, а участников от школы 3", new Attendance(3, null, 4).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_municipality_is_asked_of_its_own_events_and_the_year_of_the_last_day_counts()
    {
        var own = Enumerable.Range(1, 4).Select(i => Held($"{i}", [], EventLevel.Municipality, 1)).ToArray();
        Assert.Equal([NormState.Reached, NormState.Short], Count(Rules.Norms[2], own).Lines.Select(l => l.State));
        Assert.Equal(NormState.Short, Count(Rules.Norms[2], [.. own.Skip(1), own[0] with { Day = new DateOnly(2027, 1, 1) }]).Lines[0].State);
        Assert.Equal(NormState.Short, Count(Rules.Norms[2], [.. own.Skip(1), Held("9", [], EventLevel.Region)]).Lines[0].State);
        Assert.Equal(4, Count(Rules.Norms[3], [.. own.Select(f => f with { Nature = EventNature.Meeting })]).Lines[0].Reached);
        Assert.Equal(0, Count(Rules.Norms[3], own).Lines[0].Reached);
    }

    [Fact]
    public void Every_norm_over_any_events_is_what_a_count_by_hand_gives() => Prop.ForAll(
        (from norm in Norms from facts in Facts.ArrayOf(12) select (norm, facts: facts.DistinctBy(f => f.Key).ToArray())).ToArbitrary(),
        given =>
        {
            var count = NormCount.Of(given.norm, 2026, given.facts, Schools, Municipalities);
            var (first, last) = given.norm.Year == NormYear.School ? (new DateOnly(2026, 9, 1), new DateOnly(2027, 8, 31)) : (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
            var counted = new List<EventFact>();
            foreach (var fact in given.facts)
            {
                if (fact.Day < first || fact.Day > last || (given.norm.Nature is { } nature && nature != fact.Nature) || (given.norm.LeastHours is { } least && !(fact.Hours >= least)))
                {
                    continue;
                }

                counted.Add(fact);
            }

            foreach (var line in count.Lines)
            {
                var (expected, possible) = ByHand(given.norm, line, counted);
                Assert.Equal(expected, line.Reached);
                var enough = given.norm.Measure == NormMeasure.ShareOfSchools ? line.Of!.Value * given.norm.Threshold / 100m : given.norm.Threshold;
                Assert.Equal(expected >= enough ? NormState.Reached : possible >= enough ? NormState.NotTold : NormState.Short, line.State);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_does_not_matter_and_one_more_event_never_takes_a_norm_away() => Prop.ForAll(
        (from norm in Norms from facts in Facts.ArrayOf(10) from more in Facts select (norm, facts: facts.Append(more).DistinctBy(f => f.Key).ToArray())).ToArbitrary(),
        given =>
        {
            var all = NormCount.Of(given.norm, 2026, given.facts, Schools, Municipalities);
            var turned = NormCount.Of(given.norm, 2026, given.facts.Reverse(), Schools, Municipalities);
            Assert.Equal(all.Lines.Select(l => (l.Name, l.Reached, l.State)), turned.Lines.Select(l => (l.Name, l.Reached, l.State)));
            var fewer = NormCount.Of(given.norm, 2026, given.facts.SkipLast(1), Schools, Municipalities);
            Assert.All(fewer.Lines.Zip(all.Lines), pair => Assert.True(pair.First.Reached <= pair.Second.Reached && (pair.First.State != NormState.Reached || pair.Second.State == NormState.Reached)));
        }).QuickCheckThrowOnFailure();

    /// <summary>What is reached, and what could be with the numbers that are not told.</summary>
    private static (int Reached, int Possible) ByHand(EventNorm norm, NormLine line, List<EventFact> facts)
    {
        const int anybody = 1_000_000;
        var (reached, untold) = (0, 0);
        switch (norm.Measure)
        {
            case NormMeasure.ShareOfSchools:
                foreach (var school in Schools.Where(s => line.MunicipalityId is null || s.MunicipalityId == line.MunicipalityId))
                {
                    var came = facts.Any(f => f.Visited == school.Id || (f.People.TryGetValue(school.Id, out var n) && n > 0));
                    reached += came ? 1 : 0;
                    untold += !came && facts.Any(f => f.People.TryGetValue(school.Id, out var n) && n is null) ? 1 : 0;
                }

                break;
            case NormMeasure.SchoolPeople:
                // Nobody said who came again: the same people may have been everywhere.
                foreach (var fact in facts.Where(f => f.People.ContainsKey(line.SchoolId!.Value)))
                {
                    untold += Math.Min(reached, fact.People[line.SchoolId!.Value] ?? 0);
                    reached = Math.Max(reached, fact.People[line.SchoolId!.Value] ?? 0);
                }

                foreach (var fact in facts.Where(f => f.People.ContainsKey(line.SchoolId!.Value)))
                {
                    untold = fact.People[line.SchoolId!.Value] is null ? anybody : untold;
                }

                break;
            case NormMeasure.SchoolEvents:
                foreach (var fact in facts)
                {
                    var asked = fact.People.TryGetValue(line.SchoolId!.Value, out var n);
                    reached += fact.Visited == line.SchoolId || n > 0 ? 1 : 0;
                    untold += asked && n is null ? 1 : 0;
                }

                break;
            case NormMeasure.MunicipalEvents:
                reached = facts.Count(f => f.MunicipalityId == line.MunicipalityId && f.Level == EventLevel.Municipality);
                break;
            default:
                reached = facts.Count(f => f.Level == EventLevel.Region);
                break;
        }

        return (reached, reached + untold);
    }

    private static NormCount Count(EventNorm norm, params EventFact[] facts) => NormCount.Of(norm, 2026, facts, Schools, Municipalities);

    private static EventFact Held(string key, Dictionary<int, int?> people, EventLevel level = EventLevel.Region, int? municipality = null, decimal? hours = null) =>
        new(key, "Семинар", EventNature.Other, new DateOnly(2026, 3, 12), hours, level, municipality, people);
}
