namespace EffectiveSchool.Cli.Tests;

public sealed class WrongUseTests
{
    [Theory]
    [InlineData("--year 2021 --methodology same", "--results")]
    [InlineData("--results {нет} --year 2021 --methodology same", "нет. Проверьте путь")]
    [InlineData("--results {есть} --methodology same", "--year 2021")]
    [InlineData("--results {есть} --year двадцать --methodology same", "Год «двадцать»")]
    [InlineData("--results {есть} --year 2021", "--methodology same")]
    [InlineData("--results {есть} --year 2021 --methodology other", "Методика «other»")]
    [InlineData("--results {есть} --year 2021 --methodology same --min-participants 0", "не меньше 1")]
    [InlineData("--results {есть} --year 2021 --methodology same --min-participants -3", "не меньше 1")]
    [InlineData("--results {есть} --year 2021 --methodology same --format xml", "Формат «xml»")]
    [InlineData("--results {есть} --year 2021 --methodology same --out список.doc", ".xlsx")]
    [InlineData("--results {есть} --year 2021 --methodology same --colour red", "«--colour»")]
    [InlineData("--results {есть} --methodology same --year", "--year")]
    [InlineData("--results {есть} --year 2021 --year 2020 --methodology same", "--year")]
    public async Task Wrong_use_is_explained_with_code_2_and_an_empty_stdout(string arguments, string explanation)
    {
        using var folder = new ResultsFolder().AddVpr(2021, "Математика", 5, ("sch220001", 10, 3));
        string[] words = [.. arguments.Split(' ').Select(a => a.Replace("{есть}", folder.Path, StringComparison.Ordinal).Replace("{нет}", folder.Path + "-нет", StringComparison.Ordinal))];
        var said = await CommandLine.Run(["identify", .. words]);
        Assert.Equal(2, said.ExitCode);
        Assert.Empty(said.OutputBytes);
        Assert.Contains(explanation, said.Error, StringComparison.Ordinal);
        AssertNoEnglish(said.Error);
    }

    [Theory]
    [InlineData("demo --data {база} --schools x", "«x»")]
    [InlineData("demo --data {база} --schools 0", "«0»")]
    [InlineData("demo --data {база} --year x", "«x»")]
    [InlineData("demo --data {база} --year 1999", "«1999»")]
    [InlineData("demo --data {база} --seed x", "«x»")]
    [InlineData("demo --data {база} --schools", "--schools")]
    [InlineData("user", "команд")]
    [InlineData("", "команд")]
    public async Task Other_verbs_explain_wrong_use_with_code_2_too(string arguments, string explanation)
    {
        var nowhere = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}");
        var said = await CommandLine.Run([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a == "{база}" ? nowhere : a)]);
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Contains(explanation, said.Error, StringComparison.Ordinal);
        AssertNoEnglish(said.Error);
        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task A_fault_nobody_foresaw_is_one_sentence_and_no_stack_trace()
    {
        var said = await CommandLine.Run("migrate", "--data", "");
        Assert.Equal((1, ""), (said.ExitCode, said.Output));
        Assert.Single(said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
        Assert.Contains("Сообщите", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_cannot_be_written_says_why_in_Russian()
    {
        using var folder = new ResultsFolder().AddVpr(2021, "Математика", 5, ("sch220001", 10, 3));
        var said = await CommandLine.Identify(folder.Path, 2021, "same", "--out", Path.Combine(folder.Path, "нет", "список.xlsx"));
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Contains("не записан: такой папки нет", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_in_Russian()
    {
        var said = await CommandLine.Run("identify", "--help");
        Assert.Equal(0, said.ExitCode);
        AssertNoEnglish(said.Output);
    }

    [Fact]
    public async Task An_unknown_verb_is_wrong_use() => Assert.Equal(2, (await CommandLine.Run("опознать")).ExitCode);

    [Fact]
    public async Task An_empty_folder_has_nothing_readable()
    {
        using var folder = new ResultsFolder();
        var said = await CommandLine.Identify(folder.Path, 2021, "same");
        Assert.Equal(1, said.ExitCode);
        Assert.Empty(said.Json.Codes());
    }

    [Fact]
    public async Task A_folder_of_other_years_has_nothing_readable_for_the_year()
    {
        using var folder = new ResultsFolder().AddVpr(2020, "Математика", 5, ("sch220001", 10, 3));
        var said = await CommandLine.Identify(folder.Path, 2021, "same");
        Assert.Equal(1, said.ExitCode);
        Assert.Equal(["220001"], said.Json.Codes());
    }

    /// <summary>No word of the library's own English and no stack trace.</summary>
    private static void AssertNoEnglish(string text)
    {
        string[] words = ["   at ", "Unrecognized", "Required", "Description", "Usage", "Options", "Show help", "expects", "missing", "not match"];
        Assert.All(words, w => Assert.DoesNotContain(w, text, StringComparison.OrdinalIgnoreCase));
    }
}
