using System.Text;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Testing;

/// <content>Uploads, results and campaigns of every scope.</content>
public sealed partial record TestRecords
{
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
}
