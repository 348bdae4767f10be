using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Web.Access;

/// <summary>A section in the menu.</summary>
/// <param name="Href">Its first page.</param>
/// <param name="Text">Its name.</param>
/// <param name="Policy">Whom it opens for.</param>
/// <param name="Beside">Other beginnings of addresses of the section.</param>
public sealed record MenuLink(string Href, string Text, string Policy, params string[] Beside)
{
    public bool IsAt(PathString path) => Href == "/" ? path == "/" : Beside.Prepend(Href).Any(href => path.StartsWithSegments(href, StringComparison.Ordinal));
}

/// <summary>The menu: only what opens for the person.</summary>
public static class MenuLinks
{
    private static readonly MenuLink[] All =
    [
        new("/", "Обзор", Policies.ReadFigures),
        new("/schools", "Школы", Policies.ReadFigures),
        new("/results", "Результаты", Policies.ReadUploads),
        new("/lists", "Перечни", Policies.ReadFigures, "/objections"),
        new("/programmes", "Программы", Policies.ReadFigures, "/roadmaps", "/works", "/reports"),
        new("/events", "Мероприятия", Policies.ReadFigures, "/meetings", "/publications", "/monitoring"),
        new("/curators", "Кураторы", Policies.ReadFigures),
        new("/methodologies", "Методики", Policies.ReadFigures),
        new("/admin/users", "Пользователи", Policies.ManagePeople),
        new("/admin", "Управление", Policies.Administer),
    ];

    public static IEnumerable<MenuLink> For(Person person) => All.Where(link => person.May(link.Policy) && !IsUnderManagement(link, person)).Select(link =>
        link.Href == "/schools" && person.Role == PortalRole.Principal ? link with { Text = "Моя школа" } : link);

    /// <summary>An administrator finds the users under «Управление».</summary>
    private static bool IsUnderManagement(MenuLink link, Person person) => link.Href == "/admin/users" && person.May(Policies.Administer);
}
