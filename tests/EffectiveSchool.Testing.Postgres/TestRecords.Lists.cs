using System.Text;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Testing;

/// <content>Lists, files, objections, orders and lists from elsewhere.</content>
public sealed partial record TestRecords
{
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

    /// <summary>A stored federal list of a region, a stored annex, and an annex in its dry run, which only the region sees; their keys.</summary>
    private static async Task<IReadOnlyList<int>> AddImportedListsAsync(PortalDb db, List<School> schools, int regionId)
    {
        var batch = await AddBatchAsync(db, regionId, null, "Региональный координатор", replaces: false);
        (ImportedListKind Kind, bool Stored)[] kinds = [(ImportedListKind.Federal, true), (ImportedListKind.Published, true), (ImportedListKind.Published, false)];
        ImportedList[] lists = [.. kinds.Select(kind => new ImportedList
        {
            RegionId = batch.RegionId,
            Kind = kind.Kind,
            Year = Year,
            Document = "письмо ФИОКО",
            BatchId = batch.Id,
            FileId = batch.Files[0].Id,
            AppliedAt = kind.Stored ? DateTimeOffset.UnixEpoch : null,
            UnmatchedRows = kind is (ImportedListKind.Published, true) ? 1 : 0,
        })];
        db.ImportedLists.AddRange(lists);
        await db.SaveChangesAsync();
        db.ImportedListSchools.AddRange(schools.Where(s => s.RegionId == batch.RegionId).Select((s, i) => new ImportedListSchool
        {
            RegionId = s.RegionId, ListId = lists[0].Id, SchoolId = s.Id, Level = (FederalLevel)(i % 3), Row = i + 2, Cell = $"D{i + 2}", AsWritten = s.Name,
        }));
        db.PublishedRows.AddRange(schools.Where(s => s.RegionId == batch.RegionId).Select(s => (School: s.Name, Key: (int?)s.Id)).Append(("Неизвестная школа", null)).Select((s, i) => new PublishedRow
        {
            RegionId = batch.RegionId,
            ListId = lists[1].Id,
            SchoolId = s.Key,
            Row = i + 3,
            Named = true,
            Printed = new PublishedSchool(
                i + 3, "", s.School, "", [new PrintedMarker("ВПР 5 РУ", Year, true, null, $"C{i + 3}")], new PrintedSign(true, $"E{i + 3}"), new PrintedSign(false, $"F{i + 3}")),
        }));
        await db.SaveChangesAsync();
        return [.. lists.Select(l => l.Id)];
    }
}
