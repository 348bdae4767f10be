namespace EffectiveSchool.Testing;

/// <content>Figures of schools.</content>
public sealed partial record TestRecords
{
    /// <summary>A stored upload of figures of the north.</summary>
    public required int FigureUpload { get; init; }

    /// <summary>A stored upload of figures in a batch of its own; what of them belongs to which school.</summary>
    private static async Task<int> AddFiguresAsync(PortalDb db, IEnumerable<School> schools, int regionId, Municipality? municipality)
    {
        var batch = await AddBatchAsync(db, regionId, municipality, municipality is null ? "Региональный координатор" : "Муниципальный координатор", replaces: false);
        var upload = new FigureUpload
        {
            RegionId = regionId, MunicipalityId = municipality?.Id, BatchId = batch.Id, FileId = batch.Files[0].Id, AppliedAt = DateTimeOffset.UnixEpoch,
        };
        db.FigureUploads.Add(upload);
        await db.SaveChangesAsync();
        db.SchoolFigures.AddRange(schools.Where(s => s.RegionId == regionId && (municipality is null || s.MunicipalityId == municipality.Id)).Select((s, i) => new SchoolFigure
        {
            RegionId = regionId, SchoolId = s.Id, UploadId = upload.Id, FileId = upload.FileId, Year = Year, Kind = SchoolFigureKind.StableInternet, Value = i % 2, Row = i + 2,
        }));
        await db.SaveChangesAsync();
        return upload.Id;
    }
}
