using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Columns;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Registry;

/// <summary>
/// Reads a registry of schools, workbook or csv: the portal's own template or any table with its headings. Never throws
/// for the content of a file.
/// </summary>
public static class SchoolFileReader
{
    private const int HighestHeader = 20;

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="fileName">Name as it was sent.</param>
    /// <param name="rowsRead">Told the number of rows read so far.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="headings">Headings that a person explained before.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static SchoolFile Read(
        Stream stream, string fileName, IProgress<int>? rowsRead = null, CancellationToken cancellationToken = default, IReadOnlyList<HeadingMap>? headings = null)
    {
        var findings = new Findings(fileName);
        var columns = new List<RecognisedColumn>();
        string? sha256 = null;
        try
        {
            using var table = TableFile.Open(stream, cancellationToken);
            sha256 = table.Sha256;
            var rows = new List<SchoolRow>();
            foreach (var sheet in table.SheetsToRead(findings, headings, rowsRead, cancellationToken))
            {
                if (sheet.IsHidden)
                {
                    findings.Note(sheet.Name, "Скрытый лист пропущен.");
                }
                else
                {
                    ReadSheet(sheet, findings, columns, rows);
                }
            }

            if (columns.Count == 0)
            {
                throw new FileRefusedException(
                    "Реестр школ в файле не распознан: нет строки заголовков со столбцом «Наименование ОО» и кодом школы.",
                    "Скачайте шаблон реестра и перенесите данные в него.");
            }

            findings.NoteUnfilled(rows.Count > 0);
            return new SchoolFile(fileName, sha256, columns, Unique(rows, findings), findings.Refusals, findings.Notes);
        }
        catch (FileRefusedException fault)
        {
            findings.RefuseFile(fault);
            return new SchoolFile(fileName, sha256, columns, [], findings.Refusals, findings.Notes);
        }
    }

    private static void ReadSheet(TableSheet sheet, Findings findings, List<RecognisedColumn> columns, List<SchoolRow> rows)
    {
        SchoolRowReader? reader = null;
        var above = 0;
        foreach (var row in sheet.Rows)
        {
            if (reader is not null)
            {
                if (reader.Read(row) is { } school)
                {
                    rows.Add(school);
                }

                continue;
            }

            reader = SchoolRowReader.Recognise(row, sheet.Name, findings);
            if (reader is not null)
            {
                columns.AddRange(reader.Columns);
            }
            else if (++above > HighestHeader)
            {
                break;
            }
        }

        if (reader is null && above > 0)
        {
            findings.Note(sheet.Name, "Таблица на листе не распознана, лист пропущен.");
        }
    }

    /// <summary>A code belongs to one school: equal rows count once, different ones are all refused.</summary>
    private static List<SchoolRow> Unique(List<SchoolRow> rows, Findings findings)
    {
        var left = new HashSet<SchoolRow>(ReferenceEqualityComparer.Instance);
        var byCode = rows.SelectMany(r => r.Codes.Where(c => c.Kind != SchoolCodeKind.Oktmo), (row, code) => (Row: row, Code: code)).GroupBy(r => r.Code, r => r.Row);
        foreach (var same in byCode.Where(g => g.Skip(1).Any()))
        {
            SchoolRow[] all = [.. same];
            if (Array.TrueForAll(all, r => r.SaysTheSameAs(all[0])))
            {
                if (all.Skip(1).Count(left.Add) > 0)
                {
                    findings.Note(all[0].Sheet, [.. all.Select(r => r.Row)], $"«{all[0].Name}»: строка повторена, учтена один раз");
                }

                continue;
            }

            foreach (var row in all.Where(left.Add))
            {
                findings.Refuse(new Refusal(
                    findings.File, row.Sheet, row.Row, null, row.Name,
                    $"{same.Key.Kind.RussianName()} {same.Key.Digits} стоит у разных школ: строки {string.Join(", ", all.Select(r => r.Row))}.",
                    "Оставьте код у одной школы или удалите лишнюю строку."));
            }
        }

        return rows.FindAll(r => !left.Contains(r));
    }
}
