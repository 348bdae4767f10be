using System.Security.Cryptography;
using EffectiveSchool.Data.Results;

namespace EffectiveSchool.Data.Tests.Results;

public sealed class FileContentsTests(ImportWorld world) : IClassFixture<ImportWorld>
{
    [Fact]
    public async Task A_file_comes_back_as_it_was_sent_and_only_to_its_sender_and_the_region()
    {
        var bytes = RandomNumberGenerator.GetBytes(3_000_000);
        await using var north = world.Send(world.North);
        var file = (await north.UploadAsync()).Files[0].Id;
        await using (var transaction = await north.Db.Database.BeginTransactionAsync())
        {
            await new FileContents(north.Db).SaveAsync(file, new MemoryStream(bytes), CancellationToken.None);
            await transaction.CommitAsync();
        }

        await using var region = world.Send(world.Region);
        foreach (var sender in new[] { north, region })
        {
            await using var read = await new FileContents(sender.Db).OpenAsync(file, CancellationToken.None);
            using var copy = new MemoryStream();
            await read!.CopyToAsync(copy);
            Assert.Equal(bytes, copy.ToArray());
        }

        await using var south = world.Send(world.South);
        Assert.Null(await new FileContents(south.Db).OpenAsync(file, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_of_the_region_does_not_open_to_a_municipality()
    {
        await using var region = world.Send(world.Region);
        var file = (await region.UploadAsync()).Files[0].Id;
        await using (var transaction = await region.Db.Database.BeginTransactionAsync())
        {
            await new FileContents(region.Db).SaveAsync(file, new MemoryStream([1, 2, 3]), CancellationToken.None);
            await transaction.CommitAsync();
        }

        await using var north = world.Send(world.North);
        Assert.Null(await new FileContents(north.Db).OpenAsync(file, CancellationToken.None));
    }
}
