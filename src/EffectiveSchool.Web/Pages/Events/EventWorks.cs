using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Works;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>What an event gives a report.</summary>
/// <param name="Reached">Share of the listed schools that took part, where a share is expected; null where nothing is counted.</param>
/// <param name="Enough">Whether it is what was expected.</param>
public sealed record OfferedReport(string Fact, decimal? Reached, bool Enough);

/// <summary>A work that an event carries out; nothing is offered where the reader does not report it or the event was not held.</summary>
public sealed record EventWork(OccurrenceWork Work, string Doer, ExpectedQuantity? Expected, OfferedReport? Offered);

/// <summary>The works of the occurrence that an event carries out.</summary>
public sealed class EventWorks(PortalDb db, WorkDesk desk, WorkActors actors, Person person)
{
    /// <summary>Of an activity for every school a coordinator sees the first ones; the others stand on the page of the roadmap.</summary>
    private const int MostShown = 50;

    public async Task<IReadOnlyList<EventWork>> ReadAsync(Event held, Activity? activity, (int Took, int Of) listed, CancellationToken cancellationToken)
    {
        if (held.OccurrenceId is not { } occurrence || activity is null)
        {
            return [];
        }

        var works = await db.Works.Include(w => w.Evidence).Where(w => w.OccurrenceId == occurrence).OrderBy(w => w.Id).Take(MostShown).ToListAsync(cancellationToken);
        var (schools, municipalities) = (works.Select(w => w.SchoolId).OfType<int>().ToList(), works.Select(w => w.MunicipalityId).OfType<int>().ToList());
        var names = await db.Schools.Where(s => schools.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var places = await db.Municipalities.Where(m => municipalities.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);
        return
        [
            .. works.Select(w => new EventWork(
                w,
                w.SchoolId is { } school ? names.GetValueOrDefault(school, "школа") : w.MunicipalityId is { } municipality ? places.GetValueOrDefault(municipality, "муниципалитет") : "регион",
                activity.QuantityOf(w),
                held.State == EventState.Held && Reports(w) ? Offer(held, w, activity.QuantityOf(w), listed) : null)),
        ];
    }

    /// <summary>Writes the report and attaches the materials that are not attached yet; the work stays in progress. Returns a refusal, or null.</summary>
    public async Task<string?> ReportAsync(Event held, EventWork carried, WorkForm form, CancellationToken cancellationToken)
    {
        if (held.State != EventState.Held || carried.Offered is null)
        {
            return "Отчёт заполняет тот, кто за него отвечает, когда мероприятие проведено.";
        }

        var by = await actors.CurrentAsync(cancellationToken);
        return await desk.MoveAsync(
            carried.Work,
            (work, now) =>
            {
                var report = new WorkReport(form.Outcome ?? WorkOutcome.Done, form.Fact, form.Reached, form.Reason);
                return work.Report(report, carried.Expected, by, now) ?? held.Materials
                    .Where(m => work.Evidence.All(e => m.FileId is null ? e.Link != m.Link : e.FileId != m.FileId))
                    .Select(m => work.Attach(new WorkEvidence { Kind = EvidenceKind.Other, Number = "", Date = held.To, FileId = m.FileId, Link = m.Link, Author = by.Author.Name, At = now }, by, now))
                    .ToList().Find(r => r is not null);
            },
            cancellationToken);
    }

    private bool Reports(OccurrenceWork work) => person.May(Policies.ReportWork) && actors.Level is { } level && work.MayReport(level) && work.State.IsOpen();

    private static OfferedReport Offer(Event held, OccurrenceWork work, ExpectedQuantity? expected, (int Took, int Of) listed)
    {
        // Cut, never rounded up: 89,996 % is less than 90 %.
        decimal? share = expected is { IsPercent: true } && work.SchoolId is null && listed.Of > 0 ? decimal.Truncate(10_000m * listed.Took / listed.Of) / 100 : null;
        return new OfferedReport(EventText.Fact(held, work.SchoolId), share, share is null || share >= expected!.Value);
    }
}
