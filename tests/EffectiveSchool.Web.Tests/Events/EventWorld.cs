using EffectiveSchool.Domain.Events;
using EffectiveSchool.Web.Tests.People;

namespace EffectiveSchool.Web.Tests.Events;

/// <summary>A portal with what the tests of events arrange and look for in it.</summary>
public abstract class EventWorld : IAsyncLifetime
{
    /// <summary>Today in the test region.</summary>
    protected static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));

    protected Portal Portal { get; } = new();

    public Task InitializeAsync() => Portal.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)Portal).DisposeAsync();

    protected static Dictionary<string, string> Words(DateOnly day, params (string Field, string Value)[] more)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["Form.Title"] = "Семинар о чтении", ["Form.Kind"] = "семинар", ["Form.From"] = Iso(day), ["Form.Place"] = "СОШ № 1" };
        foreach (var (field, value) in more)
        {
            words[field] = value;
        }

        return words;
    }

    protected static Dictionary<string, string> Row(int people, int managers) => new() { ["Form.Rows[0].People"] = $"{people}", ["Form.Rows[0].Managers"] = $"{managers}" };

    protected static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An event of a municipality (of the region where none is named), in which the own school takes part.</summary>
    protected async Task<int> AddAsync(string title, string? municipality, bool held, string kind = "семинар", int daysAgo = 0, bool materials = true)
    {
        await using var db = Portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var place = await db.Municipalities.SingleOrDefaultAsync(m => m.Name == municipality);
        var day = Today.AddDays(-daysAgo);
        var added = new Event { RegionId = region.Id, MunicipalityId = place?.Id, Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch };
        Assert.Null(added.Describe(new EventNotes(title, kind, day, day, "зал", null, null, null, 10), new EventRules { RegionId = region.Id }));
        var own = await SchoolAsync(TestRegion.OwnSchool);
        added.Invite(own);
        added.Invite(await SchoolAsync(TestRegion.ThirdSchool));
        if (held)
        {
            Assert.Null(added.Tell(own, new Attendance(3, null), Today));
            Assert.Null(added.Hold(Today, DateTimeOffset.UnixEpoch));
            if (materials)
            {
                Assert.Null(added.Attach(new EventMaterial { Title = "итоги", Link = "https://school.test", Author = "тест", At = DateTimeOffset.UnixEpoch }));
            }
        }

        db.Events.Add(added);
        await db.SaveChangesAsync();
        return added.Id;
    }

    /// <summary>Hands a file in as the municipality; its address.</summary>
    protected async Task<string> MaterialAsync(int id)
    {
        var north = await Portal.VisitAsync(TestRegion.Municipal);
        var page = await north.OpenAsync($"/events/{id}");
        page = await north.SubmitAsync(page, "#attach", new() { ["Form.Title"] = "программа" }, ("Form.File", "программа.pdf", [.. "%PDF-1.7 программа"u8]));
        Assert.Equal("Материал приложен.", page.Said());
        return page.QuerySelector(".files a[href^='/files/']")!.GetAttribute("href")!;
    }

    protected async Task<int> IdAsync(string title)
    {
        await using var db = Portal.Open();
        return await db.Events.Where(e => e.Title == title).Select(e => e.Id).SingleAsync();
    }

    protected async Task<int> SchoolAsync(string name)
    {
        await using var db = Portal.Open();
        return await db.Schools.Where(s => s.Name == name).Select(s => s.Id).SingleAsync();
    }
}
