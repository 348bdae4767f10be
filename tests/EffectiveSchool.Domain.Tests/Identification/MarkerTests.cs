using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class MarkerTests
{
    private static readonly Methodology Default = Methodology.SameProcedure;

    [Fact]
    public void Exactly_thirty_percent_is_low() =>
        Assert.Equal(MarkerState.Low, Marker(Default, Now(Rus5, 10, 3)).State);

    [Theory]
    [InlineData(10_000, 2_999)]
    [InlineData(10, 2)]
    [InlineData(7, 2)]
    public void Less_than_thirty_percent_is_not_low_even_by_a_hundredth(int participants, int failed) =>
        Assert.Equal(MarkerState.NotLow, Marker(Default, Now(Rus5, participants, failed)).State);

    [Fact]
    public void Exactly_thirty_percent_is_not_low_where_the_methodology_says_more_than()
    {
        var moreThan = Default with { Comparator = ThresholdComparator.MoreThan };
        Assert.Equal(MarkerState.NotLow, Marker(moreThan, Now(Rus5, 10, 3)).State);
        Assert.Equal(MarkerState.Low, Marker(moreThan, Now(Rus5, 10, 4)).State);
    }

    [Theory]
    [InlineData(0, MarkerState.NotLow)]
    [InlineData(1, MarkerState.Low)]
    public void One_participant_is_enough_by_default(int failed, MarkerState expected)
    {
        var marker = Marker(Default, Now(Rus5, 1, failed));
        Assert.Equal(expected, marker.State);
        Assert.True(marker.IsSmallSample);
    }

    [Fact]
    public void Ten_participants_are_no_small_sample() =>
        Assert.False(Marker(Default, Now(Rus5, 10, 9)).IsSmallSample);

    [Fact]
    public void Fewer_participants_than_the_minimum_give_no_data()
    {
        var strict = Default with { MinParticipants = 10 };
        var marker = Marker(strict, Now(Rus5, 9, 9));
        Assert.Equal((MarkerState.NoData, NoDataReason.TooFewParticipants), (marker.State, marker.Reason));
        Assert.Null(marker.FailSharePercent);
        Assert.False(marker.IsSmallSample);
        Assert.Equal(MarkerState.Low, Marker(strict, Now(Rus5, 10, 3)).State);
    }

    [Fact]
    public void Nobody_taking_part_is_no_data_and_not_zero_percent()
    {
        var marker = Marker(Default, Now(Rus5, 0, 0));
        Assert.Equal((MarkerState.NoData, NoDataReason.NoParticipants), (marker.State, marker.Reason));
        Assert.Null(marker.FailSharePercent);
    }

    [Fact]
    public void A_missing_result_is_not_uploaded() =>
        Assert.Equal(NoDataReason.NotUploaded, Verdict(Default).Marker("ОГЭ РУ", Year)!.Reason);

    [Theory]
    [InlineData("ОГЭ РУ", 2020)]
    [InlineData("ОГЭ МА", 2020)]
    [InlineData("ЕГЭ МА база", 2020)]
    [InlineData("ЕГЭ МА база", 2021)]
    public void What_was_held_nowhere_is_not_held(string procedure, int year)
    {
        var run = LowResultRule.Judge(new(year, Default, [School(1)], new HashSet<(string, int)>()));
        Assert.Equal(NoDataReason.NotHeld, run.Verdicts[0].Marker(procedure, year)!.Reason);
    }

    [Fact]
    public void What_a_region_did_not_hold_is_not_held()
    {
        var notHeld = new HashSet<(string, int)> { (Rus5, Year) };
        var run = LowResultRule.Judge(new(Year, Default, [School(1)], notHeld));
        Assert.Equal(NoDataReason.NotHeld, run.Verdicts[0].Marker(Rus5, Year)!.Reason);
        Assert.Equal(NoDataReason.NotUploaded, run.Verdicts[0].Marker(Rus5, Year - 1)!.Reason);
    }

    [Theory]
    [InlineData(SchoolType.Basic, "ЕГЭ РУ", true)]
    [InlineData(SchoolType.Basic, "ОГЭ РУ", false)]
    [InlineData(SchoolType.Primary, "ВПР 5 РУ", true)]
    [InlineData(SchoolType.Secondary, "ЕГЭ РУ", false)]
    [InlineData(SchoolType.Unknown, "ЕГЭ РУ", false)]
    public void A_grade_the_school_does_not_teach_is_not_applicable(SchoolType type, string procedure, bool notApplicable)
    {
        var verdict = Run(Default, School(1) with { Type = type }).Verdicts[0];
        Assert.Equal(notApplicable ? NoDataReason.NotApplicable : NoDataReason.NotUploaded, verdict.Marker(procedure, Year)!.Reason);
    }

    [Fact]
    public void A_result_counts_whatever_the_registry_says_of_the_type()
    {
        var verdict = Run(Default, School(1, Now("ЕГЭ РУ", 10, 5)) with { Type = SchoolType.Basic }).Verdicts[0];
        Assert.Equal(MarkerState.Low, verdict.Marker("ЕГЭ РУ", Year)!.State);
    }

    [Fact]
    public void Every_procedure_of_the_methodology_has_a_marker_in_both_years()
    {
        var markers = Verdict(Default).Markers;
        Assert.Equal(
            Default.Procedures.SelectMany(p => new[] { (p, Year - 1), (p, Year) }),
            markers.Select(m => (m.Procedure, m.Year)));
    }

    [Fact]
    public void Other_procedures_and_years_are_read_and_not_judged()
    {
        var verdict = Verdict(
            Default,
            Now("ВПР 4 РУ", 10, 10),
            Now("ВПР 7 МА", 10, 10),
            Before(Rus5, 10, 10) with { Year = Year - 2 });
        Assert.False(verdict.Listed);
        Assert.All(verdict.Markers, m => Assert.Equal(MarkerState.NoData, m.State));
    }

    [Fact]
    public void Pupils_to_the_line_are_the_fewest_that_turn_a_marker_over()
    {
        foreach (var threshold in new[] { 25m, 30m, 33.5m, 100m })
        {
            foreach (var comparator in Enum.GetValues<ThresholdComparator>())
            {
                var methodology = Default with { ThresholdPercent = threshold, Comparator = comparator };
                for (var participants = 1; participants <= 40; participants++)
                {
                    for (var failed = 0; failed <= participants; failed++)
                    {
                        var isLow = methodology.IsLow(participants, failed);
                        int? expected = Enumerable.Range(1, participants)
                            .Where(k => isLow ? failed - k >= 0 && !methodology.IsLow(participants, failed - k) : failed + k <= participants && methodology.IsLow(participants, failed + k))
                            .Select(k => (int?)k)
                            .FirstOrDefault();
                        Assert.Equal(expected, Marker(methodology, Now(Rus5, participants, failed)).PupilsToLine);
                    }
                }
            }
        }
    }

    [Fact]
    public void Twenty_six_of_seventy_eight_is_three_pupils_above_the_line()
    {
        var marker = Marker(Default, Now(Rus6, 78, 26));
        Assert.Equal(3, marker.PupilsToLine);
        Assert.Equal(Source, Assert.Single(marker.Sources));
    }
}
