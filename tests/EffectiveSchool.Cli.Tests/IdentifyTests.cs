using System.Text.Json;
using EffectiveSchool.Testing;
using static EffectiveSchool.Testing.MarkStatisticsBook;

namespace EffectiveSchool.Cli.Tests;

public sealed class IdentifyTests
{
    [Fact]
    public async Task Exactly_thirty_percent_is_low_and_29_99_is_not()
    {
        using var folder = new ResultsFolder().AddVpr(2021, "Русский язык", 5, ("sch220001", 10, 3), ("sch220002", 1000, 299), ("sch220003", 7, 2), ("sch220004", 9999, 2999));
        var json = (await CommandLine.Identify(folder.Path, 2021, "same")).Json;
        Assert.Equal(
            ["low", "notLow", "notLow", "notLow"],
            json.GetProperty("schools").EnumerateArray().Select(s => s.Marker("ВПР 5 РУ", 2021).State()));
    }

    [Fact]
    public async Task Markers_are_every_procedure_and_both_years_in_fixed_order()
    {
        using var folder = new ResultsFolder().AddVpr(2021, "Математика", 6, ("sch220001", 1, 1));
        var school = (await CommandLine.Identify(folder.Path, 2021, "any")).Json.School("220001");
        string[] procedures = ["ВПР 5 РУ", "ВПР 5 МА", "ВПР 6 РУ", "ВПР 6 МА", "ОГЭ РУ", "ОГЭ МА", "ЕГЭ РУ", "ЕГЭ МА база", "ЕГЭ МА профиль"];
        Assert.Equal(
            procedures.SelectMany(p => new[] { $"{p} 2020", $"{p} 2021" }),
            school.GetProperty("markers").EnumerateArray().Select(m => $"{m.GetProperty("procedure").GetString()} {m.GetProperty("year").GetInt32()}"));
        Assert.Equal((1, "low"), (school.Marker("ВПР 6 МА", 2021).GetProperty("participants").GetInt32(), school.Marker("ВПР 6 МА", 2021).State()));
        AssertNoData(school.Marker("ОГЭ МА", 2020), hasSource: false);
    }

    [Fact]
    public async Task Too_few_or_no_participants_give_no_data_and_the_school_stays()
    {
        using var folder = new ResultsFolder().Add("a.xlsx", Of(
            2021, "Русский язык", 5,
            School("СОШ(sch220001)", 9, 9), School("СОШ(sch220002)", 10, 9), ["СОШ(sch220003)", null, "н/д", null, null, null, null], ["СОШ(sch220004)", null, 0, 0, 0, 0, 0]));
        var json = (await CommandLine.Identify(folder.Path, 2021, "same", "--min-participants", "10")).Json;
        Assert.Equal(["220001", "220002", "220003", "220004"], json.Codes());
        AssertNoData(json.School("220001").Marker("ВПР 5 РУ", 2021), hasSource: true);
        Assert.Equal("low", json.School("220002").Marker("ВПР 5 РУ", 2021).State());
        AssertNoData(json.School("220003").Marker("ВПР 5 РУ", 2021), hasSource: false);
        AssertNoData(json.School("220004").Marker("ВПР 5 РУ", 2021), hasSource: true);
        Assert.Empty(json.Refused());
    }

    [Fact]
    public async Task The_two_versions_of_criterion_B_differ()
    {
        using var folder = new ResultsFolder()
            .AddVpr(2020, "Русский язык", 5, ("edu770001", 10, 3), ("edu770002", 10, 3))
            .AddVpr(2021, "Русский язык", 5, ("ksh770001", 10, 3), ("ksh770002", 10, 2))
            .AddVpr(2021, "Математика", 5, ("ksh770001", 10, 2), ("ksh770002", 10, 4));
        var same = (await CommandLine.Identify(folder.Path, 2021, "same")).Json;
        var any = (await CommandLine.Identify(folder.Path, 2021, "any")).Json;
        Assert.Equal(["B"], same.School("770001").Criteria());
        Assert.Empty(same.School("770002").Criteria());
        Assert.Equal(["B"], any.School("770002").Criteria());
        Assert.Equal(("same", "any"), (same.GetProperty("methodology").GetString(), any.GetProperty("methodology").GetString()));
    }

    [Fact]
    public async Task Without_the_year_before_B_cannot_hold_and_stderr_says_so()
    {
        using var folder = new ResultsFolder()
            .AddVpr(2021, "Русский язык", 5, ("sch220001", 10, 3))
            .AddVpr(2021, "Математика", 5, ("sch220001", 10, 3))
            .AddVpr(2018, "Математика", 5, ("sch220009", 10, 3));
        var said = await CommandLine.Identify(folder.Path, 2021, "same");
        Assert.Equal(0, said.ExitCode);
        Assert.Equal(["A"], said.Json.School("220001").Criteria());
        Assert.Contains("Результатов за 2020 год нет", said.Error, StringComparison.Ordinal);
        Assert.Equal(["220001"], said.Json.Codes());
        Assert.Contains("результаты других лет (2018)", said.Error, StringComparison.Ordinal);
        Assert.Empty(said.Json.Refused());
    }

    [Fact]
    public async Task Equal_results_of_two_files_count_once_and_different_ones_not_at_all()
    {
        using var folder = new ResultsFolder()
            .AddVpr(2021, "Русский язык", 5, ("sch220001", 10, 3), ("sch220002", 10, 3))
            .Add("повтор.xlsx", Of(2021, "Русский язык", 5, School("СОШ(edu220001)", 10, 3), School("СОШ(edu220002)", 10, 4)));
        var json = (await CommandLine.Identify(folder.Path, 2021, "same")).Json;
        Assert.Equal("low", json.School("220001").Marker("ВПР 5 РУ", 2021).State());
        AssertNoData(json.School("220002").Marker("ВПР 5 РУ", 2021), hasSource: false);
        Assert.Equal([("ВПР-2021-Русский язык-5.xlsx", 13), ("повтор.xlsx", 13)], json.Refused().Select(r => (r.File!, r.Row!.Value)));
        Assert.All(json.Refused(), r => Assert.Contains("220002", r.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_third_file_settles_what_one_file_contradicts_itself_about()
    {
        using var folder = new ResultsFolder()
            .Add("а.xlsx", Of(2021, "Русский язык", 5, School("СОШ(sch220001)", 10, 3), School("СОШ(sch220001)", 10, 4), School("СОШ(sch220002)", 10, 4)))
            .Add("б.xlsx", Of(2021, "Русский язык", 5, School("СОШ(sch220001)", 10, 3)));
        var json = (await CommandLine.Identify(folder.Path, 2021, "same")).Json;
        AssertNoData(json.School("220001").Marker("ВПР 5 РУ", 2021), hasSource: false);
        Assert.Equal([("а.xlsx", 12), ("а.xlsx", 13), ("б.xlsx", 12)], json.Refused().Select(r => (r.File!, r.Row!.Value)));
    }

    [Fact]
    public async Task Refused_rows_say_where_and_the_rest_is_judged()
    {
        using var folder = new ResultsFolder()
            .Add("а.xlsx", Of(2021, "Русский язык", 5, ["МБОУ СОШ(sch220001)", null, 7, 25, 25, 25, 25], School("СОШ(sch220002)", 10, 4)))
            .Add("б.xlsx", "это не книга"u8.ToArray())
            .Add("в.xlsx", Of(2021, "Математика", 5, School("СОШ(sch220002)", 10, 4)).ToBytes()[..500])
            .Add("~$а.xlsx", "замок")
            .Add(".скрытый", "скрытый");
        var said = await CommandLine.Identify(folder.Path, 2021, "same");
        Assert.Equal(0, said.ExitCode);
        Assert.Equal(["220001", "220002"], said.Json.Codes());
        Assert.Equal([("а.xlsx", 12), ("б.xlsx", null), ("в.xlsx", (int?)null)], said.Json.Refused().Select(r => (r.File!, r.Row)));
        Assert.Contains("D12", said.Json.Refused()[0].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Output + said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_matrix_brings_markers_without_counts()
    {
        using var folder = new ResultsFolder().Add(
            "приложение.csv",
            "код;наименование;год;процедура;маркер\n220001;СОШ №1;2021;ЕГЭ МА;1\n220001;СОШ №1;2020;ЕГЭ МА;1\n220002;СОШ №2;2021;ОГЭ РУ;0\n220002;СОШ №2;2021;ОГЭ МА;\n");
        var json = (await CommandLine.Identify(folder.Path, 2021, "same")).Json;
        var first = json.School("220001");
        Assert.Equal(["B"], first.Criteria());
        Assert.Equal("", first.GetProperty("municipality").GetString());
        var marker = first.Marker("ЕГЭ МА", 2021);
        Assert.Equal(("low", JsonValueKind.Null, JsonValueKind.Null), (marker.State(), marker.GetProperty("participants").ValueKind, marker.GetProperty("failed").ValueKind));
        Assert.Equal((JsonValueKind.Null, 2), (marker.GetProperty("source").GetProperty("sheet").ValueKind, marker.GetProperty("source").GetProperty("row").GetInt32()));
        Assert.Equal(("notLow", "noData"), (json.School("220002").Marker("ОГЭ РУ", 2021).State(), json.School("220002").Marker("ОГЭ МА", 2021).State()));
    }

    [Fact]
    public async Task A_procedure_that_was_not_held_has_no_data()
    {
        using var folder = new ResultsFolder().Add(
            "шаблон.csv", "год;процедура;код;участников;не преодолели порог\n2021;ОГЭ РУ;220001;10;3\n2021;ЕГЭ МА профиль;220001;10;3\n2021;ОГЭ РУ;1234;10;3\n");
        var json = (await CommandLine.Identify(folder.Path, 2021, "same")).Json;
        Assert.Equal(["A"], json.School("220001").Criteria());
        AssertNoData(json.School("220001").Marker("ОГЭ РУ", 2020), hasSource: false);
        Assert.Equal(("шаблон.csv", 4), (json.Refused().Single().File, json.Refused().Single().Row));
    }

    [Fact]
    public async Task The_newest_name_is_shown_and_other_procedures_are_not_judged()
    {
        using var folder = new ResultsFolder()
            .Add("2020.xlsx", Of(2020, "Русский язык", 5, School("МБОУ Старая СОШ(sch220001)", 10, 3)))
            .Add("2021.xlsx", Of(2021, "Русский язык", 4, School("МБОУ Новая СОШ(edu220001)", 10, 3), School("СОШ четвёртая(edu220002)", 10, 3)))
            .AddVpr(2021, "Математика", 5, ("sch220003", 10, 1));
        var json = (await CommandLine.Identify(folder.Path, 2021, "any")).Json;
        Assert.Equal("МБОУ Новая СОШ", json.School("220001").GetProperty("name").GetString());
        Assert.Equal("Тестовый район", json.School("220001").GetProperty("municipality").GetString());
        Assert.All(json.School("220002").GetProperty("markers").EnumerateArray(), m => Assert.Equal("noData", m.State()));
    }

    [Fact]
    public async Task The_order_and_names_of_files_decide_nothing()
    {
        var random = new Random(7);
        (string, int, int)[] Schools() => [.. Enumerable.Range(0, 30).Select(i => ($"sch{220000 + i}", 20, random.Next(0, 20)))];
        (int, string, int, (string, int, int)[])[] files =
        [
            (2021, "Русский язык", 5, Schools()), (2021, "Математика", 5, Schools()), (2020, "Русский язык", 5, Schools()), (2020, "Математика", 5, Schools()), (2021, "Русский язык", 5, Schools()),
        ];
        string[] Verdicts(JsonElement json) => [.. json.GetProperty("schools").EnumerateArray().Select(s =>
            $"{s.Code()} {string.Join(' ', s.Criteria())} {string.Join(' ', s.GetProperty("markers").EnumerateArray().Select(Json.State))}")];
        var seen = new List<string[]>();
        foreach (var order in new[] { new[] { 0, 1, 2, 3, 4 }, [4, 3, 2, 1, 0], [2, 4, 0, 3, 1] })
        {
            using var folder = new ResultsFolder();
            for (var i = 0; i < order.Length; i++)
            {
                var (year, subject, grade, schools) = files[order[i]];
                folder.Add($"{i}.xlsx", Of(year, subject, grade, [.. schools.Select(s => School($"СОШ({s.Item1})", s.Item2, s.Item3))]));
            }

            seen.Add(Verdicts((await CommandLine.Identify(folder.Path, 2021, "same")).Json));
        }

        Assert.All(seen, s => Assert.Equal(seen[0], s));
        Assert.Contains(seen[0], s => s.Contains(" B ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_table_is_readable_and_the_workbook_is_written()
    {
        using var folder = new ResultsFolder().AddVpr(2021, "Русский язык", 5, ("sch220001", 10, 3)).AddVpr(2020, "Русский язык", 5, ("sch220001", 10, 3));
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.xlsx");
        try
        {
            var said = await CommandLine.Run("identify", "--results", folder.Path, "--year", "2021", "--methodology", "same", "--format", "table", "--out", path);
            Assert.Equal(0, said.ExitCode);
            Assert.Contains("В перечне 1 школа из 1", said.Output, StringComparison.Ordinal);
            Assert.Contains("220001", said.Output, StringComparison.Ordinal);
            using var archive = System.IO.Compression.ZipFile.OpenRead(path);
            Assert.NotNull(archive.GetEntry("xl/workbook.xml"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void AssertNoData(JsonElement marker, bool hasSource)
    {
        Assert.Equal("noData", marker.State());
        Assert.Equal(JsonValueKind.Null, marker.GetProperty("participants").ValueKind);
        Assert.Equal(JsonValueKind.Null, marker.GetProperty("failed").ValueKind);
        Assert.Equal(hasSource ? JsonValueKind.Object : JsonValueKind.Null, marker.GetProperty("source").ValueKind);
    }
}
