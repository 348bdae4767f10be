using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Registry;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of the registry; the export of the schools writes the same headings.</summary>
public static class RegistryTemplate
{
    private static readonly Dictionary<RegistryColumn, (string Head, string Branch, string Rule)> Columns = new()
    {
        [RegistryColumn.FisOko] = ("900001", "900005", "6 цифр логина, приставка edu, sch или ksh не важна"),
        [RegistryColumn.Name] = ("МБОУ СОШ с. Примерное", "Филиал МБОУ СОШ с. Примерное в п. Новый", "краткое, обязательно"),
        [RegistryColumn.FullName] = ("Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа с. Примерное»", "", "до 1000 знаков"),
        [RegistryColumn.Type] = ("СОШ", "ООШ", "СОШ, ООШ, НОШ, гимназия, лицей, школа-интернат"),
        [RegistryColumn.LegalForm] = ("МБОУ", "МБОУ", "МБОУ, МКОУ, МАОУ …"),
        [RegistryColumn.Status] = ("действует", "действует", "действует, присоединена, закрыта"),
        [RegistryColumn.HeadCode] = ("", "900001", "код головной школы, только для филиала"),
        [RegistryColumn.Municipality] = ("Примерный район", "Примерный район", "обязательно для новой школы"),
        [RegistryColumn.MunicipalityCode] = ("reg90_m099", "reg90_m099", "код из файлов ФИС ОКО, если известен"),
        [RegistryColumn.Settlement] = ("село", "село", "город или село"),
        [RegistryColumn.Pupils] = ("412", "38", "целое число"),
        [RegistryColumn.Teachers] = ("31", "6", "целое число"),
        [RegistryColumn.Site] = ("https://example.org", "", "адрес сайта"),
        [RegistryColumn.Contacts] = ("приёмная, 8 (000) 000-00-00", "", "видят только те, кто работает со школой"),
        [RegistryColumn.Oge] = ("900001", "900005", "3–6 цифр"),
        [RegistryColumn.Ege] = ("900001", "", "3–6 цифр"),
        [RegistryColumn.Inn] = ("9000000014", "", "10 цифр"),
        [RegistryColumn.Ogrn] = ("1029000000017", "", "13 цифр"),
        [RegistryColumn.Oktmo] = ("90601000001", "90601000001", "8 или 11 цифр"),
    };

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "registry",
        "Реестр школ",
        "Школы с кодами, типом, муниципалитетом и численностью.",
        "Шаблон реестра школ.xlsx",
        "Реестр",
        [.. RegistryColumns.All.Select(c => new TemplateField(c.Heading, Columns[c.Column].Rule, c.Column is RegistryColumn.Pupils or RegistryColumn.Teachers, Width(c.Column)))],
        [
            [.. RegistryColumns.All.Select(c => Columns[c.Column].Head)],
            Other("МКОУ ООШ п. Образцовый", "ООШ", "МКОУ", "село", (RegistryColumn.FisOko, "900002")),
            Other("МБОУ СОШ № 2", "СОШ", "МБОУ", "город", (RegistryColumn.FisOko, "900003"), (RegistryColumn.Oge, "900003")),
            Other("МБОУ «Лицей № 3»", "лицей", "МБОУ", "город", (RegistryColumn.FisOko, "900004"), (RegistryColumn.Inn, "9000000021")),
            [.. RegistryColumns.All.Select(c => Columns[c.Column].Branch)],
        ],
        [
            "Одна строка — одна школа или филиал. Порядок столбцов любой, лишние столбцы не мешают.",
            "Школы узнаются по любому коду, по названию — никогда. Пустая ячейка ничего не меняет.",
        ],
        Read);

    /// <summary>The width of a column of the registry in characters.</summary>
    /// <param name="column">The column.</param>
    public static double Width(RegistryColumn column) => column switch
    {
        RegistryColumn.Name => 40,
        RegistryColumn.FullName => 50,
        RegistryColumn.Municipality or RegistryColumn.Site or RegistryColumn.Contacts => 28,
        _ => 16,
    };

    /// <summary>A school that the examples of the other templates name: who has loaded this example can load those.</summary>
    private static string[] Other(string name, string type, string form, string settlement, params (RegistryColumn Column, string Code)[] codes) => [.. RegistryColumns.All.Select(c => c.Column switch
    {
        RegistryColumn.Name => name,
        RegistryColumn.Type => type,
        RegistryColumn.LegalForm => form,
        RegistryColumn.Settlement => settlement,
        RegistryColumn.Status or RegistryColumn.Municipality or RegistryColumn.MunicipalityCode => Columns[c.Column].Head,
        var column => codes.Where(k => k.Column == column).Select(k => k.Code).FirstOrDefault(""),
    })];

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = SchoolFileReader.Read(stream, fileName);
        return new TemplateReading([.. file.Rows.Select(Cells)], file.Refusals);
    }

    private static IReadOnlyList<string> Cells(SchoolRow row) => [.. RegistryColumns.All.Select(c => c.Column switch
    {
        RegistryColumn.Name => row.Name,
        RegistryColumn.FullName => row.FullName,
        RegistryColumn.Type => row.Type.RussianName(),
        RegistryColumn.LegalForm => row.LegalForm,
        RegistryColumn.Status => (row.Status ?? SchoolStatus.Active).RussianName(),
        RegistryColumn.HeadCode => row.HeadCode,
        RegistryColumn.Municipality => row.Municipality,
        RegistryColumn.MunicipalityCode => row.MunicipalityCode,
        RegistryColumn.Settlement => (row.Settlement ?? SettlementKind.Unknown).RussianName(),
        RegistryColumn.Pupils => ResultsTemplate.Number(row.Pupils),
        RegistryColumn.Teachers => ResultsTemplate.Number(row.Teachers),
        RegistryColumn.Site => row.Site,
        RegistryColumn.Contacts => row.Contacts,
        var code => row.Code(RegistryColumns.Codes[code]),
    }).Select(text => text ?? "")];
}
