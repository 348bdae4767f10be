namespace EffectiveSchool.Domain;

/// <summary>Figures as people read them: 27,6 %, 05.04.2023, 15 296.</summary>
public static class RussianFigures
{
    /// <summary>What stands for a missing figure; never 0.</summary>
    public const string Missing = "—";

    private const string NoBreakSpace = "\u00A0";

    /// <summary>
    /// A share with one decimal and the sign: «27,6 %». One that is not whole never prints as whole («29,96 %», not
    /// «30,0 %»), so that a figure beside the threshold cannot contradict its verdict.
    /// </summary>
    /// <param name="percent">Percent, 0…100; null prints as missing.</param>
    public static string Percent(decimal? percent)
    {
        if (percent is not { } exact)
        {
            return Missing;
        }

        var decimals = 1;
        while (SeemsWhole(exact, decimals))
        {
            decimals++;
        }

        return decimal.Round(exact, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(RussianCulture.Value), RussianCulture.Value)
            + NoBreakSpace + "%";
    }

    /// <summary>A count with thin spaces between thousands: «15 296».</summary>
    public static string Count(int? count) =>
        count is { } known ? known.ToString("N0", RussianCulture.Value).Replace(NoBreakSpace, "\u202F", StringComparison.Ordinal) : Missing;

    /// <summary>A date as 05.04.2023.</summary>
    public static string Date(DateOnly? date) => date?.ToString("dd.MM.yyyy", RussianCulture.Value) ?? Missing;

    private static bool SeemsWhole(decimal exact, int decimals)
    {
        var rounded = decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);
        return rounded == decimal.Truncate(rounded) && rounded != exact;
    }
}
