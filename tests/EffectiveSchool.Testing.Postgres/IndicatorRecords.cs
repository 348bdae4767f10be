namespace EffectiveSchool.Testing;

/// <summary>Means and figures of the world of <see cref="TestRegion"/> for the methodologies by indicators.</summary>
public static class IndicatorRecords
{
    /// <summary>
    /// <see cref="TestRegion.OwnSchool"/> is weak in everything and has three deficits, <see cref="TestRegion.SecondSchool"/> two,
    /// <see cref="TestRegion.ThirdSchool"/> is strong and has one, <see cref="TestRegion.SouthSchool"/> tells of one alone.
    /// </summary>
    public static async Task PutAsync(PortalDb db, int year)
    {
        (string School, decimal Ege, decimal Profile, int Twos, int Fives, decimal Primary)[] given =
        [
            (TestRegion.OwnSchool, 38.5m, 31m, 6, 0, 12),
            (TestRegion.SecondSchool, 66.25m, 54m, 1, 2, 20),
            (TestRegion.ThirdSchool, 84m, 77m, 0, 8, 25),
            (TestRegion.SouthSchool, 63m, 55m, 0, 1, 21),
        ];
        var schools = await db.Schools.ToDictionaryAsync(s => s.Name);
        var procedures = await db.Procedures.ToDictionaryAsync(p => p.Code, p => p.Id);
        var file = await AddFileAsync(db, schools[TestRegion.OwnSchool].RegionId, "Средние баллы.xlsx");
        foreach (var (g, row) in given.Select((g, i) => (g, i + 2)))
        {
            for (var each = year - 1; each <= year; each++)
            {
                await PutAsync("ЕГЭ РУ", each, r => r.MeanScore = g.Ege + (each == year ? 0 : 1.5m));
                await PutAsync("ЕГЭ МА профиль", each, r => r.MeanScore = g.Profile);
                foreach (var oge in new[] { "ОГЭ РУ", "ОГЭ МА" })
                {
                    await PutAsync(oge, each, r => (r.Twos, r.Threes, r.Fours, r.Fives, r.Participants, r.Failed) = (g.Twos, 10, 8, g.Fives, g.Twos + 18 + g.Fives, g.Twos));
                }
            }

            foreach (var primary in new[] { "ВПР 4 РУ", "ВПР 4 МА", "ВПР 4 ОМ" })
            {
                await PutAsync(primary, year, r => r.MeanScore = g.Primary);
            }

            async Task PutAsync(string code, int of, Action<SchoolResult> fill)
            {
                var school = schools[g.School];
                var procedure = procedures[code];
                var stored = await db.Results.FirstOrDefaultAsync(r => r.SchoolId == school.Id && r.ProcedureId == procedure && r.Year == of);
                if (stored is null)
                {
                    stored = new SchoolResult { RegionId = school.RegionId, SchoolId = school.Id, ProcedureId = procedure, Year = of, Participants = 10 + row, Failed = 0 };
                    db.Results.Add(stored);
                }

                fill(stored);
                (stored.FileId, stored.Sheet, stored.Row) = (file.Id, "Лист 1", row);
            }
        }

        await db.SaveChangesAsync();
        await PutFiguresAsync(db,
        [
            .. Deficits(TestRegion.OwnSchool, 0, 0, 3), .. Deficits(TestRegion.SecondSchool, 0, 1, 1), .. Deficits(TestRegion.ThirdSchool, 1, 1, 2), .. Deficits(TestRegion.SouthSchool, 0, null, null),
            (schools[TestRegion.OwnSchool].Id, SchoolFigureKind.Pupils, year, 400), (schools[TestRegion.OwnSchool].Id, SchoolFigureKind.OlympiadPupils, year, 1),
            (schools[TestRegion.OwnSchool].Id, SchoolFigureKind.GradeNineLeavers, year, 30), (schools[TestRegion.OwnSchool].Id, SchoolFigureKind.WentToGradeTen, year, 17),
        ]);

        IEnumerable<(int, SchoolFigureKind, int, int)> Deficits(string school, int internet, int? computers, int? vacancies)
        {
            var id = schools[school].Id;
            yield return (id, SchoolFigureKind.StableInternet, year, internet);
            if (computers is { } enough)
            {
                yield return (id, SchoolFigureKind.EnoughComputers, year, enough);
            }

            if (vacancies is { } open)
            {
                yield return (id, SchoolFigureKind.TeacherVacancies, year, open);
            }
        }
    }

    /// <summary>Stores figures as one upload; its key.</summary>
    public static async Task<int> PutFiguresAsync(PortalDb db, params (int School, SchoolFigureKind Kind, int Year, int Value)[] figures)
    {
        var first = figures[0].School;
        var region = await db.Schools.Where(s => s.Id == first).Select(s => s.RegionId).SingleAsync();
        var file = await AddFileAsync(db, region, "Показатели.xlsx");
        var upload = new FigureUpload { RegionId = region, BatchId = file.BatchId, FileId = file.Id, AppliedAt = file.Batch.AppliedAt };
        db.FigureUploads.Add(upload);
        await db.SaveChangesAsync();
        db.SchoolFigures.AddRange(figures.Select((f, i) => new SchoolFigure
        {
            RegionId = region, SchoolId = f.School, UploadId = upload.Id, FileId = file.Id, Year = f.Year, Kind = f.Kind, Value = f.Value, Sheet = "Показатели школы", Row = i + 2,
        }));
        await db.SaveChangesAsync();
        return upload.Id;
    }

    private static async Task<ImportFile> AddFileAsync(PortalDb db, int regionId, string name)
    {
        var now = new DateTimeOffset(2026, 11, 14, 2, 12, 0, TimeSpan.Zero);
        var batch = new ImportBatch { RegionId = regionId, AuthorId = Guid.CreateVersion7(), Author = TestResults.Author, CreatedAt = now, AppliedAt = now, State = BatchState.Applied };
        batch.Files.Add(new ImportFile { RegionId = regionId, Name = name, Sha256 = new string('c', 64), Size = 1 });
        db.Batches.Add(batch);
        await db.SaveChangesAsync();
        return batch.Files[0];
    }
}
