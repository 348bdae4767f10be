namespace EffectiveSchool.Domain.Tests;

public class RussianFiguresTests
{
    private const decimal Threshold = 30;

    [Theory]
    [InlineData("27.6", "27,6")]
    [InlineData("30", "30,0")]
    [InlineData("0", "0,0")]
    [InlineData("29.94", "29,9")]
    [InlineData("33.333333333333333333333333333", "33,3")]
    [InlineData("0.05", "0,1")]
    [InlineData("0.04", "0,04")]
    [InlineData("99.97", "99,97")]
    [InlineData("1.96", "2,0")]
    [InlineData("34.04", "34,0")]
    [InlineData("31.03", "31,0")]
    [InlineData("21.95", "22,0")]
    [InlineData("29.96", "30,0")]
    public void A_share_has_a_decimal_comma_and_a_sign_that_does_not_part_from_it(string percent, string expected) =>
        Assert.Equal(expected + "\u00A0%", RussianFigures.Percent(Parse(percent)));

    [Theory]
    [InlineData("29.96", "30", "29,96")]
    [InlineData("29.996", "30", "29,996")]
    [InlineData("30.04", "30", "30,04")]
    [InlineData("30", "30", "30,0")]
    [InlineData("24.99", "30", "25,0")]
    [InlineData("24.99", "25", "24,99")]
    [InlineData("27.46", "27.5", "27,46")]
    public void Beside_the_threshold_in_force_a_share_keeps_the_decimals_that_tell_it_from_the_threshold(string percent, string threshold, string expected) =>
        Assert.Equal(expected + "\u00A0%", RussianFigures.Percent(Parse(percent), Parse(threshold)));

    [Fact]
    public void One_decimal_stands_everywhere_but_where_it_would_contradict_a_verdict()
    {
        for (var participants = 1; participants <= 700; participants++)
        {
            for (var failed = 0; failed <= participants; failed++)
            {
                var share = 100m * failed / participants;
                var printed = RussianFigures.Percent(share, Threshold).TrimEnd('%').TrimEnd('\u00A0');
                var shown = decimal.Parse(printed, RussianCulture.Value);
                Assert.True(shown is not (0 or 100 or Threshold) || shown == share, $"{failed} of {participants} prints as {printed}");
                var oneDecimal = decimal.Round(share, 1, MidpointRounding.AwayFromZero);
                Assert.Equal(printed.Length - printed.IndexOf(',', StringComparison.Ordinal) - 1 > 1, oneDecimal != share && oneDecimal is (0 or 100 or Threshold));
            }
        }
    }

    private static decimal Parse(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_missing_figure_is_a_dash_and_not_zero()
    {
        Assert.Equal("—", RussianFigures.Percent(null));
        Assert.Equal("—", RussianFigures.Count(null));
        Assert.Equal("—", RussianFigures.Date(null));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(15296, "15\u202F296")]
    [InlineData(1234567, "1\u202F234\u202F567")]
    public void Thousands_are_parted_by_a_thin_space(int count, string expected) => Assert.Equal(expected, RussianFigures.Count(count));

    [Fact]
    public void A_date_is_day_month_year() => Assert.Equal("05.04.2023", RussianFigures.Date(new DateOnly(2023, 4, 5)));

    [Theory]
    [InlineData(1, "1 школа")]
    [InlineData(2, "2 школы")]
    [InlineData(5, "5 школ")]
    [InlineData(11, "11 школ")]
    [InlineData(14, "14 школ")]
    [InlineData(21, "21 школа")]
    [InlineData(104, "104 школы")]
    [InlineData(111, "111 школ")]
    [InlineData(0, "0 школ")]
    [InlineData(1001, "1\u202F001 школа")]
    public void Words_follow_their_number(int count, string expected) => Assert.Equal(expected, RussianWords.Count(count, "школа", "школы", "школ"));
}
