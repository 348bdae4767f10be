using System.Text.RegularExpressions;

namespace EffectiveSchool.Imports.Protocols;

/// <summary>Tells tables of persons from tables of schools: by their headings and by names in their cells.</summary>
internal static partial class PersonNames
{
    /// <summary>A heading of a column of persons: «Фамилия», «ФИО участника», «Участник (ФИО)», «Ученик», «СНИЛС», «Дата рождения».</summary>
    public static bool IsHeading(TableCell cell) => Heading().IsMatch(CellText.Heading(cell));

    /// <summary>A cell that is nothing but a person's name: with a patronymic, or a surname with initials.</summary>
    public static bool IsName(TableCell cell) => cell.Written is { Length: > 4 and < 100 } text && (WithPatronymic().IsMatch(text) || WithInitials().IsMatch(text));

    /// <summary>Over headings in the form of <see cref="CellText.Heading"/>: some words are of persons alone, others only where they are the whole heading.</summary>
    [GeneratedRegex(
        @"^(ИМЯ|УЧАСТНИК( ЭКЗАМЕНА)?|ОБУЧАЮЩИЙСЯ|УЧАЩИЙСЯ|УЧЕНИК|ВЫПУСКНИК|ФИ|Ф И|ПАСПОРТ|НОМЕР ПАСПОРТА|СЕРИЯ ДОКУМЕНТА|НОМЕР ДОКУМЕНТА|ИМЯ (УЧ|ОБУЧ|РЕБЕН|ДЕТ|ВЫПУСК).*)$"
        + @"|(^| )(ФИО|Ф И О|ФАМИЛИ\w*|ОТЧЕСТВ\w*|СНИЛС\w*|ДАТ\w* РОЖДЕНИЯ|ПАСПОРТН\w* ДАНН\w*)( |$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(\p{Lu}[\p{L}-]+\s+){0,2}\p{Lu}\p{L}*(ович|евич|ьич|овна|евна|ична|инична|ОВИЧ|ЕВИЧ|ЬИЧ|ОВНА|ЕВНА|ИЧНА)\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithPatronymic();

    [GeneratedRegex(@"^\s*\p{Lu}[\p{L}-]+\s+\p{Lu}\.\s?(\p{Lu}\.)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithInitials();
}
