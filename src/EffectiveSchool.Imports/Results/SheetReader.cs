using EffectiveSchool.Imports.Columns;
using EffectiveSchool.Imports.Protocols;

namespace EffectiveSchool.Imports.Results;

/// <summary>Reads the rows under a recognised header; one for each layout.</summary>
internal abstract class SheetReader(Findings findings, string? sheet)
{
    protected Findings Findings { get; } = findings;

    protected string? Sheet { get; } = sheet;

    protected List<int> RowsWithoutData { get; } = [];

    public abstract ResultFileFormat Format { get; }

    /// <summary>Whether the layout is a matrix that prints the counts behind its markers, as the portal's annex does.</summary>
    public virtual bool HasCounts => false;

    public abstract void Read(TableRow row);

    /// <summary>The sections read, after the last row.</summary>
    public virtual IEnumerable<SectionDraft> Finish()
    {
        Findings.Note(Sheet, RowsWithoutData, "Нет данных: участники не указаны или процедура не проводилась");
        return Sections();
    }

    /// <summary>The reader for the layout whose header this row is; null where it is no header.</summary>
    /// <param name="row">The row.</param>
    /// <param name="preamble">Rows above it.</param>
    /// <param name="findings">Where the sheet is refused if it is recognised and still of no use.</param>
    /// <param name="sheet">Sheet name.</param>
    /// <param name="refused">Whether the sheet was refused.</param>
    public static SheetReader? Recognise(TableRow row, IReadOnlyList<TableRow> preamble, Findings findings, string? sheet, out bool refused)
    {
        refused = false;
        if (MarkComparisonColumns.Recognise(row) is { } comparison)
        {
            return Take(MarkComparisonReader.Create(comparison, preamble, findings, sheet), comparison.Recognised, out refused);
        }

        if (MarkStatisticsColumns.Recognise(row) is { } marks)
        {
            return Take(MarkStatisticsReader.Create(marks, preamble, findings, sheet), marks.Recognised, out refused);
        }

        if (ProtocolRemarksReader.Recognise(row, findings, sheet) is { } remarks)
        {
            return remarks;
        }

        if (TemplateColumns.Recognise(row) is { } columns)
        {
            if (columns.Problem is not { } problem)
            {
                findings.NoteUnread(sheet, row, columns.Recognised);
                return columns.Has(TemplateColumn.Marker) ? new MarkerMatrixReader(columns, findings, sheet)
                    : columns.Has(TemplateColumn.Lowered) ? new ComparisonTemplateReader(columns, findings, sheet)
                    : new ResultTemplateReader(columns, findings, sheet);
            }

            findings.RefuseSheet(sheet, problem, "Добавьте столбец: скачайте шаблон результатов и сверьте заголовки.");
            refused = true;
        }

        return null;

        SheetReader? Take(SheetReader? reader, IReadOnlyList<RecognisedColumn> recognised, out bool isRefused)
        {
            isRefused = reader is null;
            if (reader is not null)
            {
                findings.NoteUnread(sheet, row, recognised);
            }

            return reader;
        }
    }

    protected abstract IEnumerable<SectionDraft> Sections();
}
