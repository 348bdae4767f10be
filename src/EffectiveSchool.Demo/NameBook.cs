using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Demo;

/// <summary>How a school is called with the legal form it has.</summary>
/// <param name="Short">Without the legal form: «СОШ № 4 г. Заречный».</param>
/// <param name="Full">The same in full: ««Средняя общеобразовательная школа № 4» г. Заречный».</param>
/// <param name="OfWhat">Whose principal: «СОШ № 4 г. Заречный», «лицея № 2 г. Заречный».</param>
/// <param name="Branch">Where a branch is: «в д. Малая Вязовка»; null for a school of its own.</param>
internal sealed record SchoolNaming(string Short, string Full, string OfWhat, string? Branch = null)
{
    private static readonly Dictionary<string, string> FullForms = new(StringComparer.Ordinal)
    {
        ["МБОУ"] = "Муниципальное бюджетное общеобразовательное учреждение",
        ["МКОУ"] = "Муниципальное казённое общеобразовательное учреждение",
        ["МАОУ"] = "Муниципальное автономное общеобразовательное учреждение",
    };

    /// <summary>«Директор СОШ с. Ключевое»; a branch has a «заведующий».</summary>
    public string Principal => Branch is null ? "Директор " + OfWhat : "Заведующий филиалом " + Branch;

    public string Name(string form) => Branch is null ? $"{form} {Short}" : $"Филиал {Short} {Branch}";

    public string FullName(string form) => Branch is null ? $"{FullForms[form]} {Full}" : $"Филиал {Full} {Branch}";
}

/// <summary>Gives every school of a municipality a natural name; two schools of one place get numbers.</summary>
internal sealed class NameBook(PlannedMunicipality municipality, Dice dice)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly int _start = dice.Between(0, PlaceNames.PairedVillages.Count - 1);
    private int _plain;
    private int _paired;

    public SchoolNaming Town(SchoolType type)
    {
        var number = NextNumber(type is SchoolType.Gymnasium or SchoolType.Lyceum or SchoolType.Boarding ? type.RussianName() : "");
        return Naming(type, number, municipality.Centre);
    }

    public SchoolNaming Centre() => Naming(SchoolType.Secondary, NumberFrom2(municipality.Centre), municipality.Centre);

    public SchoolNaming Village(SchoolType type)
    {
        var place = NextPlace(type is SchoolType.Secondary or SchoolType.Boarding ? "с." : dice.OneOf(["с.", "с.", "п."]));
        return Naming(type, NumberFrom2(place), place);
    }

    public SchoolNaming Branch(string head) => new(head, head, head, "в " + NextPlace(dice.OneOf(["д.", "д.", "с.", "п."])));

    private static SchoolNaming Naming(SchoolType type, int? number, string place)
    {
        var sign = number is null ? "" : $" № {number}";
        return type switch
        {
            SchoolType.Lyceum => new($"«Лицей{sign}» {place}", $"«Лицей{sign}» {place}", $"лицея{sign} {place}"),
            SchoolType.Gymnasium => new($"«Гимназия{sign}» {place}", $"«Гимназия{sign}» {place}", $"гимназии{sign} {place}"),
            SchoolType.Boarding => new($"школа-интернат{sign} {place}", $"«Школа-интернат{sign}» {place}", $"школы-интерната{sign} {place}"),
            SchoolType.Basic => new($"ООШ{sign} {place}", $"«Основная общеобразовательная школа{sign}» {place}", $"ООШ{sign} {place}"),
            SchoolType.Primary => new($"НОШ{sign} {place}", $"«Начальная общеобразовательная школа{sign}» {place}", $"НОШ{sign} {place}"),
            _ => new($"СОШ{sign} {place}", $"«Средняя общеобразовательная школа{sign}» {place}", $"СОШ{sign} {place}"),
        };
    }

    private string NextPlace(string kind)
    {
        // Half the villages have plain names while these last. 7 and 97 share no factor with the numbers of names, so
        // each walk meets every name before it meets one again.
        var village = _plain <= _paired && _plain < PlaceNames.PlainVillages.Count
            ? PlaceNames.PlainVillages[(_start + (7 * _plain++)) % PlaceNames.PlainVillages.Count]
            : PlaceNames.PairedVillages[(_start + (97 * _paired++)) % PlaceNames.PairedVillages.Count];
        return municipality.Centre.EndsWith(" " + village, StringComparison.Ordinal) ? NextPlace(kind) : $"{kind} {village}";
    }

    private int NextNumber(string series) => _numbers[series] = _numbers.GetValueOrDefault(series) + 1;

    /// <summary>The first school of a place has no number, the next is № 2.</summary>
    private int? NumberFrom2(string place) => NextNumber(place[(place.IndexOf(' ', StringComparison.Ordinal) + 1)..]) is > 1 and var number ? number : null;
}
