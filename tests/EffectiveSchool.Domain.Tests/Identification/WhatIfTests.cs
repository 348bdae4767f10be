using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class WhatIfTests
{
    private static readonly WhatIfChange[] Changes =
    [
        .. WhatIf.Presets,
        new(),
        new() { ThresholdPercent = 1 },
        new() { ThresholdPercent = 100 },
        new() { LeftOut = [Rus5] },
        new() { LeftOut = [Rus5, Math5], MinParticipants = 1, ThresholdPercent = 40 },
        new() { LeftOut = RandomSchools.AllProcedures },
    ];

    [Fact]
    public void Every_change_gives_what_the_rule_gives_by_the_changed_methodology()
    {
        var turned = 0;
        foreach (var (methodology, facts) in RandomSchools.Draw(1000))
        {
            var official = Verdict(methodology, facts);
            foreach (var change in Changes)
            {
                var expected = Verdict(change.ApplyTo(methodology), facts);

                var verdict = WhatIf.Judge(official, methodology, change, Year);

                Assert.Equal((expected.Listed, expected.PupilsToFlip), (verdict.Listed, verdict.PupilsToFlip));
                Assert.Equal(expected.Criteria, verdict.Criteria);
                Assert.Equal(
                    expected.Markers.Select(m => (m.Procedure, m.Year, m.State, m.Participants, m.Failed, m.Reason, m.PupilsToLine)),
                    verdict.Markers.Select(m => (m.Procedure, m.Year, m.State, m.Participants, m.Failed, m.Reason, m.PupilsToLine)));
                turned += verdict.Listed == official.Listed ? 0 : 1;
            }
        }

        Assert.True(turned > 500, $"{turned} turned: the draw does not try the rule.");
    }

    [Fact]
    public void The_comparison_names_each_school_that_turns_once_and_counts_all()
    {
        var methodology = Methodology.SameProcedure with { Procedures = RandomSchools.AllProcedures };
        var verdicts = Run(methodology, [.. RandomSchools.Draw(300).Select((c, i) => School(i, c.Facts))]).Verdicts;
        foreach (var change in Changes)
        {
            var outcome = WhatIf.Compare(verdicts, methodology, change, Year);

            Assert.Equal((300, verdicts.Count(v => v.Listed)), (outcome.Schools, outcome.ListedOfficially));
            Assert.Equal(outcome.ListedOfficially + outcome.Joined.Count - outcome.Left.Count, outcome.ListedWhatIf);
            Assert.All(outcome.Joined, t => Assert.True(!t.Official.Listed && t.WhatIf.Listed && t.Why.Length > 0));
            Assert.All(outcome.Left, t => Assert.True(t.Official.Listed && !t.WhatIf.Listed && t.Why.Length > 0));
            Assert.Equal(
                verdicts.Where(v => WhatIf.Judge(v, methodology, change, Year).Listed != v.Listed).Select(v => v.SchoolKey),
                outcome.Joined.Concat(outcome.Left).Select(t => t.Official.SchoolKey).Order());
        }
    }

    [Fact]
    public void No_change_turns_nobody()
    {
        var methodology = Methodology.AnyProcedure with { Procedures = RandomSchools.AllProcedures };
        var verdicts = Run(methodology, [.. RandomSchools.Draw(300, published: true).Select((c, i) => School(i, c.Facts))]).Verdicts;

        var outcome = WhatIf.Compare(verdicts, methodology, new WhatIfChange(), Year);

        Assert.Empty(outcome.Joined);
        Assert.Empty(outcome.Left);
    }

    [Fact]
    public void A_branch_counted_with_its_head_stays_in_the_counts_of_the_head()
    {
        var methodology = Methodology.SameProcedure with { Branches = BranchRule.WithHead };
        var head = School(1, Now(Rus5, 20, 4), Now(Math5, 20, 4));
        var branch = School(2, Now(Rus5, 10, 4), Now(Math5, 10, 4)) with { HeadKey = 1 };
        var official = Run(methodology, head, branch).Verdicts;
        Assert.All(official, v => Assert.False(v.Listed));

        var change = new WhatIfChange { ThresholdPercent = 25 };

        Assert.True(WhatIf.Judge(official[0], methodology, change, Year).Listed);
        Assert.Equal(NotJudgedReason.CountsWithHead, WhatIf.Judge(official[1], methodology, change, Year).NotJudged);
    }

    [Fact]
    public void A_type_left_out_stays_out_and_a_published_marker_keeps_its_state()
    {
        var methodology = Methodology.SameProcedure with { LeftOutTypes = [new(SchoolType.Secondary, "По приказу.")] };
        var leftOut = Verdict(methodology, Now(Rus5, 10, 9), Now(Math5, 10, 9));
        Assert.False(WhatIf.Judge(leftOut, methodology, new WhatIfChange { ThresholdPercent = 1 }, Year).Listed);

        var published = Verdict(Methodology.SameProcedure, Published(Rus5, Year, true), Published(Math5, Year, true));
        Assert.True(WhatIf.Judge(published, Methodology.SameProcedure, new WhatIfChange { ThresholdPercent = 100 }, Year).Listed);
    }

    [Fact]
    public void Why_is_one_sentence_with_counts()
    {
        string Why(WhatIfChange change, params Domain.Results.ResultFact[] facts)
        {
            var outcome = WhatIf.Compare([Verdict(Methodology.AnyProcedure, facts)], Methodology.AnyProcedure, change, Year);
            return outcome.Joined.Concat(outcome.Left).Single().Why;
        }

        Assert.Equal(
            Figures("Низкие результаты по 2 процедурам в 2022 году: ВПР 5 РУ — 5 из 20 (25,0 %) и ВПР 5 МА — 9 из 20 (45,0 %)."),
            Why(new() { ThresholdPercent = 25 }, Now(Rus5, 20, 5), Now(Math5, 20, 9)));
        Assert.Equal(
            Figures("Больше не низкий результат: ВПР 5 РУ в 2022 году — 6 из 20 (30,0 %), и ни один критерий не выполняется."),
            Why(new() { ThresholdPercent = 35 }, Now(Rus5, 20, 6), Now(Math5, 20, 9)));
        Assert.Equal(
            "Больше не низкий результат: ВПР 5 РУ в 2022 году — процедура не учитывается, и ни один критерий не выполняется.",
            Why(new() { LeftOut = [Rus5] }, Now(Rus5, 20, 6), Now(Math5, 20, 9)));
        Assert.Equal(
            "Одна и та же процедура не была низкой два года подряд, а для критерия A низких процедур в году мало.",
            Why(new() { CriterionB = CriterionBVersion.SameProcedure }, Before(Rus5, 20, 9), Now(Math5, 20, 9)));
    }
}
