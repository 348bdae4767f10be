using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Reports.Lists;

/// <summary>A school that would join or leave.</summary>
/// <param name="Row">The school with its official verdict.</param>
/// <param name="WhatIf">The verdict under the change.</param>
/// <param name="Why">Why it turns over, one sentence.</param>
public sealed record WhatIfRow(ListRow Row, SchoolVerdict WhatIf, string Why);

/// <summary>«Что, если» as page and workbook show it; never stored.</summary>
/// <param name="Heading">The official list.</param>
/// <param name="Change">What is changed.</param>
/// <param name="Changed">The methodology with the change.</param>
/// <param name="Schools">Schools the reader sees.</param>
/// <param name="ListedOfficially">Of them listed by the list.</param>
/// <param name="ListedWhatIf">Of them listed under the change.</param>
/// <param name="Joined">Schools that would join.</param>
/// <param name="Left">Schools that would leave.</param>
/// <param name="Sources">Files of the list.</param>
public sealed record WhatIfDocument(
    ListHeading Heading,
    WhatIfChange Change,
    Methodology Changed,
    int Schools,
    int ListedOfficially,
    int ListedWhatIf,
    IReadOnlyList<WhatIfRow> Joined,
    IReadOnlyList<WhatIfRow> Left,
    IReadOnlyList<SourceFile> Sources);

/// <summary>Words of «что, если» on the page and in the workbook.</summary>
public static class WhatIfText
{
    /// <summary>The mark of everything that shows such a figure.</summary>
    public const string NotOfficial = "Расчёт «что, если» — не официальный перечень";

    /// <summary>What the calculation starts from: a list with an order is official, a draft is not.</summary>
    public static string Base(ListHeading heading) => AnnexText.IsProject(heading) ? "Исходный перечень, не утверждён" : "Официальный перечень";

    /// <summary>«порог 25 %, участников не меньше 10, без ВПР 5 РУ»; «ничего» where nothing is changed.</summary>
    public static string Words(WhatIfChange change)
    {
        string[] parts = [.. Parts(change)];
        return parts.Length == 0 ? "ничего" : string.Join(", ", parts);
    }

    /// <summary>The rule and the criteria of a methodology in sentences.</summary>
    public static string Rule(Methodology methodology) =>
        $"{ExplanationText.Rule(methodology)} {AnnexText.CriterionA(methodology)} {AnnexText.CriterionB(methodology)}";

    private static IEnumerable<string> Parts(WhatIfChange change)
    {
        if (change.ThresholdPercent is { } threshold)
        {
            yield return $"порог {threshold.ToString("0.##", RussianCulture.Value)}\u00A0%";
        }

        if (change.MinParticipants is { } least)
        {
            yield return $"участников не меньше {RussianFigures.Count(least)}";
        }

        if (change.CriterionB is { } version)
        {
            yield return version == CriterionBVersion.SameProcedure ? "критерий B — одна и та же процедура" : "критерий B — любая процедура";
        }

        if (change.LeftOut.Count > 0)
        {
            yield return "без " + string.Join(", ", change.LeftOut);
        }
    }
}
