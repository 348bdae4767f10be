using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Data.Tests.Scope;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Publications;

namespace EffectiveSchool.Data.Tests.Monitoring;

public sealed class SiteDeskTests(ScopeWorld world) : IClassFixture<ScopeWorld>
{
    private static readonly Author Author = new(Guid.Empty, "тест");

    [Fact]
    public async Task Of_two_who_mark_one_site_at_once_the_second_is_told()
    {
        await using var first = world.Open(TestRegion.Regional);
        await using var second = world.Open(TestRegion.Municipal);
        var (early, round) = await ReadAsync(first);
        var (late, _) = await ReadAsync(second);
        Assert.Null(await MarkAsync(first, early, round, present: true));
        Assert.Contains("изменил кто-то другой", await MarkAsync(second, late, round, present: false), StringComparison.Ordinal);
        await using var after = world.Open(TestRegion.Regional);
        Assert.True((await ReadAsync(after)).Check.Marks.Single(m => m.ItemId == round.Items[1].Id).Present);
    }

    private static Task<string?> MarkAsync(PortalDb db, SiteCheck check, SiteCheckRound round, bool present) =>
        new SiteDesk(db).MoveAsync(() => check.Write([new SiteFinding(round.Items[1], present, null, "")], round, Author, DateTimeOffset.UnixEpoch), CancellationToken.None);

    private static async Task<(SiteCheck Check, SiteCheckRound Round)> ReadAsync(PortalDb db)
    {
        var round = await db.SiteCheckRounds.AsNoTracking().Include(r => r.Items.OrderBy(i => i.Position)).SingleAsync(r => r.MunicipalityId == null);
        return (await db.SiteChecks.Include(c => c.Marks).SingleAsync(c => c.RoundId == round.Id && db.Schools.Any(s => s.Id == c.SchoolId && s.Name == TestRegion.OwnSchool)), round);
    }
}
