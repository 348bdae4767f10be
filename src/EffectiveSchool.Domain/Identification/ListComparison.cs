namespace EffectiveSchool.Domain.Identification;

/// <summary>What became of a school's place between two lists.</summary>
public enum SchoolMove
{
    /// <summary>Вошла: in the second list, not in the first.</summary>
    Joined,

    /// <summary>Вышла: in the first list, not in the second.</summary>
    Left,

    /// <summary>Осталась: in both.</summary>
    Stayed,

    /// <summary>In neither.</summary>
    Neither,
}

/// <summary>A school with its verdict as one run gave it.</summary>
/// <param name="Code">ФИС ОКО digits or another code; empty where there is none.</param>
/// <param name="Name">Short name as the run knew it.</param>
/// <param name="Municipality">Name of the municipality as the run knew it.</param>
/// <param name="Verdict">The verdict; its key tells which school of the other run it is.</param>
public sealed record JudgedSchool(string Code, string Name, string Municipality, SchoolVerdict Verdict);

/// <summary>One of the two runs that are compared.</summary>
/// <param name="Year">Results year.</param>
/// <param name="Methodology">Methodology that judged.</param>
/// <param name="Schools">Considered schools, each key once, in any order.</param>
public sealed record ComparedRun(int Year, Methodology Methodology, IReadOnlyList<JudgedSchool> Schools);

/// <summary>A school in a comparison.</summary>
/// <param name="Before">The school in the first run; null where it was not considered: a new school.</param>
/// <param name="After">The school in the second run; null where it was not considered: a closed or merged school.</param>
/// <param name="Move">What became of its place.</param>
/// <param name="Why">One Russian sentence: which criterion appeared or vanished and which procedures decided it.</param>
public sealed record ComparedSchool(JudgedSchool? Before, JudgedSchool? After, SchoolMove Move, string Why)
{
    /// <summary>The school as the newer of the two runs knows it.</summary>
    public JudgedSchool School => After ?? Before!;

    /// <summary>Whether only one of the runs considered the school.</summary>
    public bool InOneOnly => Before is null || After is null;
}

/// <summary>
/// Comparison of two lists (domain.md §5: who joined, who left, why): year to year, draft to draft, methodology to
/// methodology. Pure; the order of schools does not matter. Joined, left and stayed divide everybody who is in one of the
/// lists, so that listed after = listed before + joined − left.
/// </summary>
/// <param name="Joined">In the second list, not in the first; by municipality and name, as the other two.</param>
/// <param name="Left">In the first list, not in the second.</param>
/// <param name="Stayed">In both.</param>
/// <param name="InOneOnly">Considered by one run only, whether listed or not; the listed ones also stand above.</param>
/// <param name="Neither">How many schools are in neither list, those of <paramref name="InOneOnly"/> included.</param>
/// <param name="MethodologyChange">How the second methodology differs, in Russian; null where both judge alike.</param>
public sealed record ListComparison(
    IReadOnlyList<ComparedSchool> Joined,
    IReadOnlyList<ComparedSchool> Left,
    IReadOnlyList<ComparedSchool> Stayed,
    IReadOnlyList<ComparedSchool> InOneOnly,
    int Neither,
    string? MethodologyChange)
{
    /// <summary>Compares the second run with the first.</summary>
    /// <exception cref="ArgumentException">A run names a school twice.</exception>
    public static ListComparison Of(ComparedRun before, ComparedRun after)
    {
        var text = new ComparisonText(before, after);
        var first = before.Schools.ToDictionary(s => s.Verdict.SchoolKey);
        var second = after.Schools.ToDictionary(s => s.Verdict.SchoolKey);
        List<ComparedSchool> schools = [.. first.Keys.Union(second.Keys)
            .Select(key => Compare(first.GetValueOrDefault(key), second.GetValueOrDefault(key), text))
            .OrderBy(s => s.School.Municipality, StringComparer.Ordinal)
            .ThenBy(s => s.School.Name, StringComparer.Ordinal)
            .ThenBy(s => s.School.Verdict.SchoolKey)];
        return new ListComparison(
            schools.FindAll(s => s.Move == SchoolMove.Joined),
            schools.FindAll(s => s.Move == SchoolMove.Left),
            schools.FindAll(s => s.Move == SchoolMove.Stayed),
            schools.FindAll(s => s.InOneOnly),
            schools.Count(s => s.Move == SchoolMove.Neither),
            text.MethodologyChange);
    }

    private static ComparedSchool Compare(JudgedSchool? before, JudgedSchool? after, ComparisonText text)
    {
        var move = (before?.Verdict.Listed == true, after?.Verdict.Listed == true) switch
        {
            (false, true) => SchoolMove.Joined,
            (true, false) => SchoolMove.Left,
            (true, true) => SchoolMove.Stayed,
            _ => SchoolMove.Neither,
        };
        return new ComparedSchool(before, after, move, text.Why(before?.Verdict, after?.Verdict));
    }
}
