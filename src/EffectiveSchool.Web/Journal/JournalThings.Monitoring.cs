using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Publications;

namespace EffectiveSchool.Web.Journal;

/// <content>Names and pages of monitoring, publications, site checks and meetings.</content>
public sealed partial class JournalThings
{
    private async Task AddMonitoringAsync(PortalDb db, ILookup<string, string> ids, CancellationToken cancellationToken)
    {
        var cycles = Numbers(ids[nameof(MonitoringCycle)]);
        foreach (var cycle in await db.MonitoringCycles.Where(c => cycles.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.Year }).ToListAsync(cancellationToken))
        {
            Add(nameof(MonitoringCycle), cycle.Id, $"{cycle.Name}, {cycle.Year} год", $"/monitoring/{cycle.Id}");
        }

        var rounds = Numbers(ids[nameof(MonitoringRound)]);
        foreach (var round in await db.MonitoringRounds.AsNoTracking().Where(r => rounds.Contains(r.Id)).ToListAsync(cancellationToken))
        {
            Add(nameof(MonitoringRound), round.Id, round.Title, $"/monitoring/rounds/{round.Id}");
        }

        // An answer bears the keys «submission/item».
        var answers = ids[nameof(MonitoringAnswer)].Distinct(StringComparer.Ordinal).ToLookup(id => id.Split('/')[0], StringComparer.Ordinal);
        var submissions = Numbers(ids[nameof(MonitoringSubmission)].Concat(answers.Select(a => a.Key)));
        foreach (var submission in await db.MonitoringSubmissions.Where(s => submissions.Contains(s.Id))
            .Select(s => new { s.Id, School = db.Schools.Where(x => x.Id == s.SchoolId).Select(x => x.Name).FirstOrDefault() }).ToListAsync(cancellationToken))
        {
            var (name, page) = (submission.School ?? $"№ {submission.Id}", $"/monitoring/submissions/{submission.Id}");
            Add(nameof(MonitoringSubmission), submission.Id, name, page);
            foreach (var answer in answers[submission.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])
            {
                _things[(nameof(MonitoringAnswer), answer)] = (name, page);
            }
        }

        await AddPublicationsAsync(db, ids, cancellationToken);
        await AddMeetingsAsync(db, ids, cancellationToken);
    }

    private async Task AddPublicationsAsync(PortalDb db, ILookup<string, string> ids, CancellationToken cancellationToken)
    {
        var publications = Numbers(ids[nameof(Publication)]);
        foreach (var publication in await db.Publications.Where(p => publications.Contains(p.Id)).Select(p => new { p.Id, p.Title }).ToListAsync(cancellationToken))
        {
            Add(nameof(Publication), publication.Id, publication.Title, "/publications");
        }

        var rounds = Numbers(ids[nameof(SiteCheckRound)]);
        foreach (var round in await db.SiteCheckRounds.Where(r => rounds.Contains(r.Id)).Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken))
        {
            Add(nameof(SiteCheckRound), round.Id, round.Name, $"/publications/sites/{round.Id}");
        }

        var marks = ids[nameof(SiteMark)].Distinct(StringComparer.Ordinal).ToLookup(id => id.Split('/')[0], StringComparer.Ordinal);
        var checks = Numbers(marks.Select(m => m.Key));
        foreach (var check in await db.SiteChecks.Where(c => checks.Contains(c.Id))
            .Select(c => new { c.Id, School = db.Schools.Where(x => x.Id == c.SchoolId).Select(x => x.Name).FirstOrDefault() }).ToListAsync(cancellationToken))
        {
            foreach (var mark in marks[check.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])
            {
                _things[(nameof(SiteMark), mark)] = (check.School ?? $"№ {check.Id}", $"/publications/sites/checks/{check.Id}");
            }
        }
    }

    private async Task AddMeetingsAsync(PortalDb db, ILookup<string, string> ids, CancellationToken cancellationToken)
    {
        var groups = Numbers(ids[nameof(WorkingGroup)]);
        foreach (var group in await db.WorkingGroups.Where(g => groups.Contains(g.Id)).Select(g => new { g.Id, g.Name }).ToListAsync(cancellationToken))
        {
            Add(nameof(WorkingGroup), group.Id, group.Name, $"/meetings/groups/{group.Id}");
        }

        var meetings = Numbers(ids[nameof(Meeting)]);
        foreach (var meeting in await db.Meetings.Where(m => meetings.Contains(m.Id)).Select(m => new { m.Id, m.Date }).ToListAsync(cancellationToken))
        {
            Add(nameof(Meeting), meeting.Id, RussianFigures.Date(meeting.Date), $"/meetings/{meeting.Id}");
        }

        var decisions = Numbers(ids[nameof(MeetingDecision)]);
        foreach (var decision in await db.MeetingDecisions.Where(d => decisions.Contains(d.Id)).Select(d => new { d.Id, d.MeetingId }).ToListAsync(cancellationToken))
        {
            Add(nameof(MeetingDecision), decision.Id, $"№ {decision.Id}", $"/meetings/{decision.MeetingId}");
        }
    }
}
