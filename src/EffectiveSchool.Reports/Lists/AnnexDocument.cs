using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Reports.Documents;
using EffectiveSchool.Reports.Figures;

namespace EffectiveSchool.Reports.Lists;

/// <summary>The annex to the order as docx, with the blanks that offices fill in: body, date and number of the order, signature.</summary>
public static class AnnexDocument
{
    private const int NumberWidth = 400;
    private const int CriterionWidth = 400;
    private const int OutcomeWidth = 1200;
    private const int LevelWidth = 900;
    private const int MostMarkerWidth = 590;
    private const int LeastSchoolWidth = 2400;

    /// <summary>Writes the document into <paramref name="output"/>, which is left open; equal lists give equal bytes.</summary>
    public static void Write(ListDocument list, Stream output)
    {
        ArgumentNullException.ThrowIfNull(list);
        var heading = list.Heading;
        using var document = new TextDocumentWriter(output, new TextProperties(
            heading.Title, $"{heading.Region}. Приложение {AnnexText.Order(heading)}", heading.RunAt));
        document.WriteParagraph($"Приложение\nк приказу {new string('_', 30)}\n{AnnexText.OrderBlanks(heading)}", TextStyle.Corner);
        if (AnnexText.IsProject(heading))
        {
            document.WriteParagraph($"ПРОЕКТ: перечень — {heading.State.RussianName()}, не утверждён", TextStyle.Corner);
        }

        foreach (var amendment in AnnexText.Amendments(heading))
        {
            document.WriteParagraph(amendment, TextStyle.Corner);
        }

        document.WriteParagraph(heading.Title, TextStyle.Title);
        document.WriteParagraph(heading.Region, TextStyle.Body, TextSide.Middle);
        if (heading.Methodology.Kind == MethodologyKind.LowResults)
        {
            document.WriteParagraph(
                $"Доля неуспешных, %. Обозначения: {MarkerLook.LowMark} и полужирный шрифт — низкий результат; прочерк — нет данных; "
                + $"{MarkerLook.SmallSampleMark} — малая выборка, меньше {LowResultMarker.SmallSampleBelow} участников.",
                TextStyle.Small);
            WriteMatrix(document, list);
        }
        else
        {
            document.WriteParagraph("Обозначения: " + IndicatorAnnex.Legend(heading.Methodology), TextStyle.Small);
            foreach (var name in IndicatorAnnex.Names(list))
            {
                document.WriteParagraph(name, TextStyle.Small);
            }

            IndicatorAnnex.WriteTable(document, list);
        }

        WriteNote(document, list);
        WriteSignature(document);
    }

    private static void WriteMatrix(TextDocumentWriter document, ListDocument list)
    {
        int[] years = [list.Heading.ResultsYear - 1, list.Heading.ResultsYear];
        var markers = list.Procedures.Count * years.Length;
        var other = NumberWidth + (2 * CriterionWidth) + OutcomeWidth + (list.HasLevels ? LevelWidth : 0);
        var marker = markers == 0 ? 0 : Math.Min(MostMarkerWidth, (TextDocumentWriter.TextWidth - other - LeastSchoolWidth) / markers);
        document.BeginTable(
            list.Heading.Title,
            [NumberWidth, TextDocumentWriter.TextWidth - other - (marker * markers), .. Enumerable.Repeat(marker, markers), CriterionWidth, CriterionWidth, OutcomeWidth, .. list.HasLevels ? [LevelWidth] : Array.Empty<int>()]);
        WriteHeader(document, list, years);
        var levels = list.HasLevels;
        var number = 0;
        foreach (var row in list.Rows)
        {
            var verdict = row.Verdict;
            document.WriteRow(
            [
                TextCell.Middle($"{++number}"),
                new TextCell($"{row.Name}, {AnnexText.Place(row)}"),
                .. years.SelectMany(year => list.Procedures.Select(procedure => MarkerCell(verdict.Marker(procedure, year), list.Heading.Methodology))),
                Holds(verdict, Criterion.A),
                Holds(verdict, Criterion.B),
                TextCell.Middle(AnnexText.Outcome(verdict)),
                .. levels ? [TextCell.Middle(row.Level ?? RussianFigures.Missing)] : Array.Empty<TextCell>(),
            ]);
        }

        if (list.Rows.Count == 0)
        {
            document.WriteRow([TextCell.Middle("В перечне нет ни одной школы.") with { Columns = markers + 5 + (list.HasLevels ? 1 : 0) }]);
        }
    }

    private static void WriteHeader(TextDocumentWriter document, ListDocument list, int[] years)
    {
        var procedures = list.Procedures;
        string[] before = ["№", "Школа, код, муниципалитет"];
        string[] after = ["Критерий A", "Критерий B", "Вывод", .. list.HasLevels ? ["Уровень"] : Array.Empty<string>()];
        document.WriteRow(
            [
                .. before.Select(h => TextCell.Header(h) with { StartsRows = true }),
                .. years.Where(_ => procedures.Count > 0).Select(year => TextCell.Header($"{year} год") with { Columns = procedures.Count }),
                .. after.Select(h => TextCell.Header(h) with { StartsRows = true, Upwards = h.StartsWith("Критерий", StringComparison.Ordinal) }),
            ],
            isHeader: true);
        document.WriteRow(
            [
                .. before.Select(_ => new TextCell("") { ContinuesRows = true }),
                .. years.SelectMany(_ => procedures.Select(p => TextCell.Header(AnnexText.ShortName(p)) with { Upwards = true })),
                .. after.Select(_ => new TextCell("") { ContinuesRows = true }),
            ],
            isHeader: true);
    }

    private static TextCell MarkerCell(LowResultMarker? marker, Methodology methodology)
    {
        if (marker is null)
        {
            return TextCell.Middle(RussianFigures.Missing);
        }

        var low = marker.State == MarkerState.Low;
        return TextCell.Middle((low ? MarkerLook.LowMark : "") + MarkerLook.Text(marker, methodology) + (marker.IsSmallSample ? MarkerLook.SmallSampleMark : "")) with
        {
            Style = TextStyle.Figure,
            Bold = low,
            Shaded = low,
        };
    }

    private static TextCell Holds(SchoolVerdict verdict, Criterion criterion) => verdict switch
    {
        { NotJudged: not null } => TextCell.Middle(RussianFigures.Missing),
        _ when verdict.Criteria.Contains(criterion) => TextCell.Middle("да") with { Bold = true },
        _ => TextCell.Middle("нет"),
    };

    private static void WriteNote(TextDocumentWriter document, ListDocument list)
    {
        var heading = list.Heading;
        document.WriteParagraph("Методика и источники", TextStyle.Heading);
        document.WriteParagraph(
            $"{AnnexText.Totals(heading)} "
            + $"Методика {FigureText.Title(heading.Methodology)}. {AnnexText.Method(heading.Methodology)}"
            + (list.Procedures.Count == 0 ? "" : $" Процедуры: {string.Join(", ", list.Procedures)}."),
            TextStyle.Small);
        if (list.HasLevels)
        {
            document.WriteParagraph("Уровень — по новейшему федеральному перечню, в котором стоит школа, в скобках его год; портал его не рассчитывает.", TextStyle.Small);
        }

        document.WriteParagraph(
            $"Идентификация выполнена {FigureText.Moment(heading.RunAt)}. Контрольная сумма расчёта (SHA-256): {heading.RunSha256}.", TextStyle.Small);
        foreach (var remark in list.Remarks)
        {
            document.WriteParagraph(remark, TextStyle.Small);
        }

        if (list.Sources.Count == 0)
        {
            document.WriteParagraph(FigureText.NoSources(list.SourcesHidden), TextStyle.Small);
            return;
        }

        document.BeginTable("Откуда эти данные", [6000, 1900, 4820, 2700]);
        document.WriteRow([.. new[] { "Файл", "Загружен", "Кто загрузил", "SHA-256, начало" }.Select(TextCell.Header)], isHeader: true);
        foreach (var source in list.Sources)
        {
            document.WriteRow(
            [
                new TextCell(source.File),
                TextCell.Middle(FigureText.Moment(source.UploadedAt)),
                new TextCell(source.Author),
                TextCell.Middle(source.Sha256[..Math.Min(16, source.Sha256.Length)]),
            ]);
        }
    }

    private static void WriteSignature(TextDocumentWriter document)
    {
        document.WriteParagraph("", TextStyle.Body);
        document.BeginTable("Подпись", [5600, 700, 3000, 700, 4200], lines: false);
        document.WriteRow([.. Enumerable.Range(0, 5).Select(i => new TextCell("") { Style = TextStyle.Body, Blank = i % 2 == 0 })]);
        document.WriteRow([.. new[] { "(должность)", "", "(подпись)", "", "(расшифровка подписи)" }.Select(t => new TextCell(t) { Style = TextStyle.Caption })]);
    }
}
