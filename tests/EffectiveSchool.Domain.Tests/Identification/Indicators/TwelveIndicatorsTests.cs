using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using static EffectiveSchool.Domain.Tests.Identification.Indicators.Asked;

namespace EffectiveSchool.Domain.Tests.Identification.Indicators;

public class TwelveIndicatorsTests
{
    [Theory]
    [InlineData(SchoolType.Secondary, 12)]
    [InlineData(SchoolType.Basic, 8)]
    [InlineData(SchoolType.Primary, 3)]
    public void As_many_indicators_apply_as_the_school_has_grades_for(SchoolType type, int applicable)
    {
        var verdict = Run(Methodology.TwelveIndicators, School(1, type: type)).Verdicts.Single();
        Assert.Equal(12, verdict.Findings!.Count);
        Assert.Equal(applicable, verdict.Applicable);
        Assert.Equal(0, verdict.Known);
        Assert.False(verdict.Listed);
    }

    [Fact]
    public void An_indicator_of_a_difference_judges_the_difference_and_one_of_a_level_the_value()
    {
        SchoolInput[] schools = [School(1, Primary(47.8m)), School(2, Primary(71))];
        var (level, gap) = (Find(Indicator.PrimaryVpr, schools), Find(Indicator.PrimaryVprSum, schools));
        Assert.Equal((47.8m, 59.4m, 47.8m), (level.Value, level.Region, level.Judged));
        Assert.Equal((47.8m, 59.4m, -11.6m), (gap.Value, gap.Region, gap.Judged));
        Assert.Equal(("47,8", "−11,6"), (IndicatorText.Judged(level), IndicatorText.Judged(gap)));
    }

    [Fact]
    public void What_does_not_apply_is_neither_false_nor_without_data()
    {
        var basic = School(1, [Score(Ege, Year, 10)], type: SchoolType.Basic);
        Assert.Equal(IndicatorState.NotApplicable, Find(Indicator.EgeRussianGap, basic, School(2, [Score(Ege, Year, 90)])).State);
    }

    [Theory]
    [InlineData(0, 1, 1, 0, IndicatorState.DoesNotHold)]
    [InlineData(1, 50, 49, 0, IndicatorState.Holds)]
    public void A_mean_mark_of_exactly_three_and_a_half_is_not_below_it(int twos, int threes, int fours, int fives, IndicatorState state) =>
        Assert.Equal(state, Find(Indicator.OgeRussianMark, School(1, [Marks(Oge, Year, twos, threes, fours, fives)])).State);

    [Fact]
    public void A_mean_mark_in_mathematics_of_exactly_three_and_two_tenths_is_not_below_it()
    {
        Assert.Equal(IndicatorState.DoesNotHold, Find(Indicator.OgeMathMark, School(1, [Marks("ОГЭ МА", Year, 0, 4, 1, 0)])).State);
        Assert.Equal(IndicatorState.Holds, Find(Indicator.OgeMathMark, School(1, [Marks("ОГЭ МА", Year, 0, 5, 1, 0)])).State);
    }

    [Theory]
    [InlineData(60, 80, IndicatorState.DoesNotHold)]
    [InlineData(59.9, 80.1, IndicatorState.Holds)]
    [InlineData(80.1, 59.9, IndicatorState.DoesNotHold)]
    public void Exactly_twenty_points_below_the_region_is_not_more_than_twenty(double own, double other, IndicatorState state)
    {
        // Equal numbers of participants: the region stands in the middle, so the other school is twice as far away.
        var far = own + (2 * (other - own));
        var finding = Find(Indicator.EgeRussianGap, School(1, [Score(Ege, Year, (decimal)own)]), School(2, [Score(Ege, Year, (decimal)far)]));
        Assert.Equal(state, finding.State);
        Assert.Equal((decimal)other, finding.Region);
        Assert.Equal(20, finding.Limit);
    }

    [Theory]
    [InlineData(40, 60, IndicatorState.DoesNotHold)]
    [InlineData(39.9, 60, IndicatorState.Holds)]
    [InlineData(80.1, 60, IndicatorState.Holds)]
    public void The_sum_of_primary_school_differs_by_more_than_twenty_either_way(double own, double region, IndicatorState state) =>
        Assert.Equal(state, Find(Indicator.PrimaryVprSum, School(1, Primary((decimal)own)), School(2, Primary((decimal)(region + region - own)))).State);

    [Fact]
    public void Primary_school_is_below_the_region_by_the_sum_of_its_three_means()
    {
        var finding = Find(Indicator.PrimaryVpr, School(1, Primary(40)), School(2, Primary(42)));
        Assert.Equal((IndicatorState.Holds, 40m, 41m), (finding.State, finding.Value, finding.Region));
        Assert.Equal(IndicatorState.DoesNotHold, Find(Indicator.PrimaryVpr, School(1, Primary(41)), School(2, Primary(41))).State);
    }

    [Fact]
    public void Without_one_of_the_three_neither_the_mean_nor_the_sum_of_primary_school_is_known()
    {
        var two = School(1, Primary(25)[..2]);
        var finding = Find(Indicator.PrimaryVpr, two, School(2, Primary(60)));
        Assert.Equal(IndicatorState.NoData, finding.State);
        Assert.Contains("ВПР 4 ОМ", finding.Missing, StringComparison.Ordinal);
        Assert.Equal(IndicatorState.NoData, Find(Indicator.PrimaryVprSum, two, School(2, Primary(60))).State);
    }

    [Fact]
    public void Over_three_years_the_mean_of_the_years_present_is_compared_with_the_region_in_the_same_years()
    {
        // 2022 is missing at the school: the region's 2022 does not count either.
        var own = School(1, [Score(Ege, 2021, 50), Score(Ege, 2023, 60)]);
        var other = School(2, [Score(Ege, 2021, 40), Score(Ege, 2022, 100), Score(Ege, 2023, 66)]);
        var finding = Find(Indicator.EgeRussian, own, other);
        Assert.Equal((55m, 54m, IndicatorState.DoesNotHold), (finding.Value, finding.Region, finding.State));
        Assert.Equal([2021, 2023], finding.Years);
        Assert.Contains("2022", finding.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void In_every_year_asks_every_year_and_a_missing_one_leaves_the_question_open()
    {
        ScoreFact[] low = [Score(Ege, 2021, 40), Score(Ege, 2022, 40), Score(Ege, 2023, 40)];
        var other = School(2, [Score(Ege, 2021, 60), Score(Ege, 2022, 60), Score(Ege, 2023, 60)]);
        Assert.Equal(IndicatorState.Holds, Find(Indicator.EgeRussian, EveryYear, School(1, low), other).State);
        Assert.Equal(IndicatorState.NoData, Find(Indicator.EgeRussian, EveryYear, School(1, low[1..]), other).State);
        Assert.Equal(IndicatorState.DoesNotHold, Find(Indicator.EgeRussian, EveryYear, School(1, [low[0], Score(Ege, 2022, 70)]), other).State);
    }

    [Fact]
    public void A_year_in_which_the_procedure_was_not_held_is_passed_over()
    {
        ScoreFact[] two = [Marks(Oge, 2021, 1, 1, 0, 0), Marks(Oge, 2022, 1, 1, 0, 0)];
        var schools = new[] { School(1, two), School(2, [Marks(Oge, 2021, 0, 0, 1, 1), Marks(Oge, 2022, 0, 0, 1, 1)]) };
        var run = IdentificationRule.Judge(new IdentificationInput(2022, EveryYear, schools, new HashSet<(string, int)>()));
        Assert.Equal(IndicatorState.Holds, run.Verdicts[0].Findings!.Single(f => f.Indicator == Indicator.OgeRussian).State);
    }

    [Theory]
    [InlineData(1, 200, IndicatorState.DoesNotHold)]
    [InlineData(1, 201, IndicatorState.Holds)]
    [InlineData(0, 100, IndicatorState.Holds)]
    public void Exactly_half_a_percent_in_olympiads_is_not_below_it(int part, int pupils, IndicatorState state) => Assert.Equal(
        state, Find(Indicator.Olympiads, School(1, figures: [Figure(SchoolFigureKind.Pupils, Year, pupils), Figure(SchoolFigureKind.OlympiadPupils, Year, part)])).State);

    [Theory]
    [InlineData(12, IndicatorState.DoesNotHold)]
    [InlineData(11, IndicatorState.Holds)]
    public void Exactly_sixty_percent_going_on_is_not_below_it(int went, IndicatorState state) => Assert.Equal(
        state, Find(Indicator.SeniorStage, School(1, figures: [Figure(SchoolFigureKind.GradeNineLeavers, Year, 20), Figure(SchoolFigureKind.WentToGradeTen, Year, went)])).State);

    [Fact]
    public void Nobody_left_grade_nine_is_no_share_of_zero() => Assert.Equal(
        IndicatorState.NoData,
        Find(Indicator.SeniorStage, School(1, figures: [Figure(SchoolFigureKind.GradeNineLeavers, Year, 0), Figure(SchoolFigureKind.WentToGradeTen, Year, 0)])).State);

    [Fact]
    public void The_region_is_weighted_by_participants()
    {
        var finding = Find(Indicator.EgeRussianGap, School(1, [Score(Ege, Year, 40, 30)]), School(2, [Score(Ege, Year, 80, 10)]));
        Assert.Equal(50, finding.Region);
    }

    [Fact]
    public void Mathematics_of_grade_eleven_is_the_profile()
    {
        Assert.Equal(IndicatorState.NoData, Find(Indicator.EgeMath, School(1, [Score("ЕГЭ МА база", Year, 4)])).State);
        Assert.Equal(IndicatorState.DoesNotHold, Find(Indicator.EgeMath, School(1, [Score("ЕГЭ МА профиль", Year, 55)])).State);
    }

    [Fact]
    public void Repeats_that_differ_are_not_taken() =>
        Assert.Equal(IndicatorState.NoData, Find(Indicator.EgeRussian, School(1, [Score(Ege, Year, 40), Score(Ege, Year, 41)])).State);

    [Fact]
    public void Five_indicators_list_a_school_and_four_do_not()
    {
        // Below in ОГЭ РУ (5, 6), in ОГЭ МА (7, 8) and, in the first school only, in the mean of primary school (3).
        ScoreFact[] four = [Marks(Oge, Year, 1, 1, 0, 0), Marks("ОГЭ МА", Year, 1, 1, 0, 0)];
        var other = School(3, [Marks(Oge, Year, 0, 0, 1, 1), Marks("ОГЭ МА", Year, 0, 0, 1, 1), .. Primary(50)]);
        var run = Run(Methodology.TwelveIndicators, School(1, [.. four, .. Primary(45)]), School(2, four), other);
        Assert.Equal([true, false, false], run.Verdicts.Select(v => v.Listed));
        Assert.Equal([5, 4, 0], run.Verdicts.Select(v => v.Holding));
        Assert.All(run.Verdicts, v => Assert.Empty(v.Criteria));
    }

    [Fact]
    public void A_type_left_out_is_not_judged_and_still_weighs_in_the_region()
    {
        var methodology = Methodology.TwelveIndicators with { LeftOutTypes = [new(SchoolType.Boarding, "оценивается отдельно")] };
        var run = Run(methodology, School(1, [Score(Ege, Year, 40)], type: SchoolType.Boarding), School(2, [Score(Ege, Year, 80)]));
        Assert.Equal(NotJudgedReason.LeftOutType, run.Verdicts[0].NotJudged);
        Assert.Equal(60, run.Verdicts[1].Findings!.Single(f => f.Indicator == Indicator.EgeRussian).Region);
    }
}
