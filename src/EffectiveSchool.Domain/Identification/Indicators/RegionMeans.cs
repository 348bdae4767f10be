namespace EffectiveSchool.Domain.Identification;

/// <summary>
/// The region's means, by the facts of the run itself: of a score weighted by participants, of a mark by marks. A regional
/// row that a file prints is no input of the run, so that a re-run from the frozen copy gives the same means.
/// </summary>
internal sealed class RegionMeans
{
    private readonly Dictionary<(string Procedure, int Year), (decimal Sum, int Weight)> _scores = [];
    private readonly Dictionary<(string Procedure, int Year), (decimal Sum, int Weight)> _marks = [];

    /// <summary>Adds up the schools: sums of exact decimals, so their order does not matter.</summary>
    public RegionMeans(IEnumerable<SchoolInput> schools)
    {
        foreach (var school in schools)
        {
            foreach (var fact in ScoreFacts.Agreed(school))
            {
                if (fact.KnownScore is { } score)
                {
                    Add(_scores, fact, score * fact.Participants, fact.Participants);
                }

                if (fact.Marks > 0)
                {
                    Add(_marks, fact, fact.MarkSum, fact.Marks);
                }
            }
        }
    }

    /// <summary>The region's mean score; null where no school has one.</summary>
    public decimal? Score(string procedure, int year) => Mean(_scores, procedure, year);

    /// <summary>The region's mean mark; null where no school has marks.</summary>
    public decimal? Mark(string procedure, int year) => Mean(_marks, procedure, year);

    private static void Add(Dictionary<(string Procedure, int Year), (decimal Sum, int Weight)> means, ScoreFact fact, decimal sum, int weight)
    {
        var before = means.GetValueOrDefault((fact.Procedure, fact.Year));
        means[(fact.Procedure, fact.Year)] = (before.Sum + sum, before.Weight + weight);
    }

    private static decimal? Mean(Dictionary<(string Procedure, int Year), (decimal Sum, int Weight)> means, string procedure, int year) =>
        means.TryGetValue((procedure, year), out var mean) ? mean.Sum / mean.Weight : null;
}

/// <summary>Reads the means of a school.</summary>
internal static class ScoreFacts
{
    /// <summary>Repeats that say the same count once; of those that differ none is taken.</summary>
    public static IEnumerable<ScoreFact> Agreed(SchoolInput school) => (school.Scores ?? [])
        .GroupBy(f => (f.Procedure, f.Year))
        .Where(g => g.Select(f => (f.Participants, f.MeanScore, f.Twos, f.Threes, f.Fours, f.Fives)).Distinct().Count() == 1)
        .Select(g => g.OrderBy(f => f.Source.File, StringComparer.Ordinal).ThenBy(f => f.Source.Sheet, StringComparer.Ordinal).ThenBy(f => f.Source.Row).First());
}
