namespace EffectiveSchool.Domain;

/// <summary>Figures as people read them: 27,6 %, 05.04.2023, 15 296.</summary>
public static class RussianFigures
{
    /// <summary>What stands for a missing figure; never 0.</summary>
    public const string Missing = "—";

    private const string NoBreakSpace = "\u00A0";

    /// <summary>
    /// A share with one decimal and the sign: «27,6 %», «2,0 %». More decimals stand only where one would tell a falsehood
    /// beside a verdict, see <see cref="DecimalsOf"/>: «29,96 %», not «30,0 %».
    /// </summary>
    /// <param name="percent">Percent, 0…100; null prints as missing.</param>
    /// <param name="threshold">The threshold of the methodology that judges the share, percent; null where nothing judges it.</param>
    public static string Percent(decimal? percent, decimal? threshold = null)
    {
        if (percent is not { } exact)
        {
            return Missing;
        }

        var decimals = DecimalsOf(exact, threshold);
        return decimal.Round(exact, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(RussianCulture.Value), RussianCulture.Value)
            + NoBreakSpace + "%";
    }

    /// <summary>
    /// How many decimals a share needs: one; more where it would else print as «nobody» (0), «everybody» (100) or as the
    /// threshold that judges it, and is not exactly that.
    /// </summary>
    /// <param name="percent">Percent, 0…100.</param>
    /// <param name="threshold">The threshold of the methodology that judges the share, percent; null where nothing judges it.</param>
    public static int DecimalsOf(decimal percent, decimal? threshold = null)
    {
        var decimals = 1;
        while (PrintsAsAnotherVerdict(percent, threshold, decimals))
        {
            decimals++;
        }

        return decimals;
    }

    /// <summary>A count with thin spaces between thousands: «15 296».</summary>
    public static string Count(int? count) =>
        count is { } known ? known.ToString("N0", RussianCulture.Value).Replace(NoBreakSpace, "\u202F", StringComparison.Ordinal) : Missing;

    /// <summary>A date as 05.04.2023.</summary>
    public static string Date(DateOnly? date) => date?.ToString("dd.MM.yyyy", RussianCulture.Value) ?? Missing;

    private static bool PrintsAsAnotherVerdict(decimal exact, decimal? threshold, int decimals)
    {
        var printed = decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);
        return printed != exact && (printed is 0 or 100 || printed == threshold);
    }
}
