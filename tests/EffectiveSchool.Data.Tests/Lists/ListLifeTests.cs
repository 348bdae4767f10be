using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Tests.Lists;

public sealed class ListLifeTests : IAsyncLifetime
{
    private ListWorld world = null!;

    public async Task InitializeAsync() => world = await ListWorld.CreateAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_run_stores_what_the_rule_says_of_every_school()
    {
        var id = await world.ListAsync(ListState.Draft);

        await using var db = world.Open();
        var list = await db.Lists.SingleAsync(l => l.Id == id);
        var input = await ListWorld.Runs(db).ReadInputAsync(list.RegionId, ListWorld.Year, Methodology.SameProcedure, default);
        var run = LowResultRule.Judge(input);
        var rows = await db.ListSchools.Where(s => s.ListId == id).OrderBy(s => s.SchoolId).ToListAsync();
        Assert.Equal(CanonicalRun.Sha256(run), list.RunSha256);
        Assert.Equal(run.Verdicts.Select(Json.Write), rows.Select(r => Json.Write(r.Verdict)));
        Assert.All(rows, r => Assert.Null(r.Input));

        var own = rows.Single(r => r.Name == TestRegion.OwnSchool);
        Assert.True(own is { Listed: true, CriterionA: true, CriterionB: true, Judged: true, WithoutData: false, Code: "900001", Municipality: TestRegion.North });
        Assert.Equal(["ВПР 5 РУ", "ВПР 6 МА"], own.LowInYear);
        Assert.Equal(["ВПР 5 РУ"], own.LowInYearBefore);
        Assert.Equal("МБОУ СОШ С ЕЛКИНО 900001 СЕВЕРНЫЙ РАЙОН", own.SearchText);
        Assert.True(rows.Single(r => r.Name == TestRegion.BranchSchool).WithoutData);
        Assert.Equal(1, rows.Single(r => r.Name == TestRegion.SecondSchool).PupilsToFlip);
    }

    [Fact]
    public async Task A_run_keeps_its_methodology_its_gaps_and_the_files_it_came_from()
    {
        await using (var db = world.Open())
        {
            var region = await ListWorld.RegionAsync(db);
            var procedure = await db.Procedures.SingleAsync(p => p.Code == "ОГЭ РУ");
            db.NotHeld.Add(new NotHeldProcedure { RegionId = region.Id, ProcedureId = procedure.Id, Year = ListWorld.Year });
            await db.SaveChangesAsync();
            await TestResults.PutAsync(db, new GivenResult(TestRegion.OwnSchool, "КДР 4 ЧГ", ListWorld.Year, 10, 1));
        }

        var id = await world.ListAsync(ListState.Draft);

        await using var after = world.Open();
        var basis = await after.ListBases.SingleAsync(b => b.ListId == id);
        Assert.Equal("same", basis.Methodology.Code);
        Assert.Equal([new ProcedureYear("ОГЭ РУ", ListWorld.Year)], basis.NotHeld);
        Assert.Contains(new ResultGap("ОГЭ РУ", ListWorld.Year, NotHeld: true), basis.Gaps);
        Assert.Contains(new ResultGap("ЕГЭ РУ", ListWorld.Year, NotHeld: false), basis.Gaps);
        Assert.DoesNotContain(basis.Gaps, g => g.Procedure == "ВПР 5 РУ");
        Assert.True(basis.HasYearBefore);

        // The file with the КДР alone is not among them: the rule does not judge it.
        var source = Assert.Single(await after.ListSources.Where(s => s.ListId == id).ToListAsync());
        Assert.Equal((TestResults.File, TestResults.Author), (source.Name, source.Author));
    }

    [Fact]
    public async Task A_run_again_replaces_what_the_draft_held()
    {
        var id = await world.ListAsync(ListState.Draft);
        await using (var db = world.Open())
        {
            await TestResults.PutAsync(db, new GivenResult(TestRegion.OwnSchool, "ВПР 6 МА", ListWorld.Year, 50, 1));
        }

        await using var region = await world.OpenAsRegionAsync();
        var list = await region.Lists.SingleAsync(l => l.Id == id);
        var before = list.RunSha256;
        Assert.Null(await ListWorld.Runs(region).RunAsync(list, await ListWorld.MethodologyAsync(region), default));

        Assert.NotEqual(before, list.RunSha256);
        var own = await region.ListSchools.SingleAsync(s => s.ListId == id && s.Name == TestRegion.OwnSchool);
        Assert.True(own is { CriterionA: false, CriterionB: true });
        Assert.Equal(5, await region.ListSchools.CountAsync(s => s.ListId == id));
    }

    [Fact]
    public async Task A_year_without_a_result_is_refused_and_nothing_is_stored()
    {
        await using var db = await world.OpenAsRegionAsync();
        var list = new SchoolList { RegionId = (await ListWorld.RegionAsync(db)).Id, ForYear = 2031, ResultsYear = 2030 };

        var refusal = await ListWorld.Runs(db).RunAsync(list, await ListWorld.MethodologyAsync(db), default);

        Assert.StartsWith("За 2030 год не загружено ни одного результата", refusal, StringComparison.Ordinal);
        Assert.False(await db.Lists.AnyAsync());
    }

    [Fact]
    public async Task A_frozen_list_runs_again_from_its_own_copy_whatever_changed_since()
    {
        var id = await world.ListAsync(ListState.Approved);
        string rows;
        await using (var db = world.Open())
        {
            rows = await RowsAsync(db, id);
            await TestResults.PutAsync(
                db,
                new GivenResult(TestRegion.OwnSchool, "ВПР 5 РУ", ListWorld.Year, 40, 0),
                new GivenResult(TestRegion.ThirdSchool, "ВПР 6 РУ", ListWorld.Year, 40, 40));
            foreach (var methodology in await db.Methodologies.ToListAsync())
            {
                methodology.Definition = methodology.Definition with { ThresholdPercent = 5, MinParticipants = 50, Title = "Переписанная" };
            }

            foreach (var school in await db.Schools.ToListAsync())
            {
                school.Name += " (бывшая)";
                school.Type = SchoolType.Primary;
            }

            var procedure = await db.Procedures.SingleAsync(p => p.Code == "ЕГЭ РУ");
            db.NotHeld.Add(new NotHeldProcedure { RegionId = (await ListWorld.RegionAsync(db)).Id, ProcedureId = procedure.Id, Year = ListWorld.Year });
            (await db.Municipalities.SingleAsync(m => m.Name == TestRegion.North)).Name = "Переименованный район";
            await db.SaveChangesAsync();
        }

        await using var region = await world.OpenAsRegionAsync();
        var list = await region.Lists.SingleAsync(l => l.Id == id);
        var rerun = await ListWorld.Runs(region).RerunAsync(list, default);

        Assert.Equal(list.RunSha256, CanonicalRun.Sha256(rerun!));
        Assert.Equal(rows, await RowsAsync(region, id));
        var marker = rerun!.Verdicts.First(v => v.Marker("ЕГЭ РУ", ListWorld.Year)!.Reason != NoDataReason.NotApplicable).Marker("ЕГЭ РУ", ListWorld.Year)!;
        Assert.Equal(NoDataReason.NotUploaded, marker.Reason);
        Assert.Equal(Json.Write(rerun.Verdicts), Json.Write(await region.ListSchools.Where(s => s.ListId == id).OrderBy(s => s.SchoolId).Select(s => s.Verdict).ToListAsync()));
    }

    [Fact]
    public async Task A_list_that_is_not_frozen_has_no_copy_to_run_from()
    {
        var id = await world.ListAsync(ListState.Preliminary);
        await using var db = await world.OpenAsRegionAsync();

        Assert.Null(await ListWorld.Runs(db).RerunAsync(await db.Lists.SingleAsync(l => l.Id == id), default));
    }

    [Fact]
    public async Task Data_changed_between_run_and_approval_are_refused_and_the_list_stays()
    {
        var id = await world.ListAsync(ListState.Preliminary);
        await using (var db = world.Open())
        {
            await TestResults.PutAsync(db, new GivenResult(TestRegion.ThirdSchool, "ВПР 5 РУ", ListWorld.Year, 100, 4));
        }

        await using var region = await world.OpenAsRegionAsync();
        await world.EndObjectionsAsync(id);
        var refusal = await ListWorld.Runs(region).ApproveAsync(await region.Lists.SingleAsync(l => l.Id == id), ListWorld.Order, default);

        Assert.StartsWith("После расчёта перечня данные изменились", refusal, StringComparison.Ordinal);
        await using var after = world.Open();
        Assert.Equal(ListState.Preliminary, (await after.Lists.SingleAsync(l => l.Id == id)).State);
        Assert.False(await after.ListSchools.AnyAsync(s => s.ListId == id && s.Input != null));
    }

    [Fact]
    public async Task Of_two_coordinators_who_approve_at_once_one_wins_and_the_other_is_told()
    {
        var id = await world.ListAsync(ListState.Preliminary);
        await world.EndObjectionsAsync(id);
        await using var one = await world.OpenAsRegionAsync();
        await using var two = await world.OpenAsRegionAsync();
        var first = await one.Lists.SingleAsync(l => l.Id == id);
        var second = await two.Lists.SingleAsync(l => l.Id == id);

        var refusals = await Task.WhenAll(
            ListWorld.Runs(one).ApproveAsync(first, ListWorld.Order, default),
            ListWorld.Runs(two).ApproveAsync(second, new Order("413-п", ListWorld.Order.Date), default));

        Assert.Contains("изменил кто-то другой", Assert.Single(refusals, r => r is not null), StringComparison.Ordinal);
        await using var after = world.Open();
        Assert.Equal(refusals[0] is null ? "412-п" : "413-п", (await after.Lists.SingleAsync(l => l.Id == id)).OrderNumber);
        Assert.Equal(5, await after.ListSchools.CountAsync(s => s.ListId == id && s.Input != null));
    }

    [Fact]
    public async Task A_step_taken_on_a_page_that_is_out_of_date_is_refused()
    {
        var id = await world.ListAsync(ListState.Draft);
        await using var stale = await world.OpenAsRegionAsync();
        var old = await stale.Lists.SingleAsync(l => l.Id == id);
        await using (var db = await world.OpenAsRegionAsync())
        {
            Assert.Null(await ListWorld.Runs(db).PublishAsync(await db.Lists.SingleAsync(l => l.Id == id), null, default));
        }

        var refusal = await ListWorld.Runs(stale).RunAsync(old, await ListWorld.MethodologyAsync(stale), default);

        Assert.Contains("изменил кто-то другой", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Identification_within_a_municipality_is_no_identification()
    {
        await using var db = world.Open();
        var region = await ListWorld.RegionAsync(db);
        var north = await db.Municipalities.SingleAsync(m => m.Name == TestRegion.North);
        await using var municipal = TestRegion.Open(world.Database, AccessScope.Municipality(region.Id, north.Id));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => ListWorld.Runs(municipal).ReadInputAsync(region.Id, ListWorld.Year, Methodology.SameProcedure, default));
    }

    [Fact]
    public async Task A_municipality_sees_its_rows_of_a_preliminary_list_and_nothing_of_a_draft()
    {
        var draft = await world.ListAsync(ListState.Draft);
        var preliminary = await world.ListAsync(ListState.Preliminary);
        await using var db = world.Open();
        var region = await ListWorld.RegionAsync(db);
        var south = await db.Municipalities.SingleAsync(m => m.Name == TestRegion.South);
        await using var municipal = TestRegion.Open(world.Database, AccessScope.Municipality(region.Id, south.Id));

        Assert.Equal([preliminary], await municipal.Lists.Select(l => l.Id).ToListAsync());
        Assert.Equal([preliminary], await municipal.ListBases.Select(l => l.ListId).ToListAsync());
        Assert.Equal(
            [TestRegion.SouthSchool, TestRegion.BranchSchool],
            await municipal.ListSchools.OrderBy(s => s.SchoolId).Select(s => s.Name).ToListAsync());

        // The same through PostgreSQL alone, past EF's filters.
        var seen = await municipal.Database.SqlQuery<int>($"select list_id as \"Value\" from list_bases union all select list_id from list_schools").ToListAsync();
        Assert.Equal([preliminary, preliminary, preliminary], seen);
        Assert.DoesNotContain(draft, seen);
    }

    private static async Task<string> RowsAsync(PortalDb db, int id)
    {
        var rows = await db.ListSchools.Where(s => s.ListId == id).OrderBy(s => s.SchoolId).AsNoTracking().ToListAsync();
        var sources = await db.ListSources.Where(s => s.ListId == id).Select(s => s.Name).ToListAsync();
        var basis = await db.ListBases.AsNoTracking().SingleAsync(b => b.ListId == id);
        return Json.Write(rows) + Json.Write(sources) + Json.Write(basis);
    }
}
