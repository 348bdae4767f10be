using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Lists;

/// <summary>«Что, если» as xlsx: every sheet begins with the mark that it is not the official list.</summary>
public static class WhatIfWorkbook
{
    /// <summary>Tab of the conditions and counts.</summary>
    public const string SummarySheet = "Что, если";

    /// <summary>Tab of the schools that would join.</summary>
    public const string JoinedSheet = "Вошли бы";

    /// <summary>Tab of the schools that would leave.</summary>
    public const string LeftSheet = "Вышли бы";

    /// <summary>Writes the workbook into <paramref name="output"/>, which is left open; equal answers give equal bytes.</summary>
    public static void Write(WhatIfDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var workbook = new WorkbookWriter(output, new WorkbookProperties(WhatIfText.NotOfficial) { Subject = document.Heading.Title });
        WriteSummary(workbook, document);
        WriteRows(workbook, JoinedSheet, document.Joined);
        WriteRows(workbook, LeftSheet, document.Left);
    }

    private static void WriteSummary(WorkbookWriter workbook, WhatIfDocument document)
    {
        var heading = document.Heading;
        var sheet = workbook.AddSheet(new SheetLayout(SummarySheet) { ColumnWidths = [36, 90] });
        sheet.WriteRow(Cell.Text(WhatIfText.NotOfficial, CellStyle.Title));
        (string Label, Cell Value)[] facts =
        [
            (WhatIfText.Base(heading), Cell.Text($"{heading.Title}, {heading.State.RussianName()}", CellStyle.Wrap)),
            ("Регион", Cell.Text(heading.Region)),
            ("Методика перечня", Cell.Text(FigureText.Title(heading.Methodology))),
            ("Изменено", Cell.Text(WhatIfText.Words(document.Change), CellStyle.Wrap)),
            ("Правило расчёта", Cell.Text(WhatIfText.Rule(document.Changed), CellStyle.Wrap)),
            ("Школ рассмотрено", Cell.Integer(document.Schools)),
            ("В перечне", Cell.Integer(document.ListedOfficially)),
            ("Было бы в перечне", Cell.Integer(document.ListedWhatIf)),
            ("Вошли бы", Cell.Integer(document.Joined.Count)),
            ("Вышли бы", Cell.Integer(document.Left.Count)),
            ("Идентификация перечня выполнена", Cell.Text(FigureText.Moment(heading.RunAt))),
            ("Контрольная сумма перечня (SHA-256)", Cell.Text(heading.RunSha256)),
            .. document.Sources.Select(s => ("Файл с результатами", Cell.Text($"{s.File}, {FigureText.Moment(s.UploadedAt)}, {s.Author}", CellStyle.Wrap))),
        ];
        foreach (var (label, value) in facts)
        {
            sheet.WriteRow(Cell.Header(label), value);
        }
    }

    private static void WriteRows(WorkbookWriter workbook, string name, IReadOnlyList<WhatIfRow> rows)
    {
        var sheet = workbook.AddSheet(new SheetLayout(name) { ColumnWidths = [9, 38, 26, 90], FrozenRows = 2, FirstRepeatedRow = 1, LastRepeatedRow = 2, FilterRow = 2 });
        sheet.WriteRow(Cell.Text($"{name}. {WhatIfText.NotOfficial}", CellStyle.Title));
        sheet.WriteRow(Cell.Header("Код"), Cell.Header("Школа"), Cell.Header("Муниципалитет"), Cell.Header("Почему"));
        foreach (var (row, _, why) in rows)
        {
            sheet.WriteRow(Cell.Text(row.Code), Cell.Text(row.Name), Cell.Text(row.Municipality), Cell.Text(why, CellStyle.Wrap));
        }
    }
}
