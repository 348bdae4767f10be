using System.Globalization;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Tests.Documents;
using EffectiveSchool.Reports.Tests.Workbooks;

namespace EffectiveSchool.Reports.Tests.Lists;

/// <summary>Annexes of methodologies by indicators say what the page says.</summary>
public class IndicatorAnnexTests
{
    private const int Year = 2023;

    private static readonly ResultSource Source = new("показатели.xlsx", "Лист 1", 5);

    private static readonly ListDocument Twelve = Of(
        Methodology.TwelveIndicators,
        new SchoolInput(1, "990001", "СОШ № 1", "Степной район", SchoolType.Secondary, null, [], [.. Primary(16), Ege(40)], Olympiads(2, 409)),
        new SchoolInput(2, "990002", "СОШ № 2", "Степной район", SchoolType.Secondary, null, [], [.. Primary(25), Ege(90)], []));

    private static readonly ListDocument Risk = Of(
        Methodology.ResourceRisk,
        new SchoolInput(1, "990001", "СОШ № 1", "Степной район", SchoolType.Secondary, null, [], [], Resources(0, 0, 2)),
        new SchoolInput(2, "990002", "СОШ № 2", "Степной район", SchoolType.Secondary, null, [], [], Resources(1, 1, 0)),
        new SchoolInput(3, "990003", "СОШ № 3", "Степной район", SchoolType.Secondary, null, [], [], []));

    [Fact]
    public void Every_figure_of_the_twelve_is_a_number_with_its_format_and_its_region()
    {
        using var book = Book(Twelve);
        Assert.Empty(book.Errors());
        Assert.Equal(
            ["1. Олимпиады, %", "2. 10 класс, %", "3. ВПР 4", "3. Регион", "4. ВПР 4, разрыв", "4. Регион"],
            "EFGHIJ".Select(c => book.Text(AnnexWorkbook.MatrixSheet, $"{c}3")));
        AssertNumber("E4", 0.4889975550m, "0.00");
        AssertNumber("G4", 48m, "0.0");
        AssertNumber("H4", 61.5m, "0.0");
        AssertNumber("I4", -13.5m, "0.0");
        AssertNumber("S4", -25m, "0.0");
        Assert.Equal("—", book.Text(AnnexWorkbook.MatrixSheet, "K4"));

        void AssertNumber(string address, decimal value, string format)
        {
            var cell = book.Cell(AnnexWorkbook.MatrixSheet, address);
            Assert.Null(cell.DataType);
            Assert.Equal(value, decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture));
            Assert.Equal(format, book.NumberFormat(cell) ?? (book.Format(cell).NumberFormatId! == 2u ? "0.00" : null));
        }
    }

    [Fact]
    public void The_legend_stands_before_the_table_and_a_difference_is_told_with_the_region_under_it()
    {
        using var annex = new OpenedText(output => AnnexDocument.Write(Twelve, output));
        Assert.Empty(annex.Errors());
        var table = annex.Table(Twelve.Heading.Title);
        Assert.Contains(table.ElementsBefore(), e => e.InnerText.StartsWith("12 — Отставание по ЕГЭ по математике", StringComparison.Ordinal));
        var rows = annex.Rows(Twelve.Heading.Title);
        Assert.Equal("4. ВПР 4, разрыв", rows[0][5]);
        Assert.Equal(["•48,0\nрег. 61,5", "−13,5\nрег. 61,5"], rows[1].Skip(4).Take(2));
    }

    [Fact]
    public void The_share_of_the_risk_zone_names_its_denominator_in_every_document()
    {
        const string totals = "В зоне риска 1 школа из 2 с данными не меньше чем по 2 из 3 (50,0\u00A0%); всего рассмотрено 3.";
        Assert.Equal(totals, AnnexText.Totals(Risk.Heading));
        using var book = Book(Risk);
        Assert.Contains(totals, book.Text(AnnexWorkbook.MatrixSheet, "A2"), StringComparison.Ordinal);
        using var annex = new OpenedText(output => AnnexDocument.Write(Risk, output));
        Assert.Contains(annex.Paragraphs, p => p.StartsWith(totals, StringComparison.Ordinal));
    }

    [Fact]
    public void A_deficit_reads_the_same_way_in_value_and_heading_and_nothing_known_is_no_conclusion()
    {
        using var annex = new OpenedText(output => AnnexDocument.Write(Risk, output));
        var rows = annex.Rows(Risk.Heading.Title);
        Assert.Equal(["1. Интернет", "2. Компьютеры", "3. Педагоги", "Дефицитов и вывод"], rows[0].Skip(2));
        Assert.Equal(["•дефицит есть", "•дефицит есть", "•дефицит есть (2 вакансии)", "3 из 3 применимых; в зоне риска"], rows[1].Skip(2));
        Assert.Equal(["дефицита нет", "дефицита нет", "дефицита нет (вакансий нет)", "0 из 3 применимых; не в зоне риска"], rows[2].Skip(2));
        Assert.Equal(["—", "—", "—", "нет данных"], rows[3].Skip(2));
        using var book = Book(Risk);
        Assert.Equal("—", book.Text(AnnexWorkbook.MatrixSheet, "H6"));
    }

    [Fact]
    public void An_edition_names_the_order_it_amends_and_a_superseded_one_says_so()
    {
        var list = SampleLists.List(3);
        var amending = list with { Heading = list.Heading with { Edition = 2, Amends = new OrderReference("400-п", new DateOnly(2024, 2, 1), 1) } };
        var superseded = list with { Heading = list.Heading with { State = ListState.Replaced, AmendedBy = new OrderReference("500-п", new DateOnly(2024, 3, 1), 2) } };
        AssertSays(amending, "Вносит изменения в приказ от 01.02.2024 № 400-п (редакция 1).");
        AssertSays(superseded, "ЗАМЕНЁН: перечень изменён приказом от 01.03.2024 № 500-п, действует редакция 2.");
        Assert.Empty(AnnexText.Amendments(list.Heading));

        static void AssertSays(ListDocument document, string sentence)
        {
            using var book = Book(document);
            Assert.Contains(sentence, book.Text(AnnexWorkbook.MatrixSheet, "A2"), StringComparison.Ordinal);
            using var annex = new OpenedText(output => AnnexDocument.Write(document, output));
            Assert.Contains(sentence, annex.Paragraphs);
        }
    }

    private static Reopened Book(ListDocument list)
    {
        var output = new MemoryStream();
        AnnexWorkbook.Write(list, output);
        return new Reopened(output.ToArray());
    }

    private static ListDocument Of(Methodology methodology, params SchoolInput[] schools)
    {
        var run = IdentificationRule.Judge(new IdentificationInput(Year, methodology, schools, new HashSet<(string, int)>()));
        var rows = run.Verdicts.Zip(schools, (v, s) => new ListRow(s.Key, s.Code, s.Name, s.Municipality, v)).ToList();
        var heading = new ListHeading(
            7, "Приозёрная область", Year + 1, Year, ListState.Draft, methodology, null, null, new DateTimeOffset(2024, 2, 14, 9, 12, 0, TimeSpan.Zero),
            CanonicalRun.Sha256(run), schools.Length, rows.Count(r => r.Verdict.Listed))
        {
            Enough = run.Verdicts.Count(v => v.Known >= methodology.LeastTrue),
        };
        return new ListDocument(heading, run.Procedures, rows, []);
    }

    private static IEnumerable<ScoreFact> Primary(decimal mean) =>
        new[] { "ВПР 4 РУ", "ВПР 4 МА", "ВПР 4 ОМ" }.Select(p => new ScoreFact(p, Year, 10, mean, null, null, null, null, Source));

    private static ScoreFact Ege(decimal mean) => new("ЕГЭ РУ", Year, 10, mean, null, null, null, null, Source);

    private static FigureFact[] Olympiads(int pupils, int of) =>
        [new(SchoolFigureKind.OlympiadPupils, Year, pupils, Source), new(SchoolFigureKind.Pupils, Year, of, Source)];

    private static FigureFact[] Resources(int internet, int computers, int vacancies) =>
    [
        new(SchoolFigureKind.StableInternet, Year, internet, Source), new(SchoolFigureKind.EnoughComputers, Year, computers, Source),
        new(SchoolFigureKind.TeacherVacancies, Year, vacancies, Source),
    ];
}
