using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Publications;

namespace EffectiveSchool.Domain.Tests.Publications;

public sealed class PublicationTests
{
    private static readonly DateOnly Today = new(2026, 5, 14);
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Author Author = new(Guid.Empty, "куратор");

    [Fact]
    public void A_month_that_is_over_without_news_is_missed_and_the_running_one_is_not()
    {
        var news = MonthlyNews.Of(2026, [new DateOnly(2026, 1, 31), new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 30), new DateOnly(2025, 2, 1)], null, null, Today);
        Assert.Equal([2, 4], news.Missed);
        Assert.Equal((2, 4, 3), (news.Held, news.Judged, news.Count));
        Assert.Equal(NewsMonthState.Running, news.Months[4].State);
        Assert.All(news.Months.Skip(5), m => Assert.Equal(NewsMonthState.NotAsked, m.State));
    }

    [Fact]
    public void The_last_day_of_a_month_still_gives_time()
    {
        Assert.Empty(MonthlyNews.Of(2026, [], new DateOnly(2026, 4, 1), null, new DateOnly(2026, 4, 30)).Missed);
        Assert.Equal([4], MonthlyNews.Of(2026, [], new DateOnly(2026, 4, 1), null, new DateOnly(2026, 5, 1)).Missed);
    }

    [Fact]
    public void Months_outside_the_programme_are_not_asked()
    {
        var news = MonthlyNews.Of(2026, [], new DateOnly(2026, 2, 15), new DateOnly(2026, 3, 20), Today);
        Assert.Equal([2, 3], news.Missed);
        Assert.Equal(2, news.Judged);
    }

    [Theory]
    [InlineData("https://school.ru/news/1", true)]
    [InlineData("school.ru/news/1", false)]
    [InlineData("ftp://school.ru", false)]
    public void News_has_a_link_that_opens(string link, bool holds) =>
        Assert.Equal(holds, New().Write(new PublicationNotes("Семинар", Today, "сайт", link, null), Today) is null);

    [Fact]
    public void News_is_written_down_after_it_is_out()
    {
        Assert.Contains("не позже 14.05.2026", New().Write(new PublicationNotes("Семинар", Today.AddDays(1), "сайт", "https://school.ru", null), Today), StringComparison.Ordinal);
        Assert.Null(New().Write(new PublicationNotes("Семинар", Today, "сайт", "https://school.ru", null), Today));
    }

    [Fact]
    public void What_was_not_looked_at_is_in_no_share()
    {
        var share = SiteShare.Of([true, true, false, null]);
        Assert.Equal((2, 3, 4), (share.Present, share.Checked, share.Schools));
        Assert.Equal(66.7m, decimal.Round(share.Percent!.Value, 1));
        Assert.Null(SiteShare.Of([null, null]).Percent);
    }

    [Fact]
    public void A_mark_names_who_looked_and_changes_only_where_something_changed()
    {
        var (round, check) = World();
        Assert.Null(check.Write([new SiteFinding(round.Items[0], false, null, "")], round, Author, Now));
        Assert.Null(check.Write([new SiteFinding(round.Items[0], false, null, "")], round, new Author(Guid.Empty, "регион"), Now.AddDays(1)));
        Assert.Equal(("куратор", Now), (check.Marks[0].Author, check.Marks[0].At));
        Assert.Null(check.Write([new SiteFinding(round.Items[0], true, "https://school.ru/plan", "")], round, new Author(Guid.Empty, "регион"), Now.AddDays(1)));
        Assert.Equal("регион", check.Marks[0].Author);
        Assert.Null(check.Write([new SiteFinding(round.Items[0], null, null, "")], round, Author, Now));
        Assert.Empty(check.Marks);
    }

    [Fact]
    public void A_finished_check_takes_no_marks_and_a_wrong_link_changes_nothing()
    {
        var (round, check) = World();
        Assert.Contains("https://", check.Write([new SiteFinding(round.Items[0], true, "javascript:alert(1)", "")], round, Author, Now), StringComparison.Ordinal);
        Assert.Empty(check.Marks);
        Assert.Null(round.Close(Now));
        Assert.Contains("завершена", check.Write([new SiteFinding(round.Items[0], true, null, "")], round, Author, Now), StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_stands_in_the_list_once() =>
        Assert.Contains("дважды", SiteCheckRound.Begin(new SiteCheckDraft(1, null, "Сайты", Today, SchoolChoice.All, null), ["Концепция", " концепция"]).Refusal, StringComparison.Ordinal);

    private static Publication New() => new() { RegionId = 1, AuthorId = Guid.Empty, Author = "тест" };

    private static (SiteCheckRound Round, SiteCheck Check) World()
    {
        var (round, refusal) = SiteCheckRound.Begin(new SiteCheckDraft(1, null, "Сайты", Today, SchoolChoice.All, null), ["Концепция развития"]);
        Assert.Null(refusal);
        return (round!, new SiteCheck { RegionId = 1, RoundId = 1, SchoolId = 1 });
    }
}
