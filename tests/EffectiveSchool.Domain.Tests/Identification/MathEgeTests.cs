using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class MathEgeTests
{
    private const string Base = Procedures.BaseMathEge;
    private const string Profile = Procedures.ProfileMathEge;
    private const string United = Procedures.UnitedMathEge;
    private static readonly Methodology Two = Methodology.SameProcedure;
    private static readonly Methodology One = Methodology.SameProcedure.WithMathEgeAsOne();

    [Fact]
    public void Base_and_profile_are_two_markers_by_default() =>
        Assert.Equal([Criterion.A], Verdict(Two, Now(Base, 10, 3), Now(Profile, 10, 3)).Criteria);

    [Fact]
    public void As_one_marker_base_and_profile_are_added()
    {
        var verdict = Verdict(One, Now(Base, 10, 3), Now(Profile, 20, 5));
        var marker = verdict.Marker(United, Year)!;
        Assert.Equal((30, 8, MarkerState.NotLow), (marker.Participants, marker.Failed, marker.State));
        Assert.Equal(2, marker.Sources.Count);
        Assert.False(verdict.Listed);
        Assert.Null(verdict.Marker(Base, Year));
    }

    [Fact]
    public void As_one_marker_two_low_levels_are_one_low_procedure() =>
        Assert.False(Verdict(One, Now(Base, 10, 10), Now(Profile, 10, 10)).Listed);

    [Fact]
    public void As_one_marker_it_stands_in_the_place_of_the_two()
    {
        Assert.Equal(8, One.Procedures.Count);
        Assert.Equal(United, One.Procedures[^1]);
        Assert.Empty(One.Problems());
    }

    [Fact]
    public void The_united_column_of_a_matrix_is_one_more_procedure_where_two_are_counted()
    {
        var run = Run(Two, School(1, Published(United, Year, low: true), Published(Rus5, Year, low: true)));
        Assert.Equal(United, run.Procedures[^1]);
        Assert.Equal([Criterion.A], run.Verdicts[0].Criteria);
        Assert.Equal(MarkerState.NoData, run.Verdicts[0].Marker(Base, Year)!.State);
    }

    [Fact]
    public void The_united_column_is_not_counted_beside_the_levels_it_unites()
    {
        var verdict = Verdict(Two, Published(United, Year, low: true), Now(Base, 10, 9), Now(Profile, 10, 1));
        Assert.Equal([Base], verdict.LowInYear);
    }

    [Fact]
    public void Without_a_united_column_there_is_none() =>
        Assert.Equal(Two.Procedures, Run(Two, School(1, Now(Base, 10, 3))).Procedures);

    [Fact]
    public void As_one_marker_the_united_result_is_taken_before_the_levels()
    {
        var marker = Verdict(One, Now(United, 30, 3), Now(Base, 10, 10)).Marker(United, Year)!;
        Assert.Equal((30, 3), (marker.Participants, marker.Failed));
    }
}
