using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Publications;

namespace EffectiveSchool.Testing;

/// <summary>
/// Monitoring, site checks, news and working groups of every level of both regions: opened with every school filled in, and a
/// draft of each. The keys are of the region that the north stands in.
/// </summary>
/// <param name="Cycle">The region's opened monitoring.</param>
/// <param name="Round">Its first round, not closed.</param>
/// <param name="Submission">What the own school handed in, on review.</param>
/// <param name="Publication">News of the own school.</param>
/// <param name="SiteRound">The region's checks of sites.</param>
/// <param name="SiteCheck">The check of the own school.</param>
/// <param name="Group">The region's working group.</param>
/// <param name="Meeting">Its meeting.</param>
public sealed record MonitoringRecords(int Cycle, int Round, int Submission, int Publication, int SiteRound, int SiteCheck, int Group, int Meeting)
{
    private static readonly Author Author = new(Guid.Empty, "тест");
    private static readonly DateOnly Day = new(TestRecords.Year, 2, 1);

    internal static async Task<MonitoringRecords> AddAsync(PortalDb db, IReadOnlyList<School> schools, IReadOnlyCollection<Municipality> municipalities, int regionId)
    {
        foreach (var region in municipalities.Select(m => m.RegionId).Distinct())
        {
            await AddLevelAsync(db, [.. schools.Where(s => s.RegionId == region)], region, null);
        }

        foreach (var municipality in municipalities)
        {
            await AddLevelAsync(db, [.. schools.Where(s => s.MunicipalityId == municipality.Id)], municipality.RegionId, municipality.Id);
        }

        foreach (var school in schools)
        {
            db.Publications.Add(News(school.RegionId, null, school.Id));
        }

        await db.SaveChangesAsync();
        var own = schools.Single(s => s.Name == TestRegion.OwnSchool).Id;
        var cycle = await db.MonitoringCycles.Where(c => c.RegionId == regionId && c.MunicipalityId == null && c.OpenedAt != null).Select(c => c.Id).SingleAsync();
        var round = await db.MonitoringRounds.Where(r => r.CycleId == cycle).MinAsync(r => r.Id);
        var sites = await db.SiteCheckRounds.Where(r => r.RegionId == regionId && r.MunicipalityId == null).Select(r => r.Id).SingleAsync();
        var group = await db.WorkingGroups.Where(g => g.RegionId == regionId && g.MunicipalityId == null).Select(g => g.Id).SingleAsync();
        return new MonitoringRecords(
            cycle,
            round,
            await db.MonitoringSubmissions.Where(s => s.RoundId == round && s.SchoolId == own).Select(s => s.Id).SingleAsync(),
            await db.Publications.Where(p => p.SchoolId == own).Select(p => p.Id).SingleAsync(),
            sites,
            await db.SiteChecks.Where(c => c.RoundId == sites && c.SchoolId == own).Select(c => c.Id).SingleAsync(),
            group,
            await db.Meetings.Where(m => m.GroupId == group).Select(m => m.Id).SingleAsync());
    }

    private static async Task AddLevelAsync(PortalDb db, IReadOnlyList<School> schools, int region, int? municipality)
    {
        db.MonitoringCycles.Add(NewCycle(region, municipality, "Черновик"));
        var cycle = NewCycle(region, municipality, "Мониторинг ШНОР");
        db.MonitoringCycles.Add(cycle);
        Agree(cycle.Open(DateTimeOffset.UnixEpoch));
        var (sites, refusal) = SiteCheckRound.Begin(new SiteCheckDraft(region, municipality, "Сайты", Day, SchoolChoice.All, null), SiteCheckRound.UsualItems);
        Agree(refusal);
        db.SiteCheckRounds.Add(sites!);
        db.Publications.Add(News(region, municipality, null));
        var group = new WorkingGroup { RegionId = region, MunicipalityId = municipality };
        Agree(group.Describe("Поддержка школ", "приказ № 12"));
        Agree(group.Add(null, "Иванова И. И.", "методист"));
        db.WorkingGroups.Add(group);
        await db.SaveChangesAsync();

        var meeting = new Meeting { GroupId = group.Id, RegionId = region, MunicipalityId = municipality };
        Agree(meeting.Write(new MeetingNotes(Day, "актовый зал", 7, ["О ходе программы"], "3", Day)));
        var (decision, _, unread) = MeetingDecision.Read(new DecisionNotes("Провести срез знаний", "школы", "ежеквартально", null), meeting, DateTimeOffset.UnixEpoch);
        Agree(unread ?? meeting.Decide(decision!));
        db.Meetings.Add(meeting);
        foreach (var school in schools)
        {
            var check = new SiteCheck { RegionId = region, RoundId = sites!.Id, SchoolId = school.Id };
            Agree(check.Write([new SiteFinding(sites.Items[0], true, "https://school.test/programme", "")], sites, Author, DateTimeOffset.UnixEpoch));
            db.SiteChecks.Add(check);
            foreach (var round in cycle.Rounds)
            {
                var submission = new MonitoringSubmission { RegionId = region, RoundId = round.Id, SchoolId = school.Id };
                var by = new WorkActor(Author, DutyLevel.School);
                Agree(submission.Fill([.. cycle.Items.Select(i => (i, MonitoringValue.Read(i, "12").Value))], round, by, round.From, DateTimeOffset.UnixEpoch));
                Agree(submission.Submit(cycle.Items, round, by, round.From, DateTimeOffset.UnixEpoch));
                db.MonitoringSubmissions.Add(submission);
            }
        }

        await db.SaveChangesAsync();
    }

    private static MonitoringCycle NewCycle(int region, int? municipality, string name)
    {
        var (cycle, refusal) = MonitoringCycle.Plan(new MonitoringDraft(region, municipality, null, name, TestRecords.Year, MonitoringFrequency.Twice, SchoolChoice.All));
        Agree(refusal ?? cycle!.Ask("Учителей на курсах", MonitoringItemKind.Number, "человек", required: true));
        return cycle!;
    }

    private static Publication News(int region, int? municipality, int? school)
    {
        var publication = new Publication { RegionId = region, MunicipalityId = municipality, SchoolId = school, AuthorId = Guid.Empty, Author = "тест" };
        Agree(publication.Write(new PublicationNotes("Семинар для учителей", Day, "сайт", "https://school.test/news", null), Day));
        return publication;
    }

    private static void Agree(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal);
        }
    }
}
