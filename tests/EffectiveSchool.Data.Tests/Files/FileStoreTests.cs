using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Tests.Scope;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;
using Npgsql;

namespace EffectiveSchool.Data.Tests.Files;

public sealed class FileStoreTests(ScopeWorld world) : IClassFixture<ScopeWorld>
{
    private static readonly Author Author = new(Guid.Empty, "тест");

    [Fact]
    public async Task The_same_bytes_are_kept_once_and_each_sender_reads_them_through_the_own_file()
    {
        byte[] bytes = [.. "%PDF-1.7 одинаковые"u8];
        await using var system = world.Open("system");
        var before = await system.StoredFileContents.CountAsync();
        var north = await AddAsync(TestRegion.Municipal, TestRegion.OwnSchool, bytes);
        var south = await AddAsync(TestRegion.OtherMunicipal, TestRegion.SouthSchool, bytes);
        Assert.Equal(before + 1, await system.StoredFileContents.CountAsync());

        foreach (var (scope, own, other) in new[] { (TestRegion.Municipal, north, south), (TestRegion.OtherMunicipal, south, north) })
        {
            await using var db = world.Open(scope);
            var read = await Store(db).OpenAsync(own, CancellationToken.None);
            using var copy = new MemoryStream();
            await using (var content = read!.Value.Bytes)
            {
                await content.CopyToAsync(copy);
            }

            Assert.Equal(bytes, copy.ToArray());
            Assert.Equal(("приказ.pdf", bytes.Length, DocumentKind.Pdf), (read.Value.File.Name, read.Value.File.Size, read.Value.File.Kind));
            Assert.Null(await Store(db).OpenAsync(other, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_file_of_a_municipality_is_hidden_from_its_schools_until_it_belongs_to_an_event_that_they_see()
    {
        int file;
        await using (var own = world.Open(TestRegion.Municipal))
        {
            var owner = FileOwner.Municipality(own.Scope.RegionId!.Value, own.Scope.MunicipalityId!.Value);
            file = (await Store(own).AddAsync(owner, "записка.txt", DocumentKind.Text, new MemoryStream([7]), Author with { Id = own.CurrentUserId!.Value }, CancellationToken.None)).Id;
        }

        foreach (var (scope, sees) in new[] { (TestRegion.Principal, false), (TestRegion.Curator, false), (TestRegion.OtherMunicipal, false), (TestRegion.Municipal, true), (TestRegion.Regional, true) })
        {
            await using var db = world.Open(scope);
            Assert.Equal(sees, await db.StoredFiles.AnyAsync(f => f.Id == file));

            // The second wall alone says the same.
            Assert.Equal(sees, await db.StoredFiles.IgnoreQueryFilters().AnyAsync(f => f.Id == file));
        }
    }

    /// <summary>A curator and a principal see one file more than those of their schools: what the municipality attached to an event that they see.</summary>
    [Theory]
    [InlineData(TestRegion.Regional, 8)]
    [InlineData(TestRegion.Municipal, 5)]
    [InlineData(TestRegion.Curator, 4)]
    [InlineData(TestRegion.Principal, 3)]
    [InlineData(TestRegion.Observer, 8)]
    [InlineData(TestRegion.ForeignRegional, 3)]
    [InlineData("nobody", 0)]
    public async Task A_file_is_seen_by_its_school_its_municipality_or_the_whole_region(string scope, int files)
    {
        await using var db = world.Open(scope);
        Assert.Equal(files, await db.StoredFiles.CountAsync(f => f.Name == "справка.txt"));
    }

    [Theory]
    [InlineData(TestRegion.Principal)]
    [InlineData(TestRegion.Municipal)]
    [InlineData(TestRegion.Observer)]
    public async Task Only_the_region_attaches_what_the_whole_region_sees(string scope)
    {
        await using var db = world.Open(scope);
        var store = Store(db);
        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => store.AddAsync(
            FileOwner.Region(db.Scope.RegionId!.Value), "x.txt", DocumentKind.Text, new MemoryStream([1]), Author with { Id = db.CurrentUserId!.Value }, CancellationToken.None));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
    }

    [Fact]
    public async Task Nobody_changes_or_removes_a_stored_file()
    {
        await using var db = world.Open(TestRegion.Regional);
        foreach (var sql in new[] { "update stored_files set name = 'x'", "delete from stored_files", "update stored_file_contents set bytes = ''", "delete from stored_file_contents" })
        {
            Assert.Equal(0, await db.Database.ExecuteSqlRawAsync(sql));
        }
    }

    private static FileStore Store(PortalDb db) => new(db, new FileContents(db), TimeProvider.System);

    private async Task<int> AddAsync(string scope, string schoolName, byte[] bytes)
    {
        await using var db = world.Open(scope);
        var school = await db.Schools.SingleAsync(s => s.Name == schoolName);
        using var content = new MemoryStream(bytes);
        return (await Store(db).AddAsync(FileOwner.School(school.RegionId, school.Id), "приказ.pdf", DocumentKind.Pdf, content, Author with { Id = db.CurrentUserId!.Value }, CancellationToken.None)).Id;
    }
}
