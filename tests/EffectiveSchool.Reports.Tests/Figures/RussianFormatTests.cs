using EffectiveSchool.Reports.Figures;

namespace EffectiveSchool.Reports.Tests.Figures;

public class RussianFormatTests
{
    [Fact]
    public void Figures_look_as_the_field_writes_them()
    {
        Assert.Equal("27,6\u00A0%", RussianFormat.Percent(27.64m));
        Assert.Equal("30,0\u00A0%", RussianFormat.Percent(30m));
        Assert.Equal("1\u202F234\u202F567", RussianFormat.Whole(1_234_567));
        Assert.Equal("−2", RussianFormat.Whole(-2));
        Assert.Equal("05.04.2023", RussianFormat.Date(new DateOnly(2023, 4, 5)));
        Assert.Equal("05.04.2023 09:07", RussianFormat.Moment(new DateTimeOffset(2023, 4, 5, 9, 7, 0, TimeSpan.FromHours(7))));
        Assert.Equal("1\u202F234,5", RussianFormat.Number(1234.5m));
    }

    [Fact]
    public void Missing_is_a_dash_and_never_a_zero()
    {
        Assert.Equal("—", RussianFormat.Percent(null));
        Assert.Equal("—", RussianFormat.Percent(null, 30));
        Assert.Equal("—", RussianFormat.Whole(null));
        Assert.Equal("—", RussianFormat.Number(null));
        Assert.Equal("—", RussianFormat.Date(null));
        Assert.Equal("—", RussianFormat.Moment(null));
    }

    [Theory]
    [InlineData(29.97, "29,97")]
    [InlineData(29.996, "29,996")]
    [InlineData(29.94, "29,9")]
    [InlineData(30, "30,0")]
    [InlineData(30.04, "30,0")]
    public void Rounding_never_carries_a_share_over_its_threshold(double share, string shown) =>
        Assert.Equal($"{shown}\u00A0%", RussianFormat.Percent((decimal)share, 30));

    [Theory]
    [InlineData(1, "школа")]
    [InlineData(3, "школы")]
    [InlineData(5, "школ")]
    [InlineData(11, "школ")]
    [InlineData(14, "школ")]
    [InlineData(21, "школа")]
    [InlineData(112, "школ")]
    public void Nouns_follow_their_number(int number, string noun) =>
        Assert.Equal($"{number}\u00A0{noun}", RussianFormat.Counted(number, "школа", "школы", "школ"));
}
