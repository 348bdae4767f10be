namespace EffectiveSchool.Domain;

/// <summary>A school year (учебный год): from 1 September to 31 August.</summary>
/// <param name="StartYear">Calendar year it begins in: 2025 is «2025/2026».</param>
public readonly record struct SchoolYear(int StartYear)
{
    private const int FirstMonth = 9;

    /// <summary>1 September.</summary>
    public DateOnly First => new(StartYear, FirstMonth, 1);

    /// <summary>31 August of the next calendar year: summer belongs to the year that ends.</summary>
    public DateOnly Last => new(StartYear + 1, FirstMonth - 1, 31);

    /// <summary>«2025/2026».</summary>
    public string Name => $"{StartYear}/{StartYear + 1}";

    /// <summary>The school year that a day belongs to.</summary>
    public static SchoolYear Of(DateOnly day) => new(day.Month >= FirstMonth ? day.Year : day.Year - 1);
}
