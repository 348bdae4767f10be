using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

/// <summary>Small schools drawn from a fixed seed, with every kind of marker, to hold a rule against a second hand.</summary>
internal static class RandomSchools
{
    public static readonly string[] AllProcedures = [Rus5, Math5, Rus6];

    public static IEnumerable<(Methodology Methodology, ResultFact[] Facts)> Draw(int count, bool published = false)
    {
        var random = new Random(20261122);
        for (var i = 0; i < count; i++)
        {
            var methodology = Methodology.SameProcedure with
            {
                Procedures = AllProcedures,
                CriterionB = random.Next(2) == 0 ? CriterionBVersion.SameProcedure : CriterionBVersion.AnyProcedure,
                LowProceduresForA = random.Next(1, 4),
                MinParticipants = random.Next(3) == 0 ? 4 : 1,
                ThresholdPercent = random.Next(3) == 0 ? 50 : 30,
                Comparator = random.Next(4) == 0 ? ThresholdComparator.MoreThan : ThresholdComparator.AtLeast,
            };
            List<ResultFact> facts = [];
            foreach (var procedure in AllProcedures)
            {
                foreach (var year in new[] { Year - 1, Year })
                {
                    var participants = random.Next(0, 8);
                    if (random.Next(8) == 0)
                    {
                        continue;
                    }

                    facts.Add(published && random.Next(4) == 0
                        ? Published(procedure, year, random.Next(2) == 0)
                        : ResultFact.Counted(procedure, year, participants, random.Next(0, participants + 1), Source));
                }
            }

            yield return (methodology, [.. facts]);
        }
    }
}
