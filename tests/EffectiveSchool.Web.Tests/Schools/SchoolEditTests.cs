using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Tests.Schools;

public sealed class SchoolEditTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_renamed_school_keeps_its_old_name_and_is_found_by_both()
    {
        var (visitor, id) = await EditAsync(TestRegion.SecondSchool, new() { ["Form.Name"] = "МКОУ СОШ п. Новый Лесной", ["Form.Reason"] = "приказ № 7" });
        var page = await visitor.OpenAsync($"/schools/{id}");
        Assert.Equal("МКОУ СОШ п. Новый Лесной", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("li"), li => li.TextContent.Contains(TestRegion.SecondSchool, StringComparison.Ordinal));
        foreach (var name in new[] { "ООШ лесной", "новый лесной" })
        {
            Assert.Single((await visitor.OpenAsync("/schools?q=" + Uri.EscapeDataString(name))).QuerySelectorAll(".grid tbody tr"));
        }

        await using var db = portal.Open();
        Assert.Contains(await db.Audit.Where(a => a.Subject == "School" && a.SubjectId == $"{id}").ToListAsync(), a => a.Reason == "приказ № 7" && a.UserId is not null);
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_undoes_nothing()
    {
        var (first, id) = await OpenAsync(TestRegion.ThirdSchool);
        var second = await portal.VisitAsync(TestRegion.Regional);
        var (one, two) = (await first.OpenAsync($"/schools/{id}/edit"), await second.OpenAsync($"/schools/{id}/edit"));
        await first.SubmitAsync(one, "main form", new() { ["Form.Site"] = "https://first.example" });

        var late = await second.SubmitAsync(two, "main form", new() { ["Form.Contacts"] = "8 900" });
        Assert.Contains("изменил другой человек, и ваша правка не сохранена", late.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("8 900", late.QuerySelector("#Contacts")!.TextContent);
        Assert.Contains("не сохранена", (await second.SubmitAsync(late, "main form")).QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        await second.SubmitAsync(await second.OpenAsync($"/schools/{id}/edit"), "main form", new() { ["Form.Contacts"] = "8 900" });
        await using var db = portal.Open();
        var school = await db.Schools.SingleAsync(s => s.Id == id);
        Assert.Equal(("https://first.example", "8 900"), (school.Site, school.Contacts));
    }

    [Theory]
    [InlineData("/schools")]
    [InlineData("/schools?status=Active")]
    public async Task What_is_counted_over_the_registry_follows_every_change_of_it(string address)
    {
        var whole = await portal.VisitAsync(TestRegion.Regional);
        var part = await portal.VisitAsync(TestRegion.Municipal);
        foreach (var pupils in new[] { 1311, 1312 })
        {
            var (_, id) = await EditAsync(TestRegion.SouthSchool, new() { ["Form.Pupils"] = $"{pupils}" });
            await using var db = portal.Open();
            var region = await db.Schools.Where(s => s.Id == id).Select(s => s.RegionId).SingleAsync();
            var sum = await db.Schools.Where(s => s.RegionId == region).SumAsync(s => s.Pupils ?? 0);
            Assert.Contains(RussianFigures.Count(sum), await TotalsAsync(whole), StringComparison.Ordinal);
            Assert.DoesNotContain(RussianFigures.Count(sum), await TotalsAsync(part), StringComparison.Ordinal);
        }

        async Task<string> TotalsAsync(Visitor who) => (await who.OpenAsync(address)).QuerySelector(".grid tfoot")!.TextContent;
    }

    [Theory]
    [InlineData("Form.FisOko", "12345", "ожидаются 6 цифр")]
    [InlineData("Form.Inn", "1234567890", "не сходится контрольная цифра")]
    [InlineData("Form.Ogrn", "123", "ожидаются 13 цифр")]
    [InlineData("Form.Oktmo", "1234567", "ожидаются 8 или 11 цифр")]
    [InlineData("Form.Oge", "12", "ожидается от 3 до 6 цифр")]
    [InlineData("Form.Pupils", "много", "целое")]
    [InlineData("Form.Name", " ", "Укажите краткое наименование")]
    [InlineData("Form.FisOko", "sch900003", "уже у школы «МБОУ «Лицей № 2»»")]
    [InlineData("Form.HeadCode", "900005", "сама филиал")]
    [InlineData("Form.HeadCode", "777777", "нет в реестре")]
    public async Task A_wrong_field_is_refused_beside_it_and_nothing_is_stored(string field, string value, string sentence)
    {
        var (visitor, id) = await OpenAsync(TestRegion.OwnSchool);
        var page = await visitor.SubmitAsync(await visitor.OpenAsync($"/schools/{id}/edit"), "main form", new() { [field] = value, ["Form.FullName"] = "не должно записаться" });
        var input = page.QuerySelector($"[name='{field}']")!;
        Assert.Contains(sentence, page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(value.Trim(), input.GetAttribute("value") ?? "");
        await using var db = portal.Open();
        Assert.Null((await db.Schools.SingleAsync(s => s.Id == id)).FullName);
    }

    [Fact]
    public async Task Two_editors_who_give_one_code_at_once_get_one_sentence_and_no_error_page()
    {
        var (visitor, id) = await OpenAsync(TestRegion.OwnSchool);
        var form = await visitor.OpenAsync($"/schools/{id}/edit");
        await using var db = portal.Open();
        await using var other = await db.Database.BeginTransactionAsync();
        var rival = await db.Schools.Include(s => s.Codes).SingleAsync(s => s.Name == TestRegion.SouthSchool);
        rival.SetCode(SchoolCodeKind.Oge, "9077", new DateOnly(2026, 1, 1));
        await db.SaveChangesAsync();
        var asked = visitor.SubmitAsync(form, "main form", new() { ["Form.Oge"] = "9077" });
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        await other.CommitAsync();
        Assert.Contains($"9077 уже у школы «{TestRegion.SouthSchool}»", (await asked).GetElementById("Oge-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_code_closes_the_old_one_a_cleared_one_ends_and_an_old_one_may_come_back()
    {
        var (_, id) = await EditAsync(TestRegion.ThirdSchool, new() { ["Form.FisOko"] = "edu900333", ["Form.Oge"] = "9003" });
        await EditAsync(TestRegion.ThirdSchool, new() { ["Form.FisOko"] = "900003", ["Form.Oge"] = "" });
        await using var db = portal.Open();
        var codes = await db.SchoolCodes.Where(c => c.SchoolId == id).OrderBy(c => c.Value).ToListAsync();
        Assert.Equal(SchoolCodeKind.FisOko, Assert.Single(codes, c => c.ValidTo is null).Kind);
        Assert.Equal("900003", codes.Single(c => c.ValidTo is null).Value);
        Assert.NotNull(codes.Single(c => c.Kind == SchoolCodeKind.Oge).ValidTo);
    }

    [Fact]
    public async Task A_school_becomes_a_branch_and_independent_again()
    {
        var (visitor, id) = await EditAsync(TestRegion.OwnSchool, new() { ["Form.HeadCode"] = "edu900004" });
        Assert.Contains(TestRegion.SouthSchool, (await visitor.OpenAsync($"/schools/{id}")).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        await EditAsync(TestRegion.OwnSchool, new() { ["Form.HeadCode"] = "" });
        await using var db = portal.Open();
        Assert.Null((await db.Schools.SingleAsync(s => s.Id == id)).HeadSchoolId);
    }

    [Fact]
    public async Task A_new_school_is_added_and_two_may_share_an_oktmo()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        foreach (var number in new[] { "1", "2" })
        {
            var form = await visitor.OpenAsync("/schools/new");
            var north = form.QuerySelectorAll("option").Single(o => o.TextContent == TestRegion.North).GetAttribute("value")!;
            var page = await visitor.SubmitAsync(form, "main form", new()
            {
                ["Form.Name"] = "СОШ новая " + number, ["Form.MunicipalityId"] = north, ["Form.Type"] = "Secondary", ["Form.FisOko"] = "90010" + number,
                ["Form.Oktmo"] = "90601000", ["Form.Pupils"] = "120",
            });
            Assert.Equal("СОШ новая " + number, page.QuerySelector("h1")!.TextContent);
            Assert.Equal("Школа добавлена.", page.QuerySelector(".note-done")!.TextContent);
        }
    }

    [Fact]
    public async Task Contacts_are_shown_to_those_who_work_with_the_school_and_not_to_an_observer()
    {
        var (visitor, id) = await EditAsync(TestRegion.OwnSchool, new() { ["Form.Contacts"] = "приёмная, 22-33-44" });
        foreach (var email in new[] { TestRegion.Regional, TestRegion.Municipal, TestRegion.Curator, TestRegion.Principal })
        {
            Assert.Contains("22-33-44", await TextAsync(email, id), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("22-33-44", await TextAsync(TestRegion.Observer, id), StringComparison.Ordinal);
        Assert.DoesNotContain("22-33-44", await TextAsync(TestRegion.Administrator, id), StringComparison.Ordinal);
        var observer = await portal.VisitAsync(TestRegion.Observer);
        Assert.DoesNotContain("22-33-44", System.Text.Encoding.UTF8.GetString(await observer.DownloadAsync("/schools?handler=Csv")), StringComparison.Ordinal);
        Assert.Contains("22-33-44", System.Text.Encoding.UTF8.GetString(await visitor.DownloadAsync("/schools?handler=Csv")), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string email, int id) => (await (await portal.VisitAsync(email)).OpenAsync($"/schools/{id}")).Body!.Text();

    private async Task<(Visitor Visitor, int Id)> OpenAsync(string school)
    {
        await using var db = portal.Open();
        var id = await db.Schools.Where(s => s.Name == school).Select(s => s.Id).SingleAsync();
        return (await portal.VisitAsync(TestRegion.Regional), id);
    }

    private async Task<(Visitor Visitor, int Id)> EditAsync(string school, Dictionary<string, string> values)
    {
        var (visitor, id) = await OpenAsync(school);
        var page = await visitor.SubmitAsync(await visitor.OpenAsync($"/schools/{id}/edit"), "main form", values);
        Assert.True(page.QuerySelector(".note-done") is not null, page.QuerySelector("main")!.TextContent);
        return (visitor, id);
    }
}
