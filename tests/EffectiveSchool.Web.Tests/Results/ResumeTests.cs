using EffectiveSchool.Data.Results;
using static EffectiveSchool.Testing.MarkStatisticsBook;
using static EffectiveSchool.Web.Tests.Results.Uploading;

namespace EffectiveSchool.Web.Tests.Results;

public sealed class ResumeTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task What_a_stop_left_unread_is_read_at_the_next_start_and_a_fault_ends_as_a_refusal_with_a_number()
    {
        var broken = await LeaveAsync(null);
        var whole = await LeaveAsync(MarkStatistics(2021, School("Ёлкино(sch900001)", 20, 5)));

        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var read = await ReadAsync(visitor, whole);
        Assert.Equal([1, 0, 0, 0], read.Tallies());
        var fault = (await ReadAsync(visitor, broken)).QuerySelector("td[colspan]")!.TextContent;
        Assert.Contains("ошибка портала", fault, StringComparison.Ordinal);
        Assert.Matches("номер [0-9a-f]{12}", fault);
    }

    private static async Task<AngleSharp.Dom.IDocument> ReadAsync(Visitor visitor, int id)
    {
        for (var i = 0; i < 100; i++)
        {
            var page = await visitor.OpenAsync($"/results/uploads/{id}");
            if (page.QuerySelector("progress") is null)
            {
                return page;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"Batch {id} is still being read.");
    }

    /// <summary>A batch as a portal that stopped would leave it; without bytes it cannot be read at all.</summary>
    private async Task<int> LeaveAsync(byte[]? bytes)
    {
        await using var db = portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var batch = new ImportBatch { RegionId = region.Id, AuthorId = Guid.CreateVersion7(), Author = "проверка", CreatedAt = DateTimeOffset.UtcNow };
        batch.Files.Add(new ImportFile { RegionId = region.Id, Name = "оставлен.xlsx", Sha256 = new string('0', 64), Size = bytes?.Length ?? 0 });
        db.Batches.Add(batch);
        await db.SaveChangesAsync();
        if (bytes is not null)
        {
            db.FileContents.Add(new ImportFileContent { FileId = batch.Files[0].Id, Bytes = bytes });
            await db.SaveChangesAsync();
        }

        return batch.Id;
    }
}
