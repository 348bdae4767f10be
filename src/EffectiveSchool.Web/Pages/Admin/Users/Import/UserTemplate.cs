using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Users;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Pages.Admin.Users.Import;

/// <summary>The downloadable template: the headings and a filled example of each role a region keeps, which can be imported as it is.</summary>
public static class UserTemplate
{
    /// <summary>The workbook with examples from the reader's own region, so that it passes the check as it is.</summary>
    public static async Task<byte[]> WorkbookAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var schools = await db.Schools
            .Where(s => s.Status == SchoolStatus.Active && s.Codes.Any(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null))
            .OrderBy(s => s.RegionId).ThenBy(s => s.MunicipalityId).ThenBy(s => s.Name).ThenBy(s => s.Id)
            .Select(s => new
            {
                Code = s.Codes.Where(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null).Select(c => c.Value).First(),
                Municipality = db.Municipalities.Where(m => m.Id == s.MunicipalityId).Select(m => m.Name).First(),
                Region = db.Regions.Where(r => r.Id == s.RegionId).Select(r => r.Name).First(),
            })
            .Take(2).ToListAsync(cancellationToken);
        var first = schools.FirstOrDefault() ?? new { Code = "900001", Municipality = "Примерный район", Region = "Примерная область" };
        string[][] examples =
        [
            ["Примерова Анна Ивановна", "director@example.org", PortalRole.Principal.RussianName(), first.Region, first.Municipality, "sch" + first.Code, ""],
            ["Образцов Пётр Петрович", "coordinator@example.org", PortalRole.MunicipalCoordinator.RussianName(), first.Region, first.Municipality, "", ""],
            ["Кураторова Мария Сергеевна", "curator@example.org", PortalRole.Curator.RussianName(), first.Region, "", string.Join("; ", schools.Append(first).Select(s => "sch" + s.Code).Distinct(StringComparer.Ordinal)), "Куратор примерных школ"],
            ["Смотрова Ольга Павловна", "observer@example.org", PortalRole.Observer.RussianName(), first.Region, "", "", "Наблюдатель департамента"],
        ];
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Шаблон пользователей")))
        {
            var sheet = workbook.AddSheet(new SheetLayout("Пользователи") { ColumnWidths = [34, 30, 26, 24, 26, 26, 32], FrozenRows = 1 });
            sheet.WriteRow([.. UserColumns.All.Select(c => Cell.Header(c.Heading))]);
            foreach (var example in examples)
            {
                sheet.WriteRow([.. example.Select(text => Cell.Text(text))]);
            }
        }

        return output.ToArray();
    }
}
