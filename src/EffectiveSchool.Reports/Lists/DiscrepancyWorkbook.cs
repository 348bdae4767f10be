using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Lists;

/// <summary>«Расхождение с приказом» as xlsx: the discrepancies, the portal's own list beside the annex, then every school as printed and as recomputed.</summary>
public static class DiscrepancyWorkbook
{
    /// <summary>Tab of the discrepancies.</summary>
    public const string DiscrepanciesSheet = "Расхождения";

    /// <summary>Tab of all schools.</summary>
    public const string SchoolsSheet = "Все школы";

    /// <summary>Tab of who is in one and not in the other.</summary>
    public const string PlacesSheet = "Отличия от перечня портала";

    /// <summary>Tab of the markers that differ.</summary>
    public const string MarkersSheet = "Маркеры";

    /// <summary>Writes the workbook into <paramref name="output"/>, which is left open.</summary>
    public static void Write(DiscrepancyDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var workbook = new WorkbookWriter(output, new WorkbookProperties("Расхождения с приказом") { Subject = document.Requisites });
        WriteDiscrepancies(workbook, document);
        if (document.Own is { } own)
        {
            WritePlaces(workbook, own);
            WriteMarkers(workbook, own);
        }

        WriteSchools(workbook, document);
        WriteSources(workbook, document);
    }

    private static void WriteDiscrepancies(WorkbookWriter workbook, DiscrepancyDocument document)
    {
        var sheet = workbook.AddSheet(new SheetLayout(DiscrepanciesSheet)
        {
            ColumnWidths = [9, 38, 26, 8, 10, 16, 10, 16, 90], FrozenRows = 2, FirstRepeatedRow = 1, LastRepeatedRow = 2, FilterRow = 2,
        });
        sheet.WriteRow(Cell.Text($"Расхождения с приказом: {document.Requisites}, результаты {document.Year - 1} и {document.Year} годов", CellStyle.Title));
        sheet.WriteRow([.. new[] { "Код", "Школа", "Муниципалитет", "Строка", "Критерий", "В приказе", "Ячейка", "По маркерам", "Почему" }.Select(Cell.Header)]);
        foreach (var school in document.Differing)
        {
            foreach (var difference in school.Discrepancies)
            {
                sheet.WriteRow(
                    Cell.Text(school.School.Code), Cell.Text(school.School.Name, CellStyle.Wrap), Cell.Text(school.School.Municipality), Cell.Integer(school.School.Row, CellStyle.Normal),
                    Cell.Text(difference.Criterion.ToString()), Cell.Text(DiscrepancyText.Holds(difference.Printed)), Cell.Text(difference.Cell),
                    Cell.Text(DiscrepancyText.Holds(difference.Recomputed)), Cell.Text(difference.Why, CellStyle.Wrap));
            }
        }
    }

    private static void WritePlaces(WorkbookWriter workbook, OwnList own)
    {
        var sheet = workbook.AddSheet(new SheetLayout(PlacesSheet) { ColumnWidths = [30, 9, 38, 26, 16, 90], FrozenRows = 2, FirstRepeatedRow = 1, LastRepeatedRow = 2, FilterRow = 2 });
        sheet.WriteRow(Cell.Text($"Приложение и перечень портала: {own.Heading.Title}", CellStyle.Title));
        sheet.WriteRow([.. new[] { "Где", "Код", "Школа", "Муниципалитет", "В приложении", "Что говорит другая сторона" }.Select(Cell.Header)]);
        foreach (var (title, schools) in DiscrepancyText.Places(own.Comparison))
        {
            foreach (var school in schools)
            {
                sheet.WriteRow(
                    Cell.Text(title), Cell.Text(school.Printed?.Code ?? school.Own!.Code), Cell.Text(school.Printed?.Name ?? school.Own!.Name, CellStyle.Wrap),
                    Cell.Text(school.Printed?.Municipality ?? school.Own!.Municipality), Cell.Text(school.Cells), Cell.Text(school.Why, CellStyle.Wrap));
            }
        }
    }

    private static void WriteMarkers(WorkbookWriter workbook, OwnList own)
    {
        var sheet = workbook.AddSheet(new SheetLayout(MarkersSheet) { ColumnWidths = [9, 38, 26, 18, 8, 12, 28, 36], FrozenRows = 1, FirstRepeatedRow = 1, FilterRow = 1 });
        sheet.WriteRow([.. new[] { "Код", "Школа", "Муниципалитет", "Процедура", "Год", "Ячейка", "В приложении", "В перечне портала" }.Select(Cell.Header)]);
        foreach (var marker in own.Comparison.Markers)
        {
            sheet.WriteRow(
                Cell.Text(marker.Printed.Code), Cell.Text(marker.Printed.Name, CellStyle.Wrap), Cell.Text(marker.Printed.Municipality), Cell.Text(marker.Procedure),
                Cell.Integer(marker.Year, CellStyle.Normal), Cell.Text(marker.Cell), Cell.Text(marker.InAnnex), Cell.Text(marker.InList));
        }
    }

    private static void WriteSchools(WorkbookWriter workbook, DiscrepancyDocument document)
    {
        var sheet = workbook.AddSheet(new SheetLayout(SchoolsSheet) { ColumnWidths = [9, 38, 26, 8, 14, 14, 14, 14], FrozenRows = 1, FirstRepeatedRow = 1, FilterRow = 1 });
        sheet.WriteRow([.. new[] { "Код", "Школа", "Муниципалитет", "Строка", "A в приказе", "A по маркерам", "B в приказе", "B по маркерам" }.Select(Cell.Header)]);
        foreach (var (school, verdict, _) in document.Schools)
        {
            sheet.WriteRow(
                Cell.Text(school.Code), Cell.Text(school.Name, CellStyle.Wrap), Cell.Text(school.Municipality), Cell.Integer(school.Row, CellStyle.Normal),
                Sign(school.CriterionA?.Holds), Sign(verdict.Criteria.Contains(Criterion.A)), Sign(school.CriterionB?.Holds), Sign(verdict.Criteria.Contains(Criterion.B)));
        }
    }

    private static void WriteSources(WorkbookWriter workbook, DiscrepancyDocument document)
    {
        var sheet = workbook.AddSheet(new SheetLayout(AnnexWorkbook.SourcesSheet) { ColumnWidths = [36, 90] });
        sheet.WriteRow(Cell.Header("Документ"), Cell.Text(document.Requisites, CellStyle.Wrap));
        if (document.Own is { } own)
        {
            sheet.WriteRow(Cell.Header("Перечень портала"), Cell.Text($"{own.Heading.Title}, {own.Heading.State.RussianName()}, SHA-256 {own.Heading.RunSha256}", CellStyle.Wrap));
        }

        sheet.WriteRow(Cell.Header("Методика пересчёта"), Cell.Text(FigureText.Title(document.Methodology)));
        sheet.WriteRow(Cell.Header("Правило"), Cell.Text($"{AnnexText.CriterionA(document.Methodology)} {AnnexText.CriterionB(document.Methodology)}", CellStyle.Wrap));
        foreach (var source in document.Sources)
        {
            sheet.WriteRow(Cell.Header("Файл"), Cell.Text($"{source.File}, {FigureText.Moment(source.UploadedAt)}, {source.Author}, SHA-256 {source.Sha256}", CellStyle.Wrap));
        }
    }

    private static Cell Sign(bool? holds) => holds switch { true => Cell.Text("да", CellStyle.Low), false => Cell.Text("нет", CellStyle.Muted), _ => Cell.NoData };
}
