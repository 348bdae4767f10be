using System.Text.RegularExpressions;

namespace EffectiveSchool.Architecture.Tests;

/// <summary>Rules of the house that can be read off the files.</summary>
public partial class HouseRulesTests
{
    private const int MostLines = 300;

    [Fact]
    public void There_is_exactly_one_solution_and_it_holds_every_project()
    {
        var solution = Assert.Single(Directory.GetFiles(Repository.Root, "*.sln*"));
        var text = File.ReadAllText(solution);
        string[] projects = [.. new[] { "src", "tests" }
            .SelectMany(folder => Directory.GetDirectories(Path.Combine(Repository.Root, folder)))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Select(p => Path.GetFileName(p))];
        string[] missing = [.. projects.Where(p => !text.Contains(p, StringComparison.Ordinal))];
        Assert.NotEmpty(projects);
        Assert.Empty(missing);
    }

    [Fact]
    public void Files_stay_under_three_hundred_lines() =>
        AssertNone(Repository.Code.Where(f => f.Lines.Length > MostLines).Select(f => $"{f.Path}: {f.Lines.Length}"));

    [Fact]
    public void Nothing_is_folded_away_in_regions() => AssertNowhere(line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal));

    [Fact]
    public void Warnings_are_not_switched_off_in_the_code() =>
        AssertNowhere(line => line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal));

    [Fact]
    public void A_condition_glued_to_a_word_would_be_taken_for_an_address_and_printed() =>
        AssertNowhere(line => GluedCode().IsMatch(line));

    [Fact]
    public void What_is_left_to_do_names_its_ADR() => AssertNowhere(line =>
        line.Contains("// TODO", StringComparison.OrdinalIgnoreCase) && !line.Contains("ADR", StringComparison.Ordinal));

    private static void AssertNowhere(Func<string, bool> forbidden) => AssertNone(
        from file in Repository.Code
        where !file.Path.EndsWith(nameof(HouseRulesTests) + ".cs", StringComparison.Ordinal)
        from line in file.Lines.Index()
        where forbidden(line.Item)
        select $"{file.Path}:{line.Index + 1}");

    [GeneratedRegex(@"\w@(if|foreach|for|switch|while)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GluedCode();

    /// <summary>Names every offender whole: the collection asserts cut long names.</summary>
    private static void AssertNone(IEnumerable<string> offenders)
    {
        string[] all = [.. offenders];
        Assert.True(all.Length == 0, string.Join(Environment.NewLine, all));
    }
}
