using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Lists;

/// <summary>What a school brings to a run by indicators, and the files it came from.</summary>
internal sealed record ReadFigures(List<ScoreFact> Scores, List<FigureFact> Figures, HashSet<int> Files);

/// <summary>Reads the means of results and the figures of schools for a methodology that judges by indicators.</summary>
internal static class IndicatorInputs
{
    private static readonly SchoolFigureKind[] OfTwelve =
        [SchoolFigureKind.Pupils, SchoolFigureKind.OlympiadPupils, SchoolFigureKind.GradeNineLeavers, SchoolFigureKind.WentToGradeTen];

    private static readonly SchoolFigureKind[] OfRiskZone =
        [SchoolFigureKind.StableInternet, SchoolFigureKind.EnoughComputers, SchoolFigureKind.TeacherVacancies];

    /// <summary>Which figures a methodology reads.</summary>
    public static SchoolFigureKind[] KindsOf(Methodology methodology) => methodology.Kind switch
    {
        MethodologyKind.TwelveIndicators => OfTwelve,
        MethodologyKind.RiskZone => OfRiskZone,
        _ => [],
    };

    /// <summary>By school, everything the methodology reads of its years.</summary>
    public static async Task<Dictionary<int, ReadFigures>> ReadAsync(
        PortalDb db, int regionId, int year, Methodology methodology, Dictionary<int, string> files, CancellationToken cancellationToken)
    {
        var read = new Dictionary<int, ReadFigures>();
        var first = year - IdentificationRule.YearsRead(methodology) + 1;
        var codes = methodology.Procedures.ToArray();
        var scores = db.Results
            .Where(r => r.RegionId == regionId && r.Year >= first && r.Year <= year && r.Participants != null && codes.Contains(r.Procedure.Code))
            .Select(r => new { r.SchoolId, r.Procedure.Code, r.Year, r.Participants, r.MeanScore, r.Twos, r.Threes, r.Fours, r.Fives, r.FileId, r.Sheet, r.Row })
            .AsAsyncEnumerable();
        await foreach (var r in scores.WithCancellation(cancellationToken))
        {
            var school = Of(r.SchoolId);
            school.Scores.Add(new ScoreFact(
                r.Code, r.Year, r.Participants!.Value, r.MeanScore, r.Twos, r.Threes, r.Fours, r.Fives, new ResultSource(files[r.FileId], r.Sheet, r.Row)));
            school.Files.Add(r.FileId);
        }

        var kinds = KindsOf(methodology);
        var figures = db.Standing().Where(f => f.RegionId == regionId && f.Year >= first && f.Year <= year && kinds.Contains(f.Kind))
            .Select(f => new { f.SchoolId, f.Kind, f.Year, f.Value, f.FileId, f.Sheet, f.Row }).AsAsyncEnumerable();
        await foreach (var f in figures.WithCancellation(cancellationToken))
        {
            var school = Of(f.SchoolId);
            school.Figures.Add(new FigureFact(f.Kind, f.Year, f.Value, new ResultSource(files[f.FileId], f.Sheet, f.Row)));
            school.Files.Add(f.FileId);
        }

        return read;

        ReadFigures Of(int school)
        {
            if (!read.TryGetValue(school, out var found))
            {
                read.Add(school, found = new ReadFigures([], [], []));
            }

            return found;
        }
    }
}
