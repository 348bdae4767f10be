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
    [InlineData("--results {есть} --year 2021 --methodology same --colour red", "Неверный вызов")]
    public async Task Wrong_use_is_explained_with_code_2_and_an_empty_stdout(string arguments, string explanation)
    {
        using var folder = new ResultsFolder().AddVpr(2021, "Математика", 5, ("sch220001", 10, 3));
        string[] words = [.. arguments.Split(' ').Select(a => a.Replace("{есть}", folder.Path, StringComparison.Ordinal).Replace("{нет}", folder.Path + "-нет", StringComparison.Ordinal))];
        var said = await CommandLine.Run(["identify", .. words]);
        Assert.Equal(2, said.ExitCode);
        Assert.Empty(said.OutputBytes);
        Assert.Contains(explanation, said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
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
}
