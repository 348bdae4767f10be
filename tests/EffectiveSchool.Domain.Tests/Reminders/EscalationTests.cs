using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Domain.Tests.Reminders;

public class EscalationTests
{
    [Theory]
    [InlineData(null, "School")]
    [InlineData(-30, "School")]
    [InlineData(0, "School")]
    [InlineData(1, "School Curator")]
    [InlineData(6, "School Curator")]
    [InlineData(7, "School Curator Municipality")]
    [InlineData(13, "School Curator Municipality")]
    [InlineData(14, "School Curator Municipality Region")]
    [InlineData(400, "School Curator Municipality Region")]
    public void Late_work_of_a_school_climbs_to_curator_municipality_and_region(int? daysLate, string told) =>
        Assert.Equal(told, ToldOf(DutyLevel.School, daysLate));

    [Theory]
    [InlineData(DutyLevel.Curator, 6, "Curator")]
    [InlineData(DutyLevel.Curator, 7, "Curator Municipality")]
    [InlineData(DutyLevel.Municipality, 13, "Municipality")]
    [InlineData(DutyLevel.Municipality, 14, "Municipality Region")]
    [InlineData(DutyLevel.Region, 400, "Region")]
    public void Work_climbs_from_its_owner_and_nobody_below_is_told_of_it(DutyLevel owner, int daysLate, string told) =>
        Assert.Equal(told, ToldOf(owner, daysLate));

    [Fact]
    public void Work_is_late_from_the_day_after_its_date()
    {
        var item = new DueItem { Key = "a", Title = "a", Page = "/", Owner = DutyLevel.School, Due = new DateOnly(2026, 11, 23), ChangedAt = DateTimeOffset.UnixEpoch };
        Assert.Equal((-1, false), (item.DaysLate(new(2026, 11, 22)), item.IsOverdue(new(2026, 11, 22))));
        Assert.Equal((0, false), (item.DaysLate(new(2026, 11, 23)), item.IsOverdue(new(2026, 11, 23))));
        Assert.Equal((1, true), (item.DaysLate(new(2026, 11, 24)), item.IsOverdue(new(2026, 11, 24))));
        Assert.False((item with { Due = null }).IsOverdue(new(2026, 11, 24)));
    }

    private static string ToldOf(DutyLevel owner, int? daysLate) =>
        string.Join(' ', Enum.GetValues<DutyLevel>().Where(reader => Escalation.Reaches(owner, reader, daysLate)));
}
