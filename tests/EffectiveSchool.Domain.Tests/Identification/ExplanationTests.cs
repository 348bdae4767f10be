using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class ExplanationTests
{
    private static readonly Methodology Same = Methodology.SameProcedure;
    private static readonly Methodology Any = Methodology.AnyProcedure;

    [Fact]
    public void Criterion_A_names_every_low_procedure_with_its_counts() => AssertSentences(
        Same,
        [Now(Rus6, 74, 26), Now(Math6, 70, 21), Now(Rus5, 50, 0)],
        (Criterion.A, "Низкие результаты по 2 процедурам в 2022 году: ВПР 6 РУ — 26 из 74 (35,1 %) и ВПР 6 МА — 21 из 70 (30,0 %)."),
        (null, "Правило: результат процедуры низкий, если доля неуспешных не менее 30 %."),
        (null, "До выхода из перечня: результат не ниже порога ещё у 1 человека."));

    [Fact]
    public void Criterion_B_same_procedure_shows_both_years() => AssertSentences(
        Same,
        [Now(Rus6, 74, 26), Before(Rus6, 70, 24)],
        (Criterion.B, "Одна и та же процедура два года подряд: ВПР 6 РУ — 24 из 70 (34,3 %) в 2021 году и 26 из 74 (35,1 %) в 2022 году."),
        (null, "Правило: результат процедуры низкий, если доля неуспешных не менее 30 %."),
        (null, "До выхода из перечня: результат не ниже порога ещё у 4 человек."));

    [Fact]
    public void Criterion_B_any_procedure_shows_what_was_low_in_each_year() => AssertSentences(
        Any,
        [Now(Rus6, 74, 26), Before(Math6, 70, 24)],
        (Criterion.B, "Низкие результаты два года подряд: в 2021 году — ВПР 6 МА (24 из 70, 34,3 %); в 2022 году — ВПР 6 РУ (26 из 74, 35,1 %)."),
        (null, "Правило: результат процедуры низкий, если доля неуспешных не менее 30 %."),
        (null, "До выхода из перечня: результат не ниже порога ещё у 4 человек."));

    [Fact]
    public void A_school_with_nothing_low_is_told_so() => AssertSentences(
        Same with { MinParticipants = 10 },
        [Now(Rus6, 20, 5), Before(Rus6, 20, 6)],
        (null, "В 2022 году нет ни одной процедуры с низким результатом."),
        (null, "Правило: результат процедуры низкий, если доля неуспешных не менее 30 %. Процедуры, где участников меньше 10, не учитываются."),
        (null, "До попадания в перечень: неуспешный результат ещё у 1 человека."));

    [Fact]
    public void A_school_with_one_low_procedure_is_told_why_neither_criterion_holds() => AssertSentences(
        Same,
        [Now(Rus6, 20, 6), Before(Rus6, 20, 1), Now(Rus5, 20, 0)],
        (null, "Низкий результат в 2022 году: ВПР 6 РУ — 6 из 20 (30,0 %). Критерий A не выполняется: нужно не меньше 2 таких процедур. "
            + "Критерий B не выполняется: в 2021 году ВПР 6 РУ — 1 из 20 (5,0 %)."),
        (null, "Правило: результат процедуры низкий, если доля неуспешных не менее 30 %."),
        (null, "До попадания в перечень: неуспешный результат ещё у 5 человек."));

    [Fact]
    public void A_missing_year_before_is_called_missing_and_not_good()
    {
        var text = Sentences(Same, [Now(Rus6, 20, 6)])[0].Text;
        Assert.EndsWith("Критерий B не выполняется: в 2021 году ВПР 6 РУ — нет данных.", text, StringComparison.Ordinal);
        Assert.EndsWith("в 2021 году ни одного учитываемого результата нет.", Sentences(Any, [Now(Rus6, 20, 6)])[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("в 2021 году процедур с низким результатом нет.", Sentences(Any, [Now(Rus6, 20, 6), Before(Rus6, 20, 1)])[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_school_without_a_counted_result_is_told_so()
    {
        var sentences = Sentences(Same, [Before(Rus6, 20, 6)]);
        Assert.Equal("За 2022 год нет ни одного учитываемого результата, поэтому ни один критерий не выполняется.", sentences[0].Text);
        Assert.Equal(2, sentences.Count);
    }

    [Fact]
    public void A_left_out_school_reads_the_reason_as_the_methodology_gives_it()
    {
        var methodology = Same with { LeftOutTypes = [new(SchoolType.Boarding, "Школы-интернаты не оцениваются"), new(SchoolType.Primary, "НОШ не оцениваются.")] };
        Assert.Equal("Школа не оценивается: школы-интернаты не оцениваются.", Explained(SchoolType.Boarding));
        Assert.Equal("Школа не оценивается: НОШ не оцениваются.", Explained(SchoolType.Primary));

        string Explained(SchoolType type) => Assert.Single(ExplanationText.Explain(
            Run(methodology, School(1) with { Type = type }).Verdicts[0], methodology, Year)).Text;
    }

    [Fact]
    public void A_branch_with_its_head_is_told_so()
    {
        var methodology = Same with { Branches = BranchRule.WithHead };
        var branch = Run(methodology, School(1), School(2) with { HeadKey = 1 }).Verdicts[1];
        Assert.Equal(
            "Школа не оценивается: филиал учитывается вместе с головной школой.",
            Assert.Single(ExplanationText.Explain(branch, methodology, Year)).Text);
    }

    [Theory]
    [InlineData(ThresholdComparator.AtLeast, 35, "не менее 35 %.")]
    [InlineData(ThresholdComparator.MoreThan, 27.5, "более 27,5 %.")]
    public void The_rule_is_said_as_the_methodology_has_it(ThresholdComparator comparator, double threshold, string end) =>
        Assert.EndsWith(Figures(end), ExplanationText.Rule(Same with { Comparator = comparator, ThresholdPercent = (decimal)threshold }), StringComparison.Ordinal);

    [Fact]
    public void What_stands_in_place_of_counts()
    {
        var strict = Same with { MinParticipants = 10 };
        Assert.Equal("участников мало: 3", ExplanationText.Counts(Marker(strict, Now(Rus5, 3, 1)), Same));
        Assert.Equal("участников не было", ExplanationText.Counts(Marker(Same, Now(Rus5, 0, 0)), Same));
        Assert.Equal("маркер из опубликованной матрицы, числа не опубликованы", ExplanationText.Counts(Marker(Same, Published(Rus5, Year, true)), Same));
        Assert.Equal("файлы противоречат друг другу", ExplanationText.Counts(Verdict(Same, Now(Rus5, 5, 1), Now(Rus5, 5, 2)).Marker(Rus5, Year)!, Same));
        var basic = Run(Same, School(1) with { Type = SchoolType.Basic }).Verdicts[0];
        Assert.Equal("такого класса в школе нет", ExplanationText.Counts(basic.Marker("ЕГЭ РУ", Year)!, Same));
        Assert.Equal("процедура не проводилась", ExplanationText.Counts(Verdict(Same).Marker("ЕГЭ МА база", 2021)!, Same));
    }

    private static IReadOnlyList<ExplanationSentence> Sentences(Methodology methodology, ResultFact[] facts) =>
        ExplanationText.Explain(Verdict(methodology, facts), methodology, Year);

    private static void AssertSentences(Methodology methodology, ResultFact[] facts, params (Criterion? Criterion, string Text)[] expected) =>
        Assert.Equal(expected.Select(e => new ExplanationSentence(e.Criterion, Figures(e.Text))), Sentences(methodology, facts));
}
