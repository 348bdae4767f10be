using EffectiveSchool.Data.Results;
using static EffectiveSchool.Testing.MarkStatisticsBook;
using static EffectiveSchool.Web.Tests.Results.Uploading;

namespace EffectiveSchool.Web.Tests.Results;

/// <summary>Rows whose school the registry does not know: a person says which it is, or adds it.</summary>
public sealed class UnknownSchoolTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_school_without_a_code_is_proposed_confirmed_and_known_by_its_name_next_time()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var page = await visitor.UploadAsync(("2014.xlsx", MarkStatistics(2014, School(TestRegion.SecondSchool, 20, 5), School("Школа без примет", 20, 5))));
        Assert.Equal([0, 0, 0, 2], page.Tallies());
        var rows = page.Rows();
        Assert.Equal("Неизвестная школа: кода в строке нет, а по одному названию школы не опознаются.", rows[0][2]);
        Assert.StartsWith($"Похоже на «{TestRegion.SecondSchool}», {TestRegion.North}, код 900002 · это она", rows[0][3], StringComparison.Ordinal);
        Assert.DoesNotContain("Добавить школу", rows[0][3], StringComparison.Ordinal);
        var confirmed = await visitor.SubmitAsync(page, "form.candidate");
        Assert.Equal([1, 0, 0, 1], confirmed.Tallies());
        var next = await visitor.UploadAsync(("2015.xlsx", MarkStatistics(2015, School(TestRegion.SecondSchool, 20, 5))));
        Assert.Equal([1, 0, 0, 0], next.Tallies());
    }

    [Fact]
    public async Task The_region_adds_a_school_from_its_row_and_the_row_is_accepted()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var page = await visitor.UploadAsync(("2016.xlsx", MarkStatistics(2016, ["Северный район(reg90_m001)", 1, 20, 25m, 25m, 25m, 25m], School("МБОУ ООШ с. Новое(edu907701)", 20, 5))));
        var form = await visitor.OpenAsync(page.QuerySelector("a[href^='/schools/new?']")!.GetAttribute("href")!);
        Assert.Equal(("МБОУ ООШ с. Новое", "907701"), (form.QuerySelector("#Name")!.GetAttribute("value"), form.QuerySelector("#FisOko")!.GetAttribute("value")));
        Assert.Equal(TestRegion.North, form.QuerySelector("#MunicipalityId option[selected]")!.TextContent);
        Assert.Equal("Basic", form.QuerySelector("#Type option[selected]")!.GetAttribute("value"));
        var back = await visitor.SubmitAsync(form, "main form[method=post]");
        Assert.Equal("Проверка перед записью", back.Heading());
        Assert.Equal("Школа добавлена, строки загрузки проверены заново.", back.Note());
        Assert.Equal([1, 0, 0, 0], back.Tallies());
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync(new Uri(form.Url).PathAndQuery));
    }

    [Fact]
    public async Task A_school_added_from_a_row_without_a_code_is_the_school_of_the_row()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var page = await visitor.UploadAsync(("2017.xlsx", MarkStatistics(2017, School("МБОУ СОШ с. Безымянное", 20, 5))));
        var form = await visitor.OpenAsync(page.QuerySelector("a[href^='/schools/new?']")!.GetAttribute("href")!);
        Assert.Equal(("МБОУ СОШ с. Безымянное", null), (form.QuerySelector("#Name")!.GetAttribute("value"), form.QuerySelector("#FisOko")!.GetAttribute("value")));
        var place = form.QuerySelectorAll("#MunicipalityId option").First(o => o.TextContent == TestRegion.South).GetAttribute("value")!;
        var refused = await visitor.SubmitAsync(form, "main form[method=post]", new() { ["Form.MunicipalityId"] = place });
        Assert.Contains("Укажите хотя бы один код", refused.Body!.TextContent, StringComparison.Ordinal);
        var back = await visitor.SubmitAsync(refused, "main form[method=post]", new() { ["Form.FisOko"] = "907702" });
        Assert.Equal([1, 0, 0, 0], back.Tallies());
    }

    [Fact]
    public async Task A_batch_that_came_past_the_dry_run_says_what_its_files_brought()
    {
        int id;
        await using (var db = portal.Open())
        {
            var region = await db.Regions.SingleAsync(r => r.Code == "90");
            var batch = new ImportBatch { RegionId = region.Id, AuthorId = Guid.CreateVersion7(), Author = "показ", CreatedAt = DateTimeOffset.UtcNow.AddDays(1), State = BatchState.Applied };
            batch.Files.Add(new ImportFile { RegionId = region.Id, Name = "показ", Sha256 = new string('0', 64), Size = 0, Sections = [new RecognisedSection(null, "ВПР 5 РУ", 2021, "", 17, 300, null, "")] });
            db.Batches.Add(batch);
            await db.SaveChangesAsync();
            id = batch.Id;
        }

        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var line = (await visitor.OpenAsync("/results")).QuerySelectorAll("[aria-label=Загрузки] tbody tr").First(r => r.TextContent.Contains("показ", StringComparison.Ordinal));
        Assert.Equal(["17", "0", "0"], line.Children.TakeLast(3).Select(c => c.TextContent.Trim()));
        var page = await visitor.OpenAsync($"/results/uploads/{id}");
        Assert.Contains("17 результатов", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".figure"));
    }
}
