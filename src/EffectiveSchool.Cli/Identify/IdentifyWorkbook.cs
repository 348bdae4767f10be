using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Cli.Identify;

/// <summary>The outcome as the workbook the portal writes for an annex.</summary>
internal static class IdentifyWorkbook
{
    public static void Write(IdentifyOutcome outcome, string path)
    {
        var run = outcome.Run;
        var heading = new ListHeading(
            0,
            outcome.Schools.Region,
            run.Year + 1,
            run.Year,
            ListState.Draft,
            run.Methodology,
            null,
            null,
            DateTimeOffset.Now,
            CanonicalRun.Sha256(run),
            run.Verdicts.Count,
            run.Verdicts.Count(v => v.Listed))
        {
            Enough = run.Methodology.Kind == MethodologyKind.LowResults ? null : run.Verdicts.Count(v => v.Known >= run.Methodology.LeastTrue),
        };
        var document = new ListDocument(
            heading,
            run.Procedures,
            [.. outcome.Rows.Select(r => new ListRow(r.School.Key, r.School.Code, r.School.Name, r.School.Municipality, r.Verdict))],
            [.. outcome.Schools.Sources.Select(f => new SourceFile(f.Result.FileName, f.ChangedAt, "командная строка", f.Result.Sha256 ?? ""))]);
        using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        AnnexWorkbook.Write(document, file);
    }
}
