namespace EffectiveSchool.Domain.Registry;

/// <summary>Type of a school (domain.md §3).</summary>
public enum SchoolType
{
    /// <summary>СОШ, grades 1–11.</summary>
    Secondary,

    /// <summary>ООШ, grades 1–9.</summary>
    Basic,

    /// <summary>НОШ, grades 1–4.</summary>
    Primary,

    /// <summary>Гимназия.</summary>
    Gymnasium,

    /// <summary>Лицей.</summary>
    Lyceum,

    /// <summary>Школа-интернат.</summary>
    Boarding,

    /// <summary>The file that brought the school did not say.</summary>
    Unknown,
}

/// <summary>What follows from the type of a school.</summary>
public static class SchoolTypes
{
    private static readonly Dictionary<SchoolType, (string Short, int LastGrade)> Facts = new()
    {
        [SchoolType.Secondary] = ("СОШ", 11),
        [SchoolType.Basic] = ("ООШ", 9),
        [SchoolType.Primary] = ("НОШ", 4),
        [SchoolType.Gymnasium] = ("гимназия", 11),
        [SchoolType.Lyceum] = ("лицей", 11),
        [SchoolType.Boarding] = ("школа-интернат", 11),
        [SchoolType.Unknown] = ("тип не указан", 11),
    };

    /// <summary>The Russian name: «СОШ», «лицей».</summary>
    public static string RussianName(this SchoolType type) => Facts[type].Short;

    /// <summary>The last grade taught, 4, 9 or 11.</summary>
    public static int LastGrade(this SchoolType type) => Facts[type].LastGrade;

    /// <summary>The type that a school's name tells: «МКОУ Лесная ООШ» → <see cref="SchoolType.Basic"/>.</summary>
    public static SchoolType FromName(string name)
    {
        var text = name.ToUpperInvariant();
        return (text.Contains("ИНТЕРНАТ"), text.Contains("ЛИЦЕЙ"), text.Contains("ГИМНАЗИЯ")) switch
        {
            (true, _, _) => SchoolType.Boarding,
            (_, true, _) => SchoolType.Lyceum,
            (_, _, true) => SchoolType.Gymnasium,
            _ when text.Contains("СОШ") || text.Contains("СРЕДНЯЯ") => SchoolType.Secondary,
            _ when text.Contains("ООШ") || text.Contains("ОСНОВНАЯ") => SchoolType.Basic,
            _ when text.Contains("НОШ") || text.Contains("НАЧАЛЬНАЯ") => SchoolType.Primary,
            _ => SchoolType.Unknown,
        };
    }

    /// <summary>Reads «СОШ», «лицей» …; null where the text names no type.</summary>
    public static SchoolType? Parse(string text) =>
        Facts.Where(f => string.Equals(f.Value.Short, text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(f => (SchoolType?)f.Key).FirstOrDefault();
}
