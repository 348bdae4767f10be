using System.IO.Compression;
using DocumentFormat.OpenXml.Spreadsheet;
using EffectiveSchool.Reports.Workbooks;
using FsCheck;
using FsCheck.Fluent;
using Cell = EffectiveSchool.Reports.Workbooks.Cell;
using CellStyle = EffectiveSchool.Reports.Workbooks.CellStyle;
using WorkbookProperties = EffectiveSchool.Reports.Workbooks.WorkbookProperties;

namespace EffectiveSchool.Reports.Tests.Workbooks;

public class WorkbookWriterTests
{
    private static readonly WorkbookProperties Properties = new("Проба");

    [Fact]
    public void Values_keep_their_types_and_the_file_is_valid()
    {
        using var book = Write(
            new SheetLayout("Лист"),
            sheet => sheet.WriteRow(
                Cell.Text("СОШ № 1"), Cell.Integer(1234), Cell.Percent(27.64m), Cell.Date(new DateOnly(2023, 4, 5)), Cell.Empty(), Cell.Number(1.5m)));

        Assert.Empty(book.Errors());
        Assert.Equal(CellValues.InlineString, book.Cell("Лист", "A1").DataType!.Value);
        Assert.Equal("СОШ № 1", book.Text("Лист", "A1"));
        Assert.Equal("1234", book.Cell("Лист", "B1").CellValue!.Text);
        Assert.Null(book.Cell("Лист", "B1").DataType);
        Assert.Equal("27.64", book.Cell("Лист", "C1").CellValue!.Text);
        Assert.Equal("0.0", book.NumberFormat(book.Cell("Лист", "C1")));
        Assert.Equal(new DateTime(2023, 4, 5).ToOADate(), double.Parse(book.Cell("Лист", "D1").CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(@"dd\.mm\.yyyy", book.NumberFormat(book.Cell("Лист", "D1")));
        Assert.Null(book.Cell("Лист", "E1").CellValue);
        Assert.Equal("1.5", book.Cell("Лист", "F1").CellValue!.Text);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+7 900")]
    [InlineData("-")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public void Formula_like_text_is_text_and_marked_as_quoted(string text)
    {
        using var book = Write(new SheetLayout("Лист"), sheet => sheet.WriteRow(Cell.Text(text), Cell.Text("обычный")));

        var cell = book.Cell("Лист", "A1");
        Assert.Empty(book.Errors());
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.Null(cell.CellFormula);
        Assert.Equal(text, cell.InnerText);
        Assert.True(book.Format(cell).QuotePrefix?.Value);
        Assert.Null(book.Format(book.Cell("Лист", "B1")).QuotePrefix);
    }

    [Theory]
    [InlineData(29.97, "0.00")]
    [InlineData(30, "0.0")]
    [InlineData(29.94, "0.0")]
    public void A_share_is_never_shown_rounded_onto_the_threshold(double share, string format)
    {
        using var book = Write(new SheetLayout("Лист"), sheet => sheet.WriteRow(Cell.Percent((decimal)share, threshold: 30)));

        var cell = book.Cell("Лист", "A1");
        Assert.Equal(format, book.NumberFormat(cell) ?? (book.Format(cell).NumberFormatId! == 2u ? "0.00" : null));
    }

    [Fact]
    public void Text_loses_what_xml_forbids_and_what_passes_the_limit_of_a_cell()
    {
        using var book = Write(
            new SheetLayout("Лист"),
            sheet => sheet.WriteRow(Cell.Text("до\u0001\u000Bпосле\uD800 😀"), Cell.Text(new string('я', 40_000)), Cell.Text("_x0041_")));

        Assert.Empty(book.Errors());
        Assert.Equal("допосле 😀", book.Text("Лист", "A1"));
        Assert.Equal(SheetText.MaxCellLength, book.Text("Лист", "B1").Length);
        Assert.Equal("_x005F_x0041_", book.Text("Лист", "C1"));
    }

    [Fact]
    public void A_limit_of_a_cell_never_splits_a_pair_of_surrogates()
    {
        var text = SheetText.Clean(new string('я', SheetText.MaxCellLength - 1) + "😀");

        Assert.Equal(SheetText.MaxCellLength - 1, text.Length);
    }

    [Fact]
    public void Tab_names_are_legal_and_differ()
    {
        using var file = new MemoryStream();
        using (var workbook = new WorkbookWriter(file, Properties))
        {
            workbook.AddSheet(new SheetLayout("Итоги: 2021/2022 [проект]"));
            workbook.AddSheet(new SheetLayout("итоги 2021 2022 проект"));
            workbook.AddSheet(new SheetLayout("Очень длинное название листа, которое не помещается"));
            workbook.AddSheet(new SheetLayout("'?'"));
        }

        using var book = new Reopened(file.ToArray());
        Assert.Empty(book.Errors());
        Assert.Equal(["Итоги 2021 2022 проект", "итоги 2021 2022 проект (2)", "Очень длинное название листа, к", "Лист"], book.SheetNames);
    }

    [Fact]
    public void Header_is_frozen_repeated_in_print_filtered_and_merged()
    {
        var layout = new SheetLayout("Школы 'А'")
        {
            ColumnWidths = [30, 10, 10],
            FrozenRows = 2,
            FrozenColumns = 1,
            FirstRepeatedRow = 1,
            LastRepeatedRow = 2,
            FilterRow = 2,
        };
        using var book = Write(layout, sheet =>
        {
            sheet.WriteRow(Cell.Header("Школа"), Cell.Header("2023"), Cell.Empty(CellStyle.Header));
            sheet.WriteRow(Cell.Empty(CellStyle.Header), Cell.Header("ВПР 5 РУ"), Cell.Header("ВПР 5 МА"));
            sheet.WriteRow(Cell.Text("СОШ"), Cell.Percent(30, CellStyle.Low), Cell.NoData);
            sheet.Merge(1, 2, 1, 3);
            sheet.Merge(1, 1, 2, 1);
        });

        Assert.Empty(book.Errors());
        var name = layout.Name.Trim('\'');
        var pane = book.Sheet(name).Descendants<Pane>().Single();
        Assert.Equal(PaneStateValues.Frozen, pane.State!.Value);
        Assert.Equal((2d, 1d, "B3"), (pane.VerticalSplit!.Value, pane.HorizontalSplit!.Value, pane.TopLeftCell!.Value));
        Assert.Equal("'Школы ''А'!$A:$A,'Школы ''А'!$1:$2", book.DefinedName("_xlnm.Print_Titles", 0));
        Assert.Equal("A2:C3", book.Sheet(name).Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal(["B1:C1", "A1:A2"], book.Sheet(name).Descendants<MergeCell>().Select(m => m.Reference!.Value));
        var setup = book.Sheet(name).Descendants<PageSetup>().Single();
        Assert.Equal((9u, OrientationValues.Landscape), (setup.PaperSize!.Value, setup.Orientation!.Value));
        Assert.Equal([30d, 10d, 10d], book.Sheet(name).Descendants<Column>().Select(c => c.Width!.Value));
    }

    [Fact]
    public void The_file_names_no_machine_and_no_person_and_equal_rows_give_equal_bytes()
    {
        var first = Bytes(new SheetLayout("Лист"), sheet => sheet.WriteRow(Cell.Text("а")));
        Thread.Sleep(TimeSpan.FromSeconds(2.1));
        var second = Bytes(new SheetLayout("Лист"), sheet => sheet.WriteRow(Cell.Text("а")));

        Assert.Equal(first, second);
        using var zip = new ZipArchive(new MemoryStream(first));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            Assert.DoesNotContain(Environment.MachineName, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("lastModifiedBy", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_date_of_making_is_written_where_it_is_given()
    {
        using var file = new MemoryStream();
        new WorkbookWriter(file, Properties with { Subject = "Проверка", Created = new DateTimeOffset(2024, 2, 20, 9, 30, 0, TimeSpan.FromHours(7)) }).Dispose();

        using var book = new Reopened(file.ToArray());
        Assert.Empty(book.Errors());
        Assert.Equal(new DateTime(2024, 2, 20, 2, 30, 0, DateTimeKind.Utc), book.Document.PackageProperties.Created!.Value.ToUniversalTime());
        Assert.Equal(("Проба", "Проверка"), (book.Document.PackageProperties.Title, book.Document.PackageProperties.Subject));
        Assert.Equal(["Лист1"], book.SheetNames);
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_but_for_what_xml_forbids() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            using var book = Write(new SheetLayout("Лист"), sheet => sheet.WriteRow(Cell.Text("!" + text)));
            var expected = SheetText.Clean("!" + text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            return string.Equals(book.Text("Лист", "A1").Replace("_x005F_x", "_x", StringComparison.Ordinal), expected, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(703, "AAA")]
    [InlineData(16384, "XFD")]
    public void Columns_are_lettered_as_in_excel(int column, string letters) => Assert.Equal(letters, CellAddress.Column(column));

    [Fact]
    public void A_closed_sheet_takes_no_more_rows()
    {
        using var workbook = new WorkbookWriter(new MemoryStream(), Properties);
        var first = workbook.AddSheet(new SheetLayout("Первый"));
        workbook.AddSheet(new SheetLayout("Второй"));

        Assert.Throws<InvalidOperationException>(() => first.WriteRow(Cell.Text("поздно")));
    }

    private static Reopened Write(SheetLayout layout, Action<SheetWriter> rows) => new(Bytes(layout, rows));

    private static byte[] Bytes(SheetLayout layout, Action<SheetWriter> rows)
    {
        using var file = new MemoryStream();
        using (var workbook = new WorkbookWriter(file, Properties))
        {
            rows(workbook.AddSheet(layout));
        }

        return file.ToArray();
    }
}
