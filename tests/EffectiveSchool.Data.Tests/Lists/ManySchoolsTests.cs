using EffectiveSchool.Data.Tests.Server;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Tests.Lists;

public sealed class ManySchoolsTests
{
    private const int Schools = 3000;

    [Fact]
    public async Task Thousands_of_schools_are_judged_approved_and_run_again()
    {
        await using var world = await ListWorld.CreateAsync();
        await Sql.ExecuteAsync(world.Database.Owner, $"""
            insert into schools (region_id, municipality_id, name, type, status, settlement, search_text)
            select r.id, m.id, 'СОШ № ' || n, 'Secondary', 'Active', 'Unknown', ''
            from generate_series(1, {Schools}) n, regions r join municipalities m on m.region_id = r.id where r.code = '90' and m.fis_oko_code = 'reg90_m001';
            insert into results (region_id, school_id, procedure_id, year, participants, failed, file_id)
            select s.region_id, s.id, p.id, y, 20 + s.id % 50, (s.id * 7 + p.id * 5 + y) % 20, (select min(id) from import_files)
            from schools s, procedures p, generate_series({ListWorld.Year - 1}, {ListWorld.Year}) y where s.name like 'СОШ № %' and p.position < 9;
            """);

        var id = await world.ListAsync(ListState.Approved);

        await using var db = await world.OpenAsRegionAsync();
        var list = await db.Lists.SingleAsync(l => l.Id == id);
        Assert.Equal(Schools + 5, await db.ListSchools.CountAsync(s => s.ListId == id));
        Assert.Equal(list.RunSha256, CanonicalRun.Sha256((await ListWorld.Runs(db).RerunAsync(list, default))!));
    }
}
