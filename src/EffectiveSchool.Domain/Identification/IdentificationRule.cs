namespace EffectiveSchool.Domain.Identification;

/// <summary>The one entry of every run: judges by the kind of the methodology.</summary>
public static class IdentificationRule
{
    /// <summary>Judges every school of the input.</summary>
    public static IdentificationRun Judge(IdentificationInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Methodology.Kind == MethodologyKind.LowResults ? LowResultRule.Judge(input) : IndicatorRule.Judge(input);
    }

    /// <summary>How many years of results a methodology reads, the results year being the last.</summary>
    public static int YearsRead(Methodology methodology)
    {
        ArgumentNullException.ThrowIfNull(methodology);
        return methodology.Kind switch
        {
            MethodologyKind.TwelveIndicators => TwelveIndicatorsRule.Years,
            MethodologyKind.RiskZone => 1,
            _ => 2,
        };
    }
}
