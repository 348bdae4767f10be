using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using FsCheck;
using FsCheck.Fluent;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class RuleProperties
{
    private static readonly string[] Judged = [.. Methodology.SameProcedure.Procedures];

    private static readonly Gen<Methodology> Methodologies =
        from version in Gen.Elements(CriterionBVersion.SameProcedure, CriterionBVersion.AnyProcedure)
        from threshold in Gen.Elements(25m, 30m, 35m, 33.33m)
        from comparator in Gen.Elements(ThresholdComparator.AtLeast, ThresholdComparator.MoreThan)
        from least in Gen.Choose(1, 12)
        from needed in Gen.Choose(1, 3)
        from branches in Gen.Elements(BranchRule.Alone, BranchRule.WithHead)
        from one in Gen.Elements(true, false)
        let methodology = Methodology.SameProcedure with
        {
            CriterionB = version,
            ThresholdPercent = threshold,
            Comparator = comparator,
            MinParticipants = least,
            LowProceduresForA = needed,
            Branches = branches,
        }
        select one ? methodology.WithMathEgeAsOne() : methodology;

    private static readonly Gen<ResultFact?> Facts =
        from absent in Gen.Choose(0, 4)
        from year in Gen.Elements(Year - 1, Year)
        from participants in Gen.Choose(0, 25)
        from failed in Gen.Choose(0, participants)
        select absent == 0 ? null : ResultFact.Counted("", year, participants, failed, Source);

    private static readonly Gen<IdentificationInput> Inputs =
        from methodology in Methodologies
        from count in Gen.Choose(1, 6)
        from facts in Facts.ArrayOf(count * Judged.Length * 2)
        from heads in Gen.Choose(0, 2 * count).ArrayOf(count)
        select new IdentificationInput(
            Year,
            methodology,
            [.. Enumerable.Range(0, count).Select(i => School(i + 1, [.. FactsOf(facts, i)]) with
            {
                HeadKey = heads[i] > 0 && heads[i] <= count ? heads[i] : null,
            })],
            new HashSet<(string, int)>());

    [Fact]
    public void The_order_of_schools_and_facts_does_not_matter() => Check(
        from input in Inputs
        from schools in Gen.Shuffle(input.Schools.ToArray())
        select (input, schools),
        sample =>
        {
            var turned = sample.input with
            {
                Schools = [.. sample.schools.Select(s => s with { Facts = [.. s.Facts.Reverse()] })],
            };
            return CanonicalRun.Sha256(LowResultRule.Judge(sample.input)) == CanonicalRun.Sha256(LowResultRule.Judge(turned));
        });

    [Fact]
    public void One_more_two_never_removes_a_marker_and_never_takes_a_school_off_the_list() => Check(
        from input in Inputs
        from school in Gen.Choose(0, input.Schools.Count - 1)
        from fact in Gen.Choose(0, 17)
        select (input, school, fact),
        sample =>
        {
            var (input, at, factAt) = sample;
            var school = input.Schools[at];
            if (school.Facts.Count == 0 || school.Facts[factAt % school.Facts.Count] is not { } fact || fact.Failed == fact.Participants)
            {
                return true;
            }

            ResultFact[] facts = [.. school.Facts.Select(f => ReferenceEquals(f, fact) ? f with { Failed = f.Failed + 1 } : f)];
            var worse = input with { Schools = [.. input.Schools.Select(s => ReferenceEquals(s, school) ? s with { Facts = facts } : s)] };
            return Includes(LowResultRule.Judge(worse), LowResultRule.Judge(input));
        });

    [Fact]
    public void A_higher_minimum_of_participants_lists_nobody_new() => Check(
        from input in Inputs
        from more in Gen.Choose(1, 10)
        select (input, more),
        sample =>
        {
            var stricter = sample.input.Methodology with { MinParticipants = sample.input.Methodology.MinParticipants + sample.more };
            return Includes(LowResultRule.Judge(sample.input), LowResultRule.Judge(sample.input with { Methodology = stricter }));
        });

    [Fact]
    public void A_lower_threshold_takes_nobody_off_the_list() => Check(
        Inputs,
        input => Includes(
            LowResultRule.Judge(input with { Methodology = input.Methodology with { ThresholdPercent = 20m } }),
            LowResultRule.Judge(input)));

    [Fact]
    public void Any_procedure_lists_whoever_same_procedure_lists() => Check(
        Inputs,
        input => Includes(
            LowResultRule.Judge(input with { Methodology = input.Methodology with { CriterionB = CriterionBVersion.AnyProcedure } }),
            LowResultRule.Judge(input with { Methodology = input.Methodology with { CriterionB = CriterionBVersion.SameProcedure } })));

    [Fact]
    public void Alone_a_school_is_judged_the_same_whoever_stands_beside_it() => Check(
        Inputs,
        input =>
        {
            var alone = input with { Methodology = input.Methodology with { Branches = BranchRule.Alone } };
            var together = LowResultRule.Judge(alone).Verdicts;
            return alone.Schools.All(s => LowResultRule.Judge(alone with { Schools = [s] }).Verdicts[0].PupilsToFlip
                == together.Single(v => v.SchoolKey == s.Key).PupilsToFlip);
        });

    /// <summary>Whatever is low or listed in the smaller run is so in the larger.</summary>
    private static bool Includes(IdentificationRun larger, IdentificationRun smaller) =>
        larger.Verdicts.Zip(smaller.Verdicts).All(pair =>
            (pair.First.Listed || !pair.Second.Listed)
            && pair.First.Markers.Zip(pair.Second.Markers).All(m => m.First.State == MarkerState.Low || m.Second.State != MarkerState.Low));

    private static IEnumerable<ResultFact> FactsOf(ResultFact?[] drawn, int school) => drawn
        .Skip(school * Judged.Length * 2)
        .Take(Judged.Length * 2)
        .Select((fact, i) => fact is null ? null : fact with { Procedure = Judged[i % Judged.Length] })
        .OfType<ResultFact>()
        .DistinctBy(f => (f.Procedure, f.Year));

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(gen.ToArbitrary(), holds));
}
