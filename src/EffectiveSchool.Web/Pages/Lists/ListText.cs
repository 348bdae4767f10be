using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>Words of the pages of lists.</summary>
public static class ListText
{
    /// <summary>Class of the pill beside the word of the state.</summary>
    public static string StateClass(ListState state) => state switch
    {
        ListState.Preliminary => "pill-accent",
        ListState.Approved => "pill-done",
        ListState.Replaced => "pill-near",
        _ => "",
    };

    /// <summary>The conclusion in a pill: «на грани: 1 чел.», «устойчиво»; null where no change of counts flips the verdict.</summary>
    public static string? Conclusion(SchoolVerdict verdict) => verdict switch
    {
        { NotJudged: not null } => "не оценивается",
        _ when Stability.LabelOf(verdict) == StabilityLabel.OnEdge => $"{Stability.Word(verdict)}: {verdict.PupilsToFlip}\u00A0чел.",
        _ => Stability.Word(verdict),
    };

    public static string StabilityClass(SchoolVerdict verdict) => Stability.LabelOf(verdict) == StabilityLabel.OnEdge ? "pill-near" : "";

    /// <summary>What a run could not stand on, as sentences: a missing year before, then by year what was not held and what has no result.</summary>
    public static IEnumerable<string> Warnings(ListBasis basis, int year)
    {
        if (!basis.HasYearBefore)
        {
            yield return NoYearBefore(year);
        }

        foreach (var gaps in basis.Gaps.Where(g => g.Year == year || basis.HasYearBefore).GroupBy(g => (g.Year, g.NotHeld)).OrderBy(g => g.Key.Year).ThenBy(g => !g.Key.NotHeld))
        {
            var procedures = string.Join(", ", basis.Procedures.Where(p => gaps.Any(g => g.Procedure == p)));
            yield return gaps.Key.NotHeld
                ? $"В {gaps.Key.Year} году не проводились: {procedures}."
                : $"Нет ни одного результата за {gaps.Key.Year} год: {procedures}.";
        }
    }

    /// <summary>Criterion B asks for two years.</summary>
    public static string NoYearBefore(int year) => $"Критерий B не может выполниться: нет данных за {year - 1} год.";

    /// <summary>«0,3 МБ».</summary>
    public static string Megabytes(long bytes) => (bytes / 1048576m).ToString("0.0", RussianCulture.Value) + "\u00A0МБ";

    /// <summary>«1 файл», «41 файл».</summary>
    public static string Files(int count) => RussianWords.Count(count, "файл", "файла", "файлов");
}
