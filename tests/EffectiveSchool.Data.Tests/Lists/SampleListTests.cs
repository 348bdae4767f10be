using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Tests.Server;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Data.Tests.Lists;

/// <summary>The eight real workbooks, stored once; the rule and plain SQL count over the same rows.</summary>
public sealed class SampleListTests(SampleListTests.Stored stored) : IClassFixture<SampleListTests.Stored>
{
    private const int Year = 2021;

    [SamplesFact]
    public Task Same_procedure_with_any_number_of_participants_agrees_with_sql() => AgreeAsync(Methodology.SameProcedure, 1);

    [SamplesFact]
    public Task Same_procedure_from_ten_participants_agrees_with_sql() => AgreeAsync(Methodology.SameProcedure, 10);

    [SamplesFact]
    public Task Any_procedure_with_any_number_of_participants_agrees_with_sql() => AgreeAsync(Methodology.AnyProcedure, 1);

    [SamplesFact]
    public Task Any_procedure_from_ten_participants_agrees_with_sql() => AgreeAsync(Methodology.AnyProcedure, 10);

    private async Task AgreeAsync(Methodology methodology, int least)
    {
        await using var db = stored.World.Open();
        var region = await ListWorld.RegionAsync(db);
        var version = new StoredMethodology
        {
            RegionId = region.Id,
            Code = methodology.Code,
            Version = 100 + least,
            Definition = methodology with { Version = 100 + least, MinParticipants = least },
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        db.Methodologies.Add(version);
        await db.SaveChangesAsync();
        var list = new SchoolList { RegionId = region.Id, ForYear = Year + 1, ResultsYear = Year };
        Assert.Null(await ListWorld.Runs(db).RunAsync(list, version, default));

        var rows = db.ListSchools.Where(s => s.ListId == list.Id);
        var a = await rows.Where(s => s.CriterionA).Select(s => s.SchoolId).Order().ToListAsync();
        var b = await rows.Where(s => s.CriterionB).Select(s => s.SchoolId).Order().ToListAsync();
        var listed = await rows.Where(s => s.Listed).Select(s => s.SchoolId).Order().ToListAsync();

        var procedure = methodology.CriterionB == CriterionBVersion.SameProcedure ? "and x.procedure_id = y.procedure_id" : "";
        var sqlA = await SqlAsync(least, $"select school_id from low where year = {Year} group by school_id having count(*) >= 2");
        var sqlB = await SqlAsync(least, $"select distinct x.school_id from low x join low y on x.school_id = y.school_id {procedure} where x.year = {Year} and y.year = {Year - 1}");
        Assert.NotEmpty(sqlA);
        Assert.NotEmpty(sqlB);
        Assert.Equal(sqlA, a);
        Assert.Equal(sqlB, b);
        Assert.Equal(sqlA.Union(sqlB).Order(), listed);
    }

    private async Task<int[]> SqlAsync(int least, string select) => await Sql.ScalarAsync<int[]>(stored.World.Database.Owner, $"""
        with low as (select school_id, procedure_id, year from results where participants >= {least} and failed * 100 >= 30 * participants)
        select coalesce(array_agg(school_id order by school_id), array[]::integer[]) from ({select}) found
        """);

    public sealed class Stored : IAsyncLifetime
    {
        internal ListWorld World { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            if (SharedSamples.Root is null)
            {
                return;
            }

            World = await ListWorld.CreateAsync();
            await using var db = World.Open();
            await db.Results.ExecuteDeleteAsync();
            var region = await ListWorld.RegionAsync(db);
            var procedures = await db.Procedures.ToDictionaryAsync(p => p.Code, p => p.Id);
            var north = await db.Municipalities.SingleAsync(m => m.Name == TestRegion.North);
            var files = Directory.GetFiles(SharedSamples.Vpr, "*.xlsx").Select(Read).ToList();
            Assert.Equal(8, files.Count);

            var schools = files.SelectMany(f => f.Sections).SelectMany(s => s.Schools).GroupBy(s => s.Code, StringComparer.Ordinal).ToDictionary(
                g => g.Key,
                g =>
                {
                    var school = new School { RegionId = region.Id, MunicipalityId = north.Id, Name = g.First().Name };
                    school.SetCode(SchoolCodeKind.FisOko, g.Key, new DateOnly(2020, 1, 1));
                    return school;
                },
                StringComparer.Ordinal);
            var batch = new ImportBatch { RegionId = region.Id, AuthorId = Guid.Empty, Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch, State = BatchState.Applied };
            batch.Files.AddRange(files.Select(f => new ImportFile { RegionId = region.Id, Name = f.FileName, Sha256 = f.Sha256!, Size = 1 }));
            db.Schools.AddRange(schools.Values);
            db.Batches.Add(batch);
            await db.SaveChangesAsync();
            db.Results.AddRange(files.Zip(batch.Files).SelectMany(pair => pair.First.Sections.SelectMany(s => s.Rows).Select(r => new SchoolResult
            {
                RegionId = region.Id, SchoolId = schools[r.School.Code].Id, ProcedureId = procedures[r.Procedure], Year = r.Year,
                Participants = r.Participants, Failed = r.Failed, FileId = pair.Second.Id, Sheet = r.Sheet, Row = r.Row,
            })));
            await db.SaveChangesAsync();
        }

        public async Task DisposeAsync()
        {
            if (World is not null)
            {
                await World.DisposeAsync();
            }
        }

        private static ResultFile Read(string path)
        {
            using var stream = File.OpenRead(path);
            return ResultFileReader.Read(stream, Path.GetFileName(path));
        }
    }
}
