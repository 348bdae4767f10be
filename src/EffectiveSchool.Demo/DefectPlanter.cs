using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Demo;

/// <summary>
/// Plants one school of every special case, at most one school in four: from some sixty schools on all of them stand.
/// </summary>
internal static class DefectPlanter
{
    private const int Stream = 5;
    private const string Rus5 = "ВПР 5 РУ";
    private const string Rus6 = "ВПР 6 РУ";
    private const string Math5 = "ВПР 5 МА";
    private const string Math6 = "ВПР 6 МА";
    private const int CalmParticipants = 20;

    /// <summary>Changes schools and results in place and says what was planted where.</summary>
    public static List<DemoDefect> Plant(List<DemoSchool> schools, List<List<DemoResult>> results, int seed, int lastYear)
    {
        var defects = new List<DemoDefect>();
        if (schools.Find(s => s.HeadIndex is not null) is { } branch)
        {
            defects.Add(new(DemoDefectKind.Branch, branch.Index, null, null));
        }

        DemoDefectKind[] kinds = [.. Enum.GetValues<DemoDefectKind>().Where(k => k != DemoDefectKind.Branch)];
        foreach (var (kind, school) in kinds.Zip(Candidates(schools, seed).Take(schools.Count / 4)))
        {
            defects.Add(Plant(kind, school, schools, results, seed, lastYear));
        }

        return defects;
    }

    /// <summary>Schools with every procedure that no branch counts with, in drawn order.</summary>
    private static IEnumerable<int> Candidates(List<DemoSchool> schools, int seed)
    {
        var heads = schools.Select(s => s.HeadIndex).OfType<int>().ToHashSet();
        return schools
            .Where(s => s is { Type: SchoolType.Secondary, HeadIndex: null } && !heads.Contains(s.Index))
            .OrderBy(s => Dice.Of(seed, Stream, s.Index).Share())
            .Select(s => s.Index);
    }

    private static DemoDefect Plant(DemoDefectKind kind, int index, List<DemoSchool> schools, List<List<DemoResult>> results, int seed, int lastYear)
    {
        var own = new SchoolResults(results[index], index, Dice.Of(seed, Stream, -1 - index));
        own.Calm();
        switch (kind)
        {
            case DemoDefectKind.ExactlyAtThreshold:
                own.Set(Rus6, lastYear, 20, 6);
                return new(kind, index, Rus6, lastYear);
            case DemoDefectKind.SmallSample:
                own.Set(Math5, lastYear, 3, 1);
                return new(kind, index, Math5, lastYear);
            case DemoDefectKind.MissingProcedure:
                own.Remove(r => r.Procedure == Math6 && r.Year == lastYear);
                return new(kind, index, Math6, lastYear);
            case DemoDefectKind.NoParticipants:
                own.Set(Rus5, lastYear, 0, 0);
                return new(kind, index, Rus5, lastYear);
            case DemoDefectKind.NoResults:
                own.Remove(_ => true);
                return new(kind, index, null, null);
            case DemoDefectKind.Renamed:
                schools[index] = Renamed(schools[index], lastYear);
                return new(kind, index, null, null);
            case DemoDefectKind.Merged:
            case DemoDefectKind.Closed:
                own.Remove(r => r.Year == lastYear);
                schools[index] = schools[index] with { Status = kind == DemoDefectKind.Merged ? SchoolStatus.Merged : SchoolStatus.Closed };
                return new(kind, index, null, lastYear);
            case DemoDefectKind.OnTheEdge:
                own.Set(Rus6, lastYear - 1, 20, 8);
                own.Set(Rus6, lastYear, 20, 5);
                return new(kind, index, Rus6, lastYear);
            case DemoDefectKind.ListedByAOnly:
                own.Set(Rus6, lastYear, 24, 9);
                own.Set(Math6, lastYear, 25, 11);
                return new(kind, index, null, lastYear);
            case DemoDefectKind.ListedByBOnly:
                own.Set(Math6, lastYear - 1, 22, 8);
                own.Set(Math6, lastYear, 25, 9);
                return new(kind, index, Math6, lastYear);
            case DemoDefectKind.ListedByAAndB:
                own.Set(Math6, lastYear - 1, 22, 9);
                own.Set(Math6, lastYear, 25, 12);
                own.Set(Rus5, lastYear, 26, 8);
                return new(kind, index, Math6, lastYear);
            default:
                own.Set(Math6, lastYear - 1, 22, 8);
                own.Set(Rus5, lastYear, 26, 9);
                return new(kind, index, Rus5, lastYear);
        }
    }

    /// <summary>Before the year's end the school changed its legal form, and so its name.</summary>
    private static DemoSchool Renamed(DemoSchool school, int lastYear) => school with
    {
        FormerName = "МОУ" + school.Name[school.LegalForm.Length..],
        FormerNameUntil = new DateOnly(lastYear - 1, 8, 31),
    };

    /// <summary>The results of one school while they are being changed.</summary>
    private sealed class SchoolResults(List<DemoResult> results, int school, Dice dice)
    {
        /// <summary>
        /// Few failed everywhere, and enough participants where something will be planted, so that only that stands out.
        /// </summary>
        public void Calm()
        {
            for (var i = 0; i < results.Count; i++)
            {
                var isVpr = Procedures.Find(results[i].Procedure)!.Kind == ProcedureKind.Vpr;
                var participants = Math.Max(isVpr ? CalmParticipants : 0, results[i].Participants);
                results[i] = Changed(results[i], participants, Math.Min(results[i].Failed, participants / 10));
            }
        }

        public void Set(string procedure, int year, int participants, int failed)
        {
            var at = results.FindIndex(r => r.Procedure == procedure && r.Year == year);
            results[at] = Changed(results[at], participants, failed);
        }

        public void Remove(Predicate<DemoResult> which) => results.RemoveAll(which);

        private DemoResult Changed(DemoResult result, int participants, int failed) => new(
            school,
            result.Procedure,
            result.Year,
            participants,
            failed,
            ResultMaker.Marks(Procedures.Find(result.Procedure)!, participants, failed, 0, dice),
            result.MeanScore);
    }
}
