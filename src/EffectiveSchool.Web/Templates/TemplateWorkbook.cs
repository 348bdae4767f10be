using System.Globalization;
using EffectiveSchool.Domain;
using EffectiveSchool.Imports.Templates;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Templates;

/// <summary>Writes a template: the sheet to fill in, the filled example and the rules.</summary>
public static class TemplateWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The template with rows already in the sheet to fill in; none for the one that is downloaded.</summary>
    public static byte[] Write(ImportTemplate template, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Шаблон: " + template.Title)))
        {
            WriteRows(workbook, template, template.Sheet, rows);
            WriteRows(workbook, template, TemplateSheets.Sample, template.Example);
            var rules = workbook.AddSheet(new SheetLayout(TemplateSheets.Instructions) { ColumnWidths = [34, 90], Landscape = false });
            rules.WriteRow(Cell.Text(template.Title, CellStyle.Title));
            foreach (var sentence in template.Instructions.Append($"Вписывайте строки на лист «{template.Sheet}». Лист «{TemplateSheets.Sample}» — пример, портал его не читает."))
            {
                rules.WriteRow(Cell.Empty(CellStyle.Note), Cell.Text(sentence, CellStyle.Note));
            }

            rules.WriteRow(Cell.Header("Столбец"), Cell.Header("Что писать"));
            foreach (var field in template.Fields)
            {
                rules.WriteRow(Cell.Text(field.Heading), Cell.Text(field.Rule, CellStyle.Wrap));
            }
        }

        return output.ToArray();
    }

    private static void WriteRows(WorkbookWriter workbook, ImportTemplate template, string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var sheet = workbook.AddSheet(new SheetLayout(name) { ColumnWidths = [.. template.Fields.Select(f => f.Width)], FrozenRows = 1, FirstRepeatedRow = 1 });
        sheet.WriteRow([.. template.Fields.Select(f => Cell.Header(f.Heading))]);
        foreach (var row in rows)
        {
            sheet.WriteRow([.. template.Fields.Zip(row, Fill)]);
        }
    }

    private static Cell Fill(TemplateField field, string text) =>
        field.IsNumber && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, RussianCulture.Value, out var number) ? Cell.Number(number, CellStyle.Normal) : Cell.Text(text);
}
