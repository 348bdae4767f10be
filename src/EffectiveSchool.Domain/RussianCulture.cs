using System.Globalization;

namespace EffectiveSchool.Domain;

/// <summary>The culture of every sentence and figure that a person reads: decimal comma, dates as 05.04.2023.</summary>
public static class RussianCulture
{
    /// <summary>ru-RU, read only.</summary>
    public static CultureInfo Value { get; } = CultureInfo.ReadOnly(new CultureInfo("ru-RU", useUserOverride: false));
}
