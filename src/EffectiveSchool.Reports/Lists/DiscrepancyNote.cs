using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Documents;
using EffectiveSchool.Reports.Figures;

namespace EffectiveSchool.Reports.Lists;

/// <summary>«Расхождение с приказом» as docx: what contradicts itself, who is in one list and not in the other, markers that differ.</summary>
public static class DiscrepancyNote
{
    private const string Title = "Опубликованное приложение и перечень портала";

    /// <summary>Writes the document into <paramref name="output"/>, which is left open.</summary>
    public static void Write(DiscrepancyDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var text = new TextDocumentWriter(output, new TextProperties(Title));
        text.WriteParagraph(Title, TextStyle.Title);
        text.WriteParagraph($"{document.Requisites}, результаты {document.Year - 1} и {document.Year} годов. Напечатано школ: {RussianFigures.Count(document.Schools.Count)}.");
        text.WriteParagraph($"{AnnexText.CriterionA(document.Methodology)} {AnnexText.CriterionB(document.Methodology)} Методика пересчёта: {FigureText.Title(document.Methodology)}.");
        WriteDiscrepancies(text, document);
        if (document.Own is { } own)
        {
            WriteOwn(text, own);
        }

        text.WriteParagraph("Откуда эти данные", TextStyle.Heading);
        foreach (var source in document.Sources)
        {
            text.WriteParagraph($"{source.File}{(document.Sheet is null ? "" : $", лист «{document.Sheet}»")}, {FigureText.Moment(source.UploadedAt)}, {source.Author}, SHA-256 {source.Sha256}");
        }
    }

    private static void WriteDiscrepancies(TextDocumentWriter text, DiscrepancyDocument document)
    {
        text.WriteParagraph($"Расхождения приложения с самим собой: {RussianWords.Count(document.Differing.Count, "школа", "школы", "школ")}", TextStyle.Heading);
        if (document.Differing.Count == 0)
        {
            return;
        }

        text.BeginTable("Где напечатанное не следует из напечатанных маркеров", [4300, 900, 1100, 1900, 1900, 5320]);
        Header(text, "Школа, код, муниципалитет", "Строка", "Критерий", "В приказе", "По маркерам", "Почему");
        foreach (var school in document.Differing)
        {
            foreach (var difference in school.Discrepancies)
            {
                text.WriteRow(
                [
                    new TextCell(DiscrepancyText.School(school.School, null)), TextCell.Middle($"{school.School.Row}"), TextCell.Middle(difference.Criterion.ToString()),
                    TextCell.Middle($"{DiscrepancyText.Holds(difference.Printed)} ({difference.Cell})"), TextCell.Middle(DiscrepancyText.Holds(difference.Recomputed)), new TextCell(difference.Why),
                ]);
            }
        }
    }

    private static void WriteOwn(TextDocumentWriter text, OwnList own)
    {
        text.WriteParagraph($"Сравнение: {own.Heading.Title}, {own.Heading.State.RussianName()}. Названы обоими: {RussianWords.Count(own.Comparison.Both, "школа", "школы", "школ")}.");
        foreach (var (title, schools) in DiscrepancyText.Places(own.Comparison))
        {
            text.WriteParagraph($"{title}: {RussianWords.Count(schools.Count, "школа", "школы", "школ")}", TextStyle.Heading);
            if (schools.Count == 0)
            {
                continue;
            }

            text.BeginTable(title, [5500, 2200, 7720]);
            Header(text, "Школа, код, муниципалитет", "В приложении", "Что говорит другая сторона");
            foreach (var school in schools)
            {
                text.WriteRow([new TextCell(DiscrepancyText.School(school.Printed, school.Own)), TextCell.Middle(school.Cells), new TextCell(school.Why)]);
            }
        }

        text.WriteParagraph($"Маркеры, которые отличаются: {RussianFigures.Count(own.Comparison.Markers.Count)}", TextStyle.Heading);
        if (own.Comparison.Markers.Count == 0)
        {
            return;
        }

        text.BeginTable("Маркеры, которые отличаются", [4700, 2400, 900, 1400, 2900, 3120]);
        Header(text, "Школа, код, муниципалитет", "Процедура", "Год", "Ячейка", "В приложении", "В перечне портала");
        foreach (var marker in own.Comparison.Markers)
        {
            text.WriteRow(
            [
                new TextCell(DiscrepancyText.School(marker.Printed, marker.Own)), TextCell.Middle(marker.Procedure), TextCell.Middle($"{marker.Year}"),
                TextCell.Middle(marker.Cell), new TextCell(marker.InAnnex), new TextCell(marker.InList),
            ]);
        }
    }

    private static void Header(TextDocumentWriter text, params string[] titles) => text.WriteRow([.. titles.Select(TextCell.Header)], isHeader: true);
}
