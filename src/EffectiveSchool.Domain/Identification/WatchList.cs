namespace EffectiveSchool.Domain.Identification;

/// <summary>
/// The watch list (под наблюдением, domain.md §5): a judged school outside the list with a low procedure in the results
/// year, or a few pupils away from being listed.
/// </summary>
/// <param name="SchoolKey">Key of the school.</param>
/// <param name="LowInYear">Procedures low in the results year; may be empty.</param>
/// <param name="PupilsToEnter">Pupils to the list, N fixed; null where it is farther than asked or cannot be reached.</param>
public sealed record WatchSign(int SchoolKey, IReadOnlyList<string> LowInYear, int? PupilsToEnter)
{
    /// <summary>Why the school is watched, as one sentence.</summary>
    public string Sentence => (LowInYear.Count, PupilsToEnter) switch
    {
        (0, { } pupils) => $"Под наблюдением: до попадания в перечень {People(pupils)}.",
        (_, null) => $"Под наблюдением: уже низкий результат по {ExplanationText.Join(LowInYear)}.",
        (_, { } pupils) => $"Под наблюдением: уже низкий результат по {ExplanationText.Join(LowInYear)}, до попадания в перечень {People(pupils)}.",
    };

    private static string People(int count) => RussianWords.Count(count, "человек", "человека", "человек");
}

/// <summary>Finds the schools to watch.</summary>
public static class WatchList
{
    /// <summary>How near counts as near, pupils, unless asked otherwise.</summary>
    public const int NearPupils = 2;

    /// <summary>Why a school is watched; null where it is listed, not judged or far from the line.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="nearPupils">k, ≥ 0: a verdict at most so many pupils away is near.</param>
    public static WatchSign? SignOf(SchoolVerdict verdict, int nearPupils = NearPupils)
    {
        if (verdict.Listed || verdict.NotJudged is not null)
        {
            return null;
        }

        var near = verdict.PupilsToFlip <= nearPupils ? verdict.PupilsToFlip : null;
        return verdict.LowInYear.Count > 0 || near is not null ? new WatchSign(verdict.SchoolKey, verdict.LowInYear, near) : null;
    }

    /// <summary>The schools to watch, nearest to the list first, then by key.</summary>
    public static IReadOnlyList<WatchSign> Of(IEnumerable<SchoolVerdict> verdicts, int nearPupils = NearPupils) =>
        [.. verdicts.Select(v => SignOf(v, nearPupils)).OfType<WatchSign>().OrderBy(s => s.PupilsToEnter ?? int.MaxValue).ThenBy(s => s.SchoolKey)];
}
