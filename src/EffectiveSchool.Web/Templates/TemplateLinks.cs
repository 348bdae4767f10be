using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Web.Templates;

/// <summary>Who fills in a template and where it is uploaded.</summary>
public sealed record TemplateLink(ImportTemplate Template, string Policy, string UploadHref, string UploadText);

/// <summary>Every template of Imports with its place in the portal; a test holds that none is missing.</summary>
public static class TemplateLinks
{
    private static readonly Dictionary<string, (string Policy, string Href, string Text)> Places = new(StringComparer.Ordinal)
    {
        ["registry"] = (Policies.ManageRegistry, "/schools/import", "Загрузка реестра"),
        ["results"] = (Policies.UploadResults, "/results/uploads/new", "Загрузка файлов с результатами"),
        ["roadmap"] = (Policies.ManageProgrammes, "/programmes", "Программы"),
        ["federal-list"] = (Policies.ManageLists, "/lists/federal/new", "Загрузка федерального перечня"),
        ["published-annex"] = (Policies.ManageLists, "/lists/published", "Опубликованные приложения"),
        ["event-participants"] = (Policies.KeepEvents, "/events", "Мероприятия"),
        ["monitoring-answers"] = (Policies.ReportWork, "/monitoring", "Мониторинг: этап, «Загрузить ответы»"),
        ["users"] = (Policies.ManagePeople, "/admin/users/import", "Загрузка пользователей"),
        ["school-figures"] = (Policies.UploadResults, "/results/figures/new", "Показатели школы"),
        ["comparison"] = (Policies.UploadResults, "/results/uploads/new", "Загрузка файлов с результатами"),
    };

    public static IReadOnlyList<TemplateLink> All { get; } =
        [.. ImportTemplates.All.Select(t => new TemplateLink(t, Places[t.Key].Policy, Places[t.Key].Href, Places[t.Key].Text))];

    public static IEnumerable<TemplateLink> For(Person person) => All.Where(l => person.May(l.Policy));
}
