using System.Text;
using EffectiveSchool.Imports.Roadmaps;
using EffectiveSchool.Imports.Templates;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests.Roadmaps;

/// <summary>Columns that a plan has and a roadmap has not, dates that Excel made of words, and the blank of the portal.</summary>
public sealed class PlanColumnsTests
{
    [Theory]
    [InlineData("№;Мероприятие;Сроки;Ответственный;Планируемый результат;Примечание", "1;Семинар;март 2023;ДО;приказ;важно", "«Примечание» (F)")]
    [InlineData("№;Мероприятие;Сроки;Ответственный;Планируемый результат;Примечание;Отметка", "1;Семинар;март 2023;ДО;приказ;важно;да", "«Примечание» (F), «Отметка» (G)")]
    [InlineData("№;Мероприятие;Сроки;Место проведения;Ответственный;Планируемый результат", "1;Семинар;март 2023;актовый зал;ДО;приказ", "«Место проведения» (D)")]
    [InlineData("№;Мероприятие;Сроки;Ответственный;Планируемый результат;Примечание", "1;Семинар;март 2023;;приказ;важно", "«Примечание» (F)", "")]
    public void A_cell_under_a_heading_of_its_own_is_no_shift_and_the_column_is_named(string headings, string row, string unread, string responsible = "ДО")
    {
        var plan = Csv(headings, row);
        var activity = Assert.Single(plan.Activities);
        Assert.Equal(("Семинар", "март 2023", responsible, "приказ"), (activity.Title, activity.Term, activity.Responsible, activity.Expected));
        Assert.Equal(PlanConfidence.Sure, activity.Confidence);
        Assert.Contains(plan.Notes, n => n.Text.Contains(unread, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("№;Мероприятие;Сроки;Ответственный;Отметка о выполнении", "1;Семинар;март 2023;ИРО;выполнено", "март 2023", "ИРО")]
    [InlineData("№;Мероприятие;Дата;Место проведения;Ответственные;Форма отчетности", "1;Семинар;15.03.2023;ИРО;ДО;справка", "15.03.2023", "ДО")]
    public void Neither_the_term_nor_the_responsible_takes_the_words_of_its_neighbour(string headings, string row, string term, string responsible)
    {
        var activity = Assert.Single(Csv(headings, row).Activities);
        Assert.Equal((term, responsible, PlanConfidence.Sure), (activity.Term, activity.Responsible, activity.Confidence));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void A_column_that_a_person_said_not_to_read_is_no_shift_either(int headingRow)
    {
        var rows = headingRow == 0 ? "1;Семинар;март 2023;ДО;приказ;важно\n" : "№;Что;Когда;Кто;Итог;Прим.\n1;Семинар;март 2023;ДО;приказ;важно\n";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(rows));
        var plan = PlanReader.Read(stream, "план.csv", new PlanLayout(headingRow, PlanColumns.All.Select((c, i) => (c.Column, i)).ToDictionary(c => c.i, c => c.Column)));
        var activity = Assert.Single(plan.Activities);
        Assert.Equal(("март 2023", "ДО", "приказ", PlanConfidence.Sure), (activity.Term, activity.Responsible, activity.Expected, activity.Confidence));
    }

    [Fact]
    public void A_cell_of_the_wrong_type_is_a_shift_beside_an_unread_column_too()
    {
        var activity = Assert.Single(Csv("№;Мероприятие;Сроки;Ответственный;Планируемый результат;Примечание", "1;Семинар;;март 2023;ДО;приказ").Activities);
        Assert.Equal(("март 2023", "ДО", "приказ", PlanConfidence.Repaired), (activity.Term, activity.Responsible, activity.Expected, activity.Confidence));
    }

    [Fact]
    public void Cells_that_belong_nowhere_are_named_and_the_row_asks_for_a_look()
    {
        var activity = Assert.Single(Csv("№;Мероприятие;Сроки", "1;Семинар;март 2023;ДО;приказ").Activities);
        Assert.Equal(("март 2023", PlanConfidence.Doubtful), (activity.Term, activity.Confidence));
        Assert.Equal(["D2: ячейка вне столбцов плана не прочитана: «ДО».", "E2: ячейка вне столбцов плана не прочитана: «приказ»."], activity.Repairs.Select(r => r.Text));
    }

    [Theory]
    [InlineData(17, null, "март 2023")]
    [InlineData(164, "[$-419]mmmm\\ yyyy;@", "март 2023")]
    [InlineData(164, "mm/yy", "март 2023")]
    [InlineData(14, null, "01.03.2023")]
    [InlineData(164, "dd/mm/yy", "01.03.2023")]
    [InlineData(22, null, "01.03.2023")]
    public void A_date_that_is_shown_as_a_month_is_the_month(int format, string? code, string term)
    {
        var workbook = new TestWorkbook().Sheet("План", ["Мероприятие", "Срок"], ["Семинар", new DateOnly(2023, 3, 1)]);
        var formats = code is null ? "" : $"<numFmts><numFmt numFmtId=\"{format}\" formatCode=\"{code}\"/></numFmts>";
        workbook.ExtraParts["xl/styles.xml"] =
            $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{formats}<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"{format}\"/></cellXfs></styleSheet>";
        using var stream = workbook.ToStream();
        var activity = Assert.Single(PlanReader.Read(stream, "план.xlsx").Activities);
        Assert.Equal(term, activity.Term);
        Assert.Equal(term == "март 2023" ? ["B2: Excel хранит день, а показывает месяц и год; прочитано «март 2023»."] : Array.Empty<string>(), activity.Repairs.Select(r => r.Text));
    }

    [Fact]
    public void The_blank_is_read_from_its_first_sheet_and_one_left_empty_says_which()
    {
        object?[] headings = [.. RoadmapTemplate.Template.Fields.Select(f => f.Heading)];
        object?[][] example = [headings, .. RoadmapTemplate.Template.Example.Select(r => r.Cast<object?>().ToArray())];
        using var filled = Blank([headings, ["1", "Семинар", "март 2024", "ДО", "приказ"]], example);
        Assert.Equal("Семинар", Assert.Single(PlanReader.Read(filled, "бланк.xlsx").Activities).Title);

        using var copied = Blank(example, example);
        Assert.Equal(RoadmapTemplate.Template.Example.Select(r => r[1]), PlanReader.Read(copied, "бланк.xlsx").Activities.Select(a => a.Title));

        using var empty = Blank([headings], example);
        var plan = PlanReader.Read(empty, "бланк.xlsx");
        Assert.Empty(plan.Activities);
        var refusal = Assert.Single(plan.Refusals);
        Assert.Contains("читается лист «Дорожная карта»", refusal.Reason, StringComparison.Ordinal);
        Assert.StartsWith("Впишите мероприятия на этот лист", refusal.WhatToDo, StringComparison.Ordinal);
        Assert.Contains(plan.Notes, n => n.Sheet == TemplateSheets.Sample);

        static MemoryStream Blank(object?[][] rows, object?[][] example) =>
            new TestWorkbook().Sheet(RoadmapTemplate.Template.Sheet, rows).Sheet(TemplateSheets.Sample, example).ToStream();
    }

    private static PlanFile Csv(params string[] lines)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        return PlanReader.Read(stream, "план.csv");
    }
}
