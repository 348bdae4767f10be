using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Lists;

/// <summary>The annex to the order as xlsx: the marker matrix, the counts behind it, the methodology and the files.</summary>
public static class AnnexWorkbook
{
    /// <summary>Tab of the matrix.</summary>
    public const string MatrixSheet = "Перечень";

    /// <summary>Tab of the counts.</summary>
    public const string CountsSheet = "Исходные числа";

    /// <summary>Tab of the methodology and the files.</summary>
    public const string SourcesSheet = "Методика и источники";

    private const int ColumnsBefore = 4;
    private const int HeaderRow = 3;

    /// <summary>Writes the workbook into <paramref name="output"/>, which is left open; equal lists give equal bytes.</summary>
    public static void Write(ListDocument list, Stream output)
    {
        ArgumentNullException.ThrowIfNull(list);
        using var workbook = new WorkbookWriter(output, new WorkbookProperties(list.Heading.Title)
        {
            Subject = $"{list.Heading.Region}. Приложение {AnnexText.Order(list.Heading)}",
            Created = list.Heading.RunAt,
        });
        if (list.Heading.Methodology.Kind == MethodologyKind.LowResults)
        {
            WriteMatrix(workbook, list);
            WriteCounts(workbook, list);
        }
        else
        {
            IndicatorAnnex.WriteMatrix(workbook, list);
            IndicatorAnnex.WriteNumbers(workbook, list);
        }

        AnnexSources.Write(workbook, list);
    }

    private static void WriteMatrix(WorkbookWriter workbook, ListDocument list)
    {
        int[] years = [list.Heading.ResultsYear - 1, list.Heading.ResultsYear];
        var markers = list.Procedures.Count * years.Length;
        var sheet = workbook.AddSheet(new SheetLayout(MatrixSheet)
        {
            ColumnWidths = [5, 9, 38, 26, .. Enumerable.Repeat(7.5, markers), 10, 10, 15, 14, 14, 28, 22],
            FrozenRows = HeaderRow + 1,
            FrozenColumns = ColumnsBefore - 1,
            FirstRepeatedRow = HeaderRow,
            LastRepeatedRow = HeaderRow + 1,
            FilterRow = HeaderRow + 1,
        });
        sheet.WriteRow(Cell.Text(list.Heading.Title, CellStyle.Title));
        sheet.WriteRow(Cell.Text(
            $"{AnnexText.Above(list.Heading)} Доля неуспешных, %. {ExplanationText.Rule(list.Heading.Methodology)}", CellStyle.Note));
        WriteMatrixHeader(sheet, list, years);
        var levels = list.HasLevels;
        var number = 0;
        foreach (var row in list.Rows)
        {
            var verdict = row.Verdict;
            sheet.WriteRow(
            [
                Cell.Integer(++number), Cell.Text(row.Code), Cell.Text(row.Name), Cell.Text(row.Municipality),
                .. years.SelectMany(year => list.Procedures.Select(procedure => MarkerCell(verdict.Marker(procedure, year), list.Heading.Methodology))),
                Holds(verdict, Criterion.A), Holds(verdict, Criterion.B), Cell.Text(AnnexText.Listed(verdict)),
                Cell.Integer(verdict.PupilsToFlip), Cell.Text(Stability.Word(verdict)), Cell.Text(SmallSamples(verdict), CellStyle.Wrap),
                .. levels ? [row.Level is { } level ? Cell.Text(level) : Cell.NoData] : Array.Empty<Cell>(),
            ]);
        }
    }

    private static void WriteMatrixHeader(SheetWriter sheet, ListDocument list, int[] years)
    {
        string[] before = ["№", "Код", "Школа", "Муниципалитет"];
        string[] after = ["Критерий A", "Критерий B", "Вывод", "Вывод меняют, чел.", "Устойчивость", "Малая выборка (меньше 10)", .. list.HasLevels ? [AnnexText.Level] : Array.Empty<string>()];
        var width = list.Procedures.Count;
        sheet.WriteRow(
        [
            .. before.Select(Cell.Header),
            .. years.SelectMany(year => Enumerable.Range(0, width).Select(i => i == 0 ? Cell.Integer(year, CellStyle.Header) : Cell.Empty(CellStyle.Header))),
            .. after.Select(Cell.Header),
        ]);
        sheet.WriteRow(height: 45,
        [
            .. before.Select(_ => Cell.Empty(CellStyle.Header)),
            .. years.SelectMany(_ => list.Procedures.Select(Cell.Header)),
            .. after.Select(_ => Cell.Empty(CellStyle.Header)),
        ]);
        for (var i = 0; i < years.Length && width > 1; i++)
        {
            var first = ColumnsBefore + 1 + (i * width);
            sheet.Merge(HeaderRow, first, HeaderRow, first + width - 1);
        }

        var columnsAfter = ColumnsBefore + (years.Length * width) + 1;
        foreach (var column in Enumerable.Range(1, ColumnsBefore).Concat(Enumerable.Range(columnsAfter, after.Length)))
        {
            sheet.Merge(HeaderRow, column, HeaderRow + 1, column);
        }
    }

    private static Cell MarkerCell(LowResultMarker? marker, Methodology methodology)
    {
        if (marker is null || marker.State == MarkerState.NoData)
        {
            return Cell.NoData;
        }

        var style = MarkerLook.Tone(marker) switch
        {
            MarkerTone.Low => CellStyle.Low,
            MarkerTone.Near => CellStyle.Near,
            _ => CellStyle.Percent,
        };
        return marker.FailSharePercent is { } share ? Cell.Percent(share, style, methodology.ThresholdPercent) : Cell.Text(MarkerLook.Text(marker, methodology), style);
    }

    private static Cell Holds(SchoolVerdict verdict, Criterion criterion) =>
        verdict.NotJudged is not null ? Cell.NoData
        : verdict.Criteria.Contains(criterion) ? Cell.Text("да", CellStyle.Low)
        : Cell.Text("нет", CellStyle.Muted);

    private static string SmallSamples(SchoolVerdict verdict) =>
        string.Join("; ", verdict.Markers.Where(m => m.IsSmallSample).Select(m => $"{m.Procedure}, {m.Year}: {m.Participants}"));

    private static void WriteCounts(WorkbookWriter workbook, ListDocument list)
    {
        var sheet = workbook.AddSheet(new SheetLayout(CountsSheet)
        {
            ColumnWidths = [9, 38, 26, 16, 7, 12, 14, 10, 13, 24, 18, 10, 40, 26, 8],
            FrozenRows = 1,
            FrozenColumns = 2,
            FirstRepeatedRow = 1,
            FilterRow = 1,
        });
        sheet.WriteRow(
            Cell.Header("Код"), Cell.Header("Школа"), Cell.Header("Муниципалитет"), Cell.Header("Процедура"), Cell.Header("Год"),
            Cell.Header("Участников"), Cell.Header("Не преодолели порог"), Cell.Header("Доля, %"), Cell.Header("Маркер"), Cell.Header("Почему нет данных"),
            Cell.Header("До смены маркера, чел."), Cell.Header("Малая выборка"), Cell.Header("Файл"), Cell.Header("Лист"), Cell.Header("Строка"));
        foreach (var row in list.Rows)
        {
            foreach (var marker in row.Verdict.Markers)
            {
                WriteCount(sheet, row, marker, list.Heading.Methodology);
            }
        }
    }

    private static void WriteCount(SheetWriter sheet, ListRow row, LowResultMarker marker, Methodology methodology)
    {
        var noData = marker.State == MarkerState.NoData;
        var source = marker.Sources.Count == 1 ? marker.Sources[0] : null;
        sheet.WriteRow(
            Cell.Text(row.Code), Cell.Text(row.Name), Cell.Text(row.Municipality), Cell.Text(marker.Procedure), Cell.Integer(marker.Year, CellStyle.Normal),
            Cell.Integer(marker.Participants), Cell.Integer(marker.Failed), noData ? Cell.NoData : Cell.Percent(marker.FailSharePercent, threshold: methodology.ThresholdPercent),
            Cell.Text(MarkerLook.StateName(marker.State), marker.State switch
            {
                MarkerState.Low => CellStyle.Low,
                MarkerState.NoData => CellStyle.Muted,
                _ => CellStyle.Normal,
            }),
            noData ? Cell.Text(ExplanationText.NoData(marker), CellStyle.Wrap) : Cell.Empty(),
            Cell.Integer(marker.PupilsToLine),
            Cell.Text(marker.IsSmallSample ? "да" : null),
            Cell.Text(source?.File ?? string.Join("; ", marker.Sources), CellStyle.Wrap),
            Cell.Text(source?.Sheet, CellStyle.Wrap),
            Cell.Integer(source?.Row, CellStyle.Normal));
    }
}
