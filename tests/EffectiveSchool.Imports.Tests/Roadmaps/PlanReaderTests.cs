using System.Text;
using EffectiveSchool.Imports.Roadmaps;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests.Roadmaps;

public sealed class PlanReaderTests
{
    private static readonly object?[] Heading = ["№ п/п", "Мероприятия", "Сроки", "Ответственные", "Планируемые результаты"];

    [Theory]
    [InlineData("№|Сроки|Задачи|Ответственный|Прогнозируемый результат", "1|Март 2024|Совещание|УО|протокол")]
    [InlineData("№|Мероприятия|Сроки|Ответственные|Планируемые результаты", "1|Совещание|Март 2024|УО|протокол")]
    [InlineData("№ п/п|Период|Наименование|Исполнители|Ожидаемый результат", "1|Март 2024|Совещание|УО|протокол")]
    [InlineData("Ответственный исполнитель|Вид документа|Срок исполнения мероприятия|Наименование мероприятия|№", "УО|протокол|Март 2024|Совещание|1")]
    public void Columns_are_known_by_their_headings_in_any_order(string headings, string row)
    {
        var activity = Assert.Single(Read(headings.Split('|'), row.Split('|')).Activities);
        Assert.Equal(("1", "Совещание", "Март 2024", "УО", "протокол"), (activity.Number, activity.Title, activity.Term, activity.Responsible, activity.Expected));
        Assert.Equal(PlanConfidence.Sure, activity.Confidence);
    }

    [Fact]
    public void Only_a_name_and_a_term_are_needed() =>
        Assert.Equal(["Совещание Март", "Семинар Май"], Read(["Мероприятие", "Срок"], ["Совещание", "Март"], ["Семинар", "Май"]).Activities.Select(a => $"{a.Title} {a.Term}"));

    [Fact]
    public void Activities_beside_tasks_are_the_names() =>
        Assert.Equal("Совещание", Assert.Single(Read(["Задача", "Мероприятие", "Срок"], ["Помочь", "Совещание", "Март"]).Activities).Title);

    [Fact]
    public void Sections_stand_one_inside_another_and_a_year_narrows()
    {
        var plan = Read(
            Heading, ["1", "2", "3", "4", "5"], ["2022 год"], ["Направление 3. Помощь школам"], ["1", "Совещание", "Март", "УО", ""],
            ["2023 год"], ["2", "Семинар", "Май", "УО", ""], ["Направление 4. Мониторинг"], ["3", "Отчёт", "Июнь", "УО", ""]);
        Assert.Equal(
            ["1 2022 2022 год / Направление 3. Помощь школам", "2 2023 2023 год", "3 2023 2023 год / Направление 4. Мониторинг"],
            plan.Activities.Select(a => $"{a.Number} {a.SectionYear} {a.Section}"));
    }

    [Fact]
    public void A_numbered_row_with_a_name_alone_heads_the_numbers_under_it()
    {
        var plan = Read(Heading, ["1", "Подготовка"], ["1.1", "Совещание", "Март", "УО"], ["1.2", "Без срока"], ["2", "Работа"], ["2.1", "Семинар", "Май", "УО"]);
        Assert.Equal(["1.1 1. Подготовка", "1.2 1. Подготовка", "2.1 2. Работа"], plan.Activities.Select(a => $"{a.Number} {a.Section}"));
        Assert.Equal("", plan.Activities[1].Term);
    }

    [Fact]
    public void A_row_without_a_number_goes_on_with_the_one_above()
    {
        var plan = Read(
            Heading, ["1", "Семинар «О работе", "Сентябрь 2023 г.", "УО,", "прото-"], ["", "школ»", "", "ИМЦ", "кол"], ["", "", "Март 2024 г.", "", ""], ["2", "Отчёт", "Май", "УО", ""]);
        Assert.Equal(2, plan.Activities.Count);
        var activity = plan.Activities[0];
        Assert.Equal(("Семинар «О работе школ»", "Сентябрь 2023 г.\nМарт 2024 г.", "УО, ИМЦ", "прото-кол"), (activity.Title, activity.Term, activity.Responsible, activity.Expected));
        Assert.Equal(["B3", "C4"], activity.Repairs.Select(r => r.Cell));
    }

    [Fact]
    public void A_row_with_a_name_and_a_term_and_no_number_is_an_activity()
    {
        var plan = Read(Heading, ["1", "Совещание", "Март", "УО", ""], ["", "Семинар", "Май", "УО", ""]);
        Assert.Equal(2, plan.Activities.Count);
        Assert.Equal(("", PlanConfidence.Doubtful), (plan.Activities[1].Number, plan.Activities[1].Confidence));
    }

    [Theory]
    [InlineData("1|Совещание|Март 2024||УО|протокол")]
    [InlineData("1|Совещание||Март 2024|УО|протокол")]
    [InlineData("|1|Совещание|Март 2024|УО|протокол")]
    public void A_cell_shifted_by_one_is_put_back(string row)
    {
        var activity = Assert.Single(Read(Heading, row.Split('|')).Activities);
        Assert.Equal(("1", "Совещание", "Март 2024", "УО", "протокол"), (activity.Number, activity.Title, activity.Term, activity.Responsible, activity.Expected));
        Assert.Equal(PlanConfidence.Repaired, activity.Confidence);
    }

    [Fact]
    public void A_row_that_lost_its_number_cell_is_put_back()
    {
        var plan = Read(Heading, ["1", "Совещание", "Март 2024", "УО", "протокол"], ["Семинар", "Май 2024", "ИМЦ", "справка"]);
        Assert.Equal(("", "Семинар", "Май 2024", "ИМЦ", "справка"), (plan.Activities[1].Number, plan.Activities[1].Title, plan.Activities[1].Term, plan.Activities[1].Responsible, plan.Activities[1].Expected));
    }

    [Fact]
    public void Numbers_that_Excel_turned_into_figures_are_read_back()
    {
        var plan = Read(Heading, [4.9m, "А", "Март", "", ""], [4.1m, "Б", "Март", "", ""], [4.11m, "В", "Март", "", ""]);
        Assert.Equal(["4.9", "4.10", "4.11"], plan.Activities.Select(a => a.Number));
        Assert.Single(plan.Activities[1].Repairs);
    }

    [Fact]
    public void A_table_pasted_from_Excel_or_a_browser_is_read()
    {
        var plan = PlanReader.ReadPasted("№\tМероприятие\tСрок\tОтветственный\n1. Раздел\n1.1\tСовещание\t\"Март,\nавгуст 2024\"\tУО\n1.2\tСеминар \"Опыт\"\tМай\tИМЦ");
        Assert.Equal(["1.1 Совещание Март,\nавгуст 2024 УО", "1.2 Семинар \"Опыт\" Май ИМЦ"], plan.Activities.Select(a => $"{a.Number} {a.Title} {a.Term} {a.Responsible}"));
        Assert.Equal("1. Раздел", plan.Activities[1].Section);
    }

    [Fact]
    public void Lines_that_Word_makes_of_one_cell_are_put_together()
    {
        var plan = PlanReader.ReadPasted("№\tМероприятие\tСрок\tОтветственный\r\n1\tСовещание\r\nпо итогам\tМарт 2024\tУО\r\n2\tСеминар\tсен-\r\nтябрь 2024\tИМЦ\r\n");
        Assert.Equal(["1 Совещание по итогам Март 2024 УО", "2 Семинар сен-\nтябрь 2024 ИМЦ"], plan.Activities.Select(a => $"{a.Number} {a.Title} {a.Term} {a.Responsible}"));
    }

    [Fact]
    public void Csv_and_old_xls_are_read_as_xlsx_is()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var csv = Encoding.GetEncoding(1251).GetBytes("№;Мероприятие;Срок\r\n1;Совещание;Март 2024\r\n");
        var xls = OldWorkbook.Of("План", ["№", "Мероприятие", "Срок"], ["1", "Совещание", "Март 2024"]);
        foreach (var bytes in new[] { csv, xls })
        {
            using var stream = new MemoryStream(bytes);
            var activity = Assert.Single(PlanReader.Read(stream, "план").Activities);
            Assert.Equal("1 Совещание Март 2024", $"{activity.Number} {activity.Title} {activity.Term}");
        }
    }

    [Fact]
    public void A_table_without_headings_is_refused_and_read_with_columns_set_by_hand()
    {
        object?[][] rows = [["что", "когда"], ["Совещание", "Март"]];
        var refused = Read(rows);
        Assert.Empty(refused.Activities);
        Assert.Contains("Мероприятие", Assert.Single(refused.Refusals).Reason, StringComparison.Ordinal);

        using var stream = new TestWorkbook().Sheet("План", rows).ToStream();
        var byHand = PlanReader.Read(stream, "план.xlsx", new PlanLayout(1, new Dictionary<int, PlanColumn> { [0] = PlanColumn.Title, [1] = PlanColumn.Term }));
        Assert.Equal("Совещание Март", $"{Assert.Single(byHand.Activities).Title} {byHand.Activities[0].Term}");
    }

    [Fact]
    public void Sheets_named_by_years_narrow_their_rows_and_headings_may_come_again()
    {
        using var stream = new TestWorkbook()
            .Sheet("2023 год", ["Мероприятие", "Срок"], ["А", "Март"], ["Срок", "Мероприятие"], ["Май", "Б"])
            .Sheet("2024", ["Мероприятие", "Срок"], ["В", "Март"]).ToStream();
        var plan = PlanReader.Read(stream, "план.xlsx");
        Assert.Equal(["А Март 2023", "Б Май 2023", "В Март 2024"], plan.Activities.Select(a => $"{a.Title} {a.Term} {a.SectionYear}"));
    }

    [Fact]
    public void A_file_that_is_no_table_is_refused_in_Russian()
    {
        using var stream = new MemoryStream([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31]);
        var plan = PlanReader.Read(stream, "план.pdf");
        Assert.Empty(plan.Activities);
        Assert.NotEmpty(plan.Refusals);
    }

    private static PlanFile Read(params object?[][] rows)
    {
        using var stream = new TestWorkbook().Sheet("План", rows).ToStream();
        return PlanReader.Read(stream, "план.xlsx");
    }
}
