using System.Security.Cryptography;
using System.Text;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Demo;

/// <summary>
/// A regional and a municipal programme of the demo with participants of the approved list, roadmaps, and works in every
/// state. However large the region, only so many schools take part.
/// </summary>
public sealed class DemoProgrammes(PortalDb db, FileStore store, TimeProvider clock)
{
    /// <summary>Schools that take part in the regional programme.</summary>
    public const int MostSchools = 24;

    /// <summary>Every so many schools prove their works by a file of their own.</summary>
    private const int EveryWithFile = 4;

    /// <summary>The smallest document that programs open: one empty page.</summary>
    private static readonly byte[] Page = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>Adds both, in one transaction. Lists must have been run; accounts are used where there are any.</summary>
    public async Task AddAsync(DemoRegion demo, Region region, CancellationToken cancellationToken)
    {
        var today = clock.GetUtcNow().DayIn(region.TimeZone);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var people = await db.Users.AsNoTracking().Where(u => u.RegionId == region.Id).ToListAsync(cancellationToken);
        var (list, schools) = await ParticipantsAsync(region, people, cancellationToken);
        if (schools.Count == 0)
        {
            return;
        }

        var municipality = await db.Municipalities.SingleAsync(m => m.Id == schools[0].MunicipalityId, cancellationToken);
        var period = (From: new DateOnly(demo.LastYear, 1, 1), To: new DateOnly(demo.LastYear + 1, 12, 31));

        var regional = new Programme { RegionId = region.Id };
        Demand(regional.Describe($"Поддержка школ с низкими образовательными результатами на {demo.LastYear}–{demo.LastYear + 1} годы", period.From, period.To, DemoPlan.RegionalPassport));
        await AddAsync(regional, DemoPlan.Regional(demo.LastYear, today), [.. schools.Select(s => (s.Id, s.Listed ? ParticipantKind.Region : ParticipantKind.RiskZone, s.Listed ? list : (int?)null))], cancellationToken);

        // One municipality's is agreed and worked on, another's waits for the region.
        var own = await AddChildAsync(regional, municipality, today, cancellationToken);
        Demand(own.Agree(ActorsOf(null, DutyLevel.Region, region, schools[0], people).Doer, own.ReviewEvents[0].At.AddDays(2)));
        await AddPlanAsync(own, today, schools, cancellationToken);
        if (schools.Find(s => s.MunicipalityId != municipality.Id) is { } far)
        {
            var other = await db.Municipalities.SingleAsync(m => m.Id == far.MunicipalityId, cancellationToken);
            await AddPlanAsync(await AddChildAsync(regional, other, today, cancellationToken), today, schools, cancellationToken);
        }

        var stored = new Dictionary<int, int>();
        foreach (var school in schools.Where((_, place) => place % EveryWithFile == 0))
        {
            stored[school.Id] = await StoreAsync(school, region, ActorsOf(school, DutyLevel.School, region, schools[0], people).Doer.Author, cancellationToken);
        }

        var works = new List<OccurrenceWork>();
        foreach (var programme in new[] { regional, own })
        {
            works.AddRange(await WorkAsync(programme, region, schools, stored, people, today, cancellationToken));
        }

        await new DemoWorkCopy(db, clock).StoreAsync(region.Id, works, cancellationToken);

        await new DemoReports(db, works, today).AddAsync(regional, own, ActorsOf(null, DutyLevel.Region, region, schools[0], people).Doer, cancellationToken);
        var child = new DemoChildPlan(db, clock);
        await child.AmendAsync(own, ActorsOf(null, DutyLevel.Municipality, region, schools[0], people).Doer, today, cancellationToken);
        await child.AddAsync(own, schools[0].Id, schools[0].Name, ActorsOf(schools[0], DutyLevel.School, region, schools[0], people).Doer, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<Programme> AddChildAsync(Programme parent, Municipality municipality, DateOnly today, CancellationToken cancellationToken)
    {
        var child = new Programme { RegionId = parent.RegionId, MunicipalityId = municipality.Id };
        Demand(child.Describe($"{municipality.Name}: муниципальная программа помощи школам", parent.From, parent.To, DemoPlan.MunicipalPassport));
        Demand(child.PutUnder(parent));
        var sender = new WorkActor(new Author(Guid.Empty, $"{PortalRole.MunicipalCoordinator.RussianName()}, {municipality.Name}"), DutyLevel.Municipality);
        Demand(child.Submit(DemoPlan.Municipal(parent.From.Year, today).Count, sender, new DateTimeOffset(parent.From.AddDays(10), new TimeOnly(8, 0), TimeSpan.Zero)));
        db.Programmes.Add(child);
        await db.SaveChangesAsync(cancellationToken);
        return child;
    }

    private Task AddPlanAsync(Programme programme, DateOnly today, List<Participant> schools, CancellationToken cancellationToken) => AddAsync(
        programme,
        DemoPlan.Municipal(programme.From.Year, today),
        [.. schools.Where(s => s.MunicipalityId == programme.MunicipalityId).Select(s => (s.Id, ParticipantKind.Municipality, (int?)null))],
        cancellationToken);

    private sealed record Participant(int Id, string Name, string Site, int MunicipalityId, string Municipality, bool Listed);

    /// <summary>The schools of the demo's principal and curator first, then those listed beside them, then others of the approved list.</summary>
    private async Task<(int List, List<Participant> Schools)> ParticipantsAsync(Region region, List<PortalUser> people, CancellationToken cancellationToken)
    {
        var list = await db.Lists.Where(l => l.RegionId == region.Id && l.State == ListState.Approved).OrderByDescending(l => l.ForYear).Select(l => l.Id).FirstAsync(cancellationToken);
        List<int> own = [.. people.OrderByDescending(u => u.Role == PortalRole.Principal).SelectMany(u => u.Schools.Select(s => s.SchoolId).Order()).Distinct()];
        var near = people.Find(u => u.Role == PortalRole.MunicipalCoordinator)?.MunicipalityId;
        var schools = await (
            from school in db.Schools.Where(s => s.RegionId == region.Id && s.Status == SchoolStatus.Active)
            join municipality in db.Municipalities on school.MunicipalityId equals municipality.Id
            let listed = db.ListSchools.Any(l => l.ListId == list && l.SchoolId == school.Id && l.Listed)
            where listed || own.Contains(school.Id)
            orderby own.Contains(school.Id) descending, school.MunicipalityId == near descending, school.Id
            select new Participant(school.Id, school.Name, school.Site ?? "https://school.example", municipality.Id, municipality.Name, listed))
            .Take(MostSchools).ToListAsync(cancellationToken);
        return (list, [.. schools.OrderBy(s => own.IndexOf(s.Id) is var place && place < 0 ? own.Count : place)]);
    }

    private async Task AddAsync(
        Programme programme, IReadOnlyList<DemoActivity> plan, IReadOnlyList<(int School, ParticipantKind Kind, int? List)> schools, CancellationToken cancellationToken)
    {
        db.Programmes.Update(programme);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var year in Enumerable.Range(programme.From.Year, programme.To.Year - programme.From.Year + 1))
        {
            db.ProgrammeSchools.AddRange(schools.Select(s => new ProgrammeSchool
            {
                ProgrammeId = programme.Id, SchoolId = s.School, Year = year, RegionId = programme.RegionId, Kind = s.Kind, ListId = s.List,
            }));
        }

        var roadmap = new Roadmap
        {
            ProgrammeId = programme.Id,
            RegionId = programme.RegionId,
            Name = "Дорожная карта: " + programme.Name,
            FileName = $"Дорожная карта ({DemoRegion.SourceName})",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', plan)))),
            Author = "Региональный координатор",
            CreatedAt = new DateTimeOffset(programme.From.AddDays(20), new TimeOnly(7, 0), TimeSpan.Zero),
        };
        foreach (var (section, words, term) in plan)
        {
            roadmap.Add([section], null, words, TermReader.Read(term, programme.Period));
        }

        db.Roadmaps.Add(roadmap);
        await db.SaveChangesAsync(cancellationToken);
        await new WorkFanOut(db, clock).RenewAsync(programme.Id, cancellationToken);
    }

    private async Task<List<OccurrenceWork>> WorkAsync(
        Programme programme, Region region, List<Participant> schools, Dictionary<int, int> files, List<PortalUser> people, DateOnly today, CancellationToken cancellationToken)
    {
        var expected = (await db.Activities.AsNoTracking().Include(a => a.Occurrences).Where(a => db.Roadmaps.Any(r => r.Id == a.RoadmapId && r.ProgrammeId == programme.Id)).ToListAsync(cancellationToken))
            .SelectMany(a => a.Occurrences, (a, o) => (o.Id, Activity: a)).ToDictionary(o => o.Id, o => o.Activity);
        var works = await db.Works.AsNoTracking().Where(w => w.ProgrammeId == programme.Id && w.From <= today).OrderBy(w => w.Due).ThenBy(w => w.Id).ToListAsync(cancellationToken);
        foreach (var mine in works.GroupBy(w => w.SchoolId))
        {
            var place = schools.FindIndex(s => s.Id == mine.Key);
            var school = place < 0 ? null : schools[place];
            var actors = ActorsOf(school, mine.First().Owner, region, schools[0], people);
            var course = new DemoCourse(place + 1, new Uri(school?.Site ?? "https://region99.example"), actors, today);
            var file = school is not null && files.TryGetValue(school.Id, out var id) ? id : (int?)null;
            foreach (var work in mine)
            {
                course.Take(work, course.Next(work), expected[work.OccurrenceId].QuantityOf(work), file);
            }
        }

        return works;
    }

    private static DemoActors ActorsOf(Participant? school, DutyLevel owner, Region region, Participant first, List<PortalUser> people)
    {
        var place = school ?? first;
        WorkActor Actor(PortalRole role, DutyLevel level, string of) =>
            new(new Author(people.Find(u => u.Role == role && Sees(u, place))?.Id ?? Guid.Empty, $"{role.RussianName()}, {of}"), level);

        var top = Actor(PortalRole.RegionalCoordinator, DutyLevel.Region, region.Name);
        var municipality = Actor(PortalRole.MunicipalCoordinator, DutyLevel.Municipality, place.Municipality);
        return owner switch
        {
            DutyLevel.School => new DemoActors(Actor(PortalRole.Principal, DutyLevel.School, school!.Name), Actor(PortalRole.Curator, DutyLevel.Curator, region.Name), municipality),
            DutyLevel.Municipality => new DemoActors(municipality, top, top),
            _ => new DemoActors(top, top, top),
        };
    }

    private static bool Sees(PortalUser user, Participant school) =>
        user.Schools.Count > 0 ? user.Schools.Exists(s => s.SchoolId == school.Id) : user.MunicipalityId is null || user.MunicipalityId == school.MunicipalityId;

    private async Task<int> StoreAsync(Participant school, Region region, Author author, CancellationToken cancellationToken)
    {
        using var page = new MemoryStream(Page, writable: false);
        return (await store.AddAsync(FileOwner.School(region.Id, school.Id), "Приказ.pdf", DocumentKind.Pdf, page, author, cancellationToken)).Id;
    }

    internal static void Demand(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"A demo programme was refused: {refusal}");
        }
    }
}
