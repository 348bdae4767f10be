using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Imports.Registry;

/// <summary>A column of the registry (domain.md §3).</summary>
public enum RegistryColumn
{
    /// <summary>Логин ФИС ОКО.</summary>
    FisOko,

    /// <summary>Короткое наименование.</summary>
    Name,

    /// <summary>Полное наименование.</summary>
    FullName,

    /// <summary>Тип: СОШ, ООШ, НОШ, гимназия, лицей, школа-интернат.</summary>
    Type,

    /// <summary>Организационно-правовая форма, например МБОУ.</summary>
    LegalForm,

    /// <summary>Статус: действует, присоединена, закрыта.</summary>
    Status,

    /// <summary>Код головной школы, для филиала.</summary>
    HeadCode,

    /// <summary>Муниципалитет.</summary>
    Municipality,

    /// <summary>Код муниципалитета в ФИС ОКО.</summary>
    MunicipalityCode,

    /// <summary>Местность: город или село.</summary>
    Settlement,

    /// <summary>Обучающихся.</summary>
    Pupils,

    /// <summary>Педагогов.</summary>
    Teachers,

    /// <summary>Сайт.</summary>
    Site,

    /// <summary>Контакты.</summary>
    Contacts,

    /// <summary>Код ОГЭ.</summary>
    Oge,

    /// <summary>Код ЕГЭ.</summary>
    Ege,

    /// <summary>ИНН.</summary>
    Inn,

    /// <summary>ОГРН.</summary>
    Ogrn,

    /// <summary>ОКТМО.</summary>
    Oktmo,
}

/// <summary>
/// The columns of the registry in order with their headings. The export writes these headings and the import reads
/// them, in any order and with synonyms, so that what was exported can be imported.
/// </summary>
public static class RegistryColumns
{
    private static readonly Dictionary<RegistryColumn, string[]> Headings = new()
    {
        [RegistryColumn.FisOko] = ["Логин ФИС ОКО", "Код ФИС ОКО", "Логин"],
        [RegistryColumn.Name] = ["Наименование ОО", "Наименование", "Краткое наименование", "Название", "Школа"],
        [RegistryColumn.FullName] = ["Полное наименование", "Полное наименование ОО"],
        [RegistryColumn.Type] = ["Тип", "Тип ОО", "Тип школы"],
        [RegistryColumn.LegalForm] = ["Организационно-правовая форма", "ОПФ", "Форма"],
        [RegistryColumn.Status] = ["Статус", "Состояние"],
        [RegistryColumn.HeadCode] = ["Код головной школы", "Головная школа", "Логин головной школы"],
        [RegistryColumn.Municipality] = ["Муниципалитет", "Муниципальное образование", "МО"],
        [RegistryColumn.MunicipalityCode] = ["Код муниципалитета", "Код МО"],
        [RegistryColumn.Settlement] = ["Местность", "Город или село", "Город/село", "Тип местности"],
        [RegistryColumn.Pupils] = ["Обучающихся", "Число обучающихся", "Количество обучающихся", "Учеников"],
        [RegistryColumn.Teachers] = ["Педагогов", "Число педагогов", "Количество педагогов", "Учителей"],
        [RegistryColumn.Site] = ["Сайт", "Адрес сайта"],
        [RegistryColumn.Contacts] = ["Контакты", "Контактные данные"],
        [RegistryColumn.Oge] = ["Код ОГЭ"],
        [RegistryColumn.Ege] = ["Код ЕГЭ"],
        [RegistryColumn.Inn] = ["ИНН"],
        [RegistryColumn.Ogrn] = ["ОГРН"],
        [RegistryColumn.Oktmo] = ["ОКТМО"],
    };

    private static readonly Dictionary<string, RegistryColumn> ByHeading = Headings
        .SelectMany(h => h.Value.Select(text => (Text: SchoolNames.ForSearch(text), Column: h.Key)))
        .ToDictionary(h => h.Text, h => h.Column, StringComparer.Ordinal);

    /// <summary>All columns in the order of the template and the export, with the headings to write.</summary>
    public static IReadOnlyList<(RegistryColumn Column, string Heading)> All { get; } = [.. Headings.Select(h => (h.Key, h.Value[0]))];

    /// <summary>Columns that hold codes, with their kinds.</summary>
    public static IReadOnlyDictionary<RegistryColumn, SchoolCodeKind> Codes { get; } = new Dictionary<RegistryColumn, SchoolCodeKind>
    {
        [RegistryColumn.FisOko] = SchoolCodeKind.FisOko,
        [RegistryColumn.Oge] = SchoolCodeKind.Oge,
        [RegistryColumn.Ege] = SchoolCodeKind.Ege,
        [RegistryColumn.Inn] = SchoolCodeKind.Inn,
        [RegistryColumn.Ogrn] = SchoolCodeKind.Ogrn,
        [RegistryColumn.Oktmo] = SchoolCodeKind.Oktmo,
    };

    /// <summary>The heading that is written for a column.</summary>
    public static string Heading(this RegistryColumn column) => Headings[column][0];

    internal static RegistryColumn? Find(string heading) => ByHeading.TryGetValue(heading, out var column) ? column : null;
}
