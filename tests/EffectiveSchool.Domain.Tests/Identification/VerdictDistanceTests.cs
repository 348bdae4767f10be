using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

/// <summary>The distance against an exhaustive search over every way the pupils could have done.</summary>
public class VerdictDistanceTests
{
    private static readonly string[] AllProcedures = [Rus5, Rus6, Math5];

    private static readonly (CriterionBVersion Version, int Needed)[] Rules =
        [.. from version in Enum.GetValues<CriterionBVersion>() from needed in new[] { 1, 2, 3 } select (version, needed)];

    [Fact]
    public void Two_procedures_every_small_case()
    {
        int[] sizes = [0, 1, 3, 5];
        foreach (var now in Choices([sizes, sizes]))
        {
            foreach (var before in Choices([sizes, sizes]))
            {
                int[] participants = [.. now, .. before];
                var outcomes = Choices([.. participants.Select(n => Enumerable.Range(0, n + 1).ToArray())]).ToList();
                foreach (var rule in Rules)
                {
                    Compare(rule, participants, outcomes);
                }
            }
        }
    }

    [Fact]
    public void Three_procedures_drawn_at_random()
    {
        var random = new Random(20260714);
        for (var i = 0; i < 300; i++)
        {
            int[] participants = [.. Enumerable.Range(0, 6).Select(_ => random.Next(0, 6))];
            int[] failed = [.. participants.Select(n => random.Next(0, n + 1))];
            var rule = Rules[i % Rules.Length];
            var outcomes = Choices([.. participants.Select(n => Enumerable.Range(0, n + 1).ToArray())]);
            var listed = Listed(rule, participants, failed);
            var expected = outcomes.Where(o => Listed(rule, participants, o) != listed).Select(o => (int?)Moved(o, failed)).Min();
            AssertDistance(rule, participants, failed, listed, expected);
        }
    }

    [Fact]
    public void A_published_marker_cannot_move()
    {
        // Low by a matrix in both years: nothing the counted procedure does takes the school off the list.
        var fixedBoth = Verdict(Methodology.SameProcedure, Published(Rus5, Year, true), Published(Rus5, Year - 1, true), Now(Rus6, 10, 9));
        Assert.Null(fixedBoth.PupilsToFlip);

        // Low by a matrix in the year alone: the year before has counts and can.
        var movable = Verdict(Methodology.SameProcedure, Published(Rus5, Year, true), Before(Rus5, 10, 4));
        Assert.Equal(2, movable.PupilsToFlip);

        // Not listed, one published low: one more procedure or the year before would do.
        var notListed = Verdict(Methodology.SameProcedure, Published(Rus5, Year, true), Before(Rus5, 10, 1), Now(Rus6, 20, 5));
        Assert.Equal(1, notListed.PupilsToFlip);
    }

    private static void Compare((CriterionBVersion Version, int Needed) rule, int[] participants, List<int[]> outcomes)
    {
        var listed = outcomes.ConvertAll(o => Listed(rule, participants, o));
        for (var i = 0; i < outcomes.Count; i++)
        {
            var best = int.MaxValue;
            for (var j = 0; j < outcomes.Count; j++)
            {
                if (listed[j] != listed[i])
                {
                    best = Math.Min(best, Moved(outcomes[i], outcomes[j]));
                }
            }

            AssertDistance(rule, participants, outcomes[i], listed[i], best == int.MaxValue ? null : best);
        }
    }

    private static void AssertDistance((CriterionBVersion Version, int Needed) rule, int[] participants, int[] failed, bool listed, int? expected)
    {
        var procedures = AllProcedures[..(participants.Length / 2)];
        var methodology = Methodology.SameProcedure with
        {
            Procedures = procedures,
            CriterionB = rule.Version,
            LowProceduresForA = rule.Needed,
        };
        List<ResultFact> facts = [];
        for (var i = 0; i < procedures.Length; i++)
        {
            facts.Add(Now(procedures[i], participants[i], failed[i]));
            facts.Add(Before(procedures[i], participants[procedures.Length + i], failed[procedures.Length + i]));
        }

        var verdict = Verdict(methodology, [.. facts]);
        var situation = $"{rule}: failed {string.Join(' ', failed)} of {string.Join(' ', participants)} (now, then before)";
        Assert.True(verdict.Listed == listed, $"{situation}: listed {verdict.Listed}");
        Assert.True(verdict.PupilsToFlip == expected, $"{situation}: {verdict.PupilsToFlip}, search finds {expected}");
    }

    /// <summary>The rule again, by another hand: the first half of the cells is the year, the second the year before.</summary>
    private static bool Listed((CriterionBVersion Version, int Needed) rule, int[] participants, int[] failed)
    {
        var half = participants.Length / 2;
        var (low, lowBefore, both) = (0, 0, 0);
        for (var i = 0; i < half; i++)
        {
            var now = participants[i] > 0 && failed[i] * 10 >= participants[i] * 3;
            var before = participants[half + i] > 0 && failed[half + i] * 10 >= participants[half + i] * 3;
            low += now ? 1 : 0;
            lowBefore += before ? 1 : 0;
            both += now && before ? 1 : 0;
        }

        return low >= rule.Needed || (rule.Version == CriterionBVersion.SameProcedure ? both > 0 : low > 0 && lowBefore > 0);
    }

    private static int Moved(int[] from, int[] to)
    {
        var moved = 0;
        for (var i = 0; i < from.Length; i++)
        {
            moved += Math.Abs(from[i] - to[i]);
        }

        return moved;
    }

    private static IEnumerable<int[]> Choices(int[][] options) => options.Aggregate(
        (IEnumerable<int[]>)[[]],
        (chosen, next) => chosen.SelectMany(c => next.Select(n => (int[])[.. c, n])));
}
