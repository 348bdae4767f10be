using System.Text.Json;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Cli.Tests;

public sealed class TermsTests
{
    [Fact]
    public async Task One_wording_is_an_object_of_the_term_alone()
    {
        var said = await Say("До 05 апреля 2023 г.");
        Assert.Equal(0, said.ExitCode);
        Assert.Equal(
            """{"term":"До 05 апреля 2023 г.","kind":"dueDate","occurrences":[{"from":"2023-01-01","due":"2023-04-05"}],"needsDate":false,"warnings":[]}""" + "\n",
            said.Output);
    }

    [Fact]
    public async Task A_quota_brings_its_number()
    {
        var said = await Say("не менее 2-х за учебный год в каждой ШНРО");
        Assert.Equal("""{"count":2,"per":"schoolYear"}""", said.Json.GetProperty("quota").GetRawText());
        Assert.False((await Say("Постоянно")).Json.TryGetProperty("quota", out _));
    }

    [Fact]
    public async Task What_is_not_understood_is_no_fault_of_the_call()
    {
        var said = await Say("срок уточняется");
        Assert.Equal((0, "undetermined", true), (said.ExitCode, said.Json.GetProperty("kind").GetString(), said.Json.GetProperty("needsDate").GetBoolean()));
    }

    [SamplesFact]
    public Task The_regional_plan_of_the_samples_is_read_as_a_person_reads_it() => AssertPlan(SamplePlans.Region);

    [SamplesFact]
    public Task The_district_plan_of_the_samples_is_read_as_a_person_reads_it() => AssertPlan(SamplePlans.District);

    [Fact]
    public async Task An_element_of_a_plan_has_exactly_the_published_fields()
    {
        using var folder = new ResultsFolder();
        var path = Path.Combine(folder.Path, "план.csv");
        await File.WriteAllTextAsync(path, "№;Мероприятие;Срок;Ответственный;Результат\n1. Раздел\n1.1.;Совещание;Март – апрель 2023 г.;УО;протокол\n");
        var said = await CommandLine.Run("terms", path, "--from", "2023-01-01", "--to", "2024-12-31", "--format", "json");
        Assert.Equal(
            """[{"number":"1.1","section":"1. Раздел","title":"Совещание","term":"Март – апрель 2023 г.","kind":"interval","responsible":"УО","expected":"протокол","occurrences":[{"from":"2023-03-01","due":"2023-04-30"}],"needsDate":false,"warnings":[]}]""" + "\n",
            said.Output);
    }

    [Fact]
    public async Task A_file_without_a_plan_gives_an_empty_array_and_says_why()
    {
        using var folder = new ResultsFolder();
        var path = Path.Combine(folder.Path, "другое.csv");
        await File.WriteAllTextAsync(path, "а;б\n1;2\n");
        var said = await CommandLine.Run("terms", path, "--from", "2023-01-01", "--to", "2024-12-31");
        Assert.Equal((1, "[]\n"), (said.ExitCode, said.Output));
        Assert.Contains("План не распознан", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "файл плана")]
    [InlineData("--text Март", "--from")]
    [InlineData("--text Март --from 2023-01-01", "--to")]
    [InlineData("--text Март --from 01.01.2023 --to 2024-12-31", "01.01.2023")]
    [InlineData("--text Март --from 2025-01-01 --to 2024-12-31", "раньше")]
    [InlineData("--text Март --from 2023-01-01 --to 2024-12-31 --format xml", "xml")]
    [InlineData("нет.xlsx --from 2023-01-01 --to 2024-12-31", "нет.xlsx")]
    [InlineData("нет.xlsx --text Март --from 2023-01-01 --to 2024-12-31", "что-то одно")]
    public async Task Wrong_use_is_explained_on_the_error_stream_with_code_2(string arguments, string explanation)
    {
        var said = await CommandLine.Run(["terms", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Contains(explanation, said.Error, StringComparison.Ordinal);
    }

    private static Task<Said> Say(string text) => CommandLine.Run("terms", "--text", text, "--from", "2023-01-01", "--to", "2024-12-31");

    private static async Task AssertPlan(string name)
    {
        var (from, to, expected) = SamplePlans.Of(name);
        var said = await CommandLine.Run("terms", Path.Combine(SamplePlans.Folder, name), "--from", $"{from:yyyy-MM-dd}", "--to", $"{to:yyyy-MM-dd}", "--format", "json");
        Assert.Equal(0, said.ExitCode);
        Assert.Equal(expected, said.Json.EnumerateArray().Select(Line));
    }

    private static string Line(JsonElement element) => SamplePlans.Line(
        element.GetProperty("number").GetString()!,
        element.GetProperty("kind").GetString()!,
        element.GetProperty("occurrences").EnumerateArray().Select(o => (Date(o, "from"), Date(o, "due"))),
        element.GetProperty("warnings").GetArrayLength());

    private static DateOnly Date(JsonElement occurrence, string name) => DateOnly.ParseExact(occurrence.GetProperty(name).GetString()!, "yyyy-MM-dd");
}
