using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using static EffectiveSchool.Data.Tests.Results.ImportWorld;

namespace EffectiveSchool.Data.Tests.Results;

/// <summary>Comparisons with the journal go through the steps of a batch as results do.</summary>
public sealed class ComparisonTests(ImportWorld world) : IClassFixture<ImportWorld>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task New_changed_same_and_contradicting_rows_are_told_apart()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Marks("900001", year, 5, 14, 1), Marks("900002", year, 1, 8, 1));
        var batch = await region.StageAsync(
            Marks("900001", year, 6, 13, 1), Marks("900002", year, 1, 8, 1), Marks("900003", year, 0, 9, 1), Marks("900003", year, 0, 9, 1),
            Marks("900004", year, 1, 1, 1), Marks("900004", year, 2, 1, 0), Marks("999999", year, 1, 1, 1));
        var rows = await region.RowsAsync(batch);
        Assert.Equal(
            [RowOutcome.Changed, RowOutcome.Same, RowOutcome.New, RowOutcome.Same, RowOutcome.Refused, RowOutcome.Refused, RowOutcome.Refused], rows.Select(r => r.Outcome));
        Assert.Equal("понизили 5, подтвердили 14, повысили 1", rows[0].Before);
        Assert.Equal([RefusalKind.Repeated, RefusalKind.Repeated, RefusalKind.UnknownSchool], rows.Skip(4).Select(r => r.RefusalKind!.Value));
    }

    [Fact]
    public async Task A_result_and_a_comparison_of_one_school_stand_beside_each_other_in_one_batch()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        var batch = await region.StoreAsync(Row("900001", year, 20, 5), Marks("900001", year, 5, 14, 1));
        Assert.All(await region.RowsAsync(batch), r => Assert.Equal(RowOutcome.New, r.Outcome));
        Assert.Single(await world.StoredAsync(year));
        Assert.Equal(["900001: 5/14/1"], await ComparisonsAsync(year));
        Assert.Null(await region.Undo.UndoAsync(batch, None));
        Assert.Empty(await world.StoredAsync(year));
        Assert.Empty(await ComparisonsAsync(year));
    }

    [Fact]
    public async Task An_undo_brings_back_what_was_and_names_what_another_batch_changed_later()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Marks("900001", year, 5, 14, 1));
        var second = await region.StoreAsync(Marks("900001", year, 6, 13, 1), Marks("900002", year, 1, 8, 1));
        await region.StoreAsync(Marks("900002", year, 2, 7, 1));
        Assert.Equal(new KeptResult("МКОУ ООШ п. Лесной", Procedure + ", сравнение с журналом", year), Assert.Single(await region.Undo.Kept(second).ToListAsync()));
        Assert.Null(await region.Undo.UndoAsync(second, None));
        Assert.Equal(["900001: 5/14/1", "900002: 2/7/1"], await ComparisonsAsync(year));
        Assert.Single(await region.Undo.Kept(second).ToListAsync());
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, 0, 2)]
    [InlineData(2, 0, 1)]
    public async Task Batches_undone_in_any_order_leave_nothing(int first, int second, int third)
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        int[] batches = [await region.StoreAsync(Marks("900001", year, 1, 1, 1)), await region.StoreAsync(Marks("900001", year, 2, 1, 1)), await region.StoreAsync(Marks("900001", year, 3, 1, 1))];
        foreach (var batch in new[] { first, second, third })
        {
            Assert.Null(await region.Undo.UndoAsync(batches[batch], None));
        }

        Assert.Empty(await ComparisonsAsync(year));
    }

    [Fact]
    public async Task The_sums_of_a_region_are_seen_by_its_schools_from_three_schools_on_and_by_no_other_region()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Marks("900001", year, 5, 14, 1), Marks("900002", year, 1, 8, 1));
        int own;
        await using (var system = world.OpenSystem())
        {
            own = await system.Schools.Where(s => s.Name == TestRegion.OwnSchool).Select(s => s.Id).SingleAsync();
        }

        var regionId = world.Region.RegionId!.Value;
        var principal = AccessScope.Schools(regionId, [own]);
        Assert.Empty(await SumsAsync(principal, regionId, year));
        await region.StoreAsync(Marks("900004", year, 4, 6, 0));
        Assert.Equal([(40L, 10L)], await SumsAsync(principal, regionId, year));
        Assert.Empty(await SumsAsync(AccessScope.Region(regionId + 1), regionId, year));
    }

    [Fact]
    public async Task Columns_said_again_replace_what_was_said_and_a_batch_is_read_anew_but_once_stored_never()
    {
        var year = world.NextYear();
        await using var north = world.Send(world.North);
        var reread = new ImportReread(north.Db, TimeProvider.System);
        foreach (var ours in new[] { "Код школы", "Участников" })
        {
            await reread.RememberAsync(
                new ColumnMapping
                {
                    RegionId = world.North.RegionId!.Value, MunicipalityId = world.North.MunicipalityId, Kind = ImportKind.Results, Signature = $"{year}", Written = ["Школа"], Ours = [ours],
                    ConfirmedBy = north.Db.CurrentUserId!.Value, ConfirmedAt = default,
                },
                None);
        }

        Assert.Equal(["Участников"], (await north.Db.ColumnMappings.SingleAsync(m => m.Signature == $"{year}")).Ours);
        await using var south = world.Send(world.South);
        Assert.False(await south.Db.ColumnMappings.AnyAsync(m => m.Signature == $"{year}"));

        var batch = await north.StageAsync(Row("900001", year, 20, 5));
        Assert.NotNull(await new ImportReread(south.Db, TimeProvider.System).StartAsync(batch, None));
        Assert.Null(await reread.StartAsync(batch, None));
        Assert.Empty(await north.RowsAsync(batch));
        var stored = await north.StoreAsync(Row("900001", year, 20, 5));
        Assert.NotNull(await reread.StartAsync(stored, None));
    }

    private static StagedRow Marks(string code, int year, int lowered, int confirmed, int raised) => Row(code, year, 0, 0) with
    {
        Figures = new StagedFigures(lowered + confirmed + raised, Lowered: lowered, Confirmed: confirmed, Raised: raised),
    };

    private async Task<IReadOnlyList<string>> ComparisonsAsync(int year)
    {
        await using var db = world.OpenSystem();
        return await db.MarkComparisons.Where(m => m.Year == year).OrderBy(m => m.SchoolId)
            .Select(m => $"{m.School.Codes.First().Value}: {m.Lowered}/{m.Confirmed}/{m.Raised}").ToListAsync();
    }

    private async Task<IReadOnlyList<(long, long)>> SumsAsync(AccessScope scope, int region, int year)
    {
        await using var db = TestRegion.Open(world.Database, scope);
        var sums = await db.Database.SqlQuery<Sum>($"select year as \"Year\", participants as \"Participants\", lowered as \"Lowered\" from region_mark_comparisons({region})").ToListAsync();
        return [.. sums.Where(s => s.Year == year).Select(s => (s.Participants, s.Lowered))];
    }

    private sealed record Sum(int Year, long Participants, long Lowered);
}
