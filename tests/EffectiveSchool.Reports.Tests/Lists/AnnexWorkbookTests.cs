using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Tests.Workbooks;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Tests.Lists;

public class AnnexWorkbookTests
{
    private static readonly ListDocument List = SampleLists.List(12);

    [Fact]
    public void The_file_is_valid_and_has_three_sheets()
    {
        using var book = Write(List);

        Assert.Empty(book.Errors());
        Assert.Equal([AnnexWorkbook.MatrixSheet, AnnexWorkbook.CountsSheet, AnnexWorkbook.SourcesSheet], book.SheetNames);
    }

    [Fact]
    public void Every_share_of_the_matrix_is_the_number_of_the_read_model()
    {
        using var book = Write(List);
        var states = new HashSet<MarkerState>();
        for (var row = 0; row < List.Rows.Count; row++)
        {
            for (var column = 0; column < List.Procedures.Count * 2; column++)
            {
                var year = SampleLists.Year - 1 + (column / List.Procedures.Count);
                var marker = List.Rows[row].Verdict.Marker(List.Procedures[column % List.Procedures.Count], year)!;
                var cell = book.Cell(AnnexWorkbook.MatrixSheet, CellAddress.Of(5 + row, 5 + column));
                states.Add(marker.State);
                if (marker.FailSharePercent is { } share)
                {
                    Assert.Null(cell.DataType);
                    Assert.Equal(share, decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture), 10);
                }
                else
                {
                    Assert.Equal(marker.State == MarkerState.NoData ? "—" : "низкий", cell.InnerText);
                }

                Assert.Equal(marker.State == MarkerState.Low, book.Format(cell).FillId! == 3u);
            }
        }

        Assert.Equal(3, states.Count);
    }

    [Fact]
    public void The_header_has_groups_of_years_is_frozen_repeated_and_filtered()
    {
        using var book = Write(List);
        var sheet = book.Sheet(AnnexWorkbook.MatrixSheet);

        Assert.Equal("2022", book.Text(AnnexWorkbook.MatrixSheet, "E3"));
        Assert.Equal("2023", book.Text(AnnexWorkbook.MatrixSheet, "N3"));
        Assert.Equal(List.Procedures, Enumerable.Range(5, 9).Select(c => book.Text(AnnexWorkbook.MatrixSheet, CellAddress.Of(4, c))));
        Assert.Contains("E3:M3", sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value));
        Assert.Contains("C3:C4", sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value));
        Assert.Equal("D5", sheet.Descendants<Pane>().Single().TopLeftCell!.Value);
        Assert.Equal("'Перечень'!$A:$C,'Перечень'!$3:$4", book.DefinedName("_xlnm.Print_Titles", 0));
        Assert.Equal("A4:AB16", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
    }

    [Fact]
    public void A_school_named_like_a_formula_stays_text()
    {
        using var book = Write(List);
        var cell = book.Cell(AnnexWorkbook.MatrixSheet, "C5");

        Assert.Equal("=СОШ № 1 с. Ключевое", cell.InnerText);
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.True(book.Format(cell).QuotePrefix?.Value);
    }

    [Fact]
    public void Counts_stand_beside_the_file_and_row_they_came_from()
    {
        using var book = Write(List);
        var markers = List.Rows.SelectMany(r => r.Verdict.Markers).ToList();
        for (var i = 0; i < markers.Count; i++)
        {
            var row = i + 2;
            string Value(string column) => book.Text(AnnexWorkbook.CountsSheet, $"{column}{row}");
            Assert.Equal(markers[i].Procedure, Value("D"));
            Assert.Equal(markers[i].Participants?.ToString(CultureInfo.InvariantCulture) ?? "", Value("F"));
            Assert.Equal(markers[i].Failed?.ToString(CultureInfo.InvariantCulture) ?? "", Value("G"));
            Assert.Equal(markers[i].Sources.Count == 0 ? "" : markers[i].Sources[0].File, Value("M"));
            Assert.Equal(markers[i].Sources.Count == 0 ? "" : markers[i].Sources[0].Row!.Value.ToString(CultureInfo.InvariantCulture), Value("O"));
        }
    }

    [Fact]
    public void The_order_the_methodology_and_the_files_are_named()
    {
        using var book = Write(List);
        var text = string.Join('\n', book.Sheet(AnnexWorkbook.SourcesSheet).Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(c => c.InnerText));

        Assert.Contains("412-п", text, StringComparison.Ordinal);
        Assert.Contains(List.Heading.RunSha256, text, StringComparison.Ordinal);
        Assert.Contains("«Одна и та же процедура», версия 1", text, StringComparison.Ordinal);
        Assert.Contains("ВПР-5-РУ-2023.xlsx", text, StringComparison.Ordinal);
        Assert.Contains("региональный координатор", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_lists_give_equal_bytes_and_a_list_without_an_order_says_so()
    {
        Assert.Equal(Bytes(SampleLists.List(3)), Bytes(SampleLists.List(3)));
        using var book = Write(SampleLists.List(3, approved: false));
        Assert.Contains("предварительный, не утверждён", book.Text(AnnexWorkbook.MatrixSheet, "A2"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_is_still_a_valid_file()
    {
        using var book = Write(SampleLists.List(0));

        Assert.Empty(book.Errors());
    }

    private static Reopened Write(ListDocument list) => new(Bytes(list));

    private static byte[] Bytes(ListDocument list)
    {
        using var file = new MemoryStream();
        AnnexWorkbook.Write(list, file);
        return file.ToArray();
    }
}
