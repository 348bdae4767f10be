using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Web.Tests.People;

/// <summary>Passing duties on, and what a regional coordinator may do with accounts at all.</summary>
public sealed class HandOverTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_new_principal_takes_over_the_school_and_the_former_session_ends_at_once()
    {
        var former = await portal.VisitAsync(TestRegion.Principal);
        Assert.Equal("Обзор", (await former.OpenAsync("/")).Heading());
        var keeper = await portal.VisitAsync(TestRegion.Regional);
        var done = await HandOverAsync(keeper, TestRegion.Principal, "new-head@test.local");
        Assert.Contains("Дела переданы", done.Said(), StringComparison.Ordinal);
        Assert.Contains("приказ № 15-к от 02.11.2026", done.QuerySelector("p.note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Вход в портал", (await former.OpenAsync("/")).Heading());

        await using var db = portal.Open();
        var from = await db.Users.SingleAsync(u => u.Email == TestRegion.Principal);
        var to = await db.Users.SingleAsync(u => u.Email == "new-head@test.local");
        Assert.True(from.IsClosed);
        Assert.Equal((from.Role, from.DisplayName, "Новая Ольга"), (to.Role, to.DisplayName, to.FullName));
        Assert.Equal(from.Schools.Select(s => s.SchoolId), to.Schools.Select(s => s.SchoolId));
        Assert.Equal(to.Id, (await db.HandOvers.SingleAsync(h => h.FromUserId == from.Id)).ToUserId);
        foreach (var id in new[] { from.Id, to.Id })
        {
            Assert.Contains(await db.Audit.Where(a => a.SubjectId == id.ToString()).ToListAsync(), a => a.Reason == "передача дел: приказ № 15-к от 02.11.2026");
        }

        var admin = await portal.VisitAsync(TestRegion.Administrator);
        Assert.Contains("Передача дел", (await admin.OpenAsync("/admin/journal?subject=HandOver")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Дела приняты от:", (await admin.PageOfAsync("new-head@test.local")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_that_wait_are_named_and_pass_on()
    {
        int batchId;
        await using (var db = portal.Open())
        {
            var south = await db.Users.SingleAsync(u => u.Email == TestRegion.OtherMunicipal);
            var batch = new ImportBatch
            {
                RegionId = south.RegionId!.Value, MunicipalityId = south.MunicipalityId, AuthorId = south.Id, Author = "юг", CreatedAt = DateTimeOffset.UtcNow, State = BatchState.Checked,
            };
            db.Batches.Add(batch);
            await db.SaveChangesAsync();
            batchId = batch.Id;
        }

        var keeper = await portal.VisitAsync(TestRegion.Regional);
        var page = await OpenAsync(keeper, TestRegion.OtherMunicipal);
        Assert.Contains($"Загрузка результатов № {batchId}", page.Body!.TextContent, StringComparison.Ordinal);
        await HandOverAsync(keeper, TestRegion.OtherMunicipal, "new-south@test.local");
        await using var after = portal.Open();
        Assert.Equal(await after.Users.Where(u => u.Email == "new-south@test.local").Select(u => u.Id).SingleAsync(), await after.Batches.Where(b => b.Id == batchId).Select(b => b.AuthorId).SingleAsync());
    }

    [Theory]
    [InlineData(TestRegion.Administrator, "", "Пользователь с такой почтой уже есть")]
    [InlineData(TestRegion.Curator, "", "почта того же человека")]
    [InlineData("next@test.local", "2999-01-01", "День передачи ещё не наступил")]
    public async Task A_hand_over_that_cannot_be_changes_nothing(string email, string since, string sentence)
    {
        var keeper = await portal.VisitAsync(email == TestRegion.Administrator ? TestRegion.Regional : TestRegion.Administrator);
        var page = await HandOverAsync(keeper, TestRegion.Curator, email, since.Length > 0 ? since : "2026-11-02");
        Assert.Contains(sentence, page.Said(), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.Users.Where(u => u.Email == TestRegion.Curator).Select(u => u.IsClosed).SingleAsync());
        Assert.False(await db.Users.AnyAsync(u => u.Email == "next@test.local"));
        Assert.Equal(PortalRole.Administrator, await db.Users.Where(u => u.Email == TestRegion.Administrator).Select(u => u.Role).SingleAsync());
    }

    [Fact]
    public async Task A_regional_coordinator_keeps_the_people_of_the_region_and_nobody_else()
    {
        var keeper = await portal.VisitAsync(TestRegion.Regional);
        var list = (await keeper.OpenAsync("/admin/users")).QuerySelector("tbody")!.TextContent;
        Assert.Contains(TestRegion.Observer, list, StringComparison.Ordinal);
        Assert.DoesNotContain(TestRegion.ForeignRegional, list, StringComparison.Ordinal);
        Assert.DoesNotContain(TestRegion.Administrator, list, StringComparison.Ordinal);

        await using var db = portal.Open();
        var foreign = await db.Users.Where(u => u.Email == TestRegion.ForeignRegional).Select(u => u.Id).SingleAsync();
        Assert.Equal(HttpStatusCode.NotFound, await keeper.StatusOfAsync($"/admin/users/{foreign}"));
        Assert.Equal(HttpStatusCode.NotFound, await keeper.StatusOfAsync($"/admin/users/{foreign}/hand-over"));
        var self = await keeper.PageOfAsync(TestRegion.Regional);
        Assert.Null(self.QuerySelector("main form"));
        var form = await keeper.OpenAsync("/admin/users/new");
        Assert.DoesNotContain(form.QuerySelectorAll("select[name='Form.Role'] option"), o => o.GetAttribute("value") is nameof(PortalRole.Administrator) or nameof(PortalRole.RegionalCoordinator));
        var refused = await keeper.SubmitAsync(form, "main form:not([action])", new()
        {
            ["Account.Email"] = "king@test.local", ["Form.Role"] = nameof(PortalRole.Administrator), ["Form.DisplayName"] = "Царь",
        });
        Assert.Contains("даёт только администратор", refused.Said(), StringComparison.Ordinal);
        var observer = await keeper.SubmitAsync(await keeper.PageOfAsync(TestRegion.Observer), "main form:not([action])", new() { ["Form.FullName"] = "Смотров Иван" });
        Assert.Equal("Изменения сохранены.", observer.Said());
        Assert.Contains("Смотров Иван", observer.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_on_the_persons_own_first_screen_is_named_too()
    {
        await using (var db = portal.Open())
        {
            var north = await db.Users.SingleAsync(u => u.Email == TestRegion.Municipal);
            var batch = new ImportBatch
            {
                RegionId = north.RegionId!.Value, MunicipalityId = north.MunicipalityId, AuthorId = Guid.CreateVersion7(), Author = "другой", CreatedAt = DateTimeOffset.UtcNow, State = BatchState.Checked,
            };
            batch.Files.Add(new ImportFile { RegionId = north.RegionId.Value, Name = "чужая.xlsx", Sha256 = new string('0', 64), Size = 1 });
            db.Batches.Add(batch);
            await db.SaveChangesAsync();
            db.ImportRows.Add(new ImportRow { BatchId = batch.Id, FileId = batch.Files[0].Id, Outcome = RowOutcome.New, AsWritten = "СОШ" });
            await db.SaveChangesAsync();
        }

        var keeper = await portal.VisitAsync(TestRegion.Administrator);
        var open = (await OpenAsync(keeper, TestRegion.Municipal)).Body!.TextContent;
        Assert.Contains("Ждёт решения: Запишите или оставьте проверенную загрузку «чужая.xlsx»; Северный", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Ничего незаконченного нет", open, StringComparison.Ordinal);
        Assert.DoesNotContain("чужая.xlsx", (await OpenAsync(keeper, TestRegion.OtherMunicipal)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IDocument> OpenAsync(Visitor keeper, string email) =>
        await keeper.OpenAsync(new Uri((await keeper.PageOfAsync(email)).Url).AbsolutePath + "/hand-over");

    private static async Task<IDocument> HandOverAsync(Visitor keeper, string from, string to, string since = "2026-11-02") =>
        await keeper.SubmitAsync(await OpenAsync(keeper, from), "main form", new()
        {
            ["Form.Email"] = to,
            ["Form.FullName"] = "Новая Ольга",
            ["Form.OrderNumber"] = "15-к",
            ["Form.OrderDate"] = "2026-11-02",
            ["Form.Since"] = since,
        });
}
