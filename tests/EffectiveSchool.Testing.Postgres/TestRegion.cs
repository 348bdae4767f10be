using EffectiveSchool.Data.Setup;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Testing;

/// <summary>
/// A small world for tests: region 90 with two municipalities and five schools, a foreign region 91 with one of each,
/// and a person of every role. Everything is found by the names below.
/// </summary>
public static class TestRegion
{
    public const string Password = "Test-2026-pass";
    public const string Administrator = "admin@test.local";
    public const string Regional = "region@test.local";
    public const string Municipal = "north@test.local";
    public const string OtherMunicipal = "south@test.local";
    public const string Curator = "curator@test.local";
    public const string Principal = "principal@test.local";
    public const string Observer = "observer@test.local";
    public const string ForeignRegional = "foreign@test.local";

    public const string North = "Северный район";
    public const string South = "Южный район";
    public const string ForeignMunicipality = "Чужой район";

    /// <summary>The principal's and the curator's school, code 900001, in the north.</summary>
    public const string OwnSchool = "МБОУ СОШ с. Ёлкино";

    /// <summary>Code 900002, in the north: the curator's second school.</summary>
    public const string SecondSchool = "МКОУ ООШ п. Лесной";

    /// <summary>Code 900003, in the north: nobody's but the municipality's.</summary>
    public const string ThirdSchool = "МБОУ «Лицей № 2»";

    /// <summary>Code 900004, in the south.</summary>
    public const string SouthSchool = "МБОУ СОШ № 4 г. Южный";

    /// <summary>Code 900005, in the south, a branch of 900004.</summary>
    public const string BranchSchool = "Филиал МБОУ СОШ № 4 в д. Заречье";

    /// <summary>Code 910001 of the foreign region.</summary>
    public const string ForeignSchool = "МБОУ СОШ с. Чужое";

    private static readonly string PasswordHash = new PasswordHasher<PortalUser>().HashPassword(null!, Password);

    /// <summary>A database of one's own with this world in it.</summary>
    public static async Task<DatabaseConnections> CloneAsync() =>
        await TestCluster.CloneAsync(await TestCluster.CreateTemplateAsync(nameof(TestRegion), FillAsync));

    /// <summary>The database as some scope sees it, through the app role that row-level security binds.</summary>
    public static PortalDb Open(DatabaseConnections database, AccessScope scope, Guid? userId = null)
    {
        var access = new CurrentAccess { Scope = scope, UserId = userId };
        var options = new DbContextOptionsBuilder<PortalDb>()
            .UseNpgsql(database.App, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(new ScopeInterceptor(access));
        return new PortalDb(options.Options, access, TimeProvider.System);
    }

    private static async Task FillAsync(DatabaseConnections database)
    {
        await DatabaseSetup.PrepareAsync(database.Owner, database.App);
        await using var db = Open(database, AccessScope.System);

        var region = new Region { Code = "90", Name = "Опытная область", TimeZone = "Asia/Novosibirsk" };
        var foreign = new Region { Code = "91", Name = "Чужая область", TimeZone = "Europe/Moscow" };
        db.Regions.AddRange(region, foreign);
        await db.SaveChangesAsync();

        var north = new Municipality { RegionId = region.Id, Name = North, FisOkoCode = "reg90_m001" };
        var south = new Municipality { RegionId = region.Id, Name = South, FisOkoCode = "reg90_m002" };
        var foreignMunicipality = new Municipality { RegionId = foreign.Id, Name = ForeignMunicipality, FisOkoCode = "reg91_m001" };
        db.Municipalities.AddRange(north, south, foreignMunicipality);
        await db.SaveChangesAsync();

        var own = NewSchool(north, OwnSchool, "900001");
        var second = NewSchool(north, SecondSchool, "900002");
        var fourth = NewSchool(south, SouthSchool, "900004");
        var branch = NewSchool(south, BranchSchool, "900005");
        db.Schools.AddRange(own, second, NewSchool(north, ThirdSchool, "900003"), fourth, branch, NewSchool(foreignMunicipality, ForeignSchool, "910001"));
        await db.SaveChangesAsync();
        branch.BecomeBranchOf(fourth);

        foreach (var each in new[] { region, foreign })
        {
            db.Methodologies.AddRange(Methodologies.PresetsFor(each, DateTimeOffset.UnixEpoch));
        }

        db.Users.AddRange(
            NewUser(Administrator, PortalRole.Administrator),
            NewUser(Regional, PortalRole.RegionalCoordinator, region.Id),
            NewUser(Municipal, PortalRole.MunicipalCoordinator, region.Id, north.Id),
            NewUser(OtherMunicipal, PortalRole.MunicipalCoordinator, region.Id, south.Id),
            NewUser(Curator, PortalRole.Curator, region.Id, null, own, second),
            NewUser(Principal, PortalRole.Principal, region.Id, null, own),
            NewUser(Observer, PortalRole.Observer, region.Id),
            NewUser(ForeignRegional, PortalRole.RegionalCoordinator, foreign.Id));
        await db.SaveChangesAsync();
    }

    private static School NewSchool(Municipality municipality, string name, string code)
    {
        var school = new School { RegionId = municipality.RegionId, MunicipalityId = municipality.Id, Name = name, Type = SchoolTypes.FromName(name) };
        school.SetCode(SchoolCodeKind.FisOko, code, new DateOnly(2026, 1, 1));
        return school;
    }

    private static PortalUser NewUser(string email, PortalRole role, int? regionId = null, int? municipalityId = null, params School[] schools)
    {
        var user = new PortalUser
        {
            DisplayName = role.RussianName(),
            Role = role,
            RegionId = regionId,
            MunicipalityId = municipalityId,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            PasswordHash = PasswordHash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.Schools.AddRange(schools.Select(s => new UserSchool { UserId = user.Id, SchoolId = s.Id }));
        return user;
    }
}
