using EffectiveSchool.Imports.Users;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of the people of the portal; reading takes any order of columns.</summary>
public static class UsersTemplate
{
    /// <summary>The region of the example; whoever downloads the template finds a region of theirs in its place.</summary>
    private const string ExampleRegion = "Примерная область";

    /// <summary>The template with the example set in a region, so that it can be uploaded as it is.</summary>
    /// <param name="region">Name of the region.</param>
    public static ImportTemplate For(string region) => Template with { Example = [.. Template.Example.Select(row => (IReadOnlyList<string>)[.. row.Select(text => text == ExampleRegion ? region : text)])] };

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "users",
        "Пользователи",
        "Учётные записи директоров, кураторов, координаторов и наблюдателей разом.",
        "Шаблон пользователей.xlsx",
        "Пользователи",
        [
            new(UserColumn.FullName.Heading(), "обязательно; видят те, кто ведёт учётные записи, и стоит в памятке", Width: 34),
            new(UserColumn.Email.Heading(), "обязательно; по ней входят, и по ней портал узнаёт, что человек уже есть", Width: 30),
            new(UserColumn.Role.Heading(), "обязательно: директор, куратор, муниципальный координатор, наблюдатель; администратор портала может дать и остальные роли", Width: 26),
            new(UserColumn.Region.Heading(), "код или название; можно не заполнять, если регион один", Width: 24),
            new(UserColumn.Municipality.Heading(), "для муниципального координатора обязательно; у директора и куратора — для проверки, что школа оттуда", Width: 26),
            new(UserColumn.School.Heading(), "директору одна, куратору одна или больше через «;»: логин ФИС ОКО, код ОГЭ или ЕГЭ, ИНН", Width: 26),
            new(UserColumn.DisplayName.Heading(), "что видят другие, без фамилии; можно не заполнять", Width: 32),
        ],
        [
            ["Примерова Анна Ивановна", "director@example.org", "директор", ExampleRegion, "Примерный район", "sch900001", ""],
            ["Образцов Пётр Петрович", "coordinator@example.org", "муниципальный координатор", ExampleRegion, "Примерный район", "", ""],
            ["Кураторова Мария Сергеевна", "curator@example.org", "куратор", ExampleRegion, "", "sch900001; sch900002", "Куратор примерных школ"],
            ["Смотрова Ольга Павловна", "observer@example.org", "наблюдатель", ExampleRegion, "", "", "Наблюдатель департамента"],
        ],
        ["Одна строка — один человек. Порядок столбцов любой.", "Учётные записи заводятся без пароля: после записи выдайте памятки с личными ссылками."],
        Read);

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = UserFileReader.Read(stream, fileName);
        return new TemplateReading(
            [.. file.Rows.Select(r => new[] { r.FullName, r.Email, r.Role, r.Region ?? "", r.Municipality ?? "", string.Join("; ", r.Schools), r.DisplayName ?? "" })], file.Refusals);
    }
}
