using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Tests.Lists;

namespace EffectiveSchool.Web.Tests.Schools;

public sealed class HistoryTests(ListPortal lists) : IClassFixture<ListPortal>, IAsyncLifetime
{
    private int _school;
    private int _file;

    public async Task InitializeAsync()
    {
        _school = await lists.SchoolAsync(TestRegion.OwnSchool);
        await using var db = lists.Portal.Open();
        _file = await db.Results.Where(r => r.SchoolId == _school).Select(r => r.FileId).FirstAsync();
        if (await db.FileContents.AnyAsync(c => c.FileId == _file))
        {
            return;
        }

        // The file of the results replaced what a former file had brought: 7 of 40.
        var now = await db.Results.AsNoTracking().FirstAsync(r => r.SchoolId == _school && r.Year == ListPortal.Year && r.Procedure.Code == "ВПР 5 РУ");
        var file = await db.Files.AsNoTracking().SingleAsync(f => f.Id == _file);
        var former = new ImportFile { RegionId = file.RegionId, Name = "Прежний.xlsx", Sha256 = new string('b', 64), Size = 1 };
        var moment = new DateTimeOffset(2026, 10, 1, 2, 0, 0, TimeSpan.Zero);
        var batch = new ImportBatch
        {
            RegionId = file.RegionId, AuthorId = Guid.CreateVersion7(), Author = "муниципальный координатор", CreatedAt = moment, AppliedAt = moment, State = BatchState.Applied,
        };
        batch.Files.Add(former);
        db.Batches.Add(batch);
        db.FileContents.Add(new ImportFileContent { FileId = _file, Bytes = [1, 2, 3] });
        await db.SaveChangesAsync();
        db.ResultChanges.AddRange(
            new ResultChange { BatchId = batch.Id, SchoolId = _school, ProcedureId = now.ProcedureId, Year = now.Year },
            new ResultChange
            {
                BatchId = file.BatchId,
                SchoolId = _school,
                ProcedureId = now.ProcedureId,
                Year = now.Year,
                Old = $$"""{"participants": 40, "failed": 7, "published_marker": null, "file_id": {{former.Id}}, "sheet": "Л", "row": 9}""",
            });
        (await db.Schools.SingleAsync(s => s.Id == _school)).SetCode(SchoolCodeKind.Oktmo, "12345678", new DateOnly(2026, 1, 1));
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_region_reads_which_upload_replaced_what()
    {
        var page = await (await lists.VisitAsync(TestRegion.Regional)).OpenAsync($"/schools/{_school}/history");

        var lines = Section(page, "changes").QuerySelectorAll("tbody tr");
        Assert.Equal(2, lines.Length);
        Assert.Equal("7 из 40 → 18 из 40", lines[0].QuerySelector(".changes")!.TextContent.Trim());
        Assert.Contains(TestResults.Author, lines[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("— → 7 из 40", lines[1].QuerySelector(".changes")!.TextContent.Trim());
        Assert.Contains("Прежний.xlsx, лист «Л», строка 9", lines[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Код школы", Section(page, "registry").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Section(page, "lists").QuerySelectorAll("tbody tr"));
        Assert.NotNull(Section(page, "provenance").QuerySelector($"a[href='/results/files/{_file}']"));
    }

    [Fact]
    public async Task A_principal_sees_the_sources_without_links_and_no_former_values()
    {
        var visitor = await lists.VisitAsync(TestRegion.Principal);

        var page = await visitor.OpenAsync($"/schools/{_school}/history");

        Assert.Contains($"{TestResults.File}, лист «Лист 1», строка", Section(page, "provenance").TextContent, StringComparison.Ordinal);
        Assert.Contains(TestResults.Author, Section(page, "provenance").TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href^='/results/files'], a[href^='/results/uploads']"));
        Assert.DoesNotContain("7 из 40", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("вам видны только собственные действия", Section(page, "registry").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/schools/{await lists.SchoolAsync(TestRegion.SouthSchool)}/history"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync("/schools/999999/history"));
    }

    [Theory]
    [InlineData(TestRegion.Regional, true)]
    [InlineData(TestRegion.Observer, true)]
    [InlineData(TestRegion.Municipal, false)]
    [InlineData(TestRegion.Curator, false)]
    [InlineData(TestRegion.Principal, false)]
    public async Task The_source_of_a_marker_is_a_link_only_where_its_file_opens(string email, bool opens)
    {
        var visitor = await lists.VisitAsync(email);
        foreach (var address in new[] { $"/schools/{_school}", $"/lists/{lists.Preliminary}/why/{_school}" })
        {
            var sources = (await visitor.OpenAsync(address)).QuerySelectorAll("td.source");
            Assert.Contains(sources, s => s.TextContent.Contains($"{TestResults.File}, лист «Лист 1», строка 3", StringComparison.Ordinal));
            Assert.Equal(opens, sources.Any(s => s.QuerySelector("a[href^='/results/files/']") is not null));
        }

        Assert.Equal(opens ? HttpStatusCode.OK : email == TestRegion.Municipal ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, await visitor.StatusOfAsync($"/results/files/{_file}"));
    }

    private static IElement Section(IDocument page, string heading) => page.GetElementById(heading)!.ParentElement!;
}
