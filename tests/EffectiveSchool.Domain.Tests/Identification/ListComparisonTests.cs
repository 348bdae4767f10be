using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using FsCheck;
using FsCheck.Fluent;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class ListComparisonTests
{
    private static readonly ResultFact[] LowTwice = [Now(Rus5, 40, 18), Now(Math6, 50, 20)];
    private static readonly ResultFact[] Fine = [Now(Rus5, 40, 3), Now(Math6, 50, 4)];

    private static readonly Gen<ComparedRun> Runs =
        from threshold in Gen.Elements(25m, 30m)
        from version in Gen.Elements(CriterionBVersion.SameProcedure, CriterionBVersion.AnyProcedure)
        from leftOut in Gen.Elements(true, false)
        from keys in Gen.SubListOf(1, 2, 3, 4, 5)
        from failed in Gen.Choose(0, 10).ArrayOf(20)
        select Compared(
            Methodology.SameProcedure with
            {
                ThresholdPercent = threshold,
                CriterionB = version,
                LeftOutTypes = leftOut ? [new(SchoolType.Primary, "начальная школа")] : [],
            },
            [.. keys.Select(key => School(key, Now(Rus5, 10, failed[key]), Now(Math5, 10, failed[key + 5]), Before(Rus5, 10, failed[key + 10])) with
            {
                Type = key == 5 ? SchoolType.Primary : SchoolType.Secondary,
            })]);

    [Fact]
    public void A_school_that_joined_is_told_by_the_criterion_that_appeared()
    {
        var joined = Compare([School(1, Fine)], [School(1, LowTwice)]).Joined.Single();

        Assert.Equal(
            Figures("Появился критерий A: было в 2022 году ВПР 5 РУ — 3 из 40 (7,5 %), ВПР 6 МА — 4 из 50 (8,0 %), "
                + "стало в 2022 году ВПР 5 РУ — 18 из 40 (45,0 %), ВПР 6 МА — 20 из 50 (40,0 %)."),
            joined.Why);
    }

    [Fact]
    public void A_school_that_left_is_told_by_the_criterion_that_vanished()
    {
        var comparison = Compare([School(1, Now(Rus5, 40, 18), Before(Rus5, 40, 16))], [School(1, Now(Rus5, 40, 3), Before(Rus5, 40, 16))]);

        Assert.Empty(comparison.Joined);
        Assert.Equal(
            Figures("Исчез критерий B: было в 2021 году ВПР 5 РУ — 16 из 40 (40,0 %) и в 2022 году ВПР 5 РУ — 18 из 40 (45,0 %), "
                + "стало в 2021 году ВПР 5 РУ — 16 из 40 (40,0 %) и в 2022 году ВПР 5 РУ — 3 из 40 (7,5 %)."),
            comparison.Left.Single().Why);
    }

    [Fact]
    public void Another_methodology_is_named_and_equal_figures_are_not_repeated()
    {
        var stricter = Methodology.SameProcedure with { ThresholdPercent = 50 };
        var comparison = ListComparison.Of(Compared(Methodology.SameProcedure, School(1, LowTwice)), Compared(stricter, School(1, LowTwice)));

        Assert.Equal(
            Figures("Изменилась методика (порог: было не менее 30 %, стало не менее 50 %); исчез критерий A: те же результаты в 2022 году "
                + "ВПР 5 РУ — 18 из 40 (45,0 %), ВПР 6 МА — 20 из 50 (40,0 %)."),
            comparison.Left.Single().Why);
    }

    [Fact]
    public void A_new_school_joins_and_a_closed_one_leaves()
    {
        var comparison = Compare([School(1, LowTwice)], [School(2, LowTwice), School(3, Fine)]);

        Assert.StartsWith("Во втором перечне школа не рассматривалась: тогда её не было среди действующих; исчез критерий A: в 2022", comparison.Left.Single().Why, StringComparison.Ordinal);
        Assert.StartsWith("В первом перечне школа не рассматривалась: тогда её не было среди действующих; появился критерий A: в 2022", comparison.Joined.Single().Why, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], comparison.InOneOnly.Select(s => s.School.Verdict.SchoolKey).Order());
        Assert.Equal(1, comparison.Neither);
    }

    [Fact]
    public void A_school_that_is_no_longer_judged_says_why()
    {
        var without = Methodology.SameProcedure with { LeftOutTypes = [new(SchoolType.Secondary, "оценивается отдельно")] };
        var comparison = ListComparison.Of(Compared(Methodology.SameProcedure, School(1, LowTwice)), Compared(without, School(1, LowTwice)));

        Assert.StartsWith("Во втором перечне школа не оценивается: оценивается отдельно; исчез критерий A: в 2022 году", comparison.Left.Single().Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_compared_with_itself_has_no_changes() => Prop.ForAll(Runs.ToArbitrary(), run =>
    {
        var same = ListComparison.Of(run, run);
        return same.Joined.Count == 0 && same.Left.Count == 0 && same.InOneOnly.Count == 0 && same.MethodologyChange is null
            && same.Stayed.Count + same.Neither == run.Schools.Count
            && same.Stayed.All(s => !s.Why.Contains("стало", StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_comparison_turned_round_exchanges_those_who_joined_and_left() => Prop.ForAll(Runs.ToArbitrary(), Runs.ToArbitrary(), (a, b) =>
    {
        var there = ListComparison.Of(a, b);
        var back = ListComparison.Of(b, a);
        return Keys(there.Joined).SetEquals(Keys(back.Left)) && Keys(there.Left).SetEquals(Keys(back.Joined))
            && Keys(there.Stayed).SetEquals(Keys(back.Stayed)) && Keys(there.InOneOnly).SetEquals(Keys(back.InOneOnly))
            && there.Neither == back.Neither;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Those_who_joined_and_left_account_for_the_whole_difference() => Prop.ForAll(Runs.ToArbitrary(), Runs.ToArbitrary(), (a, b) =>
    {
        var comparison = ListComparison.Of(a, b);
        return Listed(b) == Listed(a) + comparison.Joined.Count - comparison.Left.Count;
    }).QuickCheckThrowOnFailure();

    private static ListComparison Compare(SchoolInput[] before, SchoolInput[] after) =>
        ListComparison.Of(Compared(Methodology.SameProcedure, before), Compared(Methodology.SameProcedure, after));

    private static ComparedRun Compared(Methodology methodology, params SchoolInput[] schools) =>
        new(Year, methodology, [.. Run(methodology, schools).Verdicts.Select(v => new JudgedSchool("990001", $"Школа {v.SchoolKey}", "Степной район", v))]);

    private static int Listed(ComparedRun run) => run.Schools.Count(s => s.Verdict.Listed);

    private static HashSet<int> Keys(IEnumerable<ComparedSchool> schools) => [.. schools.Select(s => s.School.Verdict.SchoolKey)];
}
