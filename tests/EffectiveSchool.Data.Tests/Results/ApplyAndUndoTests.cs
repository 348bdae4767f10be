using EffectiveSchool.Data.Results;
using FsCheck;
using FsCheck.Fluent;
using static EffectiveSchool.Data.Tests.Results.ImportWorld;

namespace EffectiveSchool.Data.Tests.Results;

public sealed class ApplyAndUndoTests(ImportWorld world) : IClassFixture<ImportWorld>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Codes = ["900001", "900002", "900003"];

    [Fact]
    public async Task All_or_nothing_stores_nothing_while_a_row_is_refused()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        var batch = await region.StageAsync(Row("900001", year, 20, 5), Refused("Доли дают 96 %."));
        Assert.StartsWith("Есть непринятые строки", await region.Apply.ApplyAsync(batch, skipRefused: false, None), StringComparison.Ordinal);
        Assert.Empty(await world.StoredAsync(year));
        Assert.Null(await region.Apply.ApplyAsync(batch, skipRefused: true, None));
        Assert.Single(await world.StoredAsync(year));
    }

    [Fact]
    public async Task All_or_nothing_stores_nothing_while_a_file_was_not_read()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        var batch = await region.StageAsync(Row("900001", year, 20, 5));
        await region.Db.Files.Where(f => f.BatchId == batch).ExecuteUpdateAsync(s => s.SetProperty(f => f.Refusal, "Файл повреждён."));
        Assert.StartsWith("Есть непрочитанные файлы", await region.Apply.ApplyAsync(batch, skipRefused: false, None), StringComparison.Ordinal);
        Assert.Null(await region.Apply.ApplyAsync(batch, skipRefused: true, None));
    }

    [Fact]
    public async Task The_same_rows_again_leave_nothing_to_store()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Row("900001", year, 20, 5, twos: 5, mean: 3.456m), Row("900002", year, 0, 0));
        var before = await world.StoredAsync(year);
        var again = await region.StageAsync(Row("900001", year, 20, 5, twos: 5, mean: 3.456m), Row("900002", year, 0, 0));
        Assert.All(await region.RowsAsync(again), r => Assert.Equal(RowOutcome.Same, r.Outcome));
        Assert.StartsWith("Записывать нечего", await region.Apply.ApplyAsync(again, skipRefused: false, None), StringComparison.Ordinal);
        Assert.Equal(before, await world.StoredAsync(year));
    }

    [Fact]
    public async Task What_changed_behind_the_dry_run_is_shown_before_it_is_stored()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        var batch = await region.StageAsync(Row("900001", year, 20, 5));
        await using var north = world.Send(world.North);
        await north.StoreAsync(Row("900001", year, 20, 4));
        Assert.StartsWith("Пока вы смотрели", await region.Apply.ApplyAsync(batch, skipRefused: false, None), StringComparison.Ordinal);
        Assert.Equal((RowOutcome.Changed, "4 из 20"), ((await region.RowsAsync(batch))[0].Outcome, (await region.RowsAsync(batch))[0].Before));
        Assert.Null(await region.Apply.ApplyAsync(batch, skipRefused: false, None));
    }

    [Fact]
    public async Task Of_two_who_store_one_batch_at_once_one_is_refused()
    {
        var year = world.NextYear();
        await using var first = world.Send(world.Region);
        await using var second = world.Send(world.Region);
        var batch = await first.StageAsync(Row("900001", year, 20, 5));
        var answers = await Task.WhenAll(first.Apply.ApplyAsync(batch, false, None), second.Apply.ApplyAsync(batch, false, None));
        Assert.Single(answers, a => a is null);
        Assert.Single(answers, a => a == "Записать можно только проверенную и ещё не записанную загрузку.");
    }

    [Fact]
    public async Task Of_two_batches_stored_at_once_the_second_sees_the_first()
    {
        for (var i = 0; i < 5; i++)
        {
            var year = world.NextYear();
            await using var first = world.Send(world.Region);
            await using var second = world.Send(world.North);
            var (a, b) = (await first.StageAsync(Row("900001", year, 20, 5)), await second.StageAsync(Row("900001", year, 20, 6)));
            var answers = await Task.WhenAll(first.Apply.ApplyAsync(a, false, None), second.Apply.ApplyAsync(b, false, None));
            Assert.Single(answers, answer => answer is null);
            Assert.Single(answers, answer => answer?.StartsWith("Пока вы смотрели", StringComparison.Ordinal) == true);
        }
    }

    [Fact]
    public async Task Another_municipality_neither_stores_nor_undoes_a_batch()
    {
        var year = world.NextYear();
        await using var north = world.Send(world.North);
        await using var south = world.Send(world.South);
        var batch = await north.StageAsync(Row("900001", year, 20, 5));
        Assert.Equal("Загрузка не найдена.", await south.Apply.ApplyAsync(batch, true, None));
        Assert.NotNull(await south.Apply.CancelAsync(batch, None));
        Assert.Null(await north.Apply.ApplyAsync(batch, true, None));
        Assert.NotNull(await south.Undo.UndoAsync(batch, None));
        Assert.Single(await world.StoredAsync(year));
    }

    [Fact]
    public async Task An_undo_keeps_what_another_batch_changed_later_and_names_it()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        var first = await region.StoreAsync(Row("900001", year, 20, 5), Row("900002", year, 20, 5));
        await region.StoreAsync(Row("900002", year, 20, 9));
        var promised = await region.Undo.Kept(first).ToListAsync();
        Assert.Null(await region.Undo.UndoAsync(first, None));
        Assert.Equal(new KeptResult("МКОУ ООШ п. Лесной", Procedure, year), Assert.Single(promised));
        Assert.Equal(promised, await region.Undo.Kept(first).ToListAsync());
        Assert.Contains("Failed = 9", Assert.Single(await world.StoredAsync(year)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undo_that_brings_older_results_back_keeps_nothing()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Row("900001", year, 20, 5));
        var before = await world.StoredAsync(year);
        var second = await region.StoreAsync(Row("900001", year, 20, 9));
        Assert.Null(await region.Undo.UndoAsync(second, None));
        Assert.Equal(before, await world.StoredAsync(year));
        Assert.Empty(await region.Undo.Kept(second).ToListAsync());
        Assert.NotNull(await region.Undo.UndoAsync(second, None));
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public async Task Batches_undone_in_any_order_leave_what_was_before_them(int first, int second, int third)
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        int[] batches =
        [
            await region.StoreAsync(Row("900001", year, 20, 5), Row("900002", year, 20, 1)),
            await region.StoreAsync(Row("900001", year, 20, 6), Row("900003", year, 20, 2)),
            await region.StoreAsync(Row("900001", year, 20, 7), Row("900003", year, 20, 3)),
        ];
        foreach (var batch in new[] { first, second, third })
        {
            Assert.Null(await region.Undo.UndoAsync(batches[batch], None));
        }

        Assert.Empty(await world.StoredAsync(year));
    }

    [Fact]
    public void Undo_of_an_import_is_what_was_before() => Prop.ForAll(
        Arb.From(Rows.Zip(Rows)),
        async pair =>
        {
            var (first, second) = pair;
            var year = world.NextYear();
            await using var region = world.Send(world.Region);
            await region.Apply.ApplyAsync(await region.StageAsync([.. first.Select(r => r with { Year = year })]), true, None);
            var before = await world.StoredAsync(year);
            var batch = await region.StageAsync([.. second.Select(r => r with { Year = year })]);
            if (await region.Apply.ApplyAsync(batch, true, None) is null)
            {
                Assert.Null(await region.Undo.UndoAsync(batch, None));
            }

            Assert.Equal(before, await world.StoredAsync(year));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static Gen<StagedRow[]> Rows { get; } = (
        from code in Gen.Elements(Codes)
        from procedure in Gen.Elements(Procedure, "ОГЭ МА")
        from participants in Gen.Choose(0, 9)
        from failed in Gen.Choose(0, participants)
        from marks in Gen.Elements(true, false)
        select Row(code, 0, participants, failed, marks ? failed : null, marks ? 3.5m : null, procedure)).ArrayOf(5);
}
