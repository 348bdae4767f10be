using System.Text.RegularExpressions;

namespace EffectiveSchool.Imports.Protocols;

/// <summary>Tells tables of persons from tables of schools: by their headings and by names in their cells.</summary>
internal static partial class PersonNames
{
    private static readonly HashSet<string> Headings = new(StringComparer.Ordinal)
    {
        "ИМЯ", "ОТЧЕСТВО", "УЧАСТНИК", "УЧАСТНИК ЭКЗАМЕНА", "ОБУЧАЮЩИЙСЯ", "УЧАЩИЙСЯ", "УЧЕНИК", "ВЫПУСКНИК", "ФИ", "Ф И", "СНИЛС", "ПАСПОРТ", "НОМЕР ПАСПОРТА",
        "СЕРИЯ ДОКУМЕНТА", "НОМЕР ДОКУМЕНТА",
    };

    /// <summary>A heading of a column of persons: «Фамилия», «ФИО участника», «Ученик».</summary>
    public static bool IsHeading(TableCell cell)
    {
        var heading = CellText.Heading(cell);
        return Headings.Contains(heading) || heading.StartsWith("ФАМИЛИ", StringComparison.Ordinal)
            || heading is "ФИО" or "Ф И О" || heading.StartsWith("ФИО ", StringComparison.Ordinal) || heading.StartsWith("Ф И О ", StringComparison.Ordinal);
    }

    /// <summary>A cell that is nothing but a person's name: with a patronymic, or a surname with initials.</summary>
    public static bool IsName(TableCell cell) => cell.Written is { Length: > 4 and < 100 } text && (WithPatronymic().IsMatch(text) || WithInitials().IsMatch(text));

    [GeneratedRegex(@"^\s*(\p{Lu}[\p{L}-]+\s+){0,2}\p{Lu}\p{L}*(ович|евич|ьич|овна|евна|ична|инична|ОВИЧ|ЕВИЧ|ЬИЧ|ОВНА|ЕВНА|ИЧНА)\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithPatronymic();

    [GeneratedRegex(@"^\s*\p{Lu}[\p{L}-]+\s+\p{Lu}\.\s?(\p{Lu}\.)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithInitials();
}
