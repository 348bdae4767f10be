using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Documents;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Lists;

/// <summary>The matrix of an annex whose methodology judges by indicators: as sheets and as a table of a text document.</summary>
internal static class IndicatorAnnex
{
    private const int NumberWidth = 400;
    private const int OutcomeWidth = 1900;
    private const int MostIndicatorWidth = 1500;
    private const int LeastSchoolWidth = 3200;

    /// <summary>What the signs mean, as sentences.</summary>
    public static string Legend(Methodology methodology) => methodology.Kind == MethodologyKind.RiskZone
        ? $"{MarkerLook.LowMark} и полужирный шрифт — дефицит есть; «{RussianFigures.Missing}» — нет данных."
        : $"{MarkerLook.LowMark} и полужирный шрифт — показатель выполняется; «{RussianFigures.Missing}» — нет данных; «н/п» — неприменим: такого класса в школе нет. "
            + "Под значением школы — значение региона за те же годы, если показатель с ним сравнивается; в столбцах «разрыв» — школа минус регион.";

    /// <summary>The columns: numbers and names in order.</summary>
    public static IReadOnlyList<Indicator> Columns(ListDocument list) => IndicatorCatalogue.Of(list.Heading.Methodology.Kind);

    /// <summary>The names of the columns by their numbers: «1 — Участие в … (меньше 0,5 % …)».</summary>
    public static IEnumerable<string> Names(ListDocument list) =>
        Columns(list).Select(i => $"{i.Number()} — {i.Title()}: {IndicatorText.Rule(i, list.Heading.Methodology)}.");

    /// <summary>«6 из 12 применимых, данные по 11»; a dash where the school is not judged.</summary>
    public static string Tally(SchoolVerdict verdict) => verdict.NotJudged is null ? IndicatorText.Tally(verdict) : RussianFigures.Missing;

    /// <summary>The last column of a printed annex: «6 из 12 применимых; в перечне».</summary>
    public static string Conclusion(SchoolVerdict verdict) => verdict.IsUnknown ? AnnexText.Listed(verdict) : $"{Tally(verdict)}; {AnnexText.Listed(verdict)}";

    /// <summary>The first sheet.</summary>
    public static void WriteMatrix(WorkbookWriter workbook, ListDocument list)
    {
        var indicators = Columns(list);
        var sheet = workbook.AddSheet(new SheetLayout(AnnexWorkbook.MatrixSheet)
        {
            ColumnWidths = [5, 9, 38, 26, .. indicators.SelectMany(Widths), 14, 14, 14, 16, .. list.HasLevels ? [22.0] : Array.Empty<double>()],
            FrozenRows = 3,
            FrozenColumns = 3,
            FirstRepeatedRow = 3,
            FilterRow = 3,
        });
        sheet.WriteRow(Cell.Text(list.Heading.Title, CellStyle.Title));
        sheet.WriteRow(Cell.Text($"{AnnexText.Above(list.Heading)} {IndicatorText.Rule(list.Heading.Methodology)}", CellStyle.Note));
        sheet.WriteRow(height: 60,
        [
            .. new[] { "№", "Код", "Школа", "Муниципалитет" }.Select(Cell.Header),
            .. indicators.SelectMany(i => new[] { i.ColumnTitle(), i.ComparesWithRegion() ? $"{i.Number()}. Регион" : null }.OfType<string>()).Select(Cell.Header),
            .. new[] { IndicatorText.CountedHeading(list.Heading.Methodology.Kind), "Применимо", "С данными", "Вывод" }.Select(Cell.Header),
            .. list.HasLevels ? [Cell.Header(AnnexText.Level)] : Array.Empty<Cell>(),
        ]);
        var number = 0;
        foreach (var row in list.Rows)
        {
            var findings = row.Verdict.Findings ?? [];
            sheet.WriteRow(
            [
                Cell.Integer(++number), Cell.Text(row.Code), Cell.Text(row.Name), Cell.Text(row.Municipality),
                .. indicators.SelectMany(i => FindingCells(i, findings.FirstOrDefault(f => f.Indicator == i))),
                row.Verdict.IsUnknown ? Cell.NoData : Cell.Integer(row.Verdict.Holding), Cell.Integer(row.Verdict.Applicable), Cell.Integer(row.Verdict.Known), Cell.Text(AnnexText.Listed(row.Verdict)),
                .. list.HasLevels ? [row.Level is { } level ? Cell.Text(level) : Cell.NoData] : Array.Empty<Cell>(),
            ]);
        }
    }

    /// <summary>The second sheet: every number with its region, years and source.</summary>
    public static void WriteNumbers(WorkbookWriter workbook, ListDocument list)
    {
        var sheet = workbook.AddSheet(new SheetLayout(AnnexWorkbook.CountsSheet)
        {
            ColumnWidths = [9, 38, 26, 6, 44, 16, 12, 12, 10, 24, 8, 12, 12, 40, 26, 8, 44],
            FrozenRows = 1,
            FrozenColumns = 2,
            FirstRepeatedRow = 1,
            FilterRow = 1,
        });
        sheet.WriteRow([.. new[]
        {
            "Код", "Школа", "Муниципалитет", "№", "Показатель", "Состояние", "Школа: значение", "Регион", "Порог", "Из чего", "Год", "Значение года", "Регион года", "Файл", "Лист", "Строка", "Чего нет",
        }.Select(Cell.Header)]);
        foreach (var row in list.Rows)
        {
            foreach (var finding in row.Verdict.Findings ?? [])
            {
                foreach (var number in finding.Numbers.Cast<IndicatorNumber?>().DefaultIfEmpty())
                {
                    WriteNumber(sheet, row, finding, number);
                }
            }
        }
    }

    /// <summary>The table of a text document.</summary>
    public static void WriteTable(TextDocumentWriter document, ListDocument list)
    {
        var indicators = Columns(list);
        var other = NumberWidth + OutcomeWidth;
        var width = Math.Min(MostIndicatorWidth, (TextDocumentWriter.TextWidth - other - LeastSchoolWidth) / indicators.Count);
        document.BeginTable(list.Heading.Title, [NumberWidth, TextDocumentWriter.TextWidth - other - (width * indicators.Count), .. Enumerable.Repeat(width, indicators.Count), OutcomeWidth]);
        document.WriteRow([.. new[] { "№", "Школа, код, муниципалитет" }.Concat(indicators.Select(i => i.ColumnTitle())).Append(Outcome(list)).Select(TextCell.Header)], isHeader: true);
        var number = 0;
        foreach (var row in list.Rows)
        {
            var findings = row.Verdict.Findings ?? [];
            document.WriteRow(
            [
                TextCell.Middle($"{++number}"),
                new TextCell($"{row.Name}, {AnnexText.Place(row)}"),
                .. indicators.Select(i => findings.FirstOrDefault(f => f.Indicator == i) is { } finding ? TextOf(finding) : TextCell.Middle(RussianFigures.Missing)),
                TextCell.Middle($"{Conclusion(row.Verdict)}{(row.Level is null ? "" : $"; фед.: {row.Level}")}"),
            ]);
        }

        if (list.Rows.Count == 0)
        {
            document.WriteRow([TextCell.Middle("В перечне нет ни одной школы.") with { Columns = indicators.Count + 3 }]);
        }
    }

    /// <summary>Heading of the last column of a printed annex.</summary>
    public static string Outcome(ListDocument list) => $"{IndicatorText.CountedHeading(list.Heading.Methodology.Kind)} и вывод";

    private static TextCell TextOf(IndicatorFinding finding)
    {
        var holds = finding.State == IndicatorState.Holds;
        return TextCell.Middle(IndicatorLook.Beside(finding) is { } beside ? $"{IndicatorLook.Text(finding)}\n{beside}" : IndicatorLook.Text(finding)) with { Style = TextStyle.Figure, Bold = holds, Shaded = holds };
    }

    private static double[] Widths(Indicator indicator) => indicator.IsDeficit() ? [20] : indicator.ComparesWithRegion() ? [12, 10] : [12];

    /// <summary>What is judged and, where the indicator compares with it, the region's value: figures as numbers.</summary>
    private static IEnumerable<Cell> FindingCells(Indicator indicator, IndicatorFinding? finding)
    {
        yield return finding switch
        {
            null or { State: IndicatorState.NoData } => Cell.NoData,
            { State: IndicatorState.NotApplicable } => Cell.Text(IndicatorText.StateWord(indicator, finding.State), CellStyle.Muted),
            _ when indicator.IsDeficit() => Cell.Text(IndicatorLook.Plain(finding), Style(finding)),
            _ => Cell.Figure(finding.Judged, Decimals(finding), finding.State == IndicatorState.Holds ? CellStyle.Low : CellStyle.Percent),
        };
        if (indicator.ComparesWithRegion())
        {
            yield return finding is { IsKnown: true, Region: { } region }
                ? Cell.Figure(region, IndicatorText.DecimalsOf(region, indicator, finding.Value))
                : finding is { State: IndicatorState.NotApplicable } ? Cell.Text(IndicatorText.StateWord(indicator, finding.State), CellStyle.Muted)
                : Cell.NoData;
        }
    }

    private static int Decimals(IndicatorFinding finding) => finding.IsGap
        ? IndicatorText.DecimalsOf(Math.Abs(finding.Judged ?? 0), finding.Indicator, finding.Limit)
        : IndicatorText.DecimalsOf(finding.Value ?? 0, finding.Indicator, finding.Region ?? finding.Limit);

    private static CellStyle Style(IndicatorFinding finding) => finding.State == IndicatorState.Holds ? CellStyle.Low : CellStyle.Normal;

    private static void WriteNumber(SheetWriter sheet, ListRow row, IndicatorFinding finding, IndicatorNumber? number)
    {
        var source = number?.Sources.Count == 1 ? number.Sources[0] : null;
        sheet.WriteRow(
            Cell.Text(row.Code), Cell.Text(row.Name), Cell.Text(row.Municipality), Cell.Integer(finding.Number), Cell.Text(finding.Indicator.Title(), CellStyle.Wrap),
            Cell.Text(IndicatorText.StateName(finding.Indicator, finding.State), finding.State == IndicatorState.Holds ? CellStyle.Low : finding.IsKnown ? CellStyle.Normal : CellStyle.Muted),
            finding.Value is null ? Cell.NoData : finding.Unit == IndicatorUnit.YesNo ? Cell.Text(IndicatorText.Value(finding)) : Cell.Number(finding.Value), Cell.Number(finding.Region), Cell.Number(finding.Limit),
            Cell.Text(number?.What), Cell.Integer(number?.Year, CellStyle.Normal), number is not null && finding.Unit == IndicatorUnit.YesNo ? Cell.Text(IndicatorText.Figure(number.Value, finding.Indicator, null)) : Cell.Number(number?.Value), Cell.Number(number?.Region),
            Cell.Text(source?.File ?? (number is null ? null : string.Join("; ", number.Sources)), CellStyle.Wrap), Cell.Text(source?.Sheet, CellStyle.Wrap), Cell.Integer(source?.Row, CellStyle.Normal),
            Cell.Text(finding.Missing, CellStyle.Wrap));
    }
}
