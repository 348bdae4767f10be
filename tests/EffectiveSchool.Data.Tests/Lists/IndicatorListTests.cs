using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Tests.Lists;

/// <summary>Lists by indicators over a small region: held against plain SQL, frozen, run again.</summary>
public sealed class IndicatorListTests : IAsyncLifetime
{
    private const int Year = ListWorld.Year;

    private ListWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = await ListWorld.CreateAsync();
        await using var db = _world.Open();
        await FillAsync(db);
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Indicators_that_compare_with_the_region_agree_with_sql()
    {
        var list = await ListAsync("twelve");
        await using var db = _world.Open();
        var rows = await db.ListSchools.Where(s => s.ListId == list).ToListAsync();

        // (9): the mean of the years present is below the region's mean of the same years.
        var below = await SqlAsync(
            db,
            $"""
            with region as (select year, sum(participants * mean_score) / sum(participants) as mean from results r join procedures p on p.id = r.procedure_id
              where p.code = 'ЕГЭ РУ' and mean_score is not null and participants > 0 and year between {Year - 2} and {Year} group by year)
            select r.school_id from results r join procedures p on p.id = r.procedure_id join region using (year)
            where p.code = 'ЕГЭ РУ' and mean_score is not null and participants > 0 group by r.school_id having avg(r.mean_score) < avg(region.mean) order by 1
            """);
        Assert.NotEmpty(below);
        Assert.Equal(below, Holding(rows, 9));

        // (10): more than twenty points below in the last year alone.
        var gap = await SqlAsync(
            db,
            $"""
            select r.school_id from results r join procedures p on p.id = r.procedure_id
            where p.code = 'ЕГЭ РУ' and year = {Year} and mean_score < (select sum(x.participants * x.mean_score) / sum(x.participants) from results x where x.procedure_id = p.id and x.year = {Year} and x.mean_score is not null) - 20
            order by 1
            """);
        Assert.NotEmpty(gap);
        Assert.Equal(gap, Holding(rows, 10));

        // (6): the mean mark of the last year.
        var mark = await SqlAsync(
            db,
            $"""
            select school_id from results r join procedures p on p.id = r.procedure_id
            where p.code = 'ОГЭ РУ' and year = {Year} and twos is not null and (2.0 * twos + 3 * threes + 4 * fours + 5 * fives) / (twos + threes + fours + fives) < 3.5 order by 1
            """);
        Assert.NotEmpty(mark);
        Assert.Equal(mark, Holding(rows, 6));
        Assert.Contains(rows, r => r.Listed && r.TrueIndicators.Count >= 5);
        Assert.All(rows, r => Assert.Equal(r.Verdict.Holding >= 5, r.Listed));
        Assert.All(rows, r => Assert.Equal(r.Verdict.Known, r.KnownIndicators.Count));
    }

    [Fact]
    public async Task The_risk_zone_agrees_with_sql()
    {
        var list = await ListAsync("risk-zone");
        await using var db = _world.Open();
        var expected = await SqlAsync(
            db,
            $"""
            select school_id from school_figures where year = {Year} and undone_at is null group by school_id
            having count(*) filter (where (kind in ('StableInternet', 'EnoughComputers') and value = 0) or (kind = 'TeacherVacancies' and value > 0)) >= 2 order by 1
            """);
        Assert.Equal(2, expected.Count);
        Assert.Equal(expected, await db.ListSchools.Where(s => s.ListId == list && s.Listed).Select(s => s.SchoolId).Order().ToListAsync());
    }

    [Fact]
    public async Task An_approved_list_by_indicators_is_run_again_from_its_frozen_copy_alone()
    {
        foreach (var code in new[] { "twelve", "risk-zone" })
        {
            var id = await ListAsync(code, approve: true);
            await using var db = await _world.OpenAsRegionAsync();
            await db.SchoolFigures.ExecuteUpdateAsync(f => f.SetProperty(x => x.Value, 0));
            await db.Results.ExecuteUpdateAsync(r => r.SetProperty(x => x.MeanScore, 1m));
            var list = await db.Lists.SingleAsync(l => l.Id == id);
            var rerun = await ListWorld.Runs(db).RerunAsync(list, default);
            Assert.Equal(list.RunSha256, CanonicalRun.Sha256(rerun!));
            var today = await ListWorld.Runs(db).RunOnTodaysDataAsync(list, default);
            Assert.NotEqual(list.RunSha256, CanonicalRun.Sha256(today));
            await using var again = _world.Open();
            await FillAsync(again);
        }
    }

    [Fact]
    public async Task A_figure_that_is_taken_back_leaves_the_earlier_one_standing()
    {
        await using var db = _world.Open();
        var school = await db.Schools.Where(s => s.Name == TestRegion.OwnSchool).Select(s => s.Id).SingleAsync();
        var before = await ValueAsync(db, school);
        var upload = await PutAsync(db, (school, SchoolFigureKind.TeacherVacancies, Year, 9));
        Assert.Equal(9, await ValueAsync(db, school));
        await db.SchoolFigures.Where(f => f.UploadId == upload).ExecuteUpdateAsync(f => f.SetProperty(x => x.UndoneAt, DateTimeOffset.UnixEpoch));
        Assert.Equal(before, await ValueAsync(db, school));

        static Task<int> ValueAsync(PortalDb db, int school) =>
            db.Standing().Where(f => f.SchoolId == school && f.Year == Year && f.Kind == SchoolFigureKind.TeacherVacancies).Select(f => f.Value).SingleAsync();
    }

    [Fact]
    public async Task Nothing_to_judge_is_refused_and_no_list_is_left()
    {
        await using var db = await _world.OpenAsRegionAsync();
        var methodology = await ListWorld.MethodologyAsync(db, "risk-zone");
        var list = new SchoolList { RegionId = methodology.RegionId, ForYear = 2011, ResultsYear = 2010, Kind = MethodologyKind.RiskZone };
        Assert.Contains("нет ни одного показателя", await ListWorld.Runs(db).RunAsync(list, methodology, default), StringComparison.Ordinal);
        Assert.False(await db.Lists.AnyAsync(l => l.ResultsYear == 2010));
    }

    /// <summary>The parts of a list as a portal without indicators wrote them: its re-run gives the hash of then.</summary>
    [Fact]
    public void A_list_stored_before_there_were_indicators_keeps_its_hash()
    {
        const string methodology = """{"Code":"same","Version":1,"Title":"Одна и та же процедура","InForceFrom":"2021-01-01","ThresholdPercent":30,"Comparator":"AtLeast","Procedures":["ВПР 5 РУ"],"LowProceduresForA":2,"CriterionB":"SameProcedure","MinParticipants":1,"Branches":"Alone","LeftOutTypes":[]}""";
        const string school = """{"Key":7,"Code":"990001","Name":"МБОУ СОШ","Municipality":"Район","Type":"Secondary","Facts":[{"Procedure":"ВПР 5 РУ","Year":2022,"Participants":10,"Failed":3,"Source":{"File":"файл.xlsx","Sheet":"Лист 1","Row":12}}]}""";
        var run = IdentificationRule.Judge(new IdentificationInput(2022, Json.Read<Methodology>(methodology), [Json.Read<SchoolInput>(school)], new HashSet<(string, int)>()));
        Assert.Equal("6e97944409ecc5a25d6842f35fcaed877534709c43ac1e3c67980fbeba8ffa51", CanonicalRun.Sha256(run));
        Assert.DoesNotContain("Scores", Json.Write(Json.Read<SchoolInput>(school)), StringComparison.Ordinal);
        Assert.DoesNotContain("Findings", Json.Write(run.Verdicts[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_of_an_older_portal_gets_the_new_presets_once()
    {
        await using var db = _world.Open();
        await db.Methodologies.Where(m => m.Code == "twelve" || m.Code == "risk-zone").ExecuteDeleteAsync();
        await Methodologies.AddMissingAsync(db, DateTimeOffset.UnixEpoch, default);
        await Methodologies.AddMissingAsync(db, DateTimeOffset.UnixEpoch, default);
        Assert.Equal(await db.Regions.CountAsync() * 4, await db.Methodologies.CountAsync());
    }

    [Fact]
    public async Task A_verdict_by_indicators_is_read_as_it_was_written()
    {
        var list = await ListAsync("twelve");
        await using var db = _world.Open();
        foreach (var row in await db.ListSchools.Where(s => s.ListId == list).ToListAsync())
        {
            Assert.Equivalent(row.Verdict, Json.Read<SchoolVerdict>(Json.Write(row.Verdict)), strict: true);
        }
    }

    private static List<int> Holding(IEnumerable<ListSchool> rows, int number) => [.. rows.Where(r => r.TrueIndicators.Contains(number)).Select(r => r.SchoolId).Order()];

    private async Task<int> ListAsync(string code, bool approve = false)
    {
        await using var db = await _world.OpenAsRegionAsync();
        var methodology = await ListWorld.MethodologyAsync(db, code);
        var runs = ListWorld.Runs(db);
        var list = new SchoolList { RegionId = methodology.RegionId, ForYear = Year + 1, ResultsYear = Year, Kind = methodology.Definition.Kind };
        Assert.Null(await runs.RunAsync(list, methodology, default));
        if (approve)
        {
            Assert.Null(await runs.PublishAsync(list, null, default));
            Assert.Null(await runs.EndObjectionsAsync(list, "Все школы согласны.", default));
            Assert.Null(await runs.ApproveAsync(list, ListWorld.Order, default));
        }

        return list.Id;
    }

    private static async Task<List<int>> SqlAsync(PortalDb db, FormattableString sql) =>
        await db.Database.SqlQueryRaw<int>(FormattableString.Invariant(sql)).ToListAsync();

    private static Task FillAsync(PortalDb db) => IndicatorRecords.PutAsync(db, Year);

    private static Task<int> PutAsync(PortalDb db, params (int School, SchoolFigureKind Kind, int Year, int Value)[] figures) => IndicatorRecords.PutFiguresAsync(db, figures);
}
