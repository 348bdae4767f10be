using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Demo;

/// <summary>Invents the schools of every municipality: names, types, sizes, codes.</summary>
internal static class SchoolMaker
{
    private const int Stream = 2;

    public static List<DemoSchool> Make(IReadOnlyList<PlannedMunicipality> municipalities, int seed)
    {
        var schools = new List<DemoSchool>(municipalities.Sum(m => m.Schools));
        foreach (var municipality in municipalities)
        {
            var names = new NameBook(municipality, Dice.Of(seed, Stream, -1 - municipality.Index));
            var first = schools.Count;
            for (var i = 0; i < municipality.Schools; i++)
            {
                var dice = Dice.Of(seed, Stream, schools.Count);
                schools.Add(municipality.IsTown
                    ? Town(schools.Count, municipality, names, dice)
                    : Rural(schools, first, municipality, names, dice));
            }
        }

        return schools;
    }

    private static DemoSchool Town(int index, PlannedMunicipality municipality, NameBook names, Dice dice)
    {
        var type = dice.Between(1, 100) switch
        {
            <= 70 => SchoolType.Secondary,
            <= 80 => SchoolType.Gymnasium,
            <= 89 => SchoolType.Lyceum,
            <= 94 => SchoolType.Basic,
            <= 97 => SchoolType.Boarding,
            _ => SchoolType.Primary,
        };
        var pupils = type switch
        {
            SchoolType.Primary => dice.Between(120, 350),
            SchoolType.Basic => dice.Between(150, 450),
            SchoolType.Boarding => dice.Between(90, 260),
            SchoolType.Secondary => dice.Between(320, 1150),
            _ => dice.Between(550, 1200),
        };
        var form = dice.Chance(0.15) ? "МАОУ" : "МБОУ";
        return School(index, municipality.Index, type, form, names.Town(type), pupils, SettlementKind.Urban, null);
    }

    private static DemoSchool Rural(List<DemoSchool> schools, int first, PlannedMunicipality municipality, NameBook names, Dice dice)
    {
        var index = schools.Count;
        if (index == first)
        {
            // The school of the central village: large, and the head of branches.
            return School(index, municipality.Index, SchoolType.Secondary, "МБОУ", names.Centre(), dice.Between(260, 620), SettlementKind.Rural, null);
        }

        var isLast = index == first + municipality.Schools - 1;
        if (isLast || dice.Chance(0.06))
        {
            DemoSchool[] heads = [.. schools.Skip(first).Where(s => s is { HeadIndex: null, Type: SchoolType.Secondary })];
            var head = dice.OneOf(heads);
            var branchType = dice.Chance(0.7) ? SchoolType.Basic : SchoolType.Primary;
            return School(index, municipality.Index, branchType, head.LegalForm, names.Branch(head.Name), dice.Between(12, 70), SettlementKind.Rural, head.Index);
        }

        var type = dice.Between(1, 100) switch
        {
            <= 58 => SchoolType.Secondary,
            <= 92 => SchoolType.Basic,
            <= 97 => SchoolType.Primary,
            _ => SchoolType.Boarding,
        };
        var pupils = type switch
        {
            SchoolType.Primary => dice.Between(10, 60),
            SchoolType.Basic => dice.Between(28, 150),
            SchoolType.Boarding => dice.Between(70, 180),
            _ => dice.Between(70, 380),
        };
        var form = dice.Chance(0.5) ? "МКОУ" : "МБОУ";
        return School(index, municipality.Index, type, form, names.Village(type), pupils, SettlementKind.Rural, null);
    }

    private static DemoSchool School(
        int index, int municipality, SchoolType type, string form, SchoolNaming naming, int pupils, SettlementKind settlement, int? head)
    {
        var codes = CodeMaker.Make(index, municipality, type, isBranch: head is not null);
        var host = $"school-{codes[0].Digits}.example";
        return new DemoSchool(
            index,
            naming.Name(form),
            naming.FullName(form),
            type,
            SchoolStatus.Active,
            form,
            municipality,
            head,
            settlement,
            pupils,
            Math.Max(3, pupils / (settlement == SettlementKind.Urban ? 15 : 9)),
            "https://" + host,
            "Приёмная, office@" + host,
            naming.Principal,
            codes);
    }
}
