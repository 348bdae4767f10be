namespace EffectiveSchool.Demo;

/// <summary>
/// Dice that fall the same for the same seed on every machine and every version of .NET (SplitMix64), which
/// <see cref="Random"/> does not promise. Only +, −, ·, / and the square root: they are exact everywhere.
/// </summary>
internal sealed class Dice(ulong state)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state = state;

    /// <summary>Dice of one school or municipality: the others do not move them.</summary>
    public static Dice Of(int seed, int stream, int index) =>
        new(Mix(Mix(((ulong)(uint)seed << 32) | (uint)stream) + ((ulong)(uint)index * Golden)));

    /// <summary>0 ≤ x &lt; 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From the least to the most, both possible.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>True that often, 0…1.</summary>
    public bool Chance(double share) => Share() < share;

    /// <summary>One of them.</summary>
    public T OneOf<T>(IReadOnlyList<T> all) => all[Between(0, all.Count - 1)];

    /// <summary>About a standard normal value: six uniform ones, −4.2…4.2.</summary>
    public double Deviation()
    {
        var sum = 0.0;
        for (var i = 0; i < 6; i++)
        {
            sum += Share();
        }

        return (sum - 3) * Math.Sqrt(2);
    }

    /// <summary>How many of n come true, each with the share: binomial, by its normal form where n is large.</summary>
    public int HowMany(int n, double share)
    {
        if (n <= 24)
        {
            var count = 0;
            for (var i = 0; i < n; i++)
            {
                count += Chance(share) ? 1 : 0;
            }

            return count;
        }

        var value = (n * share) + (Deviation() * Math.Sqrt(n * share * (1 - share)));
        return Math.Clamp((int)Math.Round(value), 0, n);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private ulong Next()
    {
        _state += Golden;
        return Mix(_state);
    }
}
