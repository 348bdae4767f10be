using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Demo;

/// <summary>
/// Invents results: a school has an ability that lasts, a year that passes, and pupils who move up a grade each year.
/// Shares follow place and size: small rural schools do worse, lyceums better, mathematics worse than Russian.
/// </summary>
internal static class ResultMaker
{
    private const int Stream = 3;
    private const int MunicipalityStream = 4;
    private const int MostSchoolsWithHistory = 2_000;
    private const int YearsOfHistory = 4;

    /// <summary>Mean share of failed in a school of middling ability.</summary>
    private static readonly Dictionary<string, double> MeanFailShare = new(StringComparer.Ordinal)
    {
        ["ВПР 5 РУ"] = 0.103,
        ["ВПР 5 МА"] = 0.108,
        ["ВПР 6 РУ"] = 0.114,
        ["ВПР 6 МА"] = 0.124,
        ["ОГЭ РУ"] = 0.04,
        ["ОГЭ МА"] = 0.08,
        ["ЕГЭ РУ"] = 0.008,
        [Procedures.BaseMathEge] = 0.04,
        [Procedures.ProfileMathEge] = 0.07,
    };

    /// <summary>One list a school, ordered by procedure, then year.</summary>
    public static List<List<DemoResult>> Make(IReadOnlyList<DemoSchool> schools, int seed, int lastYear)
    {
        var withHistory = schools.Count <= MostSchoolsWithHistory;
        var results = new List<List<DemoResult>>(schools.Count);
        foreach (var school in schools)
        {
            results.Add(Make(school, seed, lastYear, withHistory));
        }

        return results;
    }

    /// <summary>Marks that go with so many twos.</summary>
    public static MarkCounts? Marks(Procedure procedure, int participants, int failed, double ability, Dice dice)
    {
        if (participants == 0 || procedure is { Kind: ProcedureKind.Ege, Level: not ProcedureLevel.Base })
        {
            return null;
        }

        var passed = participants - failed;
        var fives = dice.HowMany(passed, Math.Clamp(0.17 - (0.05 * ability), 0.03, 0.5));
        var fours = dice.HowMany(passed - fives, Math.Clamp(0.45 - (0.06 * ability), 0.15, 0.7));
        return new MarkCounts(failed, passed - fives - fours, fours, fives);
    }

    private static List<DemoResult> Make(DemoSchool school, int seed, int lastYear, bool withHistory)
    {
        var dice = Dice.Of(seed, Stream, school.Index);
        var ability = Weakness(school, dice) + (0.25 * Dice.Of(seed, MunicipalityStream, school.MunicipalityIndex).Deviation());
        double[] years = [.. Enumerable.Range(0, YearsOfHistory).Select(_ => 0.2 * dice.Deviation())];

        // Whoever is in grade 5 this year is in grade 6 the next: cohorts by the year they began school.
        var firstCohort = lastYear - YearsOfHistory - 11;
        double[] cohorts = [.. Enumerable.Range(0, YearsOfHistory + 11).Select(_ => 0.8 + (0.4 * dice.Share()))];

        var results = new List<DemoResult>(22);
        foreach (var procedure in Procedures.Federal)
        {
            if (procedure.Grade > school.Type.LastGrade())
            {
                continue;
            }

            var inProcedure = ability + (0.25 * dice.Deviation());
            var first = withHistory && procedure.Kind == ProcedureKind.Vpr ? lastYear - YearsOfHistory + 1 : lastYear - 1;
            for (var year = first; year <= lastYear; year++)
            {
                if (Procedures.WasHeld(procedure.Code, year))
                {
                    var participants = Participants(school, procedure, cohorts[year - procedure.Grade - firstCohort], dice);
                    var weakness = inProcedure + years[lastYear - year] + (0.2 * dice.Deviation());
                    results.Add(Result(school.Index, procedure, year, participants, weakness, dice));
                }
            }
        }

        return results;
    }

    private static DemoResult Result(int school, Procedure procedure, int year, int participants, double weakness, Dice dice)
    {
        var failed = dice.HowMany(participants, Math.Min(0.9, MeanFailShare[procedure.Code] * Growth(0.62 * weakness)));
        decimal? score = procedure switch
        {
            { Kind: ProcedureKind.Ege, Subject: "РУ" } => Score(67 - (5 * weakness) + dice.Deviation()),
            { Level: ProcedureLevel.Profile } => Score(55 - (6 * weakness) + (1.5 * dice.Deviation())),
            _ => null,
        };
        return new DemoResult(school, procedure.Code, year, participants, failed, Marks(procedure, participants, failed, weakness, dice), score);
    }

    /// <summary>How much worse than a middling school, in deviations.</summary>
    private static double Weakness(DemoSchool school, Dice dice)
    {
        var place = school.Settlement == SettlementKind.Rural ? 0.3 : -0.15;
        var size = school.Pupils < 100 ? 0.3 : school.Pupils > 600 ? -0.15 : 0;
        var type = school.Type switch
        {
            SchoolType.Lyceum => -1.6,
            SchoolType.Gymnasium => -1.3,
            SchoolType.Boarding => 0.5,
            _ => 0,
        };
        return place + size + type + (0.6 * dice.Deviation());
    }

    private static int Participants(DemoSchool school, Procedure procedure, double cohort, Dice dice)
    {
        var pupils = Math.Max(1, (int)Math.Round(cohort * school.Pupils / school.Type.LastGrade()));
        if (procedure.Kind != ProcedureKind.Ege)
        {
            return Math.Max(1, pupils - dice.HowMany(pupils, 0.05));
        }

        // Fewer than half stay for grade 11, where about half choose the profile level.
        var graduates = Math.Max(2, pupils * 45 / 100);
        return procedure.Level switch
        {
            ProcedureLevel.Base => Math.Max(1, graduates * 53 / 100),
            ProcedureLevel.Profile => Math.Max(1, graduates - (graduates * 53 / 100)),
            _ => graduates,
        };
    }

    /// <summary>Nearly e^x, by multiplication alone: the same on every machine.</summary>
    private static double Growth(double x)
    {
        var step = Math.Max(0.05, 1 + (x / 8));
        var square = step * step;
        var fourth = square * square;
        return fourth * fourth;
    }

    private static decimal Score(double value) => Math.Round((decimal)Math.Clamp(value, 25, 95), 1);
}
