using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Domain.Tests.Identification;

public class WilsonIntervalTests
{
    [Theory]
    [InlineData(10, 3, 10.78, 60.32)]
    [InlineData(100, 30, 21.89, 39.58)]
    [InlineData(10, 0, 0, 27.75)]
    [InlineData(10, 10, 72.25, 100)]
    [InlineData(1, 1, 20.65, 100)]
    public void The_interval_agrees_with_published_values(int participants, int failed, double low, double high)
    {
        var interval = WilsonInterval.Of(participants, failed);
        Assert.Equal((decimal)low, Math.Round(interval.LowPercent, 2));
        Assert.Equal((decimal)high, Math.Round(interval.HighPercent, 2));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 6)]
    [InlineData(5, -1)]
    public void Counts_that_cannot_be_have_no_interval(int participants, int failed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(participants, failed));

    [Fact]
    public void The_share_lies_inside_its_interval_and_the_interval_inside_0_and_100()
    {
        for (var n = 1; n <= 60; n++)
        {
            for (var failed = 0; failed <= n; failed++)
            {
                var interval = WilsonInterval.Of(n, failed);
                var share = 100m * failed / n;
                Assert.InRange(share, interval.LowPercent - 0.0000001m, interval.HighPercent + 0.0000001m);
                Assert.True(interval.LowPercent >= 0 && interval.HighPercent <= 100);
            }
        }
    }
}
