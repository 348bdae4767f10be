using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Reports.Figures;

/// <summary>The look and the words of an indicator, on every page and in every document alike.</summary>
public static class IndicatorLook
{
    /// <summary>Class of the state: low where it holds, calm where it does not, no-data.</summary>
    public static string CssClass(IndicatorFinding finding) => finding.State switch
    {
        IndicatorState.Holds => "low",
        IndicatorState.DoesNotHold => "calm",
        _ => "no-data",
    };

    /// <summary>What stands in a cell of a document: «•3,12», «−22,9», «—», «н/п»; of a resource «•дефицит есть (2 вакансии)».</summary>
    public static string Text(IndicatorFinding finding) => (finding.State == IndicatorState.Holds ? MarkerLook.LowMark : "") + Plain(finding);

    /// <summary>The same without the mark: a workbook has a fill for it.</summary>
    public static string Plain(IndicatorFinding finding) => finding switch
    {
        { IsKnown: false } => IndicatorText.StateWord(finding.Indicator, finding.State),
        { Unit: IndicatorUnit.YesNo } => IndicatorText.StateWord(finding.Indicator, finding.State),
        { Unit: IndicatorUnit.Count } => $"{IndicatorText.StateWord(finding.Indicator, finding.State)} ({IndicatorText.Value(finding)})",
        _ => IndicatorText.Judged(finding),
    };

    /// <summary>The region's value under the school's: «рег. 3,61»; null where the indicator is compared with none.</summary>
    public static string? Beside(IndicatorFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { IsKnown: true, Region: not null } ? $"рег. {IndicatorText.Region(finding)}" : null;
    }

    /// <summary>«Средняя отметка ОГЭ РУ: 3,12 (порог 3,50), выполняется».</summary>
    public static string Words(IndicatorFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var state = IndicatorText.StateName(finding.Indicator, finding.State);
        if (!finding.IsKnown)
        {
            return $"{finding.Indicator.Title()}: {state}{(finding.Missing is null ? "" : $" ({finding.Missing})")}";
        }

        var line = IndicatorText.Line(finding);
        return $"{finding.Indicator.Title()}: {IndicatorText.Value(finding)}{(line == Domain.RussianFigures.Missing ? "" : $" ({line})")}, {state}";
    }

    /// <summary>Where in the page the row of an indicator stands: a cell of the matrix leads there.</summary>
    public static string Anchor(IndicatorFinding finding) => $"i-{finding.Number}";
}
