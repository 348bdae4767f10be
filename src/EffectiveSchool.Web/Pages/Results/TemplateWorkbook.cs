using EffectiveSchool.Imports.Results;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>The school that the example of a template names.</summary>
public sealed record ExampleSchool(string Code, string Name, string Municipality);

/// <summary>Writes the aggregated template (domain.md §13): headings as the reader knows them and a filled example.</summary>
public static class TemplateWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(ExampleSchool school, int year)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Шаблон результатов ОГЭ и ЕГЭ")))
        {
            var sheet = workbook.AddSheet(new SheetLayout("Результаты")
            {
                ColumnWidths = [8, 16, 12, 14, 34, 24, 12, 14, 10, 10, 10, 10, 10, 12, 8, 18],
                FrozenRows = 1,
                FirstRepeatedRow = 1,
            });
            sheet.WriteRow([.. ResultTemplate.Columns.Select(c => Cell.Header(c.Heading))]);
            foreach (var example in Examples)
            {
                sheet.WriteRow([.. ResultTemplate.Columns.Select(c => Fill(c.Column, example, school, year))]);
            }
        }

        return output.ToArray();
    }

    private static readonly Example[] Examples =
    [
        new("ОГЭ РУ", 25, 2, null, 2, 9, 10, 4),
        new("ОГЭ МА", 25, 5, null, 5, 10, 7, 3),
        new("ЕГЭ РУ", 12, 1, 58.4m),
        new("ЕГЭ МА профиль", 6, 1, 47.5m),
    ];

    private static Cell Fill(TemplateColumn column, Example example, ExampleSchool school, int year) => column switch
    {
        TemplateColumn.Year => Cell.Number(year),
        TemplateColumn.Procedure => Cell.Text(example.Procedure),
        TemplateColumn.CodeKind => Cell.Text("ФИС ОКО"),
        TemplateColumn.Code => Cell.Text(school.Code),
        TemplateColumn.Name => Cell.Text(school.Name),
        TemplateColumn.Municipality => Cell.Text(school.Municipality),
        TemplateColumn.Participants => Cell.Integer(example.Participants),
        TemplateColumn.Failed => Cell.Integer(example.Failed),
        TemplateColumn.MeanScore => Cell.Number(example.MeanScore),
        TemplateColumn.Twos => Cell.Integer(example.Twos),
        TemplateColumn.Threes => Cell.Integer(example.Threes),
        TemplateColumn.Fours => Cell.Integer(example.Fours),
        TemplateColumn.Fives => Cell.Integer(example.Fives),
        TemplateColumn.Stage => Cell.Text("основной"),
        TemplateColumn.PastGraduates => Cell.Text("нет"),
        TemplateColumn.Version => Cell.Text("итоговый"),
        _ => Cell.Empty(),
    };

    private sealed record Example(string Procedure, int Participants, int Failed, decimal? MeanScore, int? Twos = null, int? Threes = null, int? Fours = null, int? Fives = null);
}
