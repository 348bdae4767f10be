namespace EffectiveSchool.Testing;

/// <summary>A result by the names of <see cref="TestRegion"/>.</summary>
public sealed record GivenResult(string School, string Procedure, int Year, int Participants, int Failed);

/// <summary>Puts results into the world of <see cref="TestRegion"/> as if a file had brought them.</summary>
public static class TestResults
{
    public const string File = "Результаты.xlsx";
    public const string Author = "региональный координатор";

    /// <summary>Adds or replaces results; all rows of one call come from one applied file.</summary>
    public static async Task PutAsync(PortalDb db, params GivenResult[] results)
    {
        var schools = await db.Schools.ToDictionaryAsync(s => s.Name);
        var procedures = await db.Procedures.ToDictionaryAsync(p => p.Code, p => p.Id);
        var regionId = schools[results[0].School].RegionId;
        var now = new DateTimeOffset(2026, 11, 14, 2, 12, 0, TimeSpan.Zero);
        var file = new ImportFile { RegionId = regionId, Name = File, Sha256 = new string('a', 64), Size = 1 };
        var batch = new ImportBatch
        {
            RegionId = regionId, AuthorId = Guid.CreateVersion7(), Author = Author, CreatedAt = now, AppliedAt = now, State = BatchState.Applied,
        };
        batch.Files.Add(file);
        db.Batches.Add(batch);
        await db.SaveChangesAsync();
        foreach (var (given, row) in results.Select((r, i) => (r, i + 2)))
        {
            var school = schools[given.School];
            var procedure = procedures[given.Procedure];
            var stored = await db.Results.FirstOrDefaultAsync(r => r.SchoolId == school.Id && r.ProcedureId == procedure && r.Year == given.Year);
            if (stored is null)
            {
                stored = new SchoolResult { RegionId = school.RegionId, SchoolId = school.Id, ProcedureId = procedure, Year = given.Year };
                db.Results.Add(stored);
            }

            (stored.Participants, stored.Failed, stored.FileId, stored.Sheet, stored.Row) = (given.Participants, given.Failed, file.Id, "Лист 1", row);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>
    /// Two years of results: <see cref="TestRegion.OwnSchool"/> is listed by A and B, <see cref="TestRegion.SecondSchool"/>
    /// by A on the edge with a small sample, <see cref="TestRegion.SouthSchool"/> is not listed though one pupil is
    /// missing to B, <see cref="TestRegion.BranchSchool"/> has nothing in the year, <see cref="TestRegion.ThirdSchool"/> is far away.
    /// </summary>
    public static Task PutTwoYearsAsync(PortalDb db, int year) => PutAsync(
        db,
        new(TestRegion.OwnSchool, "ВПР 5 РУ", year - 1, 40, 16),
        new(TestRegion.OwnSchool, "ВПР 5 РУ", year, 40, 18),
        new(TestRegion.OwnSchool, "ВПР 6 МА", year, 50, 20),
        new(TestRegion.OwnSchool, "ОГЭ МА", year, 37, 4),
        new(TestRegion.SecondSchool, "ВПР 5 РУ", year, 9, 3),
        new(TestRegion.SecondSchool, "ВПР 5 МА", year, 20, 6),
        new(TestRegion.SecondSchool, "ВПР 6 РУ", year - 1, 20, 1),
        new(TestRegion.ThirdSchool, "ВПР 5 РУ", year, 100, 3),
        new(TestRegion.ThirdSchool, "ВПР 5 РУ", year - 1, 100, 2),
        new(TestRegion.SouthSchool, "ВПР 6 РУ", year - 1, 30, 9),
        new(TestRegion.SouthSchool, "ВПР 6 РУ", year, 27, 8),
        new(TestRegion.BranchSchool, "ВПР 6 РУ", year - 1, 5, 5));
}
