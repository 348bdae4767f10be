using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

/// <summary>The expected number is read from the words until a person sets it; the report is held against theirs.</summary>
public class ExpectedByHandTests
{
    [Fact]
    public void What_a_person_set_wins_and_may_be_taken_back()
    {
        var activity = New("участие не менее 90 % педагогов");
        Assert.Equal("90 %", activity.Quantity?.Text);
        Assert.Null(activity.Expect(new ExpectedByHand(new ExpectedQuantity(12, QuantityUnit.Schools))));
        Assert.Equal("12 школ", activity.Quantity?.Text);
        Assert.Null(activity.Expect(new ExpectedByHand(null)));
        Assert.Null(activity.Quantity);
        Assert.Null(activity.Expect(null));
        Assert.Equal("90 %", activity.Quantity?.Text);
    }

    [Theory]
    [InlineData(0, QuantityUnit.People)]
    [InlineData(-1, QuantityUnit.People)]
    [InlineData(101, QuantityUnit.Percent)]
    [InlineData(1_000_001, QuantityUnit.Things)]
    [InlineData(1.234, QuantityUnit.Hours)]
    [InlineData(5, (QuantityUnit)99)]
    public void What_cannot_be_expected_is_refused_and_changes_nothing(double value, QuantityUnit unit)
    {
        var activity = New("не менее 5 человек");
        Assert.EndsWith(".", activity.Expect(new ExpectedByHand(new ExpectedQuantity((decimal)value, unit))), StringComparison.Ordinal);
        Assert.Equal("5 человек", activity.Quantity?.Text);
    }

    private static Activity New(string expected)
    {
        var period = new ProgrammePeriod(new(2023, 1, 1), new(2023, 12, 31));
        var roadmap = new Roadmap { ProgrammeId = 1, RegionId = 1, Name = "План", FileName = "план.xlsx", Sha256 = "", Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch };
        return roadmap.Add([], null, new ActivityWords("1", "Семинар", "", expected), TermReader.Read("Март", period));
    }
}
