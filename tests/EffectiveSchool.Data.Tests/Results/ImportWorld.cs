using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;

namespace EffectiveSchool.Data.Tests.Results;

/// <summary>A clone of the test region, and senders who stage, store and undo in it as the app role.</summary>
public sealed class ImportWorld : IAsyncLifetime
{
    public const string Procedure = "ВПР 5 РУ";

    private int _year = 2000;

    public DatabaseConnections Database { get; private set; } = null!;

    public AccessScope Region { get; private set; } = AccessScope.None;

    public AccessScope North { get; private set; } = AccessScope.None;

    public AccessScope South { get; private set; } = AccessScope.None;

    /// <summary>A year of one's own, so that the tests of a class do not meet.</summary>
    public int NextYear() => Interlocked.Increment(ref _year);

    public async Task InitializeAsync()
    {
        Database = await TestRegion.CloneAsync();
        await using var db = OpenSystem();
        var municipalities = await db.Municipalities.ToDictionaryAsync(m => m.Name, StringComparer.Ordinal);
        var region = municipalities[TestRegion.North].RegionId;
        Region = AccessScope.Region(region);
        North = AccessScope.Municipality(region, municipalities[TestRegion.North].Id);
        South = AccessScope.Municipality(region, municipalities[TestRegion.South].Id);
    }

    public Task DisposeAsync() => TestCluster.DropAsync(Database);

    public PortalDb OpenSystem() => TestRegion.Open(Database, AccessScope.System);

    public Sender Send(AccessScope scope) => new(TestRegion.Open(Database, scope, Guid.CreateVersion7()), scope);

    /// <summary>Everything stored of a year, for comparing before and after.</summary>
    public async Task<IReadOnlyList<string>> StoredAsync(int year)
    {
        await using var db = OpenSystem();
        return [.. (await db.Results.Where(r => r.Year == year).OrderBy(r => r.SchoolId).ThenBy(r => r.ProcedureId)
            .Select(r => new { r.School.Name, r.Procedure.Code, r.Participants, r.Failed, r.Twos, r.MeanScore, r.PublishedMarker, r.FileId, r.Sheet, r.Row })
            .ToListAsync()).Select(r => r.ToString()!)];
    }

    public static StagedRow Row(string code, int year, int participants, int failed, int? twos = null, decimal? mean = null, string procedure = Procedure, string[]? kinds = null) => new(
        0, "Лист", 9, "A9", $"Школа({code})", null, code, kinds ?? ["FisOko"], procedure, year, new StagedFigures(participants, failed, twos, MeanScore: mean));

    public static StagedRow Marker(string code, int year, bool low) => new(
        0, null, 2, "A2", code, null, code, ["FisOko"], Procedure, year, new StagedFigures(PublishedMarker: low));

    public static StagedRow Refused(string reason) => new(0, "Лист", 10, "C10", "СОШ", null, null, [], null, null, new StagedFigures(), reason, "Исправьте.");
}

/// <summary>Somebody who uploads: one scope, one context.</summary>
public sealed class Sender(PortalDb db, AccessScope scope) : IAsyncDisposable
{
    private readonly ImportCheck _check = new(db);

    public PortalDb Db => db;

    public Confirmations Confirmations => new(db, TimeProvider.System);

    public ImportApply Apply => new(db, _check, Confirmations, TimeProvider.System);

    public ImportUndo Undo => new(db, Confirmations, TimeProvider.System);

    /// <summary>A batch that waits to be read, with one file.</summary>
    public async Task<ImportBatch> UploadAsync()
    {
        var batch = new ImportBatch
        {
            RegionId = scope.RegionId!.Value, MunicipalityId = scope.MunicipalityId, AuthorId = db.CurrentUserId!.Value, Author = "проверка", CreatedAt = DateTimeOffset.UtcNow,
        };
        batch.Files.Add(new ImportFile { RegionId = batch.RegionId, MunicipalityId = batch.MunicipalityId, Name = "файл.xlsx", Sha256 = new string('0', 64), Size = 1 });
        db.Batches.Add(batch);
        await db.SaveChangesAsync();
        return batch;
    }

    public async Task<int> StageAsync(params StagedRow[] rows)
    {
        var batch = await UploadAsync();
        await FinishAsync(batch, rows);
        return batch.Id;
    }

    public Task FinishAsync(ImportBatch batch, params StagedRow[] rows)
    {
        var file = batch.Files[0].Id;
        return new ImportStage(db, _check).FinishReadingAsync(batch.Id, rows.Select(r => r with { FileId = file }), () => [], () => rows.Length, CancellationToken.None);
    }

    /// <summary>Stages and stores; a refusal fails the test.</summary>
    public async Task<int> StoreAsync(params StagedRow[] rows)
    {
        var batch = await StageAsync(rows);
        Assert.Null(await Apply.ApplyAsync(batch, skipRefused: true, CancellationToken.None));
        return batch;
    }

    public async Task<IReadOnlyList<ImportRow>> RowsAsync(int batch) =>
        await db.ImportRows.AsNoTracking().Where(r => r.BatchId == batch).OrderBy(r => r.Id).ToListAsync();

    public ValueTask DisposeAsync() => db.DisposeAsync();
}
