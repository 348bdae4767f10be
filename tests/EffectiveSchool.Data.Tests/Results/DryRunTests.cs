using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using static EffectiveSchool.Data.Tests.Results.ImportWorld;

namespace EffectiveSchool.Data.Tests.Results;

public sealed class DryRunTests(ImportWorld world) : IClassFixture<ImportWorld>
{
    [Fact]
    public async Task A_municipality_is_told_that_a_school_is_anothers_and_that_a_code_is_unknown()
    {
        var year = world.NextYear();
        await using var north = world.Send(world.North);
        var rows = await north.RowsAsync(await north.StageAsync(
            Row("900001", year, 20, 5), Row("900004", year, 20, 5), Row("910001", year, 20, 5), Row("999999", year, 20, 5), Refused("Доли дают 96 %.")));
        Assert.Equal([RowOutcome.New, RowOutcome.Refused, RowOutcome.Refused, RowOutcome.Refused, RowOutcome.Refused], rows.Select(r => r.Outcome));
        Assert.Equal(
            [null, "Школа другого муниципалитета.", "Кода 910001 нет в реестре.", "Кода 999999 нет в реестре.", "Доли дают 96 %."],
            rows.Select(r => r.Reason));
        Assert.All(rows.Skip(1), r => Assert.False(string.IsNullOrEmpty(r.WhatToDo)));
        Assert.Equal([null, RefusalKind.ForeignSchool, RefusalKind.UnknownSchool, RefusalKind.UnknownSchool, RefusalKind.Row], rows.Select(r => r.RefusalKind));
        Assert.Equal([false, false, true, true, false], rows.Select(r => r.MayBeMatched));
    }

    [Fact]
    public async Task A_region_finds_the_schools_of_all_its_municipalities_and_of_no_other_region()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        var rows = await region.RowsAsync(await region.StageAsync(Row("900001", year, 20, 5), Row("900004", year, 20, 5), Row("910001", year, 20, 5)));
        Assert.Equal([RowOutcome.New, RowOutcome.New, RowOutcome.Refused], rows.Select(r => r.Outcome));
    }

    [Fact]
    public async Task A_batch_of_a_municipality_stays_its_own_when_the_region_looks_at_it()
    {
        var year = world.NextYear();
        await using var north = world.Send(world.North);
        await using var region = world.Send(world.Region);
        var batch = await north.StageAsync(Row("900001", year, 20, 5), Row("900004", year, 20, 5));
        Assert.Null(await region.Apply.ApplyAsync(batch, skipRefused: true, CancellationToken.None));
        Assert.Single(await world.StoredAsync(year));
    }

    [Fact]
    public async Task Equal_rows_count_once_and_different_ones_are_all_refused()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        var rows = await region.RowsAsync(await region.StageAsync(
            Row("900001", year, 20, 5), Row("900001", year, 20, 5, twos: 5), Row("900002", year, 20, 5), Row("900002", year, 20, 6), Row("900003", year, 20, 5, mean: 3.1m), Row("900003", year, 20, 5, mean: 3.2m)));
        Assert.Equal(
            [RowOutcome.Same, RowOutcome.New, RowOutcome.Refused, RowOutcome.Refused, RowOutcome.New, RowOutcome.Same],
            rows.Select(r => r.Outcome));
        Assert.Equal("Повтор другой строки этой загрузки.", rows[0].Reason);
        Assert.Equal(
            ["Эта школа, процедура и год встречаются в загрузке ещё раз с другими числами: файл.xlsx, лист «Лист», A9 — 6 из 20. Не принят ни один результат.",
                "Эта школа, процедура и год встречаются в загрузке ещё раз с другими числами: файл.xlsx, лист «Лист», A9 — 5 из 20. Не принят ни один результат."],
            rows.Skip(2).Take(2).Select(r => r.Reason!));
        Assert.Equal((null, "Отметки или средний балл в повторе другие: различающееся не взято."), (rows[4].MeanScore, rows[4].Reason));
    }

    [Fact]
    public async Task A_row_is_compared_with_what_is_stored()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Row("900001", year, 20, 5, twos: 5, mean: 3.5m), Row("900002", year, 20, 5), Row("900003", year, 20, 5));
        var rows = await region.RowsAsync(await region.StageAsync(
            Row("900001", year, 20, 6), Row("900002", year, 20, 5, mean: 3.25m), Row("900003", year, 20, 5), Row("900004", year, 20, 5)));
        Assert.Equal([RowOutcome.Changed, RowOutcome.Changed, RowOutcome.Same, RowOutcome.New], rows.Select(r => r.Outcome));
        Assert.Equal("5 из 20 · отметки 5 · средний балл 3,5", rows[0].Before);
        Assert.Equal("5 из 20", rows[1].Before);
    }

    [Fact]
    public async Task Figures_that_a_row_does_not_bring_contradict_nothing_and_are_not_lost()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Row("900001", year, 20, 5, twos: 5), Row("900002", year, 20, 5, twos: 5));
        var poorer = await region.RowsAsync(await region.StageAsync(Row("900001", year, 20, 5)));
        Assert.Equal(RowOutcome.Same, Assert.Single(poorer).Outcome);

        await region.StoreAsync(Row("900001", year, 20, 5, mean: 3.5m), Row("900002", year, 20, 6));
        await using var db = world.OpenSystem();
        var stored = await db.Results.Where(r => r.Year == year).OrderBy(r => r.School.Name).Select(r => new { r.Failed, r.Twos, r.MeanScore }).ToListAsync();
        Assert.Contains(stored, r => r is { Failed: 5, Twos: 5, MeanScore: 3.5m });
        Assert.Contains(stored, r => r is { Failed: 6, Twos: null });
    }

    [Fact]
    public async Task A_bare_marker_never_replaces_counts()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Row("900001", year, 20, 5), Marker("900002", year, low: true));
        var rows = await region.RowsAsync(await region.StageAsync(Marker("900001", year, low: true), Marker("900002", year, low: true), Row("900003", year, 10, 1)));
        Assert.Equal([RowOutcome.Refused, RowOutcome.Same, RowOutcome.New], rows.Select(r => r.Outcome));
        Assert.Equal("Записаны числа (5 из 20), маркер им противоречит и без чисел их не заменяет.", rows[0].Reason);
        Assert.Equal(RowOutcome.Same, Assert.Single(await region.RowsAsync(await region.StageAsync(Marker("900001", year, low: false)))).Outcome);

        var counted = await region.RowsAsync(await region.StageAsync(Row("900002", year, 20, 8)));
        Assert.Equal((RowOutcome.Changed, "маркер 1"), (counted[0].Outcome, counted[0].Before));
    }

    [Fact]
    public async Task A_code_that_two_schools_bear_is_asked_about_even_where_one_is_out_of_sight()
    {
        var year = world.NextYear();
        await using (var db = world.OpenSystem())
        {
            // 900004 is the southern school's ФИС ОКО login; here it is also the code of a northern one.
            var own = await db.Schools.Include(s => s.Codes).SingleAsync(s => s.Codes.Any(c => c.Value == "900003"));
            own.SetCode(SchoolCodeKind.Oge, "900004", new DateOnly(2026, 1, 1));
            await db.SaveChangesAsync();
        }

        await using var region = world.Send(world.Region);
        await using var north = world.Send(world.North);
        StagedRow[] sent = [Row("900004", year, 20, 5, kinds: ["FisOko", "Oge"]), Row("900004", year, 20, 5, kinds: ["Oge"], procedure: "ОГЭ РУ")];
        foreach (var sender in new[] { region, north })
        {
            var rows = await sender.RowsAsync(await sender.StageAsync(sent));
            Assert.Equal([RowOutcome.Refused, RowOutcome.New], rows.Select(r => r.Outcome));
            Assert.Equal("Код 900004 есть у нескольких школ.", rows[0].Reason);
        }
    }

    [Fact]
    public async Task An_unknown_procedure_is_refused()
    {
        await using var region = world.Send(world.Region);
        var rows = await region.RowsAsync(await region.StageAsync(Row("900001", world.NextYear(), 20, 5, procedure: "ВПР 5 ИС")));
        Assert.Equal("Такой процедуры нет в справочнике портала.", Assert.Single(rows).Reason);
    }

    [Fact]
    public async Task A_confirmed_school_is_remembered_for_the_sender_alone()
    {
        var year = world.NextYear();
        await using var north = world.Send(world.North);
        var batch = await north.StageAsync(Row("907001", year, 20, 5), Row("907001", year, 20, 6, procedure: "ВПР 5 МА"));
        var school = await north.Db.Schools.SingleAsync(s => s.Codes.Any(c => c.Value == "900002"));
        var row = (await north.RowsAsync(batch))[0];
        Assert.Null(await north.Apply.ConfirmAsync(batch, row.Id, school.Id, Guid.CreateVersion7(), CancellationToken.None));
        Assert.All(await north.RowsAsync(batch), r => Assert.Equal((RowOutcome.New, school.Id, null), (r.Outcome, r.SchoolId, r.Reason)));

        var next = await north.RowsAsync(await north.StageAsync(Row("907001", year + 50, 20, 5)));
        Assert.Equal(school.Id, Assert.Single(next).SchoolId);
        await using var region = world.Send(world.Region);
        var others = await region.RowsAsync(await region.StageAsync(Row("907001", year, 20, 5)));
        Assert.Equal(RowOutcome.Refused, Assert.Single(others).Outcome);
    }

    [Fact]
    public async Task A_school_named_without_a_code_waits_for_a_person_and_is_known_by_that_name_afterwards()
    {
        var year = world.NextYear();
        await using var north = world.Send(world.North);
        StagedRow Named(string name, int of, string? municipality = "Северный район") => Row("", of, 20, 5) with { AsWritten = name, Code = null, CodeKinds = [], Municipality = municipality };
        var batch = await north.StageAsync(Named(TestRegion.OwnSchool, year), Named("СОШ без кода", year), Named("СОШ без кода", year, "Другой район"));
        var rows = await north.RowsAsync(batch);
        Assert.All(rows, r => Assert.Equal((RowOutcome.Refused, RefusalKind.UnknownSchool, true), (r.Outcome, r.RefusalKind, r.MayBeMatched)));
        Assert.StartsWith("Неизвестная школа: кода в строке нет", rows[0].Reason, StringComparison.Ordinal);

        var school = await north.Db.Schools.SingleAsync(s => s.Codes.Any(c => c.Value == "900002"));
        Assert.Null(await north.Apply.ConfirmAsync(batch, rows[1].Id, school.Id, Guid.CreateVersion7(), CancellationToken.None));
        Assert.Equal([RowOutcome.Refused, RowOutcome.New, RowOutcome.Refused], (await north.RowsAsync(batch)).Select(r => r.Outcome));

        var next = await north.RowsAsync(await north.StageAsync(Named("СОШ без кода", year + 50), Named("СОШ без кодов", year + 50)));
        Assert.Equal([school.Id, null], next.Select(r => r.SchoolId));
        await using var region = world.Send(world.Region);
        Assert.Equal(RowOutcome.Refused, Assert.Single(await region.RowsAsync(await region.StageAsync(Named("СОШ без кода", year)))).Outcome);
    }

    [Fact]
    public async Task A_foreign_school_cannot_be_confirmed()
    {
        await using var north = world.Send(world.North);
        var batch = await north.StageAsync(Row("907002", world.NextYear(), 20, 5));
        await using var db = world.OpenSystem();
        var foreign = await db.Schools.SingleAsync(s => s.Codes.Any(c => c.Kind == SchoolCodeKind.FisOko && c.Value == "900004"));
        var row = Assert.Single(await north.RowsAsync(batch));
        Assert.NotNull(await north.Apply.ConfirmAsync(batch, row.Id, foreign.Id, Guid.CreateVersion7(), CancellationToken.None));
        Assert.Empty(await db.Aliases.Where(a => a.Written == "FisOko 907002").ToListAsync());
    }

    [Fact]
    public async Task A_code_that_is_anothers_cannot_be_confirmed_as_ones_own()
    {
        await using var north = world.Send(world.North);
        var batch = await north.StageAsync(Row("900005", world.NextYear(), 20, 5));
        var own = await north.Db.Schools.SingleAsync(s => s.Codes.Any(c => c.Value == "900002"));
        var row = Assert.Single(await north.RowsAsync(batch));
        Assert.Equal("Школа другого муниципалитета.", row.Reason);
        Assert.NotNull(await north.Apply.ConfirmAsync(batch, row.Id, own.Id, Guid.CreateVersion7(), CancellationToken.None));
        Assert.Empty(await north.Db.Aliases.Where(a => a.Written == "FisOko 900005").ToListAsync());
    }

    [Fact]
    public async Task A_batch_cancelled_while_it_was_read_stays_cancelled()
    {
        await using var north = world.Send(world.North);
        var batch = await north.UploadAsync();
        Assert.Null(await north.Apply.CancelAsync(batch.Id, CancellationToken.None));
        await north.FinishAsync(batch, Row("900001", world.NextYear(), 20, 5));
        Assert.Empty(await north.RowsAsync(batch.Id));
        await using var db = world.OpenSystem();
        Assert.Equal(BatchState.Cancelled, (await db.Batches.SingleAsync(b => b.Id == batch.Id)).State);
    }
}
