using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Imports.Lists;

/// <summary>
/// Reads the matrix of a published annex, one row a school: № | код | школа | муниципалитет | procedures of the year before |
/// procedures of the year | критерий A | критерий B, with the years above the procedures, as the portal's own annex has it; or
/// the long form код; наименование; год; процедура; маркер; критерий A; критерий B. A cell holds a share, 1 or 0, or words;
/// an empty one is no data. Never throws for the content of a file.
/// </summary>
public static class PublishedMatrixReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="fileName">Name as it was sent.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static PublishedMatrixFile Read(Stream stream, string fileName, CancellationToken cancellationToken = default)
    {
        var findings = new Findings(fileName);
        var matrices = new List<MatrixSheet>();
        try
        {
            using var table = TableFile.Open(stream, cancellationToken);
            TableRow? above = null;
            ListSheets.Read(
                table,
                findings,
                (row, name) =>
                {
                    var found = MatrixSheet.Recognise(row, above, name, new Findings(fileName));
                    above = row;
                    return found;
                },
                (matrix, row) => matrix.Read(row),
                (matrix, _, _) => matrices.Add(matrix),
                cancellationToken);
            if (matrices.Count == 0)
            {
                throw new FileRefusedException(
                    "Матрица приложения в файле не распознана: нет строки с процедурами («ВПР 5 РУ», «ОГЭ МА») под строкой с годами.",
                    "Перенесите таблицу приложения в Excel: в строке над школами — процедуры, над ними — годы; за ними столбцы «Критерий A» и «Критерий B».");
            }

            // The sheet of counts of the portal's own annex is a long form too: the matrix is what is printed.
            var matrix = matrices.Find(m => m.IsWide) ?? matrices[0];
            var schools = matrix.Finish();
            findings.Refusals.AddRange(matrix.Refusals);
            if (!matrix.HasCriteria)
            {
                findings.Note(matrix.Name, "Столбцов «Критерий A» и «Критерий B» нет: сравнивать пересчёт не с чем.");
            }

            return new PublishedMatrixFile(
                fileName, matrix.Name, [.. schools.SelectMany(s => s.Markers).Select(m => m.Year).Distinct().Order()], schools, findings.Refusals, findings.Notes);
        }
        catch (FileRefusedException fault)
        {
            findings.RefuseFile(fault);
            return new PublishedMatrixFile(fileName, null, [], [], findings.Refusals, findings.Notes);
        }
    }

    /// <summary>«да», «1», «+», «A»: it holds; «нет», «0», «-»: it does not; null for an empty cell and for other words.</summary>
    internal static bool? Sign(TableCell cell) => CellText.Heading(cell) switch
    {
        "ДА" or "1" or "А" or "В" or "ВЫПОЛНЯЕТСЯ" or "НИЗКИЙ" => true,
        "НЕТ" or "0" or "НЕ ВЫПОЛНЯЕТСЯ" or "НЕ НИЗКИЙ" => false,
        _ => CellText.Clean(cell.Text) switch { "+" or "✓" or "✔" => true, "-" or "–" or "−" => false, _ => null },
    };
}
