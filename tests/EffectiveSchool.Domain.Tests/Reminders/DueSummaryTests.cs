using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Domain.Tests.Reminders;

public class DueSummaryTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly DueReader Municipality = new(DutyLevel.Municipality, Decides: true);

    [Fact]
    public void An_item_stands_in_the_first_group_that_it_fits()
    {
        var summary = DueSummary.For(
            [
                Item("late and waiting", Today.AddDays(-1), waits: true),
                Item("today", Today),
                Item("Sunday", new DateOnly(2026, 11, 29), waits: true),
                Item("Monday", new DateOnly(2026, 11, 30)),
                Item("Monday, waiting", new DateOnly(2026, 11, 30), waits: true),
                Item("undated, waiting", null, waits: true),
                Item("undated", null),
            ],
            Municipality,
            Today);
        Assert.Equal(["late and waiting"], Titles(summary.Overdue));
        Assert.Equal(["today", "Sunday"], Titles(summary.ThisWeek));
        Assert.Equal(["Monday, waiting", "undated, waiting"], Titles(summary.Waiting));
    }

    [Fact]
    public void Work_of_a_school_is_told_to_those_above_only_when_it_is_late_enough()
    {
        DueItem[] items = [Item("6 days", Today.AddDays(-6), DutyLevel.School), Item("7 days", Today.AddDays(-7), DutyLevel.School), Item("today", Today, DutyLevel.School)];
        Assert.Equal(["7 days"], Titles(DueSummary.For(items, Municipality, Today).Overdue));
        Assert.Empty(DueSummary.For(items, Municipality, Today).ThisWeek);
        Assert.Equal(["7 days", "6 days"], Titles(DueSummary.For(items, new DueReader(DutyLevel.School, true), Today).Overdue));
        Assert.True(DueSummary.For(items, new DueReader(DutyLevel.Region, true), Today).IsEmpty);
    }

    [Fact]
    public void Nothing_waits_for_an_observer()
    {
        DueItem[] items = [Item("undated, waiting", null, waits: true), Item("late", Today.AddDays(-1))];
        var summary = DueSummary.For(items, Municipality with { Decides = false }, Today);
        Assert.Empty(summary.Waiting);
        Assert.Single(summary.Overdue);
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-29")]
    [InlineData("2026-11-25", "2026-11-29")]
    [InlineData("2026-11-29", "2026-11-29")]
    [InlineData("2026-11-30", "2026-12-06")]
    public void A_week_ends_on_Sunday(string day, string sunday) =>
        Assert.Equal(DateOnly.Parse(sunday, null), DueSummary.LastDayOfWeek(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2026-11-27T07:59:59", false, false, "Friday, before the hour")]
    [InlineData("2026-11-27T08:00:00", false, true, "Friday, at the hour")]
    [InlineData("2026-11-27T23:59:00", false, true, "Friday, after a stop of the portal")]
    [InlineData("2026-11-28T08:00:00", false, false, "Saturday")]
    [InlineData("2026-11-29T08:00:00", false, false, "Sunday")]
    [InlineData("2026-11-29T08:00:00", true, true, "Sunday, where the region wants it")]
    public void The_letter_of_a_day_may_go_out_from_its_hour_on(string local, bool onWeekends, bool may, string why)
    {
        var moment = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(may == (new DigestTime(DigestTime.UsualTime, onWeekends).DayAt(moment) == DateOnly.FromDateTime(moment)), why);
    }

    private static DueItem Item(string title, DateOnly? due, DutyLevel owner = DutyLevel.Municipality, bool waits = false) =>
        new() { Key = title, Title = title, Page = "/", Owner = owner, Due = due, AwaitsDecision = waits, ChangedAt = DateTimeOffset.UnixEpoch };

    private static IEnumerable<string> Titles(IEnumerable<DueItem> items) => items.Select(i => i.Title);
}
