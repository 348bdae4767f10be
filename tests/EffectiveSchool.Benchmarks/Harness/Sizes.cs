namespace EffectiveSchool.Benchmarks.Harness;

/// <summary>How much is measured, and how often.</summary>
/// <param name="ImportRows">Rows of the file that is imported.</param>
/// <param name="CliSchools">Schools in each of the eight workbooks of the command line.</param>
/// <param name="Big">Schools of the large region.</param>
/// <param name="Small">Schools of the small region: pages are compared with it, and each has a profile in one zip.</param>
/// <param name="Middle">Schools of a region as there are: what-if, pdf.</param>
/// <param name="Repetitions">Repetitions after the warm-up; the median counts.</param>
/// <param name="LoadRound">How long one round of requests lasts.</param>
/// <param name="LoadRounds">Rounds of requests of each page.</param>
internal sealed record Sizes(
    int ImportRows, int CliSchools, int Big, int Small, int Middle, int Repetitions, TimeSpan LoadRound, int LoadRounds)
{
    /// <summary>Schools that take part in the plans of part 3.</summary>
    public int PlanSchools { get; init; } = 40;

    /// <summary>Activities of the plan that is reported on.</summary>
    public int ReportActivities { get; init; } = 60;

    /// <summary>Activities of the plan that is changed at once: with 40 schools 1 000 occurrences.</summary>
    public int BulkActivities { get; init; } = 25;

    /// <summary>Part 2, item 7.</summary>
    public static Sizes Full { get; } = new(100_000, 40_000, 40_000, 1_000, 1_500, 5, TimeSpan.FromSeconds(3), 3);

    /// <summary>Enough to see that every measure still runs, in one region for all; its figures mean nothing.</summary>
    public static Sizes Tiny { get; } = new(90, 20, 40, 40, 40, 1, TimeSpan.FromMilliseconds(100), 1) { PlanSchools = 2, ReportActivities = 3, BulkActivities = 2 };
}
