using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using static EffectiveSchool.Data.Tests.Results.ImportWorld;

namespace EffectiveSchool.Data.Tests.Results;

public sealed class DoubtfulRowsTests(ImportWorld world) : IClassFixture<ImportWorld>
{
    [Fact]
    public async Task A_result_of_a_procedure_that_was_not_held_is_refused_and_the_reference_is_named()
    {
        await using (var db = world.OpenSystem())
        {
            var procedure = await db.Procedures.SingleAsync(p => p.Code == "ВПР 6 МА");
            db.NotHeld.Add(new NotHeldProcedure { RegionId = world.Region.RegionId!.Value, ProcedureId = procedure.Id, Year = 2023 });
            await db.SaveChangesAsync();
        }

        await using var region = world.Send(world.Region);
        var rows = await region.RowsAsync(await region.StageAsync(
            Row("900001", 2023, 20, 5, procedure: "ВПР 6 МА"), Row("900001", 2022, 20, 5, procedure: "ВПР 6 МА"), Row("900001", 2020, 20, 5, procedure: "ОГЭ РУ"),
            Row("900001", 2021, 20, 5, procedure: "ЕГЭ МА база"), Row("900001", 2021, 20, 5, procedure: "ЕГЭ РУ")));
        Assert.Equal([RowOutcome.Refused, RowOutcome.New, RowOutcome.Refused, RowOutcome.Refused, RowOutcome.New], rows.Select(r => r.Outcome));
        Assert.Equal(
            ["ВПР 6 МА в 2023 году не проводили: так отмечено в справочнике «Не проводилось».", "ОГЭ РУ в 2020 году не проводили нигде в стране.", "ЕГЭ МА база в 2021 году не проводили нигде в стране."],
            rows.Where(r => r.RefusalKind == RefusalKind.NotHeld).Select(r => r.Reason!));
    }

    [Fact]
    public async Task A_code_of_one_school_under_the_name_of_another_is_said_and_spellings_of_its_own_name_are_not()
    {
        var year = world.NextYear();
        await using (var db = world.OpenSystem())
        {
            (await db.Schools.Include(s => s.FormerNames).SingleAsync(s => s.Name == TestRegion.ThirdSchool)).Rename("МБОУ «Лицей имени Сечина»", new DateOnly(2026, 1, 1));
            await db.SaveChangesAsync();
        }

        await using var region = world.Send(world.Region);
        var rows = await region.RowsAsync(await region.StageAsync(
            Named("МБОУ СОШ с. Совсем Другая (900002)", "900002", year),
            Named("Муниципальное казённое общеобразовательное учреждение «Основная общеобразовательная школа» поселка Лесной (900002)", "900002", year + 1),
            Named("МБОУ Лицей №2(sch900003)", "900003", year),
            Named("ООШ д. Заречье, филиал МБОУ СОШ № 4 (900005)", "900005", year),
            Named("МБОУ СОШ № 4 (900005)", "900005", year + 1),
            Named("900001", "900001", year),
            Named("МБОУ СОШ № 5 г. Южный (900004)", "900004", year)));
        Assert.All(rows, r => Assert.Equal(RowOutcome.New, r.Outcome));
        Assert.Equal(
            ["Проверьте школу: в строке названа «МБОУ СОШ с. Совсем Другая», а код 900002 в реестре — «МКОУ ООШ п. Лесной».", null, null, null, null, null,
                "Проверьте школу: в строке названа «МБОУ СОШ № 5 г. Южный», а код 900004 в реестре — «МБОУ СОШ № 4 г. Южный»."],
            rows.Select(r => r.Reason));
    }

    private static StagedRow Named(string written, string code, int year) => Row(code, year, 20, 5) with { AsWritten = written };
}
