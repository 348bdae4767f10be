using EffectiveSchool.Data.Reminders;

namespace EffectiveSchool.Web.Tests.Reminders;

/// <summary>Daily letters. Every test has a day of its own, so that none meets the letters of another.</summary>
public sealed class DigestTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string[] Readers =
        [TestRegion.Curator, TestRegion.Municipal, TestRegion.Observer, TestRegion.Principal, TestRegion.Regional, TestRegion.OtherMunicipal];

    [Fact]
    public async Task Everybody_gets_what_is_theirs_to_know_and_who_has_nothing_to_hear_gets_no_letter()
    {
        await using var smtp = new SmtpListener();
        await using var running = portal.WithReports(smtp.Port, Nine(new(2026, 11, 25)));
        var outcome = await running.SendDigestAsync();

        Assert.Equal((6, 0, 0), (outcome.Sent, outcome.Nothing, outcome.Faults));
        var letters = smtp.Letters.ToDictionary(l => l.To, StringComparer.Ordinal);
        Assert.Equal(Readers.Order(StringComparer.Ordinal), letters.Keys.Order(StringComparer.Ordinal));

        // The school of the principal is 8 days late: its curator and municipality hear of it, the region not yet.
        foreach (var reader in new[] { TestRegion.Principal, TestRegion.Curator, TestRegion.Municipal })
        {
            Assert.Equal("Сроки на 25.11.2026: просрочено — 1", letters[reader].Subject);
            Assert.Contains($"{TestRegion.OwnSchool}; срок 17.11.2026, опоздание 8 дней", letters[reader].Text, StringComparison.Ordinal);
            Assert.DoesNotContain(TestRegion.SecondSchool, letters[reader].Text, StringComparison.Ordinal);
            Assert.DoesNotContain(TestRegion.SouthSchool, letters[reader].Text, StringComparison.Ordinal);
        }

        foreach (var reader in new[] { TestRegion.OtherMunicipal, TestRegion.Regional, TestRegion.Observer })
        {
            Assert.Contains($"{TestRegion.SouthSchool}; срок 05.11.2026, опоздание 20 дней", letters[reader].Text, StringComparison.Ordinal);
            Assert.DoesNotContain(TestRegion.OwnSchool, letters[reader].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_letter_leads_to_the_pages_and_names_no_person()
    {
        await using var smtp = new SmtpListener();
        await using var running = portal.WithReports(smtp.Port, Nine(new(2026, 12, 1)));
        await running.SendDigestAsync();

        await using var db = portal.Open();
        var own = await db.Schools.Where(s => s.Name == TestRegion.OwnSchool).Select(s => s.Id).SingleAsync();
        var letter = smtp.Letters.Single(l => l.To == TestRegion.Principal);
        Assert.Contains($"https://portal.test/schools/{own}\r\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"https://portal.test/schools/{own}\">", letter.Html, StringComparison.Ordinal);
        Assert.Contains("https://portal.test/account/reminders", letter.Text, StringComparison.Ordinal);
        foreach (var name in await db.Users.Select(u => u.DisplayName).ToListAsync())
        {
            Assert.DoesNotContain(name, letter.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task However_often_and_by_however_many_portals_it_is_run_nobody_gets_two_letters_a_day()
    {
        await using var smtp = new SmtpListener { Pause = TimeSpan.FromMilliseconds(30) };
        await using var one = portal.WithReports(smtp.Port, Nine(new(2026, 12, 2)));
        await using var other = portal.WithReports(smtp.Port, Nine(new(2026, 12, 2)));
        var outcomes = await Task.WhenAll(one.SendDigestAsync(), other.SendDigestAsync());
        await one.SendDigestAsync();

        Assert.Equal(Readers.Order(StringComparer.Ordinal), smtp.Letters.Select(l => l.To).Order(StringComparer.Ordinal));
        Assert.Equal(6, outcomes.Sum(o => o.Sent));
    }

    [Fact]
    public async Task There_is_a_letter_again_the_next_day_but_not_before_its_hour_and_not_on_Sunday()
    {
        await using var smtp = new SmtpListener();
        var clock = Nine(new(2026, 12, 3));
        await using var running = portal.WithReports(smtp.Port, clock);
        await running.SendDigestAsync();
        Assert.Equal(6, smtp.Letters.Count);

        clock.Now += TimeSpan.FromHours(22);
        Assert.Equal(0, (await running.SendDigestAsync()).Sent);
        clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(6, (await running.SendDigestAsync()).Sent);
        clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(0, (await running.SendDigestAsync()).Sent);
    }

    [Fact]
    public async Task Who_switched_letters_off_and_whose_account_is_closed_gets_none()
    {
        await using (var db = portal.Open())
        {
            var curator = await db.Users.SingleAsync(u => u.Email == TestRegion.Curator);
            db.ReminderSettings.Add(new ReminderSettings { UserId = curator.Id, DigestOff = true });
            (await db.Users.SingleAsync(u => u.Email == TestRegion.Observer)).IsClosed = true;
            await db.SaveChangesAsync();
        }

        await using var smtp = new SmtpListener();
        await using (var running = portal.WithReports(smtp.Port, Nine(new(2026, 12, 8))))
        {
            await running.SendDigestAsync();
        }

        await using (var db = portal.Open())
        {
            await db.ReminderSettings.ExecuteDeleteAsync();
            await db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.IsClosed, false));
        }

        Assert.Equal(
            Readers.Except([TestRegion.Curator, TestRegion.Observer]).Order(StringComparer.Ordinal), smtp.Letters.Select(l => l.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_the_server_refused_is_tried_again_and_one_whose_fate_is_unknown_is_not()
    {
        await using var smtp = new SmtpListener { AnswerToRecipient = "451 Try later" };
        await using var running = portal.WithReports(smtp.Port, Nine(new(2026, 12, 9)));
        Assert.Equal(6, (await running.SendDigestAsync()).NotTaken);
        Assert.Empty(smtp.Letters);

        (smtp.AnswerToRecipient, smtp.CutsAfterLetter) = ("250 OK", true);
        Assert.Equal(6, (await running.SendDigestAsync()).Unknown);
        Assert.Equal(6, smtp.Letters.Count);

        smtp.CutsAfterLetter = false;
        Assert.Equal(0, (await running.SendDigestAsync()).Sent);
        Assert.Equal(6, smtp.Letters.Count);
    }

    [Fact]
    public async Task A_server_that_takes_nothing_all_day_is_left_in_peace()
    {
        await using var smtp = new SmtpListener { AnswerToRecipient = "550 No" };
        await using var running = portal.WithReports(smtp.Port, Nine(new(2026, 12, 10)));
        for (var i = 0; i < DigestLetters.MostTries; i++)
        {
            Assert.Equal(6, (await running.SendDigestAsync()).NotTaken);
        }

        Assert.Equal(0, (await running.SendDigestAsync()).NotTaken);
    }

    /// <summary>Nine in the morning of region 90, before the hour of region 91.</summary>
    private static SetClock Nine(DateOnly day) => new() { Now = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.FromHours(7)) };
}
