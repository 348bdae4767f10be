using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Imports.Roadmaps;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>A roadmap as a workbook that imports back to the same plan.</summary>
public static class RoadmapWorkbook
{
    /// <summary>The workbook; activities and their sections are loaded.</summary>
    public static byte[] Write(Roadmap roadmap)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties(roadmap.Name)))
        {
            var sheet = workbook.AddSheet(new SheetLayout("Дорожная карта") { ColumnWidths = [10, 60, 30, 40, 50], FrozenRows = 2, FirstRepeatedRow = 2 });
            sheet.WriteRow(Cell.Text(roadmap.Name, CellStyle.Title));
            sheet.WriteRow([.. PlanColumns.All.Select(c => Cell.Header(c.Heading))]);
            IReadOnlyList<string> open = [];
            foreach (var activity in roadmap.Current)
            {
                var path = activity.Section?.Path ?? [];
                var same = open.Zip(path).TakeWhile(p => p.First == p.Second).Count();
                foreach (var section in path.Skip(same))
                {
                    sheet.WriteRow(Cell.Header(section));
                }

                open = path;
                sheet.WriteRow(
                    Cell.Text(activity.Number.Length == 0 ? PlanColumns.NoNumber : activity.Number), Cell.Text(activity.Title, CellStyle.Wrap), Cell.Text(activity.Term, CellStyle.Wrap),
                    Cell.Text(activity.Responsible, CellStyle.Wrap), Cell.Text(activity.Expected, CellStyle.Wrap));
            }
        }

        return output.ToArray();
    }
}
