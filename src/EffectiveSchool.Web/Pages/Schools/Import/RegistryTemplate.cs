using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Pages.Schools.Import;

/// <summary>The downloadable template: the headings, two filled rows that can be imported as they are, and what goes where.</summary>
public static class RegistryTemplate
{
    private static readonly Dictionary<RegistryColumn, (string Head, string Branch, string Rule)> Examples = new()
    {
        [RegistryColumn.FisOko] = ("edu990001", "edu990002", "6 цифр логина, приставка edu, sch или ksh не важна"),
        [RegistryColumn.Name] = ("МБОУ СОШ с. Примерное", "Филиал МБОУ СОШ с. Примерное в п. Образцовый", "краткое, обязательно"),
        [RegistryColumn.FullName] = ("Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа с. Примерное»", "", "до 1000 знаков"),
        [RegistryColumn.Type] = ("СОШ", "ООШ", "СОШ, ООШ, НОШ, гимназия, лицей, школа-интернат"),
        [RegistryColumn.LegalForm] = ("МБОУ", "МБОУ", "МБОУ, МКОУ, МАОУ …"),
        [RegistryColumn.Status] = ("действует", "действует", "действует, присоединена, закрыта"),
        [RegistryColumn.HeadCode] = ("", "990001", "код головной школы, только для филиала"),
        [RegistryColumn.Municipality] = ("Примерный район", "Примерный район", "обязательно для новой школы"),
        [RegistryColumn.MunicipalityCode] = ("reg99_m001", "reg99_m001", "код из файлов ФИС ОКО, если известен"),
        [RegistryColumn.Settlement] = ("село", "село", "город или село"),
        [RegistryColumn.Pupils] = ("412", "38", "целое число"),
        [RegistryColumn.Teachers] = ("31", "6", "целое число"),
        [RegistryColumn.Site] = ("https://example.org", "", "адрес сайта"),
        [RegistryColumn.Contacts] = ("приёмная, 8 (000) 000-00-00", "", "видят только те, кто работает со школой"),
        [RegistryColumn.Oge] = ("990001", "990002", "3–6 цифр"),
        [RegistryColumn.Ege] = ("990001", "", "3–6 цифр"),
        [RegistryColumn.Inn] = ("9900000017", "", "10 цифр"),
        [RegistryColumn.Ogrn] = ("1029900000019", "", "13 цифр"),
        [RegistryColumn.Oktmo] = ("99601000001", "99601000001", "8 или 11 цифр"),
    };

    public static IEnumerable<(string Heading, string Example, string Rule)> Columns =>
        RegistryColumns.All.Select(c => (c.Heading, Examples[c.Column].Head, Examples[c.Column].Rule));

    public static byte[] Workbook()
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Шаблон реестра школ")))
        {
            var sheet = workbook.AddSheet(new SheetLayout("Реестр") { ColumnWidths = [.. RegistryColumns.All.Select(c => SchoolExport.Width(c.Column))], FrozenRows = 1 });
            sheet.WriteRow([.. RegistryColumns.All.Select(c => Cell.Header(c.Heading))]);
            sheet.WriteRow([.. RegistryColumns.All.Select(c => Cell.Text(Examples[c.Column].Head))]);
            sheet.WriteRow([.. RegistryColumns.All.Select(c => Cell.Text(Examples[c.Column].Branch))]);
        }

        return output.ToArray();
    }
}
