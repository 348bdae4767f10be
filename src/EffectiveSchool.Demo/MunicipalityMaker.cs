namespace EffectiveSchool.Demo;

/// <summary>A municipality with the number of schools it gets.</summary>
/// <param name="Index">Place in the list.</param>
/// <param name="Name">Russian name.</param>
/// <param name="Centre">Town or central village with its kind: «г. Заречный», «с. Степное».</param>
/// <param name="IsTown">A town that is a municipality of its own.</param>
/// <param name="Schools">Number of its schools, ≥ 1.</param>
internal sealed record PlannedMunicipality(int Index, string Name, string Centre, bool IsTown, int Schools)
{
    public string FisOkoCode => $"reg99_m{Index + 1:000}";
}

/// <summary>Divides the schools of a region among towns and districts of uneven size.</summary>
internal static class MunicipalityMaker
{
    private const int Stream = 1;
    private const int MostMunicipalities = 60;
    private const int SchoolsEach = 18;

    public static List<PlannedMunicipality> Make(int schools, int seed)
    {
        var count = Math.Clamp((schools + (SchoolsEach / 2)) / SchoolsEach, Math.Min(schools, 3), MostMunicipalities);
        var towns = Math.Clamp(count / 8, 1, PlaceNames.Towns.Count);
        var weights = Enumerable.Range(0, count).Select(i => Weight(i, towns, seed)).ToArray();
        var shares = Divide(schools, weights);

        var municipalities = new List<PlannedMunicipality>(count);
        for (var i = 0; i < count; i++)
        {
            if (i < towns)
            {
                var town = "г. " + PlaceNames.Towns[i];
                municipalities.Add(new(i, town, town, IsTown: true, shares[i]));
            }
            else
            {
                var (district, centre) = PlaceNames.Districts[i - towns];
                municipalities.Add(new(i, district + " район", centre, IsTown: false, shares[i]));
            }
        }

        return municipalities;
    }

    private static double Weight(int index, int towns, int seed)
    {
        var dice = Dice.Of(seed, Stream, index);
        return index == 0 ? 4 : index < towns ? 2 + dice.Share() : 0.5 + (1.2 * dice.Share());
    }

    /// <summary>At least one each, the rest by weight; what rounding leaves goes to the first.</summary>
    private static int[] Divide(int schools, double[] weights)
    {
        var rest = schools - weights.Length;
        var sum = weights.Sum();
        int[] shares = [.. weights.Select(w => 1 + (int)(rest * w / sum))];
        shares[0] += schools - shares.Sum();
        return shares;
    }
}
