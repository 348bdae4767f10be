using EffectiveSchool.Imports.Tables;

namespace EffectiveSchool.Imports.Results;

/// <summary>Reads matrices of published annexes: код; наименование; год; процедура; маркер — 1, 0 or empty.</summary>
internal sealed class MarkerMatrixReader(TemplateColumns columns, Findings findings, string? sheet) : TemplateReader(columns, findings, sheet)
{
    public override ResultFileFormat Format => ResultFileFormat.MarkerMatrix;

    protected override IReadOnlyList<TemplateColumn> Figures { get; } = [TemplateColumn.Marker];

    protected override ResultRow? ReadResult(TableRow row, SchoolMention school, string procedure, int year)
    {
        var cell = Columns.Cell(row, TemplateColumn.Marker);
        switch (CellText.Number(cell))
        {
            case 1:
                return new ResultRow(Sheet, school, procedure, year, null, null, true);
            case 0:
                return new ResultRow(Sheet, school, procedure, year, null, null, false);
            case null when CellText.IsNoData(cell):
                return null;
            default:
                Refuse(row, TemplateColumn.Marker, school.AsWritten, $"Маркер «{Text(row, TemplateColumn.Marker)}»: ожидается 1, 0 или пустая ячейка.", "Поставьте 1, если результат низкий, 0, если нет, или оставьте ячейку пустой, если данных нет.");
                return null;
        }
    }
}
