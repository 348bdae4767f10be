using EffectiveSchool.Domain.Results;
using FsCheck;
using FsCheck.Fluent;

namespace EffectiveSchool.Domain.Tests.Results;

public class MarkSharesTests
{
    [Fact]
    public void Counts_are_restored_from_shares_with_two_decimals()
    {
        // The row of a real file: 78 participants, 33,33 % of twos.
        Assert.Equal(new MarkCounts(26, 30, 20, 2), MarkShares.Restore(78, [33.33m, 38.46m, 25.64m, 2.56m], out var refusal));
        Assert.Null(refusal);
    }

    [Fact]
    public void Shares_that_add_up_to_100_01_are_accepted() =>
        Assert.Equal(new MarkCounts(3, 2, 1, 1), MarkShares.Restore(7, [42.86m, 28.57m, 14.29m, 14.29m], out _));

    [Theory]
    [InlineData(42.86, 28.57, 14.29, 14.40, "Доли отметок 2–5 дают 100,12 %, должно быть 100 ± 0,1 %.")]
    [InlineData(42.86, 28.57, 14.29, 14.17, "Доли отметок 2–5 дают 99,89 %, должно быть 100 ± 0,1 %.")]
    [InlineData(30, 20, 30, 20, "Доля отметки «2» 30 % не соответствует целому числу из 7 участников.")]
    [InlineData(-14.29, 85.71, 14.29, 14.29, "Доля отметки «2» равна -14,29 %, должно быть от 0 до 100 %.")]
    [InlineData(42.86, 28.57, 14.29, 14.28, "Доля отметки «5» 14,28 % не соответствует целому числу из 7 участников.")]
    public void Shares_that_fit_no_count_are_refused(double two, double three, double four, double five, string expected)
    {
        Assert.Null(MarkShares.Restore(7, [(decimal)two, (decimal)three, (decimal)four, (decimal)five], out var refusal));
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void Shares_whose_counts_do_not_add_up_to_the_participants_are_refused()
    {
        // Each share fits a count of 2 000 (±0,1), the sum of shares is 100,10, the counts are two too many.
        Assert.Null(MarkShares.Restore(2000, [25.05m, 25.05m, 25m, 25m], out var refusal));
        Assert.Equal("По долям отметок 2–5 получается 2002 участников, а указано 2000.", refusal);
    }

    [Fact]
    public void The_tolerance_is_the_rounding_of_the_print_and_no_more()
    {
        // 1 of 3: 33,33 is within 0,005; 33,34 is not.
        Assert.NotNull(MarkShares.Restore(3, [33.33m, 33.33m, 33.33m, 0m], out _));
        Assert.NotNull(MarkShares.Restore(3, [33.335m, 33.33m, 33.33m, 0m], out _));
        Assert.Null(MarkShares.Restore(3, [33.34m, 33.33m, 33.33m, 0m], out _));
    }

    [Fact]
    public void Sums_are_accepted_to_a_tenth_and_not_beyond()
    {
        Assert.NotNull(MarkShares.Restore(1, [100m, 0m, 0m, 0.005m], out _));
        Assert.Null(MarkShares.Restore(1, [100m, 0.101m, 0m, 0m], out var refusal));
        Assert.Equal("Доли отметок 2–5 дают 100,101 %, должно быть 100 ± 0,1 %.", refusal);
    }

    [Fact]
    public void Shares_of_nobody_or_of_another_number_of_marks_are_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MarkShares.Restore(0, [100m, 0m, 0m, 0m], out _));
        Assert.Throws<ArgumentException>(() => MarkShares.Restore(5, [100m, 0m, 0m], out _));
    }

    [Fact]
    public void Printed_counts_under_ten_thousand_come_back_the_same()
    {
        var counts =
            from two in Gen.Choose(0, 2499)
            from three in Gen.Choose(0, 2499)
            from four in Gen.Choose(0, 2499)
            from five in Gen.Choose(0, 2499)
            from scale in Gen.Elements(1, 10, 100, 1000)
            from rounding in Gen.Elements(MidpointRounding.AwayFromZero, MidpointRounding.ToEven)
            select (Counts: new MarkCounts(two / scale, three / scale, four / scale, five / scale), rounding);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(counts.ToArbitrary(), sample =>
        {
            var (marks, rounding) = sample;
            return marks.Total == 0 || MarkShares.Restore(marks.Total, Printed(marks, rounding), out _) == marks;
        }));
    }

    [Fact]
    public void Small_samples_come_back_the_same_without_exception()
    {
        for (var n = 1; n <= 14; n++)
        {
            for (var two = 0; two <= n; two++)
            {
                for (var three = 0; two + three <= n; three++)
                {
                    for (var four = 0; two + three + four <= n; four++)
                    {
                        var marks = new MarkCounts(two, three, four, n - two - three - four);
                        Assert.Equal(marks, MarkShares.Restore(n, Printed(marks, MidpointRounding.AwayFromZero), out _));
                    }
                }
            }
        }
    }

    private static decimal[] Printed(MarkCounts marks, MidpointRounding rounding) =>
        [.. new[] { marks.Twos, marks.Threes, marks.Fours, marks.Fives }.Select(c => Math.Round(100m * c / marks.Total, 2, rounding))];
}
