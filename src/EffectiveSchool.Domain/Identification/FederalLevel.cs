namespace EffectiveSchool.Domain.Identification;

/// <summary>Level of a school in a federal list (domain.md §5): stored as the document gives it, never computed.</summary>
public enum FederalLevel
{
    /// <summary>Базово неуспевающая.</summary>
    Basic,

    /// <summary>Умеренно неуспевающая.</summary>
    Moderate,

    /// <summary>Сильно неуспевающая.</summary>
    Severe,
}

/// <summary>The levels in Russian.</summary>
public static class FederalLevels
{
    /// <summary>«базово неуспевающая», «умеренно неуспевающая», «сильно неуспевающая».</summary>
    public static string RussianName(this FederalLevel level) => $"{Word(level)} неуспевающая";

    /// <summary>The adverb alone, for narrow columns: «базово», «умеренно», «сильно».</summary>
    public static string Word(this FederalLevel level) => level switch
    {
        FederalLevel.Basic => "базово",
        FederalLevel.Moderate => "умеренно",
        _ => "сильно",
    };

    /// <summary>The level that a text begins with («Сильно неуспевающие», «базово»), or null.</summary>
    public static FederalLevel? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var begins = text.TrimStart();
        return Enum.GetValues<FederalLevel>().Where(l => begins.StartsWith(l.Word(), StringComparison.OrdinalIgnoreCase)).Select(l => (FederalLevel?)l).FirstOrDefault();
    }
}
