using EffectiveSchool.Data.Results;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Columns;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Web.Imports;

/// <summary>A file of a batch, opened for reading.</summary>
public sealed record OpenedFile(int Id, string Name, Stream Bytes);

/// <summary>The rows of the files of a batch, read as they are asked for: one file at a time stands in memory.</summary>
internal sealed class BatchRows(int batchId, IReadOnlyList<OpenedFile> files, IReadOnlyList<HeadingMap> headings, int lastYear, ILogger log) : IProgress<int>
{
    private int _rowsOfFilesBefore;
    private int _rowsOfFile;

    /// <summary>What was recognised in the files read so far.</summary>
    public List<FileFindings> Findings { get; } = [];

    /// <summary>Rows read so far; asked for from another thread.</summary>
    public int RowsRead => Volatile.Read(ref _rowsOfFilesBefore) + Volatile.Read(ref _rowsOfFile);

    void IProgress<int>.Report(int value) => Volatile.Write(ref _rowsOfFile, value);

    public IEnumerable<StagedRow> Read(CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            foreach (var row in Read(file, cancellationToken))
            {
                yield return row;
            }

            _rowsOfFilesBefore += Interlocked.Exchange(ref _rowsOfFile, 0);
        }
    }

    private IEnumerable<StagedRow> Read(OpenedFile file, CancellationToken cancellationToken)
    {
        ResultFile result;
        try
        {
            result = ResultFileReader.Read(file.Bytes, file.Name, this, cancellationToken, headings, lastYear);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var number = FaultNumber.New();
            log.LogError(fault, "Fault {Number}: file {File} of batch {Batch} could not be read", number, file.Id, batchId);
            Findings.Add(new FileFindings(file.Id, [], [], FaultNumber.Sentence(number)));
            return [];
        }

        if (result.Refusals.FirstOrDefault(r => r.Sheet is null && r.Row is null) is { } whole)
        {
            Findings.Add(new FileFindings(file.Id, [], [], $"{whole.Reason} {whole.WhatToDo}"));
            return [];
        }

        Findings.Add(new FileFindings(file.Id, [.. result.Sections.Select(Describe), .. result.Comparisons.Select(Describe)], [.. result.Notes.Select(Describe)], null));
        var unsettled = result.Unsettled.Select(u => u.Refusal).ToHashSet(ReferenceEqualityComparer.Instance);
        return result.Sections.SelectMany(s => s.Rows).Concat(result.Unsettled.Select(u => u.Row)).Select(r => Stage(file.Id, r))
            .Concat(result.Comparisons.SelectMany(c => c.Rows).Select(r => Stage(file.Id, r)))
            .Concat(result.Refusals.Where(r => !unsettled.Contains(r)).Select(r => Stage(file.Id, r)));
    }

    private static StagedRow Stage(int fileId, ResultRow row) => new(
        fileId, row.Sheet, row.Row, row.School.Cell, row.School.AsWritten,
        row.School.MunicipalityCode ?? (row.School.Municipality.Length == 0 ? null : row.School.Municipality),
        row.School.Code.Length == 0 ? null : row.School.Code, [.. row.School.CodeKinds.Select(k => k.ToString())], row.Procedure, row.Year,
        new StagedFigures(row.Participants, row.Failed, row.Marks?.Twos, row.Marks?.Threes, row.Marks?.Fours, row.Marks?.Fives, row.MeanScore, row.PublishedMarker, Version: row.Version));

    private static StagedRow Stage(int fileId, ComparisonRow row) => Stage(fileId, new ResultRow(row.Sheet, row.School, row.Procedure, row.Year, row.Comparison.Participants, null)) with
    {
        Figures = new StagedFigures(row.Comparison.Participants, Lowered: row.Comparison.Lowered, Confirmed: row.Comparison.Confirmed, Raised: row.Comparison.Raised),
    };

    private static StagedRow Stage(int fileId, Refusal refusal) => new(
        fileId, refusal.Sheet, refusal.Row, refusal.Cell, refusal.AsWritten, null, null, [], null, null, new StagedFigures(), refusal.Reason, refusal.WhatToDo);

    private static RecognisedSection Describe(ResultSection section)
    {
        ControlTotal[] compared = [.. section.ControlTotals.Where(t => t.IsComparable && t.Kind == ControlTotalKind.Municipality)];
        return new RecognisedSection(
            section.Sheet,
            section.Procedure,
            section.Year,
            string.Join(", ", section.Columns.Select(c => $"{c.Letter} — {c.Meaning}")),
            section.Schools.DistinctBy(s => s.Code, StringComparer.Ordinal).Count(),
            section.Rows.Sum(r => r.Participants ?? 0),
            compared.Length == 0 ? null : Array.TrueForAll(compared, t => t.Agrees),
            section.TotalsSummary);
    }

    private static RecognisedSection Describe(ComparisonSection section)
    {
        ControlTotal[] compared = [.. section.ControlTotals.Where(t => t.IsComparable && t.Kind == ControlTotalKind.Municipality)];
        return new RecognisedSection(
            section.Sheet,
            section.Procedure + ", сравнение с журналом",
            section.Year,
            string.Join(", ", section.Columns.Select(c => $"{c.Letter} — {c.Meaning}")),
            section.Rows.DistinctBy(r => r.School.Code, StringComparer.Ordinal).Count(),
            section.Rows.Sum(r => r.Comparison.Participants),
            compared.Length == 0 ? null : Array.TrueForAll(compared, t => t.Agrees),
            section.TotalsSummary);
    }

    private static string Describe(ImportNote note) => note.Sheet is null ? note.Text : $"Лист «{note.Sheet}»: {note.Text}";
}
