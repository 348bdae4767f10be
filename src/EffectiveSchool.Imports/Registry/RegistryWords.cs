using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Imports.Registry;

/// <summary>The words that stand in cells of the registry for statuses and settlements: written by the export, read by the import.</summary>
public static class RegistryWords
{
    /// <summary>«действует», «присоединена», «закрыта».</summary>
    public static string RussianName(this SchoolStatus status) => status switch
    {
        SchoolStatus.Merged => "присоединена",
        SchoolStatus.Closed => "закрыта",
        _ => "действует",
    };

    /// <summary>«город», «село»; empty where not known.</summary>
    public static string RussianName(this SettlementKind settlement) => settlement switch
    {
        SettlementKind.Urban => "город",
        SettlementKind.Rural => "село",
        _ => "",
    };

    internal static SchoolStatus? Status(string heading) => heading switch
    {
        ['Д', 'Е', 'Й', 'С', 'Т', ..] => SchoolStatus.Active,
        ['П', 'Р', 'И', 'С', ..] or ['Р', 'Е', 'О', 'Р', 'Г', ..] => SchoolStatus.Merged,
        ['З', 'А', 'К', 'Р', ..] or ['Л', 'И', 'К', 'В', ..] => SchoolStatus.Closed,
        _ => null,
    };

    internal static SettlementKind? Settlement(string heading) => heading switch
    {
        "Г" or ['Г', 'О', 'Р', 'О', 'Д', ..] => SettlementKind.Urban,
        "С" or ['С', 'Е', 'Л', ..] => SettlementKind.Rural,
        _ => null,
    };
}
