using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Protocols;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Imports;

/// <summary>The workbook that is kept instead of a protocol with names: its sums in the columns of the results template, and the remarks on its rows.</summary>
internal static class ProtocolWorkbook
{
    private const string Dropped = "В файле есть фамилии участников, поэтому сам файл не сохранён. Сохранены только итоги по школам и процедурам; адреса строк — номера строк вашего файла.";

    /// <summary>The sums of a protocol, its names dropped.</summary>
    public static byte[] Write(ProtocolFile protocol) => Write(protocol.Totals, [new ProtocolRemark(null, null, null, Dropped, null), .. protocol.Remarks]);

    /// <summary>Nothing but the reason why a file was not read.</summary>
    public static byte[] Refused(FileRefusedException fault) => Write([], [new ProtocolRemark(null, null, null, fault.Message, fault.WhatToDo)]);

    private static byte[] Write(IReadOnlyList<ProtocolTotal> sums, IReadOnlyList<ProtocolRemark> remarks)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Итоги протокола")))
        {
            var totals = workbook.AddSheet(new SheetLayout(ProtocolSheets.Totals) { FrozenRows = 1, ColumnWidths = [8, 17, 12, 14, 10, 10] });
            totals.WriteRow([.. ResultTemplate.Columns.Select(c => Cell.Header(c.Heading))]);
            foreach (var total in sums)
            {
                totals.WriteRow([.. ResultTemplate.Columns.Select(c => Fill(c.Column, total))]);
            }

            var sheet = workbook.AddSheet(new SheetLayout(ProtocolSheets.Remarks) { FrozenRows = 1, ColumnWidths = [16, 16, 16, 60, 60] });
            sheet.WriteRow([.. ProtocolSheets.RemarkHeadings.Select(Cell.Header)]);
            foreach (var remark in remarks)
            {
                sheet.WriteRow(Cell.Text(remark.Sheet), Cell.Number(remark.Row), Cell.Text(remark.Cell), Cell.Text(remark.Text, CellStyle.Wrap), Cell.Text(remark.WhatToDo, CellStyle.Wrap));
            }
        }

        return output.ToArray();
    }

    private static Cell Fill(TemplateColumn column, ProtocolTotal total) => column switch
    {
        TemplateColumn.Year => Cell.Number(total.Year),
        TemplateColumn.Procedure => Cell.Text(total.Procedure),
        TemplateColumn.CodeKind => Cell.Text(total.CodeKind),
        TemplateColumn.Code => Cell.Text(total.Code),
        TemplateColumn.Participants => Cell.Integer(total.Participants),
        TemplateColumn.Failed => Cell.Integer(total.Failed),
        TemplateColumn.MeanScore => Cell.Number(total.MeanScore),
        TemplateColumn.Twos => Cell.Integer(total.Marks?.Twos),
        TemplateColumn.Threes => Cell.Integer(total.Marks?.Threes),
        TemplateColumn.Fours => Cell.Integer(total.Marks?.Fours),
        TemplateColumn.Fives => Cell.Integer(total.Marks?.Fives),
        TemplateColumn.Stage => Cell.Text("основной"),
        TemplateColumn.PastGraduates => Cell.Text("нет"),
        _ => Cell.Empty(),
    };
}
