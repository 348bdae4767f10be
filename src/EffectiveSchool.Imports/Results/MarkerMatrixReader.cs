namespace EffectiveSchool.Imports.Results;

/// <summary>
/// Reads matrices of published annexes: код; наименование; год; процедура; маркер — 1, 0 or empty, or the words of the
/// portal's own annex. Where the matrix prints «участников» and «не преодолели порог» as well, the counts are taken.
/// </summary>
internal sealed class MarkerMatrixReader(TemplateColumns columns, Findings findings, string? sheet) : TemplateReader(columns, findings, sheet)
{
    public override ResultFileFormat Format => ResultFileFormat.MarkerMatrix;

    protected override IReadOnlyList<TemplateColumn> Figures { get; } = [TemplateColumn.Marker];

    public override bool HasCounts => Columns.Has(TemplateColumn.Participants) && Columns.Has(TemplateColumn.Failed);

    protected override ResultRow? ReadResult(TableRow row, SchoolMention school, string procedure, int year)
    {
        var isBare = !HasCounts
            || (CellText.IsNoData(Columns.Cell(row, TemplateColumn.Participants)) && CellText.IsNoData(Columns.Cell(row, TemplateColumn.Failed)));
        return isBare ? ReadMarker(row, school, procedure, year) : ReadCounts(row, school, procedure, year);
    }

    private ResultRow? ReadCounts(TableRow row, SchoolMention school, string procedure, int year)
    {
        var participants = CellText.Count(Columns.Cell(row, TemplateColumn.Participants));
        var failed = CellText.Count(Columns.Cell(row, TemplateColumn.Failed));
        if (participants is { } all && failed is { } known && known <= all)
        {
            return new ResultRow(Sheet, school, procedure, year, all, known);
        }

        Refuse(
            row, participants is null ? TemplateColumn.Participants : TemplateColumn.Failed, school.AsWritten,
            $"Участников «{Text(row, TemplateColumn.Participants)}», не преодолели порог «{Text(row, TemplateColumn.Failed)}»: ожидаются два целых числа, второе не больше первого.",
            "Проверьте оба числа или оставьте обе ячейки пустыми.");
        return null;
    }

    private ResultRow? ReadMarker(TableRow row, SchoolMention school, string procedure, int year)
    {
        var cell = Columns.Cell(row, TemplateColumn.Marker);
        switch (CellText.Number(cell), CellText.Heading(cell))
        {
            case (1, _) or (null, "НИЗКИЙ"):
                return new ResultRow(Sheet, school, procedure, year, null, null, true);
            case (0, _) or (null, "НЕ НИЗКИЙ"):
                return new ResultRow(Sheet, school, procedure, year, null, null, false);
            case (null, _) when CellText.IsNoData(cell):
                return null;
            default:
                Refuse(row, TemplateColumn.Marker, school.AsWritten, $"Маркер «{Text(row, TemplateColumn.Marker)}»: ожидается 1 (низкий), 0 (не низкий) или пустая ячейка.", "Поставьте 1, если результат низкий, 0, если нет, или оставьте ячейку пустой, если данных нет.");
                return null;
        }
    }
}
