using EffectiveSchool.Data.Results;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>The refused rows of a batch as a workbook, with the reason and the way out of each.</summary>
[Authorize(Policies.ReadUploads)]
public sealed class ErrorsModel(UploadQuery query) : PageModel
{
    private static readonly string[] Headings =
        ["Файл", "Лист", "Строка", "Ячейка", "Строка файла", "Код", "Процедура", "Год", "Участников", "Не преодолели порог", "Версия", "Почему не принята", "Что сделать"];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { State: not BatchState.Reading })
        {
            return NotFound();
        }

        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Непринятые строки загрузки")))
        {
            var sheet = workbook.AddSheet(new SheetLayout("Ошибки")
            {
                ColumnWidths = [34, 26, 9, 9, 40, 10, 16, 8, 12, 14, 18, 50, 50],
                FrozenRows = 1,
                FirstRepeatedRow = 1,
                FilterRow = 1,
            });
            sheet.WriteRow([.. Headings.Select(Cell.Header)]);
            await foreach (var row in query.Rows(id, RowOutcome.Refused).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                sheet.WriteRow(
                    Cell.Text(row.File), Cell.Text(row.Sheet), Cell.Number(row.Row), Cell.Text(row.Cell), Cell.Text(row.AsWritten, CellStyle.Wrap), Cell.Text(row.Code),
                    Cell.Text(row.Procedure), Cell.Number(row.Year), Cell.Integer(row.Participants), Cell.Integer(row.Failed), Cell.Text(row.VersionName),
                    Cell.Text(row.Reason, CellStyle.Wrap), Cell.Text(row.WhatToDo, CellStyle.Wrap));
            }
        }

        return File(output.ToArray(), TemplateWorkbook.ContentType, $"Ошибки загрузки {id}.xlsx");
    }
}
