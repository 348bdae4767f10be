using System.Globalization;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Demo;

/// <summary>Codes that pass every check and belong to nobody.</summary>
internal static class CodeMaker
{
    private const int LoginsOfABlock = 9_999;
    private static readonly int[] InnWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];

    /// <summary>The codes of a school; the ФИС ОКО login comes first.</summary>
    public static List<DemoCode> Make(int index, int municipality, SchoolType type, bool isBranch)
    {
        // 990001…999999, then 980001…989999 and so on downwards.
        var login = ((99 - (index / LoginsOfABlock)) * 10_000) + 1 + (index % LoginsOfABlock);
        List<DemoCode> codes = [new(SchoolCodeKind.FisOko, Digits(login, 6))];
        if (type.LastGrade() >= 9)
        {
            codes.Add(new(SchoolCodeKind.Oge, Digits(200_001 + index, 6)));
        }

        if (type.LastGrade() >= 11)
        {
            codes.Add(new(SchoolCodeKind.Ege, Digits(400_001 + index, 6)));
        }

        if (!isBranch)
        {
            codes.Add(new(SchoolCodeKind.Inn, Inn("99" + Digits(index + 1, 7))));
            codes.Add(new(SchoolCodeKind.Ogrn, Ogrn("10299" + Digits(index + 1, 7))));
        }

        codes.Add(new(SchoolCodeKind.Oktmo, "996" + Digits(municipality + 1, 2) + Digits(index + 1, 6)));
        return codes;
    }

    private static string Inn(string nine) => nine + Digits(InnWeights.Select((weight, i) => weight * (nine[i] - '0')).Sum() % 11 % 10, 1);

    private static string Ogrn(string twelve) => twelve + Digits((int)(long.Parse(twelve, CultureInfo.InvariantCulture) % 11 % 10), 1);

    private static string Digits(int number, int width) => number.ToString("D" + width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
