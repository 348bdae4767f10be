using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class CriteriaTests
{
    private static readonly Methodology Same = Methodology.SameProcedure;
    private static readonly Methodology Any = Methodology.AnyProcedure;

    [Fact]
    public void Two_low_procedures_in_the_year_make_criterion_A()
    {
        var verdict = Verdict(Same, Now(Rus5, 10, 3), Now(Math6, 10, 4));
        Assert.True(verdict.Listed);
        Assert.Equal([Criterion.A], verdict.Criteria);
        Assert.Equal([Rus5, Math6], verdict.LowInYear);
    }

    [Fact]
    public void Two_low_procedures_of_the_year_before_make_no_criterion_A() =>
        Assert.False(Verdict(Same, Before(Rus5, 10, 3), Before(Math6, 10, 4)).Listed);

    [Fact]
    public void One_low_procedure_lists_nobody() =>
        Assert.False(Verdict(Any, Now(Rus5, 10, 10)).Listed);

    [Fact]
    public void Low_in_one_procedure_two_years_running_makes_criterion_B_in_both_versions()
    {
        foreach (var methodology in new[] { Same, Any })
        {
            var verdict = Verdict(methodology, Now(Rus5, 10, 3), Before(Rus5, 10, 3));
            Assert.Equal([Criterion.B], verdict.Criteria);
            Assert.Equal([Rus5], verdict.LowInBothYears);
            Assert.True(verdict.Listed);
        }
    }

    [Fact]
    public void Low_in_different_procedures_makes_criterion_B_only_in_the_version_any_procedure()
    {
        Assert.Equal([], Verdict(Same, Now(Rus5, 10, 3), Before(Math5, 10, 3)).Criteria);
        Assert.Equal([Criterion.B], Verdict(Any, Now(Rus5, 10, 3), Before(Math5, 10, 3)).Criteria);
    }

    [Fact]
    public void A_school_may_be_listed_by_both_criteria() =>
        Assert.Equal([Criterion.A, Criterion.B], Verdict(Same, Now(Rus5, 10, 3), Now(Math5, 10, 3), Before(Math5, 10, 3)).Criteria);

    [Fact]
    public void Without_the_year_before_criterion_B_cannot_hold()
    {
        var run = Run(Any, School(1, Now(Rus5, 10, 10)), School(2, Now(Rus5, 10, 9), Now(Rus6, 10, 9)));
        Assert.False(run.HasYearBefore);
        Assert.DoesNotContain(run.Verdicts, v => v.Criteria.Contains(Criterion.B));
    }

    [Fact]
    public void The_year_before_is_known_once_a_judged_procedure_is_known_of_it()
    {
        Assert.True(Run(Same, School(1), School(2, Before(Rus5, 10, 0))).HasYearBefore);
        Assert.False(Run(Same, School(1, Before("ВПР 4 РУ", 10, 0))).HasYearBefore);
    }

    [Fact]
    public void No_data_is_neither_low_nor_a_reason_to_be_listed()
    {
        var strict = Any with { MinParticipants = 10 };
        Assert.False(Verdict(strict, Now(Rus5, 9, 9), Now(Rus6, 9, 9), Before(Rus5, 9, 9)).Listed);
    }

    [Fact]
    public void The_number_of_procedures_for_criterion_A_is_the_methodologys()
    {
        var three = Same with { LowProceduresForA = 3 };
        Assert.False(Verdict(three, Now(Rus5, 10, 3), Now(Rus6, 10, 3)).Listed);
        Assert.True(Verdict(three, Now(Rus5, 10, 3), Now(Rus6, 10, 3), Now(Math6, 10, 3)).Listed);
    }

    [Fact]
    public void A_left_out_type_is_not_judged_and_the_reason_is_told()
    {
        var methodology = Same with { LeftOutTypes = [new(SchoolType.Boarding, "Школы-интернаты в перечень не включаются.")] };
        var run = Run(methodology, School(1, Now(Rus5, 10, 9), Now(Rus6, 10, 9)) with { Type = SchoolType.Boarding }, School(2, Now(Rus5, 10, 9), Now(Rus6, 10, 9)));
        Assert.Equal((false, NotJudgedReason.LeftOutType), (run.Verdicts[0].Listed, run.Verdicts[0].NotJudged));
        Assert.Equal("Школы-интернаты в перечень не включаются.", run.Verdicts[0].NotJudgedExplanation);
        Assert.Null(run.Verdicts[0].PupilsToFlip);
        Assert.True(run.Verdicts[1].Listed);
    }

    [Fact]
    public void The_shipped_methodologies_are_sound_and_judge_the_nine_procedures_of_the_federal_rule()
    {
        string[] nine = ["ВПР 5 РУ", "ВПР 5 МА", "ВПР 6 РУ", "ВПР 6 МА", "ОГЭ РУ", "ОГЭ МА", "ЕГЭ РУ", "ЕГЭ МА база", "ЕГЭ МА профиль"];
        foreach (var methodology in new[] { Same, Any })
        {
            Assert.Empty(methodology.Problems());
            Assert.Equal(nine, methodology.Procedures);
            Assert.Equal((30m, 1, 2), (methodology.ThresholdPercent, methodology.MinParticipants, methodology.LowProceduresForA));
        }
    }

    [Fact]
    public void An_unsound_methodology_says_what_is_wrong()
    {
        var unsound = Same with { ThresholdPercent = 0, MinParticipants = 0, LowProceduresForA = 0, Procedures = [] };
        Assert.Equal(4, unsound.Problems().Count);
        Assert.Contains("не вместе", Assert.Single((Same with { Procedures = [.. Same.Procedures, "ЕГЭ МА"] }).Problems()), StringComparison.Ordinal);
        Assert.Contains("указана дважды", Assert.Single((Same with { Procedures = [Rus5, Rus6, Rus5] }).Problems()), StringComparison.Ordinal);
        Assert.Single((Same with { ThresholdPercent = 100.01m }).Problems());
        Assert.Contains("учитывает только 9", Assert.Single((Same with { LowProceduresForA = 10 }).Problems()), StringComparison.Ordinal);
        Assert.Empty((Same with { LowProceduresForA = 9 }).Problems());
        Assert.Contains("2 знаками после запятой", Assert.Single((Same with { ThresholdPercent = 29.999999m }).Problems()), StringComparison.Ordinal);
        Assert.Contains("от 1 до 1000", Assert.Single((Same with { MinParticipants = 1001 }).Problems()), StringComparison.Ordinal);
        Assert.Single((Methodology.TwelveIndicators with { Twelve = new TwelveIndicatorsRule { OgeMathMark = 3.205m } }).Problems());
    }
}
