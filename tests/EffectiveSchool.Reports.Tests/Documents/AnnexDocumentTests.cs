using DocumentFormat.OpenXml.Wordprocessing;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Reports.Tests.Documents;

public class AnnexDocumentTests
{
    private static readonly ListDocument List = SampleLists.List(12);

    [Fact]
    public void The_file_is_valid_with_schools_and_without()
    {
        using var annex = Write(List);
        Assert.Empty(annex.Errors());
        using var empty = Write(SampleLists.List(0));
        Assert.Empty(empty.Errors());
        Assert.Contains("В перечне нет ни одной школы.", empty.Rows(List.Heading.Title)[^1]);
    }

    [Fact]
    public void The_corner_names_the_order_and_leaves_blanks_before_there_is_one()
    {
        using var approved = Write(List);
        Assert.StartsWith("Приложение\nк приказу ______", approved.Paragraphs[0], StringComparison.Ordinal);
        Assert.EndsWith("от «20» февраля 2024 г. № 412-п", approved.Paragraphs[0], StringComparison.Ordinal);
        Assert.DoesNotContain(approved.Paragraphs, p => p.Contains("ПРОЕКТ", StringComparison.Ordinal));

        using var preliminary = Write(SampleLists.List(12, approved: false));
        Assert.EndsWith("от «__» ______________ 20__ г. № ________", preliminary.Paragraphs[0], StringComparison.Ordinal);
        Assert.Equal("ПРОЕКТ: перечень — предварительный, не утверждён", preliminary.Paragraphs[1]);
    }

    [Fact]
    public void The_heading_names_both_years()
    {
        using var annex = Write(List);
        var heading = annex.Body.Elements<Paragraph>().Single(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1");

        Assert.Equal("Перечень ШНОР на 2024 год по результатам 2022 и 2023 годов", heading.InnerText);
    }

    [Fact]
    public void Every_cell_of_the_matrix_is_the_figure_of_the_read_model()
    {
        using var annex = Write(List);
        var rows = annex.Rows(List.Heading.Title);
        Assert.Equal(List.Rows.Count + 2, rows.Count);
        for (var i = 0; i < List.Rows.Count; i++)
        {
            var (school, cells) = (List.Rows[i], rows[i + 2]);
            Assert.Equal($"{i + 1}", cells[0]);
            Assert.Equal($"{school.Name}, {AnnexText.Place(school)}", cells[1]);
            var expected = new[] { SampleLists.Year - 1, SampleLists.Year }.SelectMany(year => List.Procedures.Select(p => Shown(school.Verdict.Marker(p, year)!)));
            Assert.Equal(expected, cells.Skip(2).Take(List.Procedures.Count * 2));
            Assert.Equal(
                [.. new[] { Criterion.A, Criterion.B }.Select(c => school.Verdict.Criteria.Contains(c) ? "да" : "нет"), AnnexText.Outcome(school.Verdict)],
                cells.TakeLast(3));
        }
    }

    [Fact]
    public void A_low_share_is_bold_marked_and_shaded_and_nothing_else_is()
    {
        using var annex = Write(List);
        var cells = annex.Table(List.Heading.Title).Elements<TableRow>().Skip(2).SelectMany(r => r.Elements<TableCell>().Skip(2).SkipLast(3)).ToList();

        Assert.Contains(cells, c => c.InnerText.StartsWith(MarkerLook.LowMark, StringComparison.Ordinal));
        Assert.All(cells, c =>
        {
            var low = c.InnerText.StartsWith(MarkerLook.LowMark, StringComparison.Ordinal);
            Assert.Equal(low, c.Descendants<Bold>().Any());
            Assert.Equal(low, c.Descendants<Shading>().Any());
        });
    }

    [Fact]
    public void Two_heading_rows_are_printed_on_every_page_of_A4_across()
    {
        using var annex = Write(List);
        var headings = annex.Table(List.Heading.Title).Elements<TableRow>().Select(r => r.Descendants<TableHeader>().Any()).ToList();
        var page = annex.Body.GetFirstChild<SectionProperties>()!.GetFirstChild<PageSize>()!;

        Assert.Equal([true, true, .. List.Rows.Select(_ => false)], headings);
        Assert.Equal((16838u, 11906u, PageOrientationValues.Landscape), (page.Width!.Value, page.Height!.Value, page.Orient!.Value));
    }

    [Fact]
    public void The_methodology_the_files_and_the_signature_close_it()
    {
        using var annex = Write(List);
        var text = annex.Body.InnerText;

        Assert.Contains("«Одна и та же процедура», версия 1", text, StringComparison.Ordinal);
        Assert.Contains(List.Heading.RunSha256, text, StringComparison.Ordinal);
        Assert.Contains(annex.Rows("Откуда эти данные"), r => r[0] == "ВПР-5-РУ-2023.xlsx" && r[2].StartsWith("региональный координатор", StringComparison.Ordinal));
        Assert.Equal(["(должность)", "", "(подпись)", "", "(расшифровка подписи)"], annex.Rows("Подпись")[1]);
    }

    [Fact]
    public void It_is_written_in_Russian_Times_New_Roman_14_with_tables_of_10()
    {
        using var annex = Write(List);
        var styles = annex.Main.StyleDefinitionsPart!.Styles!;
        var defaults = styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;

        Assert.Equal(("Times New Roman", "28", "ru-RU"), (defaults.RunFonts!.Ascii!.Value, defaults.FontSize!.Val!.Value, defaults.Languages!.Val!.Value));
        Assert.Equal("20", styles.Elements<Style>().Single(s => s.StyleId == "Small").StyleRunProperties!.FontSize!.Val!.Value);
        Assert.Equal(("ru-RU", List.Heading.Title), (annex.Properties.Language, annex.Properties.Title));
        Assert.Contains("412-п", annex.Properties.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_lists_give_equal_bytes()
    {
        using var first = Write(SampleLists.List(3));
        using var second = Write(SampleLists.List(3));
        Assert.Equal(first.Bytes, second.Bytes);
    }

    [Fact]
    public void A_federal_level_stands_in_a_column_of_its_own_only_where_there_is_one()
    {
        var levelled = List with { Rows = [.. List.Rows.Select((r, i) => r with { Level = i == 0 ? "умеренно (2022)" : null })] };
        using var annex = Write(levelled);
        using var book = new Workbooks.Reopened(Bytes(levelled));

        Assert.Empty(annex.Errors());
        Assert.Equal(["Уровень", "", "умеренно (2022)", "—"], annex.Rows(List.Heading.Title).Take(4).Select(r => r[^1]));
        Assert.Equal("умеренно (2022)", book.Text(AnnexWorkbook.MatrixSheet, "AC5"));
        using var without = Write(List);
        Assert.DoesNotContain("Уровень", without.Body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_is_valid_and_holds_every_school_with_its_reason()
    {
        var comparison = SampleLists.Comparison();
        using var document = new OpenedText(s => ComparisonText.Write(comparison, s));

        Assert.Empty(document.Errors());
        Assert.NotEmpty(comparison.Comparison.Joined);
        Assert.Equal(comparison.Comparison.Joined.Select(s => s.Why), document.Rows("Вошли").Skip(1).Select(r => r[4]));
        Assert.Contains(document.Rows("Сколько школ"), r => r[0] == "Вышли, школ" && r[1] == $"{comparison.Comparison.Left.Count}");
    }

    private static string Shown(LowResultMarker marker) =>
        (marker.State == MarkerState.Low ? MarkerLook.LowMark : "") + MarkerLook.Text(marker, Methodology.SameProcedure) + (marker.IsSmallSample ? MarkerLook.SmallSampleMark : "");

    private static byte[] Bytes(ListDocument list)
    {
        using var file = new MemoryStream();
        AnnexWorkbook.Write(list, file);
        return file.ToArray();
    }

    private static OpenedText Write(ListDocument list) => new(s => AnnexDocument.Write(list, s));
}
