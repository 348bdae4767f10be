using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Demo.Tests;

/// <summary>Every planted case is looked for with the rule itself, not taken on trust.</summary>
public class DefectTests
{
    private const int LastYear = 2025;
    private static readonly DemoRegion Region = DemoRegion.Create(200, 5, LastYear);
    private static readonly IdentificationRun Same = DemoRegionTests.Judge(Region, Methodology.SameProcedure);
    private static readonly IdentificationRun Any = DemoRegionTests.Judge(Region, Methodology.AnyProcedure);

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    [InlineData(3000)]
    public void From_sixty_schools_on_every_case_is_planted_in_a_school_of_its_own(int schools)
    {
        foreach (var seed in Enumerable.Range(1, 8))
        {
            var defects = DemoRegion.Create(schools, seed, LastYear).Defects;
            Assert.Equal(Enum.GetValues<DemoDefectKind>(), defects.Select(d => d.Kind).Order());
            Assert.Equal(defects.Count, defects.DistinctBy(d => d.SchoolIndex).Count());
        }
    }

    [Fact]
    public void Exactly_thirty_percent_stands_there()
    {
        var marker = Marker(DemoDefectKind.ExactlyAtThreshold);
        Assert.Equal((30m, MarkerState.Low), (marker.FailSharePercent, marker.State));
    }

    [Fact]
    public void A_small_sample_stands_there() => Assert.True(Marker(DemoDefectKind.SmallSample).IsSmallSample);

    [Fact]
    public void A_missing_procedure_is_missing() => Assert.Equal(NoDataReason.NotUploaded, Marker(DemoDefectKind.MissingProcedure).Reason);

    [Fact]
    public void A_row_without_participants_has_none() => Assert.Equal(NoDataReason.NoParticipants, Marker(DemoDefectKind.NoParticipants).Reason);

    [Fact]
    public void A_school_without_results_has_none() =>
        Assert.DoesNotContain(Region.Results, r => r.SchoolIndex == Defect(DemoDefectKind.NoResults).SchoolIndex);

    [Fact]
    public void A_branch_has_a_head_and_results_of_its_own()
    {
        var branch = School(DemoDefectKind.Branch);
        Assert.NotNull(branch.HeadIndex);
        Assert.NotNull(Same.Verdicts[branch.HeadIndex.Value]);
        Assert.StartsWith("Филиал ", branch.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_school_remembers_its_name()
    {
        var school = School(DemoDefectKind.Renamed);
        Assert.StartsWith("МОУ СОШ", school.FormerName, StringComparison.Ordinal);
        Assert.NotEqual(school.Name, school.FormerName);
        Assert.NotNull(school.FormerNameUntil);
    }

    [Theory]
    [InlineData(DemoDefectKind.Merged, SchoolStatus.Merged)]
    [InlineData(DemoDefectKind.Closed, SchoolStatus.Closed)]
    public void A_school_that_is_no_more_has_results_only_of_before(DemoDefectKind kind, SchoolStatus status)
    {
        var school = School(kind);
        Assert.Equal(status, school.Status);
        int[] years = [.. Region.Results.Where(r => r.SchoolIndex == school.Index).Select(r => r.Year).Distinct()];
        Assert.Contains(LastYear - 1, years);
        Assert.DoesNotContain(LastYear, years);
    }

    [Fact]
    public void On_the_edge_one_pupil_decides()
    {
        foreach (var run in new[] { Same, Any })
        {
            var verdict = Verdict(run, DemoDefectKind.OnTheEdge);
            Assert.Equal((false, 1), (verdict.Listed, verdict.PupilsToFlip));
        }
    }

    [Theory]
    [InlineData(DemoDefectKind.ListedByAOnly, "A", "A")]
    [InlineData(DemoDefectKind.ListedByBOnly, "B", "B")]
    [InlineData(DemoDefectKind.ListedByAAndB, "A B", "A B")]
    [InlineData(DemoDefectKind.ListedByAnyProcedureOnly, "", "B")]
    [InlineData(DemoDefectKind.ExactlyAtThreshold, "", "")]
    public void Criteria_hold_as_planted(DemoDefectKind kind, string same, string any)
    {
        Assert.Equal(same, string.Join(' ', Verdict(Same, kind).Criteria));
        Assert.Equal(any, string.Join(' ', Verdict(Any, kind).Criteria));
    }

    private static DemoDefect Defect(DemoDefectKind kind) => Region.Defects.Single(d => d.Kind == kind);

    private static DemoSchool School(DemoDefectKind kind) => Region.Schools[Defect(kind).SchoolIndex];

    private static SchoolVerdict Verdict(IdentificationRun run, DemoDefectKind kind) =>
        run.Verdicts.Single(v => v.SchoolKey == Defect(kind).SchoolIndex + 1);

    private static LowResultMarker Marker(DemoDefectKind kind)
    {
        var defect = Defect(kind);
        return Verdict(Same, kind).Marker(defect.Procedure!, defect.Year!.Value)!;
    }
}
