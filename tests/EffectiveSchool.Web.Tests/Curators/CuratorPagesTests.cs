using System.Globalization;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Web.Tests.People;
using EffectiveSchool.Web.Tests.Walks;

namespace EffectiveSchool.Web.Tests.Curators;

/// <summary>The work with schools over HTTP: orders, hand-over, agreements, visits.</summary>
public sealed class CuratorPagesTests : IAsyncLifetime
{
    private readonly FilledPortal _world = new();

    private Portal Portal => _world.Portal;

    public Task InitializeAsync() => _world.InitializeAsync();

    public Task DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_order_opens_the_school_to_the_curator_and_its_end_closes_it()
    {
        var curator = await Portal.VisitAsync(TestRegion.Curator);
        var school = await IdOfAsync(TestRegion.ThirdSchool);
        Assert.Equal(HttpStatusCode.NotFound, await curator.StatusOfAsync($"/schools/{school}"));

        var region = await Portal.VisitAsync(TestRegion.Regional);
        var form = await region.OpenAsync($"/curators/assign?school={school}");
        var early = await region.SubmitAsync(form, "main form[method=post]", Order("2999-01-01"));
        Assert.Contains("раньше приказа", early.Said(), StringComparison.Ordinal);
        var done = await region.SubmitAsync(form, "main form[method=post]", Order("2025-12-01"));
        Assert.Equal("Закреплено: 1 школа.", done.Said());
        var again = await region.SubmitAsync(form, "main form[method=post]", Order("2025-12-01"));
        Assert.Contains("уже закреплена за этим куратором", again.Said(), StringComparison.Ordinal);

        // The former session ended: the cookie still carried the former schools.
        Assert.Equal("Вход в портал", (await curator.OpenAsync("/")).Heading());
        curator = await Portal.VisitAsync(TestRegion.Curator);
        Assert.Equal(HttpStatusCode.OK, await curator.StatusOfAsync($"/schools/{school}"));

        await using (var db = Portal.Open())
        {
            var id = await db.CuratorAssignments.Where(a => a.SchoolId == school && a.Until == null).Select(a => a.Id).SingleAsync();
            var end = await region.OpenAsync($"/curators/assignments/{id}/end");
            var ended = await region.SubmitAsync(end, "main form[method=post]", new() { ["Form.LastDay"] = "2025-12-31", ["Form.Reason"] = "новый приказ" });
            Assert.Equal("Закрепление завершено.", ended.Said());
        }

        curator = await Portal.VisitAsync(TestRegion.Curator);
        Assert.Equal(HttpStatusCode.NotFound, await curator.StatusOfAsync($"/schools/{school}"));
        Assert.Contains("новый приказ", (await region.OpenAsync($"/curators/schools/{school}")).Body!.TextContent, StringComparison.Ordinal);

        Dictionary<string, string> Order(string orderDate) => new()
        {
            ["Form.CuratorId"] = _world.Records.Curators.Curator.ToString(), ["Form.From"] = "2025-12-02", ["Form.OrderNumber"] = "88-п", ["Form.OrderDate"] = orderDate,
        };
    }

    [Fact]
    public async Task The_form_of_an_account_neither_takes_away_what_an_order_gives_nor_gives_back_what_one_ended()
    {
        var id = _world.Records.Curators.Curator;
        var region = await Portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/admin/users/{id}");
        Assert.NotNull(page.QuerySelector($"main a[href='/curators/{id}']"));
        Assert.Contains("приказ № 57-п", page.Body!.TextContent, StringComparison.Ordinal);
        var before = await SchoolsOfAsync(id);

        var taken = await region.SubmitAsync(page, "form.card", new() { ["Form.Schools"] = TestRegion.SecondSchool });
        Assert.Contains($"«{TestRegion.OwnSchool}» закреплена за куратором", taken.Body!.TextContent, StringComparison.Ordinal);
        var given = await region.SubmitAsync(page, "form.card", new() { ["Form.Schools"] = string.Join('\n', TestRegion.OwnSchool, TestRegion.SecondSchool, TestRegion.ThirdSchool) });
        Assert.Contains($"Закрепление за «{TestRegion.ThirdSchool}» завершено", given.Body!.TextContent, StringComparison.Ordinal);
        var other = await region.SubmitAsync(page, "form.card", new() { ["Form.Role"] = nameof(PortalRole.Principal), ["Form.Schools"] = TestRegion.OwnSchool });
        Assert.Contains("Сначала передайте их или завершите закрепление", other.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await SchoolsOfAsync(id));

        var renamed = await region.SubmitAsync(page, "form.card", new() { ["Form.DisplayName"] = "Куратор севера" });
        Assert.Equal("Изменения сохранены.", renamed.Said());
        Assert.Equal(before, await SchoolsOfAsync(id));
    }

    [Fact]
    public async Task Chosen_schools_are_handed_over_by_one_order_and_an_account_takes_the_rest_along()
    {
        var former = _world.Records.Curators.Curator;
        var second = await AddCuratorAsync();
        var region = await Portal.VisitAsync(TestRegion.Regional);
        var form = await region.OpenAsync($"/curators/{former}/hand-over");
        foreach (var box in form.QuerySelectorAll("input[type=checkbox]").Where(b => b.GetAttribute("value") != _world.Records.OwnSchool.ToString(CultureInfo.InvariantCulture)))
        {
            box.Remove();
        }

        var today = DateTime.UtcNow.AddHours(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var done = await region.SubmitAsync(form, "main form[method=post]", new()
        {
            ["Form.CuratorId"] = second.ToString(), ["Form.From"] = today, ["Form.OrderNumber"] = "90-п", ["Form.OrderDate"] = "2025-12-01",
        });
        Assert.Equal("Передано: 1 школа.", done.Said());
        Assert.Equal([_world.Records.OwnSchool], await SchoolsOfAsync(second));
        Assert.Equal([await IdOfAsync(TestRegion.SecondSchool)], await SchoolsOfAsync(former));

        var over = await region.OpenAsync($"/admin/users/{former}/hand-over");
        Assert.Contains("Закрепление по приказу: 1 школа", over.Body!.TextContent, StringComparison.Ordinal);
        var passed = await region.SubmitAsync(over, "main form[method=post]", new()
        {
            ["Form.Email"] = "second@test.local", ["Form.FullName"] = "Второй Пётр", ["Form.OrderNumber"] = "91-к", ["Form.OrderDate"] = "2025-12-01", ["Form.Since"] = today,
        });
        Assert.Contains("Дела переданы", passed.Said(), StringComparison.Ordinal);
        Assert.Equal(2, (await SchoolsOfAsync(second)).Count);
        await using var db = Portal.Open();
        Assert.Equal(2, await db.CuratorAssignments.CountAsync(a => a.CuratorId == second && a.Until == null));
        Assert.False(await db.CuratorAssignments.AnyAsync(a => a.CuratorId == former && a.Until == null));
    }

    [Fact]
    public async Task A_curator_writes_a_visit_down_the_school_reads_it_and_corrections_stay_in_the_journal()
    {
        var curator = await Portal.VisitAsync(TestRegion.Curator);
        var own = _world.Records.OwnSchool;
        var form = await curator.OpenAsync($"/curators/visits/new?school={own}");
        var future = await curator.SubmitAsync(form, "main form[method=post]", Notes("2999-01-01"));
        Assert.Contains("ещё не состоялось", future.Said(), StringComparison.Ordinal);
        Assert.Equal("Посещение записано.", (await curator.SubmitAsync(form, "main form[method=post]", Notes("2025-11-05"))).Said());

        var principal = await Portal.VisitAsync(TestRegion.Principal);
        var page = await principal.OpenAsync("/curators");
        Assert.Contains("Журналы не ведутся", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Со школой работает: куратор", (await principal.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href$='/edit']"));

        var edit = await curator.OpenAsync($"/curators/visits/{_world.Records.Curators.Visit}/edit");
        Assert.Equal("Запись исправлена.", (await curator.SubmitAsync(edit, "main form[method=post]", new() { ["Form.Findings"] = "План есть" })).Said());
        var admin = await Portal.VisitAsync(TestRegion.Administrator);
        var journal = (await admin.OpenAsync("/admin/journal?subject=Visit")).QuerySelector("tbody")!.TextContent;
        Assert.Contains("Нет плана работы с маркерами", journal, StringComparison.Ordinal);
        Assert.Contains("Что установлено", journal, StringComparison.Ordinal);

        Dictionary<string, string> Notes(string date) => new()
        {
            ["Form.Date"] = date, ["Form.Aim"] = "Проверка журналов", ["Form.Findings"] = "Журналы не ведутся", ["Form.NextDate"] = date == "2025-11-05" ? "2025-12-05" : "",
        };
    }

    [Fact]
    public async Task A_municipality_keeps_agreements_of_its_own_schools_alone()
    {
        var north = await Portal.VisitAsync(TestRegion.Municipal);
        var form = await north.OpenAsync($"/curators/agreements/new?school={_world.Records.OwnSchool}");
        var self = await north.SubmitAsync(form, "main form[method=post]", Terms(TestRegion.OwnSchool));
        Assert.Contains("партнёром самой себе", self.Said(), StringComparison.Ordinal);
        Assert.Equal("Соглашение внесено.", (await north.SubmitAsync(form, "main form[method=post]", Terms("900003"))).Said());
        Assert.Contains(TestRegion.ThirdSchool, (await north.OpenAsync("/curators/agreements")).Body!.TextContent, StringComparison.Ordinal);

        var south = await Portal.VisitAsync(TestRegion.OtherMunicipal);
        Assert.Equal(HttpStatusCode.NotFound, await south.StatusOfAsync($"/curators/agreements/{_world.Records.Curators.Agreement}/end"));
        Assert.Equal(HttpStatusCode.NotFound, await south.StatusOfAsync($"/curators/schools/{_world.Records.OwnSchool}"));

        static Dictionary<string, string> Terms(string partner) => new()
        {
            ["Form.Partner"] = partner, ["Form.Date"] = "2025-09-01", ["Form.From"] = "2025-09-01", ["Form.Subject"] = "Стажировки",
        };
    }

    private async Task<int> IdOfAsync(string school)
    {
        await using var db = Portal.Open();
        return await db.Schools.Where(s => s.Name == school).Select(s => s.Id).SingleAsync();
    }

    private async Task<List<int>> SchoolsOfAsync(Guid user)
    {
        await using var db = Portal.Open();
        return await db.Set<UserSchool>().Where(s => s.UserId == user).Select(s => s.SchoolId).Order().ToListAsync();
    }

    private async Task<Guid> AddCuratorAsync()
    {
        await using var db = Portal.Open();
        var former = await db.Users.AsNoTracking().SingleAsync(u => u.Id == _world.Records.Curators.Curator);
        var user = new PortalUser
        {
            DisplayName = "Второй куратор", Role = PortalRole.Curator, RegionId = former.RegionId, UserName = "second@test.local", NormalizedUserName = "SECOND@TEST.LOCAL",
            Email = "second@test.local", NormalizedEmail = "SECOND@TEST.LOCAL", SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return user.Id;
    }
}
