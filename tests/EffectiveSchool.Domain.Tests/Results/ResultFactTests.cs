using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Tests.Results;

public sealed class ResultFactTests
{
    private static readonly ResultSource Source = new("файл", null, null);

    [Theory]
    [InlineData(20, 5, 20, 5, false)]
    [InlineData(20, 5, 20, 6, true)]
    [InlineData(20, 5, 21, 5, true)]
    public void Counts_contradict_counts_that_differ(int participants, int failed, int others, int othersFailed, bool contradict) =>
        Assert.Equal(contradict, Contradict(Counted(participants, failed), Counted(others, othersFailed)));

    [Theory]
    [InlineData(20, 6, true, false)]
    [InlineData(20, 6, false, true)]
    [InlineData(20, 5, false, false)]
    [InlineData(0, 0, true, true)]
    [InlineData(0, 0, false, false)]
    public void A_marker_contradicts_counts_of_the_other_marker(int participants, int failed, bool marker, bool contradict)
    {
        Assert.Equal(contradict, Contradict(Counted(participants, failed), Published(marker)));
        Assert.Equal(contradict, Contradict(Published(marker), Counted(participants, failed)));
    }

    [Fact]
    public void Two_different_markers_contradict_and_the_order_of_results_decides_nothing()
    {
        Assert.True(Contradict(Published(true), Published(false)));
        ResultFact[] facts = [Published(true), Counted(20, 6), Counted(20, 6), Published(true)];
        Assert.False(Contradict(facts));
        Assert.True(Contradict([.. facts, Counted(20, 7)]));
        Assert.True(Contradict([Counted(20, 7), .. facts]));
    }

    private static bool Contradict(params ResultFact[] facts) => ResultFact.Contradict(facts, Methodology.SameProcedure.IsLow);

    private static ResultFact Counted(int participants, int failed) => ResultFact.Counted("ОГЭ РУ", 2021, participants, failed, Source);

    private static ResultFact Published(bool low) => ResultFact.Published("ОГЭ РУ", 2021, low, Source);
}
