namespace EffectiveSchool.Domain;

/// <summary>Figures as people read them: 27,6 %, 05.04.2023, 15 296.</summary>
public static class RussianFigures
{
    /// <summary>What stands for a missing figure; never 0.</summary>
    public const string Missing = "—";

    private const decimal LeastThreshold = 20;
    private const decimal MostThreshold = 50;
    private const string NoBreakSpace = "\u00A0";

    /// <summary>
    /// A share with one decimal and the sign: «27,6 %», «2,0 %». More decimals stand only where one would tell a falsehood
    /// beside a verdict, see <see cref="DecimalsOf"/>: «29,96 %», not «30,0 %».
    /// </summary>
    /// <param name="percent">Percent, 0…100; null prints as missing.</param>
    public static string Percent(decimal? percent)
    {
        if (percent is not { } exact)
        {
            return Missing;
        }

        var decimals = DecimalsOf(exact);
        return decimal.Round(exact, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(RussianCulture.Value), RussianCulture.Value)
            + NoBreakSpace + "%";
    }

    /// <summary>
    /// How many decimals a share needs: one; more where it would else print as «nobody» (0), «everybody» (100) or as a whole
    /// percent that a methodology may have for its threshold (20…50), and is not exactly that.
    /// </summary>
    /// <param name="percent">Percent, 0…100.</param>
    public static int DecimalsOf(decimal percent)
    {
        var decimals = 1;
        while (PrintsAsAnotherVerdict(percent, decimals))
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

    private static bool PrintsAsAnotherVerdict(decimal exact, int decimals)
    {
        var printed = decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);
        return printed != exact && decimal.IsInteger(printed) && (printed is 0 or 100 || printed is >= LeastThreshold and <= MostThreshold);
    }
}
