namespace EffectiveSchool.Domain.Tests;

public class RussianFiguresTests
{
    [Theory]
    [InlineData("27.6", "27,6")]
    [InlineData("30", "30,0")]
    [InlineData("0", "0,0")]
    [InlineData("29.96", "29,96")]
    [InlineData("29.996", "29,996")]
    [InlineData("30.04", "30,04")]
    [InlineData("30.0004", "30,0004")]
    [InlineData("29.94", "29,9")]
    [InlineData("33.333333333333333333333333333", "33,3")]
    [InlineData("0.05", "0,1")]
    [InlineData("0.04", "0,04")]
    [InlineData("99.97", "99,97")]
    public void A_share_has_a_decimal_comma_and_a_sign_that_does_not_part_from_it(string percent, string expected) =>
        Assert.Equal(expected + "\u00A0%", RussianFigures.Percent(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_share_that_is_not_whole_never_prints_as_whole()
    {
        for (var participants = 1; participants <= 700; participants++)
        {
            for (var failed = 0; failed <= participants; failed++)
            {
                var share = 100m * failed / participants;
                var printed = RussianFigures.Percent(share);
                var seemsWhole = printed.EndsWith(",0\u00A0%", StringComparison.Ordinal) || printed.EndsWith(",00\u00A0%", StringComparison.Ordinal);
                Assert.Equal(100 * failed % participants == 0, seemsWhole);
            }
        }
    }

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
