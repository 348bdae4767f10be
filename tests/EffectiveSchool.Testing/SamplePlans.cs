namespace EffectiveSchool.Testing;

/// <summary>
/// The two real plans of shared/samples/roadmaps, read by eye, row by row: number, kind, occurrences
/// (a month «23-01», a range «23-03/24-04», a deadline «&lt;23-04-05») and, after «!», the number of warnings.
/// </summary>
public static class SamplePlans
{
    public const string Region = "plan-2024-region.xlsx";
    public const string District = "plan-2023-2024-district.xlsx";

    private const string RegionTable = """
        1.1 continuous 24-01/24-12
        2.1 interval 23-12 !1
        2.2 interval 23-12 !1
        2.3 interval 23-12 !1
        2.4 interval 23-12/24-01 !1
        2.5 interval 23-12/24-01 !1
        3.1 interval 23-12 !1
        3.2 continuous 24-01/24-12
        3.3 interval 24-01
        3.4 interval 24-01/24-02
        3.5 interval 24-01/24-02
        3.6 interval 24-01/24-02
        3.7 interval 24-02/24-03
        4.1 interval 24-01
        4.2 interval 24-01/24-02
        4.3 interval 24-02/24-03
        4.4 interval 24-03
        4.5 monthly 24-01 24-02 24-03 24-04 24-05 24-06 24-07 24-08 24-09 24-10 24-11 24-12
        4.6 interval 24-02/24-03
        4.6 undetermined
        4.7 monthly 24-01 24-02 24-03 24-04 24-05 24-06 24-07 24-08 24-09 24-10 24-11 24-12 !1
        4.8 interval 24-04
        4.9 interval 24-05/24-06
        4.10 interval 24-05
        4.11 interval 24-01/24-12
        4.12 interval 24-01/24-12
        4.13 interval 24-01/24-12
        4.14 interval 24-09
        4.15 interval 24-09/24-11
        4.16 interval 24-10
        4.17 interval 24-10
        4.18 interval 24-09/24-12
        4.19 interval 24-11
        4.20 interval 24-09/24-10
        4.21 interval 24-09/24-10
        4.22 interval 24-12
        """;

    private const string DistrictTable = """
        1.1.1 dueDate <23-04-05
        1.1.2 dueDate <23-02-15
        1.1.3 dueDate <23-03-15
        1.1.4 dueDate <23-02-15
        1.1.5 dueDate <23-02-15
        1.1.6 dueDate <23-03-20
        1.1.7 dueDate <23-03-29
        1.1.8 dueDate <23-04-20
        1.1.9 dueDate <23-04-28
        1.1.10 yearly 23-03/23-04 24-03/24-04
        1.1.12 dueDate <23-04-24
        1.1.13 dueDate <23-04-28
        1.1.14 dueDate <23-05-05
        1.1.15 yearly 23-04/23-11 24-04/24-11
        1.2.1 interval 23-01
        1.2.2 interval 23-01
        1.2.3 interval 23-01
        1.2.4 interval 23-01
        1.2.5 interval 23-02
        1.2.6 interval 23-02
        1.2.7 interval 23-02
        1.2.8 interval 23-02
        1.2.9 interval 23-03
        1.2.10 interval 23-03
        1.2.11 interval 23-03
        1.2.12 interval 23-03
        1.2.13 interval 23-04
        1.2.14 interval 23-04
        1.2.15 interval 23-05
        1.2.16 interval 23-05
        1.2.17 interval 23-09
        1.2.18 interval 23-11
        1.2.19 interval 23-03/24-04
        1.2.20 interval 23-04/23-05
        1.2.21 interval 23-10/23-11
        1.2.22 interval 23-12
        2.1.1 interval 23-02
        2.1.2 interval 23-03/23-04
        2.1.3 interval 23-04
        2.1.4 dueDate <24-12-30
        2.2.1 interval 23-10
        2.2.2 interval 23-02
        2.2.3 interval 23-04
        3.1.1 interval 23-01/23-02
        3.1.2 dueDate <24-12-30
        3.2.1 continuous 23-01/24-12
        3.2.2 monthsList 23-01 23-04
        3.2.3 interval 23-02/23-10
        3.2.4 interval 23-03/23-05
        3.2.5 interval 23-08/23-09
        3.2.6 relative
        3.2.7 continuous 23-01/24-12
        4.1 continuous 23-01/24-12
        4.2 continuous 23-01/24-12
        4.3 continuous 23-01/24-12
        4.4 continuous 23-01/24-12
        5.1 monthsList 23-03 23-08 23-11 24-03 24-08 24-11
        5.2 monthsList 23-03 23-11 24-03 24-11
        5.3 monthsList 23-09 24-03
        5.4 monthsList 23-04 23-09
        5.5 interval 24-12
        5.6 interval 23-03/24-12
        5.7 monthsList 23-07/23-08 24-07/24-08
        6.1 quarterly 23-01/23-03 23-04/23-06 23-07/23-09 23-10/23-12 24-01/24-03 24-04/24-06 24-07/24-09 24-10/24-12
        6.2 interval 23-03/24-12
        6.3 yearly <23-12-30 24-01/24-12-30
        """;

    public static string Folder => Path.Combine(SharedSamples.Root!, "roadmaps");

    /// <summary>The plan, its programme, and what it must give, one line an activity: «1.1 continuous 2024-01-01..2024-12-31 !0».</summary>
    public static (DateOnly From, DateOnly To, string[] Expected) Of(string plan) => plan == Region
        ? (new(2024, 1, 1), new(2024, 12, 31), [.. Lines(RegionTable, 2024)])
        : (new(2023, 1, 1), new(2024, 12, 31), [.. Lines(DistrictTable, 2023)]);

    /// <summary>The same line of what was read.</summary>
    public static string Line(string number, string kind, IEnumerable<(DateOnly From, DateOnly Due)> occurrences, int warnings) =>
        string.Join(' ', [number, kind, .. occurrences.Select(o => $"{o.From:yyyy-MM-dd}..{o.Due:yyyy-MM-dd}"), $"!{warnings}"]);

    private static IEnumerable<string> Lines(string table, int start)
    {
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            var warnings = words[^1].StartsWith('!') ? words[^1][1..] : "0";
            var spans = words.Skip(2).Where(w => !w.StartsWith('!')).Select(w => Span(w, start));
            yield return string.Join(' ', [words[0], words[1], .. spans, "!" + warnings]);
        }
    }

    private static string Span(string word, int start)
    {
        var ends = word.TrimStart('<').Split('/');
        var from = word.StartsWith('<') ? $"{start}-01-01" : $"20{ends[0]}-01";
        var (year, month) = (int.Parse("20" + ends[^1][..2], null), int.Parse(ends[^1][3..5], null));
        return $"{from}..20{ends[^1]}{(ends[^1].Length > 5 ? "" : $"-{DateTime.DaysInMonth(year, month):00}")}";
    }
}
