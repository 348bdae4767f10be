using System.Text;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Objections;
using EffectiveSchool.Data.Registry;
using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Domain.Roadmaps;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Testing;

/// <summary>
/// Rows in every table on top of <see cref="TestRegion"/>: results of both regions, uploads of the region and of each
/// municipality, a draft and a preliminary list, remembered choices, tokens.
/// </summary>
public sealed record TestRecords
{
    public const int Year = 2026;

    /// <summary>The upload of the north, applied.</summary>
    /// <summary>The campaign of the north's region.</summary>
    public required int Campaign { get; init; }

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

    /// <summary>A published matrix whose file cannot be read.</summary>
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

    /// <summary>The work of the curator with schools.</summary>
    public required CuratorRecords Curators { get; init; }

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
        var spare = await AddPeopleRowsAsync(db, north.RegionId);
        var (programme, roadmap, plan) = await AddProgrammesAsync(db, schools, [.. municipalities.Values], north);
        return new TestRecords
        {
            Curators = await CuratorRecords.AddAsync(db, schools),
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
            UserUpload = await db.UserUploads.Where(u => db.Users.Any(x => x.Id == u.AuthorId && x.Role == PortalRole.Administrator)).Select(u => u.Id).SingleAsync(),
        };
    }

    /// <summary>A programme with a roadmap of each region, municipality and school.</summary>
    private static async Task<(int Programme, int Roadmap, int Upload)> AddProgrammesAsync(PortalDb db, List<School> schools, List<Municipality> municipalities, Municipality north)
    {
        Programme[] programmes =
        [
            .. municipalities.Select(m => m.RegionId).Distinct().Select(r => new Programme { RegionId = r }),
            .. municipalities.Select(m => new Programme { RegionId = m.RegionId, MunicipalityId = m.Id }),
            .. schools.Select(s => new Programme { RegionId = s.RegionId, MunicipalityId = s.MunicipalityId, SchoolId = s.Id }),
        ];
        foreach (var programme in programmes)
        {
            Agree(programme.Describe("Программа", new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31), new ProgrammePassport { Aim = "Помочь школам" }));
        }

        db.Programmes.AddRange(programmes);
        await db.SaveChangesAsync();
        var roadmaps = programmes.Select(p => new Roadmap
        {
            ProgrammeId = p.Id, RegionId = p.RegionId, Name = "План", FileName = "план.xlsx", Sha256 = new string('c', 64), Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch,
        }).ToList();
        foreach (var (roadmap, programme) in roadmaps.Zip(programmes))
        {
            roadmap.Add(["1. Раздел"], null, new ActivityWords("1.1", "Совещание", "УО", "протокол"), TermReader.Read("Ежеквартально", programme.Period));
        }

        db.Roadmaps.AddRange(roadmaps);
        var regional = programmes.First(p => p.RegionId == north.RegionId);
        var upload = new RoadmapUpload
        {
            ProgrammeId = regional.Id,
            AuthorId = await db.Users.Where(u => u.Role == PortalRole.RegionalCoordinator && u.RegionId == north.RegionId).Select(u => u.Id).FirstAsync(),
            FileName = "план.csv",
            Bytes = Encoding.UTF8.GetBytes("№;Мероприятие;Срок\n1;Совещание;Март\n"),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        db.RoadmapUploads.Add(upload);
        await db.SaveChangesAsync();
        return (regional.Id, roadmaps.Find(r => r.ProgrammeId == regional.Id)!.Id, upload.Id);
    }

    private static async Task<ImportBatch> AddBatchAsync(PortalDb db, int regionId, Municipality? municipality, string author, bool replaces = true)
    {
        var batch = new ImportBatch
        {
            RegionId = regionId,
            MunicipalityId = municipality?.Id,
            AuthorId = await db.Users.Select(u => u.Id).FirstAsync(),
            Author = author,
            CreatedAt = DateTimeOffset.UnixEpoch,
            AppliedAt = DateTimeOffset.UnixEpoch,
            State = BatchState.Applied,
        };
        batch.Files.Add(new ImportFile
        {
            RegionId = regionId,
            MunicipalityId = municipality?.Id,
            Name = $"Результаты {municipality?.Name ?? "региона"}.csv",
            Sha256 = new string('a', 64),
            Size = 3,
        });
        db.Batches.Add(batch);
        await db.SaveChangesAsync();
        db.FileContents.Add(new ImportFileContent { FileId = batch.Files[0].Id, Bytes = [1, 2, 3] });
        if (replaces)
        {
            db.ResultChanges.Add(new ResultChange { BatchId = batch.Id, SchoolId = 1, ProcedureId = 1, Year = Year });
            db.MarkComparisonChanges.Add(new MarkComparisonChange { BatchId = batch.Id, SchoolId = 1, ProcedureId = 1, Year = Year });
            db.ColumnMappings.Add(new ColumnMapping
            {
                RegionId = regionId, MunicipalityId = municipality?.Id, Kind = ImportKind.Results, Signature = new string('b', 64), Written = ["Сдавало"], Ours = ["Участников"],
                ConfirmedBy = batch.AuthorId, ConfirmedAt = DateTimeOffset.UnixEpoch,
            });
        }

        await db.SaveChangesAsync();
        return batch;
    }

    /// <summary>A campaign a region and a confirmation a municipality; the campaign of the north's region is given back.</summary>
    private static async Task<int> AddCampaignsAsync(PortalDb db, List<Municipality> municipalities)
    {
        var campaigns = new List<CollectionCampaign>();
        foreach (var region in municipalities.Select(m => m.RegionId).Distinct())
        {
            var campaign = new CollectionCampaign { RegionId = region, Year = Year };
            Agree(campaign.Plan("Сбор результатов", [new ProcedureDeadline("ВПР 5 РУ", new DateOnly(Year, 12, 1))], new HashSet<string>()));
            campaigns.Add(campaign);
        }

        db.Campaigns.AddRange(campaigns);
        var procedure = await db.Procedures.SingleAsync(p => p.Code == "ВПР 5 РУ");
        db.Confirmations.AddRange(municipalities.Select(m => new DataConfirmation
        {
            RegionId = m.RegionId,
            MunicipalityId = m.Id,
            ProcedureId = procedure.Id,
            Year = Year,
            ConfirmedAt = DateTimeOffset.UnixEpoch,
            ConfirmedBy = Guid.CreateVersion7(),
            Author = "проверка",
            OnBehalf = false,
        }));
        await db.SaveChangesAsync();
        return campaigns.Find(c => c.RegionId == municipalities.Find(m => m.Name == TestRegion.North)!.RegionId)!.Id;
    }

    private static async Task AddResultsAsync(PortalDb db, List<School> schools, List<ImportBatch> batches)
    {
        var procedures = await db.Procedures.OrderBy(p => p.Position).Take(4).ToListAsync();
        foreach (var school in schools)
        {
            var batch = batches.Find(b => b.MunicipalityId == school.MunicipalityId) ?? batches.Last(b => b.RegionId == school.RegionId);
            foreach (var (procedure, place) in procedures.Select((p, i) => (p, i)))
            {
                foreach (var year in new[] { Year - 1, Year })
                {
                    db.Results.Add(new SchoolResult
                    {
                        RegionId = school.RegionId,
                        SchoolId = school.Id,
                        ProcedureId = procedure.Id,
                        Year = year,
                        Participants = 20,
                        Failed = (school.Id + place) % 10,
                        FileId = batch.Files[0].Id,
                        Row = place + 2,
                    });
                }
            }

            db.ImportRows.Add(new ImportRow
            {
                BatchId = batch.Id,
                FileId = batch.Files[0].Id,
                Outcome = RowOutcome.New,
                AsWritten = school.Name,
                SchoolId = school.Id,
                ProcedureId = procedures[0].Id,
                Year = Year,
                Participants = 20,
                Failed = 1,
                Row = 2,
            });
            db.MarkComparisons.Add(new MarkComparison
            {
                RegionId = school.RegionId,
                SchoolId = school.Id,
                ProcedureId = procedures[0].Id,
                Year = Year,
                Participants = 20,
                Lowered = school.Id % 5,
                Confirmed = 20 - (school.Id % 5),
                FileId = batch.Files[0].Id,
                Row = 2,
            });
            db.Aliases.Add(new SchoolAlias
            {
                RegionId = school.RegionId,
                MunicipalityId = batch.MunicipalityId,
                Written = school.Name,
                SchoolId = school.Id,
                ConfirmedBy = batch.AuthorId,
                ConfirmedAt = DateTimeOffset.UnixEpoch,
            });
            db.Aliases.Add(new SchoolAlias
            {
                RegionId = school.RegionId,
                MunicipalityId = null,
                Written = school.Name + ", как в регионе",
                SchoolId = school.Id,
                ConfirmedBy = batch.AuthorId,
                ConfirmedAt = DateTimeOffset.UnixEpoch,
            });
        }

        foreach (var region in schools.Select(s => s.RegionId).Distinct())
        {
            db.ExamThresholds.Add(new ExamThreshold { RegionId = region, ProcedureId = procedures[3].Id, Year = 2020, LeastScore = 16 });
            db.NotHeld.Add(new NotHeldProcedure { RegionId = region, ProcedureId = procedures[3].Id, Year = 2020 });
        }

        await db.SaveChangesAsync();
    }

    private static async Task<SchoolList> AddListAsync(PortalDb db, int regionId, bool published)
    {
        var list = new SchoolList { RegionId = regionId, ForYear = Year + 1, ResultsYear = Year };
        var methodology = await db.Methodologies.Where(m => m.RegionId == regionId).OrderBy(m => m.Id).FirstAsync();
        var runs = new ListRuns(db, TimeProvider.System);
        Agree(await runs.RunAsync(list, methodology, CancellationToken.None));
        if (published)
        {
            Agree(await runs.PublishAsync(list, null, CancellationToken.None));
        }

        await AddProfilesAsync(db, list);
        return list;
    }

    /// <summary>A zip of school profiles that nobody prints any more.</summary>
    private static async Task AddProfilesAsync(PortalDb db, SchoolList list)
    {
        var (archive, refusal) = ProfileArchive.Begin(list, listedOnly: false, null, 1, Guid.Empty, DateTimeOffset.UtcNow);
        Agree(refusal);
        Agree(archive!.Finish(1, 3, DateTimeOffset.UtcNow));
        db.ProfileArchives.Add(archive);
        await db.SaveChangesAsync();
        db.Set<ProfileArchiveContent>().Add(new ProfileArchiveContent { ArchiveId = archive.Id, Bytes = [1, 2, 3] });
        await db.SaveChangesAsync();
    }

    /// <summary>A document of each region, municipality and school; returns that of the own school.</summary>
    private static async Task<int> AddFilesAsync(PortalDb db, List<School> schools, IReadOnlyCollection<Municipality> municipalities)
    {
        var owners = schools.ConvertAll(s => FileOwner.School(s.RegionId, s.Id))
            .Concat(municipalities.Select(m => FileOwner.Municipality(m.RegionId, m.Id)))
            .Concat(municipalities.Select(m => m.RegionId).Distinct().Select(FileOwner.Region));
        var store = new FileStore(db, new FileContents(db), TimeProvider.System);
        var own = 0;
        foreach (var owner in owners)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes($"Файл {owner}"));
            var file = await store.AddAsync(owner, "справка.txt", DocumentKind.Text, content, new Author(Guid.Empty, "тест"), CancellationToken.None);
            own = schools.Exists(s => s.Name == TestRegion.OwnSchool && s.Id == owner.SchoolId) ? file.Id : own;
        }

        return own;
    }

    /// <summary>An objection of each school to the preliminary list, with a file, under review; returns that of the own school.</summary>
    private static async Task<int> AddObjectionsAsync(PortalDb db, SchoolList list)
    {
        var desk = new ObjectionDesk(db, TimeProvider.System);
        var author = new Author(Guid.Empty, "тест");
        var own = 0;
        foreach (var row in await db.ListSchools.AsNoTracking().Where(s => s.ListId == list.Id).ToListAsync())
        {
            var files = await db.StoredFiles.Where(f => f.SchoolId == row.SchoolId).ToListAsync();
            var marker = row.Verdict.Markers.FirstOrDefault(m => m.Participants is not null);
            var number = marker is null ? null : new ClaimedNumber(marker.Procedure, marker.Year, 30, 1);
            var claim = new ObjectionClaim(list.Id, row.SchoolId, ObjectionSide.School, number, "Протокол говорит другое.");
            var (id, refusal) = await desk.SubmitAsync(claim, author, _ => Task.FromResult<IReadOnlyList<StoredFile>>(files), CancellationToken.None);
            Agree(refusal);
            var objection = await db.Objections.SingleAsync(o => o.Id == id);
            Agree(await desk.MoveAsync(objection, o => o.TakeUp(author, DateTimeOffset.UnixEpoch), null, CancellationToken.None));
            own = row.Name == TestRegion.OwnSchool ? objection.Id : own;
        }

        return own;
    }

    private static async Task AddOrderAsync(PortalDb db, SchoolList list)
    {
        var file = await db.StoredFiles.FirstAsync(f => f.RegionId == list.RegionId && f.MunicipalityId == null && f.SchoolId == null);
        db.SignedOrders.Add(new SignedOrder { RegionId = list.RegionId, ListId = list.Id, FileId = file.Id, AttachedAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
    }

    /// <summary>A stored federal list of a region and a published matrix that only the region sees; their keys.</summary>
    private static async Task<IReadOnlyList<int>> AddImportedListsAsync(PortalDb db, List<School> schools, int regionId)
    {
        var batch = await AddBatchAsync(db, regionId, null, "Региональный координатор", replaces: false);
        ImportedList[] lists = [.. Enum.GetValues<ImportedListKind>().Select(kind => new ImportedList
        {
            RegionId = batch.RegionId,
            Kind = kind,
            Year = Year,
            Document = "письмо ФИОКО",
            BatchId = batch.Id,
            FileId = batch.Files[0].Id,
            AppliedAt = kind == ImportedListKind.Federal ? DateTimeOffset.UnixEpoch : null,
        })];
        db.ImportedLists.AddRange(lists);
        await db.SaveChangesAsync();
        db.ImportedListSchools.AddRange(schools.Where(s => s.RegionId == batch.RegionId).Select((s, i) => new ImportedListSchool
        {
            RegionId = s.RegionId, ListId = lists[0].Id, SchoolId = s.Id, Level = (FederalLevel)(i % 3), Row = i + 2, Cell = $"D{i + 2}", AsWritten = s.Name,
        }));
        await db.SaveChangesAsync();
        return [.. lists.Select(l => l.Id)];
    }

    private static async Task<Guid> AddPeopleRowsAsync(PortalDb db, int regionId)
    {
        foreach (var user in await db.Users.ToListAsync())
        {
            db.UserClaims.Add(new IdentityUserClaim<Guid> { UserId = user.Id, ClaimType = "test", ClaimValue = "1" });
            db.UserLogins.Add(new IdentityUserLogin<Guid> { UserId = user.Id, LoginProvider = "test", ProviderKey = user.Id.ToString() });
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = user.Id, LoginProvider = "test", Name = "test", Value = "1" });
            db.ActivationLinks.Add(ActivationLink.Issue(user.Id, user.Id, DateTimeOffset.UnixEpoch).Link);
            db.UserUploads.Add(new UserUpload { AuthorId = user.Id, FileName = "люди.csv", Bytes = [1], CreatedAt = DateTimeOffset.UnixEpoch });
            db.ReminderSettings.Add(new ReminderSettings { UserId = user.Id });
            db.DigestLetters.Add(new DigestLetter { UserId = user.Id, Day = new DateOnly(2026, 11, 20), State = DigestState.Sent, At = DateTimeOffset.UnixEpoch });
            if (user.Role == PortalRole.RegionalCoordinator)
            {
                db.Set<RegistryUpload>().Add(new RegistryUpload
                {
                    RegionId = user.RegionId!.Value, AuthorId = user.Id, FileName = "реестр.csv", Bytes = [1], CreatedAt = DateTimeOffset.UnixEpoch,
                });
            }
        }

        var spare = new PortalUser
        {
            DisplayName = "Второй наблюдатель",
            Role = PortalRole.Observer,
            RegionId = regionId,
            UserName = "spare@test.local",
            NormalizedUserName = "SPARE@TEST.LOCAL",
            Email = "spare@test.local",
            NormalizedEmail = "SPARE@TEST.LOCAL",
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Users.Add(spare);
        db.HandOvers.Add(new HandOver
        {
            RegionId = regionId,
            FromUserId = spare.Id,
            ToUserId = spare.Id,
            Since = new DateOnly(2026, 9, 1),
            OrderNumber = "1-к",
            OrderDate = new DateOnly(2026, 8, 31),
            At = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
        return spare.Id;
    }

    private static void Agree(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal);
        }
    }
}
