using EffectiveSchool.Data;
using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Demo;

/// <summary>Monitoring of the demo region with a closed and a running round, news, a check of sites and a meeting.</summary>
public sealed class DemoMonitoring(PortalDb db, SiteDesk sites, TimeProvider clock)
{
    private static readonly Author Coordinator = new(Guid.Empty, "региональный координатор");
    private static readonly Author Curator = new(Guid.Empty, "куратор");

    /// <summary>Adds all of it; the lists must be there.</summary>
    public async Task AddAsync(Region region, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await AddRoundsAsync(region, today, cancellationToken);
        await AddSitesAsync(region, today, now, cancellationToken);
        AddNews(region, today);
        await AddMeetingAsync(region, today, now, cancellationToken);
    }

    private static void Agree(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal);
        }
    }

    private async Task AddRoundsAsync(Region region, DateOnly today, CancellationToken cancellationToken)
    {
        var (cycle, refusal) = MonitoringCycle.Plan(new MonitoringDraft(region.Id, null, null, "Мониторинг поддержки ШНОР", today.Year, MonitoringFrequency.Twice, SchoolChoice.Listed));
        Agree(refusal
            ?? cycle!.Ask("Учителей, прошедших курсы", MonitoringItemKind.Number, "человек", required: true)
            ?? cycle.Ask("Доля учащихся, справившихся со срезом", MonitoringItemKind.Number, "%", required: true)
            ?? cycle.Ask("Концепция развития на сайте", MonitoringItemKind.Link, null, required: true)
            ?? cycle.Ask("Назначен ответственный", MonitoringItemKind.YesNo, null, required: true)
            ?? cycle.Ask("Что мешает", MonitoringItemKind.Text, null, required: false));
        db.MonitoringCycles.Add(cycle!);
        await db.SaveChangesAsync(cancellationToken);
        Agree(cycle!.Schedule(cycle.Rounds[0].Id, today.AddDays(-90), today.AddDays(-70)) ?? cycle.Schedule(cycle.Rounds[1].Id, today.AddDays(-10), today.AddDays(5)));
        Agree(await DeskOn(today.AddDays(-92)).OpenAsync(cycle, cancellationToken));
        var submissions = await db.MonitoringSubmissions.Include(s => s.Answers).Include(s => s.Events).OrderBy(s => s.SchoolId).ToListAsync(cancellationToken);
        foreach (var round in cycle.Rounds)
        {
            // At the end of the year every third school has not begun.
            foreach (var (submission, place) in submissions.Where(s => s.RoundId == round.Id).Select((s, i) => (s, i)).Where(p => round == cycle.Rounds[0] || p.i % 3 != 0))
            {
                Fill(cycle, round, submission, place, today);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        Agree(await DeskOn(today.AddDays(-66)).CloseAsync(cycle.Rounds[0], today.AddDays(-66), Coordinator, cancellationToken));
    }

    /// <summary>The desk as it works on a day: the demo's rounds were opened and closed long before its first start.</summary>
    private MonitoringDesk DeskOn(DateOnly day) => new(db, new DayClock(At(day, 9)));

    private static DateTimeOffset At(DateOnly day, int hour) => new(day, new TimeOnly(hour, 0), TimeSpan.Zero);

    /// <summary>A clock that stands.</summary>
    private sealed class DayClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }

    /// <summary>Schools hand in within the days of the round, one after another, and are confirmed the next day; nothing is told of tomorrow.</summary>
    private static void Fill(MonitoringCycle cycle, MonitoringRound round, MonitoringSubmission submission, int place, DateOnly today)
    {
        var growth = round.Position - 1;
        var last = round.Due < today ? round.Due : today.AddDays(-2);
        var day = round.From.AddDays(place % (last.DayNumber - round.From.DayNumber + 1));
        string[] answers = [$"{2 + (place % 5) + growth}", $"{50 + (place * 7 % 40) + (3 * growth)}", "https://school.example/concept", place % 4 == 0 ? "нет" : "да", ""];
        var school = new WorkActor(new Author(Guid.Empty, "директор / школьный координатор"), DutyLevel.School);
        Agree(submission.Fill([.. cycle.Items.Zip(answers, (item, text) => (item, MonitoringValue.Read(item, text).Value))], round, school, day, At(day, 7))
            ?? submission.Submit(cycle.Items, round, school, day, At(day, 8)));
        if (growth == 0 || place % 2 == 0)
        {
            Agree(submission.Confirm(round, new WorkActor(Curator, DutyLevel.Curator), At(day.AddDays(1), 9)));
        }
    }

    private async Task AddSitesAsync(Region region, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (round, refusal) = SiteCheckRound.Begin(new SiteCheckDraft(region.Id, null, "Сайты школ перечня", today, SchoolChoice.Listed, null), SiteCheckRound.UsualItems);
        Agree(refusal ?? await sites.BeginAsync(round!, cancellationToken));
        foreach (var (check, place) in (await db.SiteChecks.Include(c => c.Marks).OrderBy(c => c.SchoolId).ToListAsync(cancellationToken)).Select((c, i) => (c, i)).Where(p => p.i % 4 != 3))
        {
            Agree(check.Write(
                [.. round!.Items.Take(6).Select(i => new SiteFinding(i, (i.Position + place) % 3 != 0, (i.Position + place) % 3 == 0 ? null : "https://school.example/support", ""))], round, Curator, now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private void AddNews(Region region, DateOnly today)
    {
        foreach (var month in Enumerable.Range(1, today.Month).Where(m => m is not (3 or 7)))
        {
            var publication = new Publication { RegionId = region.Id, AuthorId = Coordinator.Id, Author = Coordinator.Name };
            var day = new DateOnly(today.Year, month, Math.Min(today.Day, 10));
            Agree(publication.Write(new PublicationNotes($"Поддержка школ: новости за {RussianCulture.Value.DateTimeFormat.MonthNames[month - 1]}", day, "сайт департамента", "https://region.example/news", null), today));
            db.Publications.Add(publication);
        }
    }

    private async Task AddMeetingAsync(Region region, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var group = new WorkingGroup { RegionId = region.Id };
        Agree(group.Describe("Поддержка школ с низкими результатами", "приказ № 57-п") ?? group.Add(null, "Иванова И. И.", "начальник отдела общего образования"));
        db.WorkingGroups.Add(group);
        await db.SaveChangesAsync(cancellationToken);
        var meeting = new Meeting { GroupId = group.Id, RegionId = region.Id };
        Agree(meeting.Write(new MeetingNotes(today.AddDays(-40), "актовый зал департамента", 14, ["О ходе работы со школами перечня", "О курсах для учителей математики"], "4", today.AddDays(-38))));
        foreach (var (text, responsible, term) in new[]
        {
            ("Провести срез знаний по математике в школах перечня", "школы перечня", "ежеквартально"),
            ("Составить график посещений", "кураторы", $"до {RussianFigures.Date(today.AddDays(-9))}"),
        })
        {
            var (decision, _, refusal) = MeetingDecision.Read(new DecisionNotes(text, responsible, term, null), meeting, now);
            Agree(refusal ?? meeting.Decide(decision!));
        }

        db.Meetings.Add(meeting);
        await db.SaveChangesAsync(cancellationToken);
    }
}
