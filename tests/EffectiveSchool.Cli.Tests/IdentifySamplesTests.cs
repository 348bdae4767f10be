using EffectiveSchool.Testing;

namespace EffectiveSchool.Cli.Tests;

public sealed class IdentifySamplesTests
{
    [SamplesFact]
    public async Task Lists_over_the_real_files_agree_with_a_count_by_another_route()
    {
        foreach (var (methodology, least) in new[] { ("same", 1), ("same", 10), ("any", 1), ("any", 10) })
        {
            var said = await CommandLine.Identify(SharedSamples.Vpr, 2021, methodology, "--min-participants", $"{least}");
            Assert.Equal(0, said.ExitCode);
            var json = said.Json;
            Assert.Equal(0, json.GetProperty("refused").GetArrayLength());
            var schools = json.GetProperty("schools").EnumerateArray().ToList();
            Assert.Equal(390, schools.Count);

            var (a, b) = OtherRoute.Count(SharedSamples.Vpr, 2021, methodology == "same", least);
            Assert.NotEmpty(a);
            Assert.NotEmpty(b);
            Assert.Equal(a.Order(), schools.Where(s => s.Criteria().Contains("A")).Select(s => s.Code()));
            Assert.Equal(b.Order(), schools.Where(s => s.Criteria().Contains("B")).Select(s => s.Code()));
            Assert.Equal(a.Union(b).Order(), schools.Where(s => s.Listed()).Select(s => s.Code()));
        }
    }

    [SamplesFact]
    public async Task A_marker_names_the_file_the_sheet_and_the_row_it_came_from()
    {
        var said = await CommandLine.Identify(SharedSamples.Vpr, 2021, "same");
        var school = said.Json.School("220028");
        Assert.Equal(("МБОУ Алтайская СОШ №5", "Алтайский район"), (school.GetProperty("name").GetString(), school.GetProperty("municipality").GetString()));
        var marker = school.Marker("ВПР 6 РУ", 2021);
        Assert.Equal((78, 26, "low"), (marker.GetProperty("participants").GetInt32(), marker.GetProperty("failed").GetInt32(), marker.State()));
        var source = marker.GetProperty("source");
        Assert.Equal("ВПР-2021-РУ-6-Статистика по отметкам.xlsx", source.GetProperty("file").GetString());
        Assert.Equal(("РУ 6 Статистика по отметкам", 28), (source.GetProperty("sheet").GetString(), source.GetProperty("row").GetInt32()));
        Assert.Contains("\"Алтайский район\"", said.Output, StringComparison.Ordinal);
        Assert.NotEqual(0xEF, said.OutputBytes[0]);
    }
}
