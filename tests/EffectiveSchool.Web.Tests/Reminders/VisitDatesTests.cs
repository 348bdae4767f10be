using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Web.Pages.Curators.Visits;
using EffectiveSchool.Web.Tests.Walks;

namespace EffectiveSchool.Web.Tests.Reminders;

/// <summary>Agreed visits as dates, and the one rule of what a later visit settles.</summary>
public sealed class VisitDatesTests : IAsyncLifetime
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
    private readonly FilledPortal _world = new();

    public Task InitializeAsync() => _world.InitializeAsync();

    public Task DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_curator_is_reminded_and_once_late_those_above_until_somebody_comes()
    {
        await VisitAsync(Today.AddDays(-20), Today.AddDays(-6));
        Assert.Contains("Посетите школу снова", await LineAsync(TestRegion.Curator), StringComparison.Ordinal);
        Assert.Null(await LineAsync(TestRegion.Municipal));
        Assert.Null(await LineAsync(TestRegion.Principal));

        await VisitAsync(Today.AddDays(-19), Today.AddDays(-7));
        Assert.Contains("опоздание 7 дней", await LineAsync(TestRegion.Municipal), StringComparison.Ordinal);
        Assert.StartsWith("Школа ждёт посещения", await LineAsync(TestRegion.Municipal), StringComparison.Ordinal);
        Assert.Null(await LineAsync(TestRegion.Regional));

        await VisitAsync(Today, null);
        Assert.Null(await LineAsync(TestRegion.Curator));
        Assert.Null(await LineAsync(TestRegion.Municipal));
    }

    [Fact]
    public async Task SQL_and_the_domain_find_the_same_latest_visit_and_the_same_overdue_schools()
    {
        await using var db = _world.Portal.Open();
        var schools = await db.Schools.OrderBy(s => s.Id).ToListAsync();
        var dice = new Random(20261122);
        foreach (var school in schools)
        {
            // Few days and few visits: visits of one day are common, and so are agreed days that have passed.
            for (var i = dice.Next(4); i > 0; i--)
            {
                var day = Today.AddDays(-2 - dice.Next(4));
                Add(school.Id, school.RegionId, day, dice.Next(3) == 0 ? null : day.AddDays(1 + dice.Next(4)));
            }
        }

        await db.SaveChangesAsync();
        var facts = (await db.Visits.AsNoTracking().ToListAsync()).GroupBy(v => v.SchoolId).ToDictionary(g => g.Key, g => SchoolVisits.Of(SchoolYear.Of(Today), [.. g.Select(v => v.Fact)]));
        var latest = await VisitFilter.Latest(db).AsNoTracking().ToListAsync();
        Assert.Equal(facts.Keys.Order(), latest.Select(v => v.SchoolId).Order());
        Assert.All(latest, v => Assert.Equal((facts[v.SchoolId].Last, facts[v.SchoolId].Next), (v.Date, v.NextDate)));
        var overdue = await new VisitFilter { Overdue = true }.Narrow(db, Today).Select(v => v.SchoolId).ToListAsync();
        Assert.Equal(facts.Where(f => f.Value.IsOverdueOn(Today)).Select(f => f.Key).Order(), overdue.Order());
        Assert.NotEmpty(overdue);

        void Add(int school, int region, DateOnly date, DateOnly? next)
        {
            var visit = new Visit { RegionId = region, SchoolId = school, AuthorId = _world.Records.Curators.Curator, AuthorName = "Куратор" };
            Assert.Null(visit.Write(new VisitNotes(VisitKind.Visit, date, "Цель", "Итог", null, next), Today));
            db.Visits.Add(visit);
        }
    }

    private async Task VisitAsync(DateOnly day, DateOnly? next)
    {
        await using var db = _world.Portal.Open();
        var visit = new Visit
        {
            RegionId = _world.Records.RegionId, SchoolId = _world.Records.OwnSchool, AuthorId = _world.Records.Curators.Curator, AuthorName = "Куратор",
        };
        Assert.Null(visit.Write(new VisitNotes(VisitKind.Visit, day, "Цель", "Итог", null, next), Today));
        db.Visits.Add(visit);
        await db.SaveChangesAsync();
    }

    /// <summary>What the first screen says of coming to the own school; null where it says nothing.</summary>
    private async Task<string?> LineAsync(string email) =>
        (await (await _world.Portal.VisitAsync(email)).OpenAsync("/")).QuerySelectorAll("ul.due li")
            .Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .SingleOrDefault(l => l.Contains("так условились", StringComparison.Ordinal) && l.Contains(TestRegion.OwnSchool, StringComparison.Ordinal));
}
