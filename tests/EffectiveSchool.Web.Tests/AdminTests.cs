using EffectiveSchool.Data.Users;
using EffectiveSchool.Web.Tests.People;

namespace EffectiveSchool.Web.Tests;

/// <summary>What an administrator does with people, reference data and the journal.</summary>
public sealed class AdminTests(Portal portal) : IClassFixture<Portal>
{
    private const string Form = "main form:not([action])";

    [Theory]
    [InlineData(PortalRole.RegionalCoordinator, "", "", "", "укажите регион")]
    [InlineData(PortalRole.MunicipalCoordinator, "90", "", "", "укажите муниципалитет")]
    [InlineData(PortalRole.Curator, "90", "", "", "укажите хотя бы одну")]
    [InlineData(PortalRole.Principal, "90", "", "", "укажите ровно одну")]
    [InlineData(PortalRole.Principal, "90", "", "900001\n900002", "укажите ровно одну")]
    [InlineData(PortalRole.Principal, "90", "", "123456", "«123456» в регионе «Опытная область» не найдена")]
    [InlineData(PortalRole.Principal, "90", "", "910001", "«910001» в регионе «Опытная область» не найдена")]
    [InlineData(PortalRole.MunicipalCoordinator, "90", TestRegion.ForeignMunicipality, "", "не входит в регион")]
    [InlineData(PortalRole.RegionalCoordinator, "90", TestRegion.North, "", "муниципалитет не указывают")]
    [InlineData(PortalRole.Administrator, "90", "", "", "работает со всей установкой")]
    [InlineData(PortalRole.Observer, "90", "", "900001", "школы не указывают")]
    public async Task A_role_whose_scope_does_not_fit_is_refused_with_a_sentence(PortalRole role, string region, string municipality, string schools, string sentence)
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var page = await AddAsync(admin, "refused@test.local", role, region, municipality, schools);
        Assert.Contains(sentence, page.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.Users.AnyAsync(u => u.Email == "refused@test.local"));
    }

    [Fact]
    public async Task A_municipality_alone_tells_its_region()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        await AddAsync(admin, "south-2@test.local", PortalRole.MunicipalCoordinator, region: "", municipality: TestRegion.South);
        await using var db = portal.Open();
        var user = await db.Users.SingleAsync(u => u.Email == "south-2@test.local");
        Assert.Equal((user.RegionId, user.MunicipalityId), (user.Scope.RegionId, user.Scope.MunicipalityId));
        Assert.NotNull(user.Scope.MunicipalityId);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var page = await AddAsync(admin, TestRegion.Observer, PortalRole.Observer);
        Assert.Contains("Пользователь с такой почтой уже есть", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_can_neither_close_nor_demote_themselves()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var self = await admin.PageOfAsync(TestRegion.Administrator);
        Assert.Null(self.QuerySelector("form[action*=Close]"));
        var demoted = await admin.SubmitAsync(self, Form, new() { ["Form.Role"] = nameof(PortalRole.Observer), ["Form.RegionId"] = "1" });
        Assert.Contains("снять с себя роль администратора нельзя", demoted.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);

        // The button is not there; a request that was made up is refused all the same.
        var token = self.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
        using var closed = await admin.Http.PostAsync(new Uri(self.Url + "?handler=Close"), body);
        Assert.Contains("Закрыть себя", await closed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.Users.Where(u => u.Email == TestRegion.Administrator).Select(u => u.IsClosed).SingleAsync());
    }

    [Fact]
    public async Task A_locked_account_is_found_unlocked_and_signs_in_again()
    {
        await using (var db = portal.Open())
        {
            await db.Users.Where(u => u.Email == TestRegion.OtherMunicipal).ExecuteUpdateAsync(u => u.SetProperty(x => x.LockoutEnd, DateTimeOffset.UtcNow.AddMinutes(10)));
        }

        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var locked = await admin.OpenAsync("/admin/users?state=locked");
        Assert.Single(locked.QuerySelectorAll("tbody tr"));
        await admin.SubmitAsync(await admin.PageOfAsync(TestRegion.OtherMunicipal), "form[action*=Unlock]");
        var person = await portal.VisitAsync(TestRegion.OtherMunicipal);
        Assert.Equal(HttpStatusCode.OK, await person.StatusOfAsync("/"));
        Assert.Equal("Обзор", (await person.OpenAsync("/")).QuerySelector("nav.menu a")!.TextContent);
    }

    [Fact]
    public async Task The_list_of_people_is_searched_filtered_sorted_and_paged()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        await using (var db = portal.Open())
        {
            var region = await db.Regions.Where(r => r.Code == "91").Select(r => r.Id).SingleAsync();
            db.Users.AddRange(Enumerable.Range(0, 55).Select(i => new PortalUser
            {
                DisplayName = $"Наблюдатель Ёлочный {i:00}",
                Role = PortalRole.Observer,
                RegionId = region,
                UserName = $"many-{i:00}@test.local",
                NormalizedUserName = $"MANY-{i:00}@TEST.LOCAL",
                Email = $"many-{i:00}@test.local",
                NormalizedEmail = $"MANY-{i:00}@TEST.LOCAL",
            }));
            await db.SaveChangesAsync();
        }

        var second = await admin.OpenAsync("/admin/users?q=%D0%B5%D0%BB%D0%BE%D1%87&role=Observer&sort=-email&page=2");
        Assert.Equal(5, second.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("many-04@test.local", second.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("51–55 из 55", second.QuerySelector(".pages")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("51–55 из 55", (await admin.OpenAsync("/admin/users?q=many-&page=999")).QuerySelector(".pages")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Под эти условия никто не подходит", (await admin.OpenAsync("/admin/users?q=100%25")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await admin.StatusOfAsync("/admin/users?role=nobody&region=x&state=y&page=-3&sort=z"));
    }

    [Fact]
    public async Task An_unknown_person_is_404()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync($"/admin/users/{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync("/admin/reference/regions/999999"));
    }

    [Theory]
    [InlineData("/admin/reference", "form[action*=AddRegion]", "Region.Code", " ", "Код региона — две или три цифры")]
    [InlineData("/admin/reference", "form[action*=AddRegion]", "Region.Name", "", "Укажите название региона")]
    [InlineData("/admin/users/new", "main form", "Account.Email", "", "Укажите электронную почту")]
    [InlineData("/admin/users/new", "main form", "Form.DisplayName", " ", "Укажите имя роли")]
    [InlineData("/account/password", "main form", "Form.Next", "", "Укажите новый пароль")]
    public async Task A_blank_box_is_answered_by_the_sentence_of_its_form(string address, string form, string field, string blank, string sentence)
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        using var answer = await admin.SendAsync(await admin.OpenAsync(address), form, new() { [field] = blank });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.DoesNotContain("field is required", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_a_page_does_not_have_is_404()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var page = await admin.OpenAsync("/admin/reference");
        page.QuerySelector("form[action*=AddRegion]")!.SetAttribute("action", "/admin/reference?handler=Nothing");
        using var answer = await admin.SendAsync(page, "form[action*=Nothing]");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_region_is_added_with_its_methodologies_and_municipalities_and_the_journal_tells()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var page = await admin.SubmitAsync(
            await admin.OpenAsync("/admin/reference"), "form[action*=AddRegion]", new() { ["Region.Code"] = "22", ["Region.Name"] = "Алтайский край", ["Region.TimeZone"] = "Asia/Barnaul" });
        Assert.Equal("Алтайский край", Heading(page));
        page = await admin.SubmitAsync(page, "form[action*=AddMunicipality]", new() { ["Municipality.Name"] = "Павловский район", ["Municipality.FisOkoCode"] = "reg22_m018" });
        page = await admin.SubmitAsync(page, "form[action*=AddMunicipality]", new() { ["Municipality.Name"] = "Павловский район" });
        Assert.Contains("уже есть", page.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        page = await admin.SubmitAsync(page, "form[action*=ChangeMunicipality]", new() { ["Municipality.Name"] = "Павловский округ" });
        Assert.Contains("Павловский округ", page.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);

        await using var db = portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "22");
        Assert.Equal(["any", "risk-zone", "same", "twelve"], await db.Methodologies.Where(m => m.RegionId == region.Id).Select(m => m.Code).OrderBy(c => c).ToListAsync());
        var journal = await admin.OpenAsync("/admin/journal?subject=Municipality");
        var change = journal.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("изменено", StringComparison.Ordinal));
        Assert.Equal("Павловский район", change.QuerySelector("del")!.TextContent);
        Assert.Equal("Павловский округ", change.QuerySelector("ins")!.TextContent);
        var added = journal.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("создано", StringComparison.Ordinal));
        Assert.Contains("Регион: Алтайский край", string.Join(' ', added.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_procedure_is_marked_as_not_held_once_and_the_mark_is_taken_off()
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var page = await admin.OpenAsync("/admin/reference");
        page = await admin.SubmitAsync(page, "form[action*=AddNotHeld]", new() { ["NotHeld.Year"] = "2022" });
        Assert.Contains("не проводилась", page.QuerySelector(".note-done")!.TextContent, StringComparison.Ordinal);
        page = await admin.SubmitAsync(page, "form[action*=AddNotHeld]", new() { ["NotHeld.Year"] = "2022" });
        Assert.Contains("уже отмечена", page.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        page = await admin.SubmitAsync(page, "form[action*=AddNotHeld]", new() { ["NotHeld.Year"] = "1066" });
        Assert.Contains("год от 2000", page.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        page = await admin.SubmitAsync(page, "form[action*=RemoveNotHeld]");
        Assert.Contains("Отметка снята", page.QuerySelector(".note-done")!.TextContent, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.NotHeld.AnyAsync());
    }

    [Fact]
    public async Task The_journal_tells_methodologies_and_codes_in_words()
    {
        await using (var db = portal.Open())
        {
            var school = await db.Schools.FirstAsync();
            db.Aliases.Add(new() { RegionId = school.RegionId, Written = "FisOko/Oge 220311", SchoolId = school.Id, ConfirmedBy = Guid.CreateVersion7(), ConfirmedAt = new DateTimeOffset(2026, 3, 1, 20, 30, 0, TimeSpan.Zero) });
            await db.SaveChangesAsync();
        }

        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var alias = (await admin.OpenAsync("/admin/journal?subject=SchoolAlias")).QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("Логин ФИС ОКО или Код ОГЭ 220311", alias, StringComparison.Ordinal);
        Assert.Contains("02.03.2026 03:30", alias, StringComparison.Ordinal);
        Assert.DoesNotContain("ConfirmedBy", alias, StringComparison.Ordinal);
        var methodology = (await admin.OpenAsync("/admin/journal?subject=StoredMethodology")).QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("Критерий B: ", methodology, StringComparison.Ordinal);
        Assert.DoesNotContain("ThresholdPercent", methodology, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2020-01-01&to=2020-12-31", 0)]
    [InlineData("from=0001-01-01&to=9999-12-31&subject=Region", 3)]
    [InlineData("who=nobody-such", 0)]
    public async Task The_journal_is_filtered(string query, int least)
    {
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var rows = (await admin.OpenAsync("/admin/journal?" + query)).QuerySelectorAll("tbody tr").Length;
        Assert.True(least == 0 ? rows == 0 : rows >= least - 1, $"{rows} rows");
    }

    private static string Heading(IDocument page) => page.QuerySelector("h1")!.TextContent;

    /// <summary>Fills in the form of a new person; regions by code, municipalities by name.</summary>
    private async Task<IDocument> AddAsync(Visitor admin, string email, PortalRole role, string region = "90", string municipality = "", string schools = "")
    {
        await using var db = portal.Open();
        var regionId = await db.Regions.Where(r => r.Code == region).Select(r => (int?)r.Id).SingleOrDefaultAsync();
        var municipalityId = await db.Municipalities.Where(m => m.Name == municipality).Select(m => (int?)m.Id).SingleOrDefaultAsync();
        return await admin.SubmitAsync(await admin.OpenAsync("/admin/users/new"), Form, new()
        {
            ["Account.Email"] = email,
            ["Form.Role"] = role.ToString(),
            ["Form.DisplayName"] = "Проверочный",
            ["Form.RegionId"] = regionId?.ToString() ?? "",
            ["Form.MunicipalityId"] = municipalityId?.ToString() ?? "",
            ["Form.Schools"] = schools,
        });
    }
}
