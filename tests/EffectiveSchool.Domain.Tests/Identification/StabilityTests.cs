using EffectiveSchool.Domain.Identification;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class StabilityTests
{
    [Fact]
    public void One_pupil_is_on_the_edge_and_two_are_stable()
    {
        var edge = Verdict(Methodology.SameProcedure, Now(Rus5, 10, 3), Now(Math5, 10, 3));
        var stable = Verdict(Methodology.SameProcedure, Now(Rus5, 10, 4), Now(Math5, 10, 4));

        Assert.Equal((1, StabilityLabel.OnEdge, "на грани"), (edge.PupilsToFlip, Stability.LabelOf(edge)!.Value, Stability.Word(edge)));
        Assert.Equal((2, StabilityLabel.Stable, "устойчиво"), (stable.PupilsToFlip, Stability.LabelOf(stable)!.Value, Stability.Word(stable)));
        Assert.Equal("Вывод на грани: его меняет результат одного человека.", Stability.LabelSentence(edge));
        Assert.Equal("Вывод устойчив: его не меняет результат одного человека.", Stability.LabelSentence(stable));
    }

    [Fact]
    public void A_verdict_that_counts_cannot_flip_has_no_label()
    {
        var verdict = Verdict(Methodology.SameProcedure, Published(Rus5, Year, true), Published(Rus5, Year - 1, true));

        Assert.Null(verdict.PupilsToFlip);
        Assert.Null(Stability.LabelOf(verdict));
        Assert.Null(Stability.Word(verdict));
        Assert.Null(Stability.LabelSentence(verdict));
    }

    [Fact]
    public void Leaving_one_procedure_out_is_the_rule_without_that_procedure()
    {
        var flips = 0;
        foreach (var (methodology, facts) in RandomSchools.Draw(2000, published: true))
        {
            var verdict = Verdict(methodology, facts);
            var expected = RandomSchools.AllProcedures
                .Where(left => Verdict(methodology with { Procedures = [.. methodology.Procedures.Where(p => p != left)] }, facts).Listed != verdict.Listed)
                .ToHashSet();

            var stability = Stability.Of(verdict, methodology, Year);

            Assert.Equal(expected, stability.RestsOn.ToHashSet());
            Assert.Equal(expected.Count == 0, stability.SurvivesAnyOne);
            flips += expected.Count;
        }

        Assert.True(flips > 100, $"{flips} flips: the draw does not try the rule.");
    }

    [Fact]
    public void The_sentence_names_the_procedures_that_carry_the_verdict()
    {
        string? Sentence(SchoolVerdict verdict) => Stability.LeaveOneOutSentence(verdict, Methodology.SameProcedure, Year);

        Assert.Equal(
            "Вывод держится на одной процедуре: без ВПР 5 РУ школа в перечень не вошла бы.",
            Sentence(Verdict(Methodology.SameProcedure, Now(Rus5, 10, 5), Before(Rus5, 10, 5))));
        Assert.Equal(
            "Вывод держится не на одной процедуре, но и без любой из них меняется: без ВПР 5 РУ или ВПР 5 МА школа в перечень не вошла бы.",
            Sentence(Verdict(Methodology.SameProcedure, Now(Rus5, 10, 5), Now(Math5, 10, 5))));
        Assert.Equal(
            "Вывод держится и без любой одной процедуры.",
            Sentence(Verdict(Methodology.SameProcedure, Now(Rus5, 10, 5), Now(Math5, 10, 5), Now(Rus6, 10, 5))));
        Assert.Equal("Вывод держится и без любой одной процедуры.", Sentence(Verdict(Methodology.SameProcedure, Now(Rus5, 10, 0))));
    }
}
