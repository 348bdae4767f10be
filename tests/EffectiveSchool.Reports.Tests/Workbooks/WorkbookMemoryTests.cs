using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Tests.Workbooks;

/// <summary>Alone in the process while it runs: it counts what the whole process holds.</summary>
[CollectionDefinition(nameof(WorkbookMemoryTests), DisableParallelization = true)]
[Collection(nameof(WorkbookMemoryTests))]
public class WorkbookMemoryTests
{
    [Fact]
    public void Forty_thousand_rows_keep_no_more_memory_than_forty()
    {
        var few = LiveBytesAtTheEnd(rows: 40);
        var many = LiveBytesAtTheEnd(rows: 40_000);

        Assert.True(many - few < 4 * 1024 * 1024, $"Held {many - few:N0} bytes more than for forty rows.");
    }

    private static long LiveBytesAtTheEnd(int rows)
    {
        using var workbook = new WorkbookWriter(Stream.Null, new WorkbookProperties("Проба"));
        var sheet = workbook.AddSheet(new SheetLayout("Лист") { FilterRow = 1 });
        for (var row = 0; row < rows; row++)
        {
            sheet.WriteRow(
                Cell.Text($"СОШ № {row}"), Cell.Integer(row), Cell.Percent(row % 100), Cell.Date(new DateOnly(2024, 1, 1).AddDays(row % 365)), Cell.NoData,
                Cell.Text("Приозёрный район"), Cell.Integer(row), Cell.Percent(12.3m, CellStyle.Low), Cell.Percent(28.5m, CellStyle.Near), Cell.Empty());
        }

        var live = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(workbook);
        return live;
    }
}
