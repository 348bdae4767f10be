using System.Globalization;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Registry;

namespace EffectiveSchool.Web.Pages.Schools.Import;

/// <summary>A field of a school that a file may change: how it reads now, what the file says, how it is set.</summary>
/// <param name="Label">Russian label.</param>
/// <param name="Now">The stored value as text; null where there is none.</param>
/// <param name="Says">The file's value as text; null where the file does not say, which changes nothing.</param>
/// <param name="Set">Sets the file's value.</param>
/// <param name="MostLength">The longest text that is stored.</param>
internal sealed record RegistryField(
    string Label,
    Func<School, string?> Now,
    Func<SchoolRow, string?> Says,
    Action<School, SchoolRow, DateOnly> Set,
    int MostLength = int.MaxValue)
{
    /// <summary>What changes in the stored school, or null.</summary>
    public FieldChange? Change(School school, SchoolRow row) =>
        Says(row) is { Length: > 0 } said && said != Now(school) ? new FieldChange(Label, Now(school) ?? "", said) : null;
}

/// <summary>The fields of the registry, compared and set by one table.</summary>
internal static class RegistryFields
{
    private static readonly RegistryField Type = new(
        "Тип", s => s.Type.RussianName(), r => r.Type == SchoolType.Unknown ? null : r.Type.RussianName(), (s, r, _) => s.Type = r.Type);

    private static readonly RegistryField[] Others =
    [
        new("Наименование", s => s.Name, r => r.Name, (s, r, today) => s.Rename(r.Name, today), 300),
        new("Полное наименование", s => s.FullName, r => r.FullName, (s, r, _) => s.FullName = r.FullName, 1000),
        new("Организационно-правовая форма", s => s.LegalForm, r => r.LegalForm, (s, r, _) => s.LegalForm = r.LegalForm, 100),
        new("Статус", s => s.Status.RussianName(), r => r.Status?.RussianName(), (s, r, _) => s.Status = r.Status!.Value),
        new("Местность", s => s.Settlement.RussianName(), r => r.Settlement?.RussianName(), (s, r, _) => s.Settlement = r.Settlement!.Value),
        new("Обучающихся", s => Text(s.Pupils), r => Text(r.Pupils), (s, r, _) => s.Pupils = r.Pupils),
        new("Педагогов", s => Text(s.Teachers), r => Text(r.Teachers), (s, r, _) => s.Teachers = r.Teachers),
        new("Сайт", s => s.Site, r => r.Site, (s, r, _) => s.Site = r.Site, 300),
        new("Контакты", s => s.Contacts, r => r.Contacts, (s, r, _) => s.Contacts = r.Contacts, 1000),
        .. Enum.GetValues<SchoolCodeKind>().Select(kind => new RegistryField(
            kind.RussianName(),
            s => s.CurrentCode(kind)?.Value,
            r => r.Code(kind),
            (s, r, today) => s.SetCode(kind, r.Code(kind)!, today))),
    ];

    public static IReadOnlyList<RegistryField> All { get; } = [.. Others, Type];

    /// <summary>The fields that a file changes in a stored school. A type that was only guessed from the name fills a gap, but never corrects.</summary>
    public static IEnumerable<RegistryField> For(School? school, bool fileHasTypes) =>
        fileHasTypes || school is null || school.Type == SchoolType.Unknown ? All : Others;

    private static string? Text(int? count) => count?.ToString(CultureInfo.InvariantCulture);
}
