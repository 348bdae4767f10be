namespace EffectiveSchool.Domain.Identification;

/// <summary>How firm a verdict is (domain.md §5): a label by its distance in pupils.</summary>
public enum StabilityLabel
{
    /// <summary>«На грани»: one pupil flips the verdict.</summary>
    OnEdge,

    /// <summary>«Устойчиво»: two pupils or more.</summary>
    Stable,
}

/// <summary>
/// Whether a verdict can be trusted: its label and whether it survives any one procedure left out. The one place that
/// decides the label and its words; pages, workbooks and prints ask here (domain.md §5).
/// </summary>
/// <param name="Label">The label; null where no change of counts flips the verdict or the school was not judged.</param>
/// <param name="RestsOn">
/// Procedures each of which flips the verdict when it alone is left out of both years, in the order of the markers. Always
/// empty for a school that is not listed: leaving a procedure out never adds a low marker.
/// </param>
public sealed record Stability(StabilityLabel? Label, IReadOnlyList<string> RestsOn)
{
    /// <summary>A distance up to this many pupils is «на грани».</summary>
    public const int OnEdgePupils = 1;

    /// <summary>Whether the verdict stays the same without any one procedure.</summary>
    public bool SurvivesAnyOne => RestsOn.Count == 0;

    /// <summary>Looks at a verdict from both sides.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="methodology">The methodology that gave it.</param>
    /// <param name="year">The results year.</param>
    public static Stability Of(SchoolVerdict verdict, Methodology methodology, int year)
    {
        if (!verdict.Listed)
        {
            return new Stability(LabelOf(verdict), []);
        }

        // Only a procedure that is low in one of the years can carry the verdict.
        var restsOn = verdict.LowInYear.Union(verdict.LowInYearBefore, StringComparer.Ordinal)
            .Where(left => !LowResultRule.Decide(
                verdict.SchoolKey, [.. verdict.Markers.Where(m => !string.Equals(m.Procedure, left, StringComparison.Ordinal))], methodology, year).Listed);
        return new Stability(LabelOf(verdict), [.. restsOn]);
    }

    /// <summary>The label of a verdict; null where no change of counts flips it.</summary>
    public static StabilityLabel? LabelOf(SchoolVerdict verdict) => verdict.PupilsToFlip switch
    {
        null => null,
        <= OnEdgePupils => StabilityLabel.OnEdge,
        _ => StabilityLabel.Stable,
    };

    /// <summary>«на грани», «устойчиво»; null where there is no label.</summary>
    public static string? Word(SchoolVerdict verdict) => LabelOf(verdict) switch
    {
        StabilityLabel.OnEdge => "на грани",
        StabilityLabel.Stable => "устойчиво",
        _ => null,
    };

    /// <summary>The label as a sentence; null where there is none.</summary>
    public static string? LabelSentence(SchoolVerdict verdict) => LabelOf(verdict) switch
    {
        StabilityLabel.OnEdge => "Вывод на грани: его меняет результат одного человека.",
        StabilityLabel.Stable => "Вывод устойчив: его не меняет результат одного человека.",
        _ => null,
    };

    /// <summary>What becomes of the verdict with one procedure left out, as a sentence; null for a school that was not judged, or judged by indicators.</summary>
    public static string? LeaveOneOutSentence(SchoolVerdict verdict, Methodology methodology, int year)
    {
        if (verdict.NotJudged is not null || verdict.Findings is not null)
        {
            return null;
        }

        var restsOn = Of(verdict, methodology, year).RestsOn;
        return restsOn.Count switch
        {
            0 => "Вывод держится и без любой одной процедуры.",
            1 => $"Вывод держится на одной процедуре: без {restsOn[0]} школа в перечень не вошла бы.",
            _ => $"Вывод держится не на одной процедуре, но и без любой из них меняется: без {Either(restsOn)} школа в перечень не вошла бы.",
        };
    }

    private static string Either(IReadOnlyList<string> procedures) =>
        string.Join(", ", procedures.Take(procedures.Count - 1)) + " или " + procedures[^1];
}
