using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Web.Tests.Walks;

namespace EffectiveSchool.Web.Tests.Reminders;

/// <summary>What the sources of the portal say to whom, on the first screen.</summary>
public sealed class DueSourcesTests(FilledPortal world) : IClassFixture<FilledPortal>
{
    [Fact]
    public async Task The_last_day_of_objections_is_a_date_of_everybody_who_sees_the_list()
    {
        await using var db = world.Portal.Open();
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        await db.Lists.Where(l => l.State == ListState.Preliminary).ExecuteUpdateAsync(s => s.SetProperty(l => l.ObjectionsUntil, today).SetProperty(l => l.ObjectionsEndedAt, (DateTimeOffset?)null));
        foreach (var reader in new[] { TestRegion.Principal, TestRegion.Curator, TestRegion.Municipal, TestRegion.Regional, TestRegion.Observer })
        {
            Assert.Contains(await LinesAsync(reader), l => l.StartsWith("Последний день возражений к предварительному перечню ШНОР", StringComparison.Ordinal) && l.EndsWith("срок сегодня", StringComparison.Ordinal));
        }

        await db.Lists.Where(l => l.State == ListState.Preliminary).ExecuteUpdateAsync(s => s.SetProperty(l => l.ObjectionsUntil, today.AddDays(-1)));
        Assert.Contains(await LinesAsync(TestRegion.Regional), l => l.StartsWith("Утвердите предварительный перечень", StringComparison.Ordinal));
        Assert.DoesNotContain(await LinesAsync(TestRegion.Principal), l => l.Contains("перечень", StringComparison.Ordinal));
        Assert.DoesNotContain(await LinesAsync(TestRegion.Observer), l => l.StartsWith("Утвердите", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_objection_waits_for_the_region_alone()
    {
        Assert.Contains(await LinesAsync(TestRegion.Regional), l => l == $"Примите решение по возражению № {world.Records.OwnObjection} {TestRegion.OwnSchool}");
        Assert.DoesNotContain(await LinesAsync(TestRegion.Principal), l => l.Contains("возражению", StringComparison.Ordinal));
        Assert.DoesNotContain(await LinesAsync(TestRegion.Municipal), l => l.Contains("возражению", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_campaign_still_asks_of_a_municipality_is_its_own_until_it_is_two_weeks_late()
    {
        await using var db = world.Portal.Open();
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == world.Records.Campaign);
        await db.Confirmations.Where(c => c.WithdrawnAt == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.WithdrawnAt, DateTimeOffset.UtcNow).SetProperty(c => c.WithdrawnBecause, "проверка"));
        var municipal = await DaysLateAsync(13);
        Assert.Contains(municipal.Own, l => l.Contains($"{TestRegion.North}; срок", StringComparison.Ordinal) && l.EndsWith("опоздание 13 дней", StringComparison.Ordinal));
        Assert.DoesNotContain(municipal.Own, l => l.Contains(TestRegion.South, StringComparison.Ordinal));
        Assert.DoesNotContain(municipal.Region, l => l.Contains("Пришлите", StringComparison.Ordinal));

        var late = await DaysLateAsync(14);
        Assert.Contains(late.Region, l => l.Contains($"{TestRegion.North}; срок", StringComparison.Ordinal));
        Assert.Contains(late.Region, l => l.Contains($"{TestRegion.South}; срок", StringComparison.Ordinal));

        async Task<(List<string> Own, List<string> Region)> DaysLateAsync(int days)
        {
            Assert.Null(campaign.Plan(campaign.Name, [.. campaign.Deadlines.Select(d => d with { Deadline = today.AddDays(-days) })], new HashSet<string>(StringComparer.Ordinal)));
            await db.SaveChangesAsync();
            return (await LinesAsync(TestRegion.Municipal), await LinesAsync(TestRegion.Regional));
        }
    }

    private async Task<List<string>> LinesAsync(string email) =>
    [
        .. (await (await world.Portal.VisitAsync(email)).OpenAsync("/")).QuerySelectorAll("ul.due li")
            .Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
    ];
}
