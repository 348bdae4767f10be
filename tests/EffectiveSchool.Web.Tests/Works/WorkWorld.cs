using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Tests.Works;

/// <summary>A programme whose roadmap asks three things of each of three schools, and one of the region for all.</summary>
public sealed class WorkWorld : IAsyncLifetime
{
    public Portal Portal { get; } = new();

    public int Programme { get; private set; }

    public int Roadmap { get; private set; }

    public async Task InitializeAsync()
    {
        await Portal.InitializeAsync();
        await using var db = Portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var added = new Programme { RegionId = region.Id };
        var year = DateTime.UtcNow.Year;
        Assert.Null(added.Describe("Поддержка школ", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), new ProgrammePassport()));
        db.Programmes.Add(added);
        await db.SaveChangesAsync();
        var plan = new Roadmap
        {
            ProgrammeId = added.Id, RegionId = region.Id, Name = "Дорожная карта", FileName = "план.xlsx", Sha256 = new string('a', 64), Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch,
        };
        plan.Add(["Трек 1"], null, new ActivityWords("1.1", "Педсовет в каждой ШНРО", "директора", "участие не менее 90 % педагогов"), TermReader.Read("Январь", added.Period));
        plan.Add(["Трек 1"], null, new ActivityWords("1.2", "Семинар в каждой ШНРО", "директора", "протокол"), TermReader.Read("Февраль", added.Period));
        plan.Add(["Трек 2"], null, new ActivityWords("2.1", "Региональный семинар", "ИРО, департамент образования", "не менее 5 человек от школы"), TermReader.Read("Февраль", added.Period));
        db.Roadmaps.Add(plan);
        await db.SaveChangesAsync();
        (Programme, Roadmap) = (added.Id, plan.Id);
        var schools = await db.Schools.Where(s => s.Name == TestRegion.OwnSchool || s.Name == TestRegion.SecondSchool || s.Name == TestRegion.SouthSchool).ToListAsync();
        db.ProgrammeSchools.AddRange(schools.Select(s => new ProgrammeSchool { ProgrammeId = Programme, SchoolId = s.Id, Year = year, RegionId = s.RegionId, Kind = ParticipantKind.Region }));
        await db.SaveChangesAsync();
        await new Data.Roadmaps.WorkFanOut(db, TimeProvider.System).RenewAsync(Programme, CancellationToken.None);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)Portal).DisposeAsync();

    /// <summary>The work of a school on an activity; null school: that of the region.</summary>
    public async Task<int> WorkAsync(string number, string? school)
    {
        await using var db = Portal.Open();
        return await db.Works.Where(w => db.Activities.Any(a => a.Number == number && a.Occurrences.Any(o => o.Id == w.OccurrenceId))
            && (school == null ? w.SchoolId == null : db.Schools.Any(s => s.Id == w.SchoolId && s.Name == school))).Select(w => w.Id).SingleAsync();
    }

    public async Task<int> ActivityAsync(string number)
    {
        await using var db = Portal.Open();
        return await db.Activities.Where(a => a.Number == number && a.RoadmapId == Roadmap).Select(a => a.Id).SingleAsync();
    }

    public async Task<List<WorkState>> StatesAsync(string number)
    {
        await using var db = Portal.Open();
        return await db.Works.Where(w => db.Activities.Any(a => a.Number == number && a.Occurrences.Any(o => o.Id == w.OccurrenceId))).OrderBy(w => w.Id).Select(w => w.State).ToListAsync();
    }
}
