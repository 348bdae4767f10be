using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Cli.Tests;

/// <summary>«migrate», «demo» and «user add» as processes of their own on real databases.</summary>
public sealed class DatabaseVerbsTests : IAsyncLifetime
{
    private const string Password = "Long-enough-1";
    private DatabaseConnections database = null!;

    public async Task InitializeAsync() => database = await TestRegion.CloneAsync();

    public Task DisposeAsync() => TestCluster.DropAsync(database);

    [Fact]
    public async Task Migrate_prepares_an_empty_database_and_may_be_repeated()
    {
        var empty = await TestCluster.CreateEmptyAsync();
        var early = await CommandLine.RunWithInput(Password, [.. Administrator, "--connection", empty.App]);
        Assert.Equal((1, "База ещё не подготовлена. Выполните migrate или укажите --owner-connection."), (early.ExitCode, early.Error.Trim()));
        for (var i = 0; i < 2; i++)
        {
            var said = await CommandLine.Run("migrate", "--connection", empty.App, "--owner-connection", empty.Owner);
            Assert.Equal((0, "База готова.", ""), (said.ExitCode, said.Output.Trim(), said.Error));
        }

        var added = await CommandLine.RunWithInput(Password, [.. Administrator, "--connection", empty.App]);
        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        await TestCluster.DropAsync(empty);
    }

    [Fact]
    public async Task Demo_fills_an_empty_database_with_as_many_schools_as_asked_and_refuses_a_second_region()
    {
        var empty = await TestCluster.CreateEmptyAsync();
        string[] call = ["demo", "--schools", "60", "--seed", "3", "--year", "2025", "--connection", empty.App, "--owner-connection", empty.Owner];
        var said = await CommandLine.Run(call);
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        await using (var db = TestRegion.Open(empty, AccessScope.System))
        {
            Assert.Equal(60, await db.Schools.CountAsync());
            Assert.Equal([2024, 2025], await db.Lists.OrderBy(l => l.ResultsYear).Select(l => l.ResultsYear).ToListAsync());
            Assert.Equal(0, await db.Users.CountAsync());

            // The region's, two municipalities' and a school's.
            Assert.Equal(4, await db.Programmes.CountAsync());
            Assert.NotEmpty(await db.Works.Select(w => w.State).Distinct().ToListAsync());
        }

        var again = await CommandLine.Run(call);
        Assert.Equal((1, "В базе уже есть регион: демонстрационный кладётся только в пустую базу. Укажите другую."), (again.ExitCode, again.Error.Trim()));
        await TestCluster.DropAsync(empty);
    }

    [Fact]
    public async Task The_first_administrator_is_added_to_an_empty_folder_and_can_sign_in()
    {
        await using var folder = new TestFolder();
        var said = await CommandLine.RunWithInput(Password, [.. Administrator, "--data", folder.Path]);
        Assert.Equal((0, ""), (said.ExitCode, said.Error));

        await using var server = await EmbeddedPostgres.StartAsync(folder.Path, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        await using var db = TestRegion.Open(server.Connections, AccessScope.System);
        var user = await db.Users.SingleAsync();
        Assert.Equal((PortalRole.Administrator, AccessScope.Installation, false), (user.Role, user.Scope, user.MustChangePassword));
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<PortalUser>().VerifyHashedPassword(user, user.PasswordHash!, Password));
        Assert.True(user.LockoutEnabled);
        Assert.NotNull(user.SecurityStamp);
    }

    [Fact]
    public async Task A_curator_gets_exactly_the_schools_named()
    {
        var said = await AddAsync("Curator", "--region", "90", "--school", "sch900001", "900004");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        await using var db = TestRegion.Open(database, AccessScope.System);
        var user = await db.Users.SingleAsync(u => u.Email == "new@test.local");
        Assert.True(user.MustChangePassword);
        var schools = await db.Schools.Where(s => user.Scope.SchoolIds!.Contains(s.Id)).Select(s => s.Name).ToListAsync();
        Assert.Equal([TestRegion.OwnSchool, TestRegion.SouthSchool], schools.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("укажите регион", "RegionalCoordinator")]
    [InlineData("Региона с кодом 55 нет", "RegionalCoordinator", "--region", "55")]
    [InlineData("укажите муниципалитет", "MunicipalCoordinator", "--region", "90")]
    [InlineData("Муниципалитета «Чужой район» в регионе 90 нет", "MunicipalCoordinator", "--region", "90", "--municipality", "Чужой район")]
    [InlineData("Школы с логином ФИС ОКО 910001 в регионе 90 нет", "Principal", "--region", "90", "--school", "910001")]
    [InlineData("ожидаются 6 цифр", "Principal", "--region", "90", "--school", "12")]
    [InlineData("работает со всей установкой", "Administrator", "--region", "90")]
    public async Task A_scope_that_does_not_fit_is_refused_with_a_sentence_and_1(string sentence, string role, params string[] scope)
    {
        var said = await AddAsync(role, scope);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
        await using var db = TestRegion.Open(database, AccessScope.System);
        Assert.False(await db.Users.AnyAsync(u => u.Email == "new@test.local"));
    }

    [Theory]
    [InlineData("short", "Пароль короче 10 знаков")]
    [InlineData("onlylowercase", "нужна хотя бы одна цифра")]
    [InlineData("", "Пароль не указан")]
    public async Task A_weak_password_is_refused(string password, string sentence)
    {
        var said = await CommandLine.RunWithInput(password, [.. Administrator, "--connection", database.App]);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused()
    {
        var said = await CommandLine.RunWithInput(
            Password, "user", "add", "--email", TestRegion.Observer.ToUpperInvariant(), "--name", "x", "--role", "Administrator", "--connection", database.App);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("уже есть", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Укажите базу", "migrate")]
    [InlineData("Укажите что-то одно", "migrate", "--data", "a", "--connection", "b")]
    [InlineData("укажите --owner-connection", "migrate", "--connection", "Host=x;Username=y")]
    [InlineData("--connection не читается", "migrate", "--connection", "nonsense", "--owner-connection", "Host=x;Username=y")]
    [InlineData("Укажите почту", "user", "add", "--role", "Administrator")]
    [InlineData("Укажите роль", "user", "add", "--email", "a@b.c", "--name", "x", "--role", "King", "--data", "a")]
    [InlineData("Укажите роль", "user", "add", "--email", "a@b.c", "--name", "x", "--role", "0", "--data", "a")]
    [InlineData("укажите и --region", "user", "add", "--email", "a@b.c", "--name", "x", "--role", "Principal", "--school", "900001", "--data", "a")]
    public async Task Wrong_use_is_2_with_a_sentence(string sentence, params string[] arguments)
    {
        var said = await CommandLine.Run(arguments);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_1_with_a_sentence_without_the_password()
    {
        var said = await CommandLine.RunWithInput(Password, [.. Administrator, "--connection", "Host=127.0.0.1;Port=1;Username=u;Password=secret-word;Timeout=2"]);
        Assert.Equal(1, said.ExitCode);
        Assert.StartsWith("База данных не отвечает", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", said.Error, StringComparison.Ordinal);
    }

    private static string[] Administrator => ["user", "add", "--email", "admin-2@test.local", "--name", "Администратор портала", "--role", "administrator"];

    private Task<Said> AddAsync(string role, params string[] scope) => CommandLine.RunWithInput(
        Password, ["user", "add", "--email", "new@test.local", "--name", "Проверочный", "--role", role, "--connection", database.App, .. scope]);
}
