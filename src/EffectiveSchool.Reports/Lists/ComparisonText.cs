using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Documents;
using EffectiveSchool.Reports.Figures;

namespace EffectiveSchool.Reports.Lists;

/// <summary>The comparison of two lists as docx: the summary, then who joined, left, stayed and was considered once.</summary>
public static class ComparisonText
{
    /// <summary>Writes the document into <paramref name="output"/>, which is left open.</summary>
    public static void Write(ComparisonDocument comparison, Stream output)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var document = new TextDocumentWriter(output, new TextProperties(ComparisonFacts.Title));
        document.WriteParagraph(ComparisonFacts.Title, TextStyle.Title);
        if (comparison.Extract is { } extract)
        {
            document.WriteParagraph($"Отобраны: {extract}", TextStyle.Body, TextSide.Middle);
        }

        document.BeginTable("Какие перечни сравниваются", [3420, 6000, 6000]);
        document.WriteRow([.. new[] { "", "Первый перечень", "Второй перечень" }.Select(TextCell.Header)], isHeader: true);
        foreach (var (label, value) in ComparisonFacts.OfLists)
        {
            document.WriteRow([new TextCell(label) { Bold = true }, new TextCell(value(comparison.Before)), new TextCell(value(comparison.After))]);
        }

        document.WriteRow([new TextCell("Изменение методики") { Bold = true }, new TextCell(ComparisonFacts.MethodologyChange(comparison)) { Columns = 2 }]);
        document.BeginTable("Сколько школ", [6000, 1500]);
        foreach (var (label, count) in ComparisonFacts.Counts(comparison.Comparison))
        {
            document.WriteRow([new TextCell(label) { Bold = true }, TextCell.Middle(RussianFigures.Count(count))]);
        }

        foreach (var (name, schools) in ComparisonFacts.Tables(comparison.Comparison))
        {
            WriteSchools(document, name, schools);
        }
    }

    private static void WriteSchools(TextDocumentWriter document, string name, IReadOnlyList<ComparedSchool> schools)
    {
        document.WriteParagraph($"{name}: {RussianWords.Count(schools.Count, "школа", "школы", "школ")}", TextStyle.Heading);
        if (schools.Count == 0)
        {
            return;
        }

        document.BeginTable(name, [520, 3900, 1900, 1900, 7200]);
        document.WriteRow([.. new[] { "№", "Школа, код, муниципалитет", "Было", "Стало", "Почему" }.Select(TextCell.Header)], isHeader: true);
        var number = 0;
        foreach (var compared in schools)
        {
            var school = compared.School;
            document.WriteRow(
            [
                TextCell.Middle($"{++number}"),
                new TextCell(string.Join(", ", new[] { school.Name, school.Code.Length > 0 ? $"код {school.Code}" : "", school.Municipality }.Where(t => t.Length > 0))),
                TextCell.Middle(ComparisonWorkbook.Place(compared.Before)),
                TextCell.Middle(ComparisonWorkbook.Place(compared.After)),
                new TextCell(compared.Why),
            ]);
        }
    }
}
