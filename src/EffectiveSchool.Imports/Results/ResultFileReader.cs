using EffectiveSchool.Imports.Columns;

namespace EffectiveSchool.Imports.Results;

/// <summary>
/// Reads a file of results: recognise → read → check (house.md «How data flows»). Never throws for the content of a
/// file: what is wrong comes back as refusals, and a file that is broken half-way brings no results at all.
/// </summary>
public static class ResultFileReader
{
    private const int HighestHeader = 40;

    /// <summary>The sheets of the portal's annex beside that of its counts: nothing in them is missed.</summary>
    private static readonly string[] AnnexSheets = ["Перечень", "Методика и источники"];

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="fileName">Name as it was sent.</param>
    /// <param name="rowsRead">Told the number of rows read so far.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="headings">Headings that a person explained before.</param>
    /// <param name="lastYear">The current calendar year: results of a later one are refused; by default any year is taken.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static ResultFile Read(
        Stream stream, string fileName, IProgress<int>? rowsRead = null, CancellationToken cancellationToken = default, IReadOnlyList<HeadingMap>? headings = null,
        int lastYear = CellText.LatestYear)
    {
        var findings = new Findings(fileName) { LastYear = lastYear };
        string? sha256 = null;
        try
        {
            using var table = TableFile.Open(stream, cancellationToken);
            sha256 = table.Sha256;
            var comparisons = new List<ComparisonSection>();
            var (format, sections) = ReadSheets(table.SheetsToRead(findings, headings, rowsRead, cancellationToken), findings, comparisons);
            if (sections.Count == 0 && comparisons.Count == 0 && findings is { HasSample: false, HasRemarks: false, Refusals.Count: 0, Unsettled.Count: 0 })
            {
                throw new FileRefusedException("В таблице есть заголовки, а строк с результатами под ними нет.", "Впишите строки под заголовками и загрузите файл снова.");
            }

            var contradictions = Duplicates.Resolve(sections, findings);
            findings.NoteUnfilled(sections.Exists(s => s.Rows.Count > 0) || comparisons.Exists(c => c.Rows.Count > 0) || findings.Unsettled.Count > 0);
            return new ResultFile(fileName, sha256, format, [.. sections.Select(s => s.Build())], findings.Refusals, findings.Notes, contradictions)
            {
                Comparisons = comparisons,
                Unsettled = findings.Unsettled,
            };
        }
        catch (FileRefusedException fault)
        {
            findings.RefuseFile(fault);
            return new ResultFile(fileName, sha256, ResultFileFormat.Unknown, [], findings.Refusals, findings.Notes, []);
        }
    }

    private static (ResultFileFormat Format, List<SectionDraft> Sections) ReadSheets(
        IEnumerable<TableSheet> sheets, Findings findings, List<ComparisonSection> comparisons)
    {
        var format = ResultFileFormat.Unknown;
        var sections = new List<SectionDraft>();
        var unknown = new List<string?>();
        var isAnnex = false;
        var refusedBefore = findings.Refusals.Count;
        foreach (var sheet in sheets)
        {
            if (sheet.IsHidden)
            {
                findings.Note(sheet.Name, "Скрытый лист пропущен.");
                continue;
            }

            var (reader, isBlank, refused) = ReadSheet(sheet, findings);
            if (reader is not null)
            {
                format = format == ResultFileFormat.Unknown ? reader.Format : format;
                isAnnex |= reader.HasCounts;
                sections.AddRange(reader.Finish());
                comparisons.AddRange((reader as IComparisonReader)?.Comparisons ?? []);
            }
            else if (!isBlank && !refused)
            {
                unknown.Add(sheet.Name);
            }
        }

        if (format == ResultFileFormat.Unknown && findings.Refusals.Count == refusedBefore)
        {
            throw new FileRefusedException(
                unknown.Count == 0 ? "В файле нет ни одной заполненной таблицы." : "Таблица результатов в файле не распознана.",
                "Загрузите отчёт ФИС ОКО «Статистика по отметкам», заполненный шаблон результатов или таблицу «код; наименование; год; процедура; маркер».");
        }

        foreach (var name in unknown.Where(n => !isAnnex || !AnnexSheets.Contains(n)))
        {
            findings.Note(name, "Таблица на листе не распознана, лист пропущен.");
        }

        return (format, sections);
    }

    private static (SheetReader? Reader, bool IsBlank, bool Refused) ReadSheet(TableSheet sheet, Findings findings)
    {
        SheetReader? reader = null;
        var preamble = new List<TableRow>();
        foreach (var row in sheet.Rows)
        {
            if (reader is not null)
            {
                reader.Read(row);
                continue;
            }

            reader = SheetReader.Recognise(row, preamble, findings, sheet.Name, out var refused);
            if (refused)
            {
                return (null, false, true);
            }

            preamble.Add(row);
            if (reader is null && preamble.Count > HighestHeader)
            {
                break;
            }
        }

        return (reader, preamble.Count == 0, false);
    }
}
