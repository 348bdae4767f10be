using System.Text;
using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Web.Tests.People;

/// <summary>Users by workbook: template, dry run, confirmation, slips.</summary>
public sealed class UserImportTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly object?[] Header = ["ФИО", "E-mail", "Роль", "Муниципалитет", "Школа", "Имя роли"];

    [Theory]
    [InlineData(TestRegion.Administrator)]
    [InlineData(TestRegion.Regional)]
    [InlineData(TestRegion.ForeignRegional)]
    public async Task The_template_imports_as_it_is_for_everybody_who_may_download_it(string email)
    {
        var visitor = await portal.VisitAsync(email);
        var template = await visitor.DownloadAsync("/admin/users/import?handler=Template");
        var check = await UploadAsync(visitor, "Шаблон.xlsx", template);
        Assert.Equal([4, 0, 0, 0], check.Tallies());
    }

    [Fact]
    public async Task A_workbook_makes_accounts_without_a_password_and_the_slips_of_all_of_them()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var check = await UploadAsync(visitor, "люди.xlsx", new TestWorkbook().Sheet(
            "Люди",
            Header,
            ["Иванова Анна Петровна", "ivanova@school.test", "Директор", TestRegion.North, "sch900002", null],
            ["Петров Пётр", "petrov@region.test", "муниципальный координатор", "reg90_m002", null, null],
            ["Сидорова Вера", "sidorova@region.test", "куратор", null, "900001; 900004", "Куратор севера и юга"]).ToBytes());
        Assert.Equal([3, 0, 0, 0], check.Tallies());
        await using (var before = portal.Open())
        {
            Assert.False(await before.Users.AnyAsync(u => u.Email == "ivanova@school.test"));
        }

        var waiting = await visitor.SubmitAsync(check, "form[action*=Apply]");
        Assert.Contains("новых 3", waiting.Said(), StringComparison.Ordinal);
        Assert.Equal("Памятки для входа", waiting.Heading());
        await using (var db = portal.Open())
        {
            var principal = await db.Users.SingleAsync(u => u.Email == "ivanova@school.test");
            Assert.Equal((PortalRole.Principal, $"Директор: {TestRegion.SecondSchool}", "Иванова Анна Петровна", null), (principal.Role, principal.DisplayName, principal.FullName, principal.PasswordHash));
            Assert.Equal(2, (await db.Users.SingleAsync(u => u.Email == "sidorova@region.test")).Schools.Count);
            var line = await db.Audit.FirstAsync(a => a.SubjectId == principal.Id.ToString());
            Assert.Equal("загрузка пользователей «люди.xlsx»", line.Reason);
            Assert.DoesNotContain("Иванова", line.New, StringComparison.Ordinal);
            Assert.False(await db.UserUploads.AnyAsync(u => db.Users.Any(x => x.Id == u.AuthorId && x.Email == TestRegion.Regional)));
        }

        var token = waiting.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(
            waiting.QuerySelectorAll("input[name=ids]").Select(i => new KeyValuePair<string, string>("ids", i.GetAttribute("value")!)).Append(new("__RequestVerificationToken", token)));
        using var slips = await visitor.Http.PostAsync(new Uri("/admin/users/slips", UriKind.Relative), body);
        var text = await slips.Content.ReadAsStringAsync();
        Assert.Contains("Иванова Анна Петровна", text, StringComparison.Ordinal);
        Assert.Contains("petrov@region.test", text, StringComparison.Ordinal);
        Assert.True(slips.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_same_workbook_again_changes_nothing_and_a_changed_row_says_what_it_changes()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        const string first = "Смирнов Олег;smirnov@region.test;муниципальный координатор;Северный район;;\n";
        await ApplyAsync(visitor, await UploadAsync(visitor, "а.csv", Csv(first)));
        var again = await UploadAsync(visitor, "а.csv", Csv(first));
        Assert.Equal([0, 0, 1, 0], again.Tallies());
        var moved = await UploadAsync(visitor, "а.csv", Csv("Смирнов Олег Ильич;SMIRNOV@region.test;муниципальный координатор;Южный район;;\n"));
        Assert.Equal([0, 1, 0, 0], moved.Tallies());
        var changes = moved.QuerySelector(".change-list")!.TextContent;
        Assert.Contains("С чем работает: Северный район → Южный район", changes, StringComparison.Ordinal);
        Assert.Contains("Имя роли: Северный район: муниципальный координатор → Южный район: муниципальный координатор", changes, StringComparison.Ordinal);
        await ApplyAsync(visitor, moved);
        await using var db = portal.Open();
        var user = await db.Users.SingleAsync(u => u.Email == "smirnov@region.test");
        Assert.Equal(TestRegion.South, await db.Municipalities.Where(m => m.Id == user.MunicipalityId).Select(m => m.Name).SingleAsync());
    }

    [Theory]
    [InlineData("Царёв;tsar@region.test;царь;;;", "C2", "Роль «царь» не распознана")]
    [InlineData("Коллега;second@region.test;региональный координатор;;;", "C2", "даёт только администратор")]
    [InlineData("Директор;d@region.test;директор;;910001;", "E2", "Школы с кодом «910001» в регионе «Опытная область» нет")]
    [InlineData("Директор;d@region.test;директор;;;", "E2", "укажите ровно одну")]
    [InlineData("Директор;d@region.test;директор;Южный район;900001;", "E2", "не входит в муниципалитет «Южный район»")]
    [InlineData("Координатор;m@region.test;муниципальный координатор;Чужой район;;", "D2", "Муниципалитета «Чужой район» в регионе нет")]
    [InlineData("Координатор;m@region.test;муниципальный координатор;;;", "D2", "укажите муниципалитет")]
    [InlineData("Никто;почта@школа.рф;директор;;900001;", "B2", "не адрес электронной почты")]
    [InlineData(";d@region.test;директор;;900001;", "A2", "Не указаны фамилия")]
    [InlineData("Чужой;foreign@test.local;наблюдатель;;;", "B2", "занята учётной записью, которую ведёте не вы")]
    [InlineData("Админ;admin@test.local;наблюдатель;;;", "B2", "занята учётной записью, которую ведёте не вы")]
    [InlineData("Сам;region@test.local;наблюдатель;;;", "B2", "ведёт администратор портала")]
    public async Task A_row_that_does_not_fit_is_refused_at_its_cell(string row, string cell, string sentence)
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var check = await UploadAsync(visitor, "люди.csv", Csv(row + "\nВерная;right@region.test;наблюдатель;;;\n"));
        Assert.Equal(1, check.Tallies()[3]);
        var refused = check.QuerySelectorAll("tbody tr").First(r => r.ChildElementCount == 4);
        Assert.Contains(cell, refused.Children[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(sentence, refused.Children[2].TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", refused.Children[3].TextContent);
    }

    [Fact]
    public async Task One_address_in_two_different_rows_is_refused_and_a_file_without_headings_is_not_kept()
    {
        var visitor = await portal.VisitAsync(TestRegion.Administrator);
        var check = await UploadAsync(visitor, "люди.csv", Csv("А;same@region.test;наблюдатель;Северный район;;\nБ;same@region.test;наблюдатель;Южный район;;\n"));
        Assert.Equal([0, 0, 0, 2], check.Tallies());
        var none = await UploadAsync(visitor, "не то.csv", Encoding.UTF8.GetBytes("а;б\n1;2\n"));
        Assert.Contains("возьмите шаблон", none.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_its_senders_alone()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var check = await UploadAsync(visitor, "люди.csv", Csv("А;mine@region.test;наблюдатель;;;\n"));
        foreach (var other in new[] { TestRegion.Administrator, TestRegion.ForeignRegional })
        {
            Assert.Equal(HttpStatusCode.NotFound, await (await portal.VisitAsync(other)).StatusOfAsync(new Uri(check.Url).AbsolutePath));
        }

        Assert.Contains("Файл забыт", (await visitor.SubmitAsync(check, "form[action*=Cancel]")).Said(), StringComparison.Ordinal);
    }

    private static byte[] Csv(string rows) => Encoding.UTF8.GetBytes(string.Join(';', Header) + "\n" + rows);

    private static async Task<IDocument> UploadAsync(Visitor visitor, string name, byte[] bytes) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/admin/users/import"), "main form", null, ("file", name, bytes));

    private static Task<IDocument> ApplyAsync(Visitor visitor, IDocument check) => visitor.SubmitAsync(check, "form[action*=Apply]");
}
