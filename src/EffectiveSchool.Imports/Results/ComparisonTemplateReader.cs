using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Results;

/// <summary>Reads the portal's own template of comparisons with the journal: one row for a school, procedure and year.</summary>
internal sealed class ComparisonTemplateReader(TemplateColumns columns, Findings findings, string? sheet) : TemplateReader(columns, findings, sheet), IComparisonReader
{
    private static readonly TemplateColumn[] Parts = [TemplateColumn.Lowered, TemplateColumn.Confirmed, TemplateColumn.Raised];
    private readonly List<ComparisonRow> _rows = [];

    public override ResultFileFormat Format => ResultFileFormat.MarkComparison;

    public IReadOnlyList<ComparisonSection> Comparisons => [.. _rows.GroupBy(r => (r.Procedure, r.Year))
        .Select(g => new ComparisonSection(Sheet, g.Key.Procedure, g.Key.Year, Columns.Recognised, [.. g], []))];

    protected override IReadOnlyList<TemplateColumn> Figures { get; } = [TemplateColumn.Participants, .. Parts];

    public override IEnumerable<SectionDraft> Finish()
    {
        // What is worth noting is noted; there are no results among the rows.
        _ = base.Finish();
        return [];
    }

    protected override ResultRow? ReadResult(TableRow row, SchoolMention school, string procedure, int year)
    {
        if (school.Code.Length == 0)
        {
            // The base refuses it: a comparison is not worth a person's search for the school.
            return null;
        }

        if (CellText.IsNoData(Columns.Cell(row, TemplateColumn.Participants)) && Array.TrueForAll(Parts, p => CellText.IsNoData(Columns.Cell(row, p))))
        {
            RowsWithoutData.Add(row.Number);
        }
        else if (Count(row, school, TemplateColumn.Participants) is { } participants
            && Count(row, school, Parts[0]) is { } lowered && Count(row, school, Parts[1]) is { } confirmed && Count(row, school, Parts[2]) is { } raised)
        {
            Take(row, school, procedure, year, participants, [lowered, confirmed, raised]);
        }

        return null;
    }

    private void Take(TableRow row, SchoolMention school, string procedure, int year, int participants, int?[] counts)
    {
        if (participants == 0)
        {
            RowsWithoutData.Add(row.Number);
        }
        else if (JournalComparison.Restore(participants, counts, [null, null, null], out var refusal) is { } comparison)
        {
            _rows.Add(new ComparisonRow(Sheet, school, procedure, year, comparison));
        }
        else
        {
            Refuse(row, refusal!.Value.Part is { } part ? Parts[part] : TemplateColumn.Participants, school.AsWritten, refusal.Value.Sentence, "Проверьте все четыре числа.");
        }
    }

    private int? Count(TableRow row, SchoolMention school, TemplateColumn column)
    {
        var count = CellText.Count(Columns.Cell(row, column));
        if (count is null)
        {
            Refuse(row, column, school.AsWritten, $"«{column.Heading()}» записано как «{Text(row, column)}»: ожидается целое число не меньше 0.", "Укажите число; если таких участников нет, укажите 0.");
        }

        return count;
    }
}
