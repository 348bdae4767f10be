using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Lists.Federal;

/// <summary>The downloadable template of a federal list: headings, and a filled row of the reader's own school that can be imported as it is.</summary>
public static class FederalTemplate
{
    public static byte[] Write(ExampleSchool school)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Шаблон федерального перечня")))
        {
            var sheet = workbook.AddSheet(new SheetLayout("Федеральный перечень") { ColumnWidths = [14, 40, 30, 28], FrozenRows = 1, FirstRepeatedRow = 1 });
            sheet.WriteRow([.. FederalListTemplate.Headings.Select(Cell.Header)]);
            sheet.WriteRow(Cell.Text(school.Code), Cell.Text(school.Name), Cell.Text(school.Municipality), Cell.Text(FederalLevel.Moderate.RussianName()));
        }

        return output.ToArray();
    }
}
