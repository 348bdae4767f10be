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

    /// <summary>
    /// The type that a school's name tells: «МКОУ Лесная ООШ» → <see cref="SchoolType.Basic"/>, «СШ № 2» → <see cref="SchoolType.Secondary"/>.
    /// Abbreviations count as words («МБОУСОШ» too) and before full words, so that «Сошниковская ООШ» and «ООШ с. Средняя
    /// Вязовка» stay what they are.
    /// </summary>
    public static SchoolType FromName(string name)
    {
        var text = SchoolNames.ForSearch(name);
        string[] words = [.. text.Split(' ').Select(w => w.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))];
        bool Says(string abbreviation, string shorter) => words.Any(w => w.EndsWith(abbreviation, StringComparison.Ordinal) || w == shorter);

        return text switch
        {
            _ when text.Contains("ИНТЕРНАТ", StringComparison.Ordinal) => SchoolType.Boarding,
            _ when text.Contains("ЛИЦЕЙ", StringComparison.Ordinal) => SchoolType.Lyceum,
            _ when text.Contains("ГИМНАЗИ", StringComparison.Ordinal) => SchoolType.Gymnasium,
            _ when Says("СОШ", "СШ") => SchoolType.Secondary,
            _ when Says("ООШ", "ОШ") => SchoolType.Basic,
            _ when Says("НОШ", "НШ") => SchoolType.Primary,
            _ when words.Contains("СРЕДНЯЯ") => SchoolType.Secondary,
            _ when words.Contains("ОСНОВНАЯ") => SchoolType.Basic,
            _ when words.Contains("НАЧАЛЬНАЯ") => SchoolType.Primary,
            _ => SchoolType.Unknown,
        };
    }

    /// <summary>Reads «СОШ», «лицей» …; null where the text names no type.</summary>
    public static SchoolType? Parse(string text) =>
        Facts.Where(f => string.Equals(f.Value.Short, text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(f => (SchoolType?)f.Key).FirstOrDefault();
}
