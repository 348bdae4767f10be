using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Results;
using static EffectiveSchool.Data.Tests.Results.ImportWorld;

namespace EffectiveSchool.Data.Tests.Results;

public sealed class VersionTests(ImportWorld world) : IClassFixture<ImportWorld>
{
    private const string Code = "900001";
    private static readonly ResultVersion?[] Versions = [null, ResultVersion.Preliminary, ResultVersion.Refined, ResultVersion.Final];

    [Fact]
    public async Task Sql_lets_a_version_replace_another_exactly_where_the_domain_does()
    {
        await using var region = world.Send(world.Region);
        var pairs = Versions.SelectMany(stored => Versions.Select(brought => (stored, brought))).Select((p, i) => (p.stored, p.brought, Year: 3000 + i)).ToList();
        await region.StoreAsync([.. pairs.Select(p => Of(p.Year, 5, p.stored))]);
        var rows = await region.RowsAsync(await region.StageAsync([.. pairs.Select(p => Of(p.Year, 6, p.brought))]));
        Assert.All(pairs.Zip(rows), pair =>
        {
            var may = ResultVersions.MayReplace(pair.First.brought, pair.First.stored);
            Assert.Equal((may ? RowOutcome.Changed : RowOutcome.Refused, may ? null : (RefusalKind?)RefusalKind.EarlierVersion), (pair.Second.Outcome, pair.Second.RefusalKind));
        });
        var same = await region.RowsAsync(await region.StageAsync([.. pairs.Select(p => Of(p.Year, 5, p.brought))]));
        Assert.All(pairs.Zip(same), pair => Assert.Equal(
            pair.First.brought is null || !ResultVersions.MayReplace(pair.First.brought, pair.First.stored) || pair.First.brought == pair.First.stored ? RowOutcome.Same : RowOutcome.Changed,
            pair.Second.Outcome));
    }

    [Fact]
    public async Task An_earlier_version_is_refused_naming_both_until_a_person_lets_the_batch_replace_and_an_undo_brings_the_later_back()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Of(year, 5, ResultVersion.Final));
        var batch = await region.StageAsync(Of(year, 7, ResultVersion.Preliminary));
        var refused = Assert.Single(await region.RowsAsync(batch));
        Assert.Equal(
            "Записан результат версии «итоговый» (5 из 20), а в строке — «предварительный»: более ранняя версия не заменяет более позднюю.", refused.Reason);
        Assert.Equal("5 из 20 · итоговый", refused.Before);
        Assert.NotNull(await region.Apply.ApplyAsync(batch, skipRefused: true, CancellationToken.None));

        Assert.Null(await region.Apply.ReplaceLaterAsync(batch, replace: true, CancellationToken.None));
        Assert.Equal(RowOutcome.Changed, Assert.Single(await region.RowsAsync(batch)).Outcome);
        Assert.Null(await region.Apply.ApplyAsync(batch, skipRefused: false, CancellationToken.None));
        Assert.Equal((7, ResultVersion.Preliminary), await StoredAsync(year));
        Assert.Null(await region.Undo.UndoAsync(batch, CancellationToken.None));
        Assert.Equal((5, ResultVersion.Final), await StoredAsync(year));
        Assert.NotNull(await region.Apply.ReplaceLaterAsync(batch, replace: true, CancellationToken.None));
    }

    [Fact]
    public async Task Rows_of_one_batch_that_agree_are_of_the_latest_version()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Of(year, 5, ResultVersion.Refined), Of(year, 5, ResultVersion.Final), Of(year, 5, null));
        Assert.Equal((5, ResultVersion.Final), await StoredAsync(year));
    }

    private static StagedRow Of(int year, int failed, ResultVersion? version) =>
        Row(Code, year, 20, failed) with { Figures = new StagedFigures(20, failed, Version: version) };

    private async Task<(int? Failed, ResultVersion? Version)> StoredAsync(int year)
    {
        await using var db = world.OpenSystem();
        var stored = await db.Results.Where(r => r.Year == year).Select(r => new { r.Failed, r.Version }).SingleAsync();
        return (stored.Failed, stored.Version);
    }
}
