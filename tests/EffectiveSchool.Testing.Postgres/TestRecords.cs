using System.Text;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Testing;

/// <summary>
/// Rows in every table on top of <see cref="TestRegion"/>: results of both regions, uploads of the region and of each
/// municipality, a draft and a preliminary list, remembered choices, tokens.
/// </summary>
public sealed partial record TestRecords
{
    public const int Year = 2026;

    /// <summary>The campaign of the north's region.</summary>
    public required int Campaign { get; init; }

    /// <summary>The upload of the north, applied.</summary>
    public required int NorthBatch { get; init; }

    /// <summary>Its one file.</summary>
    public required int NorthFile { get; init; }

    /// <summary>A row of its dry run.</summary>
    public required long NorthRow { get; init; }

    /// <summary>A preliminary list of the region: everybody sees it.</summary>
    public required int PublishedList { get; init; }

    public required int DraftList { get; init; }

    public required int Methodology { get; init; }

    public required int RegionId { get; init; }

    public required int MunicipalityId { get; init; }

    public required int OwnSchool { get; init; }

    /// <summary>The administrator's workbook of users that waits for confirmation.</summary>
    public required int UserUpload { get; init; }

    /// <summary>A stored federal list.</summary>
    public required int FederalList { get; init; }

    /// <summary>A stored annex.</summary>
    public required int PublishedMatrix { get; init; }

    /// <summary>A second observer, whom a test may change without losing a role's person.</summary>
    public required Guid SpareUser { get; init; }

    /// <summary>A document attached by the own school.</summary>
    public required int OwnFile { get; init; }

    /// <summary>An objection of the own school to the preliminary list, under review.</summary>
    public required int OwnObjection { get; init; }

    /// <summary>A regional programme, its roadmap, and a plan of the regional coordinator that waits for confirmation.</summary>
    public required int Programme { get; init; }

    public required int Roadmap { get; init; }

    public required int RoadmapUpload { get; init; }

    /// <summary>An activity of that roadmap.</summary>
    public required int Activity { get; init; }

    /// <summary>A work of the own school under review, and a report that it submitted.</summary>
    public required int OwnWork { get; init; }

    public required int OwnReport { get; init; }

    /// <summary>The work of the curator with schools.</summary>
    public required CuratorRecords Curators { get; init; }

    /// <summary>Monitoring, news, site checks and meetings.</summary>
    public required MonitoringRecords Monitoring { get; init; }

    public static async Task<TestRecords> AddAsync(DatabaseConnections database)
    {
        await using var db = TestRegion.Open(database, AccessScope.System);
        var schools = await db.Schools.OrderBy(s => s.Id).ToListAsync();
        var municipalities = await db.Municipalities.ToDictionaryAsync(m => m.Name);
        var north = municipalities[TestRegion.North];
        foreach (var school in schools)
        {
            school.Rename(school.Name + " ", new DateOnly(2025, 9, 1));
            school.Rename(school.Name.Trim(), new DateOnly(2025, 9, 2));
        }

        var batches = new List<ImportBatch>
        {
            await AddBatchAsync(db, north.RegionId, null, "Региональный координатор"),
            await AddBatchAsync(db, north.RegionId, north, "Муниципальный координатор"),
            await AddBatchAsync(db, north.RegionId, municipalities[TestRegion.South], "Муниципальный координатор"),
            await AddBatchAsync(db, municipalities[TestRegion.ForeignMunicipality].RegionId, null, "Региональный координатор"),
        };
        await AddResultsAsync(db, schools, batches);
        await AddListAsync(db, north.RegionId, published: false);
        var published = await AddListAsync(db, north.RegionId, published: true);
        var draft = await AddListAsync(db, north.RegionId, published: false);
        await AddListAsync(db, municipalities[TestRegion.ForeignMunicipality].RegionId, published: true);
        var file = await AddFilesAsync(db, schools, municipalities.Values);
        var campaign = await AddCampaignsAsync(db, [.. municipalities.Values]);
        var objection = await AddObjectionsAsync(db, published);
        await AddOrderAsync(db, published);
        var federal = await AddImportedListsAsync(db, schools, north.RegionId);
        await AddImportedListsAsync(db, schools, municipalities[TestRegion.ForeignMunicipality].RegionId);
        await AddFiguresAsync(db, schools, north.RegionId, null);
        await AddFiguresAsync(db, schools, municipalities[TestRegion.ForeignMunicipality].RegionId, null);
        await AddFiguresAsync(db, schools, north.RegionId, municipalities[TestRegion.South]);
        var figures = await AddFiguresAsync(db, schools, north.RegionId, north);
        var spare = await AddPeopleRowsAsync(db, north.RegionId);
        var (programme, roadmap, plan) = await AddProgrammesAsync(db, schools, [.. municipalities.Values], north);
        var own = await AddEventsAsync(db, schools, municipalities.Values);
        return new TestRecords
        {
            OwnEvent = own,
            FigureUpload = figures,
            Curators = await CuratorRecords.AddAsync(db, schools),
            Monitoring = await MonitoringRecords.AddAsync(db, schools, [.. municipalities.Values], north.RegionId),
            NorthBatch = batches[1].Id,
            Campaign = campaign,
            NorthFile = batches[1].Files[0].Id,
            NorthRow = await db.ImportRows.Where(r => r.BatchId == batches[1].Id).MinAsync(r => r.Id),
            PublishedList = published.Id,
            DraftList = draft.Id,
            Methodology = published.MethodologyId,
            RegionId = north.RegionId,
            MunicipalityId = north.Id,
            OwnSchool = schools.Single(s => s.Name == TestRegion.OwnSchool).Id,
            FederalList = federal[0],
            PublishedMatrix = federal[1],
            SpareUser = spare,
            OwnFile = file,
            OwnObjection = objection,
            Programme = programme,
            Roadmap = roadmap,
            RoadmapUpload = plan,
            Activity = await db.Activities.Where(a => a.RoadmapId == roadmap).Select(a => a.Id).FirstAsync(),
            OwnWork = await db.Works.Where(w => w.ProgrammeId == programme && db.Schools.Any(s => s.Id == w.SchoolId && s.Name == TestRegion.OwnSchool)).Select(w => w.Id).FirstAsync(),
            OwnReport = await db.SubmittedReports.Where(r => db.Schools.Any(s => s.Id == r.SchoolId && s.Name == TestRegion.OwnSchool)).Select(r => r.Id).FirstAsync(),
            UserUpload = await db.UserUploads.Where(u => db.Users.Any(x => x.Id == u.AuthorId && x.Role == PortalRole.Administrator)).Select(u => u.Id).SingleAsync(),
        };
    }

    private static void Agree(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal);
        }
    }
}
