using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Imports.Users;

/// <summary>A column of the workbook of users.</summary>
public enum UserColumn
{
    /// <summary>ФИО.</summary>
    FullName,

    /// <summary>Электронная почта, which is the login.</summary>
    Email,

    /// <summary>Роль.</summary>
    Role,

    /// <summary>Регион: code or name.</summary>
    Region,

    /// <summary>Муниципалитет: name or ФИС ОКО code.</summary>
    Municipality,

    /// <summary>Школа: a code or ИНН; a curator's several by «;».</summary>
    School,

    /// <summary>Имя роли, which others see.</summary>
    DisplayName,
}

/// <summary>The columns in the order of the template, with the headings that are written and those that are read.</summary>
public static class UserColumns
{
    private static readonly Dictionary<UserColumn, string[]> Headings = new()
    {
        [UserColumn.FullName] = ["ФИО", "Ф.И.О.", "Фамилия, имя, отчество", "Фамилия имя отчество"],
        [UserColumn.Email] = ["Электронная почта", "E-mail", "Email", "Почта", "Эл. почта", "Адрес электронной почты", "Логин"],
        [UserColumn.Role] = ["Роль", "Роль на портале"],
        [UserColumn.Region] = ["Регион", "Код региона"],
        [UserColumn.Municipality] = ["Муниципалитет", "Муниципальное образование", "МО", "Код муниципалитета"],
        [UserColumn.School] = ["Школа (код или ИНН)", "Школа", "Школы", "Код школы", "Код ОО", "ИНН", "ИНН школы", "Логин ФИС ОКО"],
        [UserColumn.DisplayName] = ["Имя роли", "Как показывать"],
    };

    private static readonly Dictionary<string, UserColumn> ByHeading = Headings
        .SelectMany(h => h.Value.Select(text => (Text: SchoolNames.ForSearch(text), Column: h.Key)))
        .DistinctBy(h => h.Text, StringComparer.Ordinal)
        .ToDictionary(h => h.Text, h => h.Column, StringComparer.Ordinal);

    /// <summary>All columns in the order of the template, with the headings to write.</summary>
    public static IReadOnlyList<(UserColumn Column, string Heading)> All { get; } = [.. Headings.Select(h => (h.Key, h.Value[0]))];

    /// <summary>The heading that is written for a column.</summary>
    public static string Heading(this UserColumn column) => Headings[column][0];

    internal static UserColumn? Find(string heading) => ByHeading.TryGetValue(heading, out var column) ? column : null;
}
