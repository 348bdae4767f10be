using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>
/// Identifies schools with low results (ШНОР): listed ⇔ criterion A or criterion B of the methodology. Pure: the same
/// input gives the same outcome, whatever the order of schools and facts.
/// </summary>
public static class LowResultRule
{
    /// <summary>Judges every school of the input.</summary>
    public static IdentificationRun Judge(IdentificationInput input)
    {
        var methodology = input.Methodology;
        var procedures = JudgedProcedures(input);
        var reader = new MarkerReader(input, procedures);
        var heads = methodology.Branches == BranchRule.WithHead ? Heads(input.Schools) : [];
        var branches = input.Schools.Where(s => heads.ContainsKey(s.Key)).ToLookup(s => heads[s.Key]);

        // Schools are judged apart from each other, so on all cores.
        var judged = input.Schools.OrderBy(s => s.Key).ToList().AsParallel().AsOrdered().Select(school =>
        {
            var contradictions = new List<Contradiction>();
            var markers = reader.Read(school, branches[school.Key], contradictions);
            return (Verdict: Judge(school, heads.ContainsKey(school.Key), markers, input), Contradictions: contradictions);
        }).ToList();
        var verdicts = judged.ConvertAll(j => j.Verdict);
        return new IdentificationRun(
            input.Year,
            methodology,
            procedures,
            verdicts,
            [.. judged.SelectMany(j => j.Contradictions)],
            verdicts.Exists(v => v.Markers.Any(m => m.Year == input.Year - 1 && m.Sources.Count > 0)));
    }

    /// <summary>
    /// The school each branch counts with: the head of its head where a head became a branch itself. A branch whose head
    /// is not among the schools has nobody to count with and is judged alone, so that its results are not lost.
    /// </summary>
    private static Dictionary<int, int> Heads(IReadOnlyList<SchoolInput> schools)
    {
        var headOf = schools.ToDictionary(s => s.Key, s => s.HeadKey);
        var heads = new Dictionary<int, int>();
        foreach (var school in schools.Where(s => s.HeadKey is not null))
        {
            var root = school.Key;
            var seen = new HashSet<int> { root };
            while (headOf[root] is { } head && headOf.ContainsKey(head) && seen.Add(head))
            {
                root = head;
            }

            var goesRound = headOf[root] is { } next && headOf.ContainsKey(next);
            if (root != school.Key && !goesRound)
            {
                heads[school.Key] = root;
            }
        }

        return heads;
    }

    /// <summary>
    /// The procedures of the methodology and, where a published matrix brings the one column «ЕГЭ МА» to a methodology
    /// that counts two, that column as one more procedure (domain.md §4).
    /// </summary>
    private static List<string> JudgedProcedures(IdentificationInput input)
    {
        List<string> procedures = [.. input.Methodology.Procedures];
        var judgesLevels = procedures.Contains(Results.Procedures.BaseMathEge) || procedures.Contains(Results.Procedures.ProfileMathEge);
        if (judgesLevels && input.Schools.Any(s => s.Facts.Any(f =>
                f.Procedure == Results.Procedures.UnitedMathEge && (f.Year == input.Year || f.Year == input.Year - 1))))
        {
            procedures.Add(Results.Procedures.UnitedMathEge);
        }

        return procedures;
    }

    private static SchoolVerdict Judge(
        SchoolInput school, bool countsWithHead, IReadOnlyList<LowResultMarker> markers, IdentificationInput input)
    {
        var methodology = input.Methodology;
        if (countsWithHead)
        {
            return NotJudged(NotJudgedReason.CountsWithHead, "Филиал учитывается вместе с головной школой.");
        }

        if (methodology.LeftOutTypes.FirstOrDefault(t => t.Type == school.Type) is { } leftOut)
        {
            return NotJudged(NotJudgedReason.LeftOutType, leftOut.Reason);
        }

        return Decide(school.Key, markers, methodology, input.Year);

        SchoolVerdict NotJudged(NotJudgedReason reason, string explanation) => Decide(school.Key, markers, methodology, input.Year) with
        {
            Listed = false,
            Criteria = [],
            PupilsToFlip = null,
            NotJudged = reason,
            NotJudgedExplanation = explanation,
        };
    }

    /// <summary>The verdict that markers give by the criteria of a methodology: the one place where A and B are decided.</summary>
    /// <param name="schoolKey">Key of the school.</param>
    /// <param name="markers">Markers of the results year and of the year before, already judged by the threshold.</param>
    /// <param name="methodology">The methodology whose criteria decide.</param>
    /// <param name="year">The results year.</param>
    internal static SchoolVerdict Decide(int schoolKey, IReadOnlyList<LowResultMarker> markers, Methodology methodology, int year)
    {
        var lowInYear = Low(markers, year);
        var lowBefore = Low(markers, year - 1);
        IReadOnlyList<string> lowInBoth = lowInYear.Count == 0 || lowBefore.Count == 0 ? [] : [.. lowInYear.Intersect(lowBefore, StringComparer.Ordinal)];
        var holdsB = methodology.CriterionB == CriterionBVersion.SameProcedure
            ? lowInBoth.Count > 0
            : lowInYear.Count > 0 && lowBefore.Count > 0;
        IReadOnlyList<Criterion> criteria = (lowInYear.Count >= methodology.LowProceduresForA, holdsB) switch
        {
            (true, true) => [Criterion.A, Criterion.B],
            (true, false) => [Criterion.A],
            (false, true) => [Criterion.B],
            _ => [],
        };
        return new SchoolVerdict(
            schoolKey,
            criteria.Count > 0,
            criteria,
            markers,
            lowInYear,
            lowInBoth,
            lowBefore,
            VerdictDistance.PupilsToFlip(markers, methodology, year));
    }

    /// <summary>Procedures low in a year. Written as a loop: it runs twice for every school of every what-if.</summary>
    private static IReadOnlyList<string> Low(IReadOnlyList<LowResultMarker> markers, int year)
    {
        List<string>? low = null;
        for (var i = 0; i < markers.Count; i++)
        {
            if (markers[i].State == MarkerState.Low && markers[i].Year == year)
            {
                (low ??= []).Add(markers[i].Procedure);
            }
        }

        return low ?? (IReadOnlyList<string>)[];
    }
}
