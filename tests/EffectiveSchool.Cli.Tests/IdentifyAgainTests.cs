using EffectiveSchool.Testing;
using static EffectiveSchool.Testing.MarkStatisticsBook;

namespace EffectiveSchool.Cli.Tests;

/// <summary>What identify wrote, what it met twice and what its exit code says of it.</summary>
public sealed class IdentifyAgainTests
{
    [Fact]
    public async Task A_second_run_does_not_read_the_workbook_of_the_first()
    {
        using var folder = Filled();
        var path = Path.Combine(folder.Path, "перечень.xlsx");
        var first = await CommandLine.Identify(folder.Path, 2021, "same", "--out", path);
        var second = await CommandLine.Identify(folder.Path, 2021, "same", "--out", path);
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(first.Output, second.Output);
        Assert.Contains("«перечень.xlsx»", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_annex_reads_back_to_the_same_list()
    {
        using var folder = Filled();
        using var other = new ResultsFolder();
        var first = await CommandLine.Identify(folder.Path, 2021, "same", "--min-participants", "5", "--out", Path.Combine(other.Path, "приложение.xlsx"));
        var second = await CommandLine.Identify(other.Path, 2021, "same", "--min-participants", "5");
        Assert.Empty(second.Json.Refused());
        Assert.Equal(Verdicts(first), Verdicts(second));
        Assert.DoesNotContain("не распознана", second.Error, StringComparison.Ordinal);
        Assert.Contains(Verdicts(first), v => v.StartsWith("220001 AB", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_older_annex_among_the_results_changes_nothing()
    {
        using var folder = Filled();
        var first = await CommandLine.Identify(folder.Path, 2021, "same", "--out", Path.Combine(folder.Path, "приложение.xlsx"));
        var second = await CommandLine.Identify(folder.Path, 2021, "same");
        Assert.Empty(second.Json.Refused());
        Assert.Equal(Verdicts(first), Verdicts(second));
    }

    [Fact]
    public async Task A_contradiction_counts_as_read_wherever_it_stands()
    {
        using var within = new ResultsFolder().Add("а.xlsx", Of(2021, "Русский язык", 5, School("СОШ(sch220001)", 10, 3), School("СОШ(sch220001)", 10, 4)));
        using var between = new ResultsFolder()
            .Add("а.xlsx", Of(2021, "Русский язык", 5, School("СОШ(sch220001)", 10, 3)))
            .Add("б.xlsx", Of(2021, "Русский язык", 5, School("СОШ(sch220001)", 10, 4)));
        using var unjudged = new ResultsFolder().Add("а.xlsx", Of(2021, "Биология", 5, School("СОШ(sch220001)", 10, 3), School("СОШ(sch220001)", 10, 4)));
        foreach (var (folder, code, refused) in new[] { (within, 0, 2), (between, 0, 2), (unjudged, 1, 2) })
        {
            var said = await CommandLine.Identify(folder.Path, 2021, "same");
            Assert.Equal((code, refused), (said.ExitCode, said.Json.Refused().Length));
        }
    }

    [Fact]
    public async Task Equal_counts_with_other_marks_count_once_within_a_file_and_between_files()
    {
        using var within = new ResultsFolder().Add("а.xlsx", Of(2021, "Русский язык", 5, School("СОШ(sch220001)", 3, 4, 2, 1), School("СОШ(sch220001)", 3, 3, 3, 1)));
        using var between = new ResultsFolder()
            .Add("а.xlsx", Of(2021, "Русский язык", 5, School("СОШ(sch220001)", 3, 4, 2, 1)))
            .Add("б.xlsx", Of(2021, "Русский язык", 5, School("СОШ(sch220001)", 3, 3, 3, 1)));
        foreach (var folder in new[] { within, between })
        {
            var said = await CommandLine.Identify(folder.Path, 2021, "same");
            Assert.Equal(0, said.ExitCode);
            Assert.Empty(said.Json.Refused());
            Assert.Equal("low", said.Json.School("220001").Marker("ВПР 5 РУ", 2021).State());
            Assert.Contains("различаются", said.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_code_without_its_zero_is_refused_by_the_name_of_the_zero()
    {
        using var folder = new ResultsFolder().Add("шаблон.csv", "год;процедура;код;участников;не преодолели порог\n2021;ОГЭ РУ;10028;10;3\n");
        Assert.Contains("ноль", Assert.Single((await CommandLine.Identify(folder.Path, 2021, "same")).Json.Refused()).Reason, StringComparison.Ordinal);
    }

    private static ResultsFolder Filled() => new ResultsFolder()
        .AddVpr(2020, "Русский язык", 5, ("sch220001", 10, 3), ("sch220002", 10, 2))
        .AddVpr(2021, "Русский язык", 5, ("sch220001", 10, 4), ("sch220002", 10, 3), ("sch220003", 4, 2))
        .AddVpr(2021, "Математика", 6, ("sch220001", 12, 5))
        .Add("матрица.csv", "код;наименование;год;процедура;маркер\n220002;СОШ 220002;2021;ОГЭ РУ;1\n220002;СОШ 220002;2021;ОГЭ МА;0\n");

    private static string[] Verdicts(Said said) => [.. said.Json.GetProperty("schools").EnumerateArray().Select(s =>
        $"{s.Code()} {string.Concat(s.Criteria())} " + string.Join(' ', s.GetProperty("markers").EnumerateArray().Select(m => $"{m.State()} {m.GetProperty("participants")}/{m.GetProperty("failed")}")))];
}
