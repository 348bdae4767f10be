using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Events;

/// <summary>Moves events, with what hangs on them, in one transaction with the journal.</summary>
public sealed class EventDesk(PortalDb db, WorkFanOut works, TimeProvider clock)
{
    private const string ChangedByAnother = "Пока вы работали, мероприятие изменил кто-то другой, и ваше действие не выполнено. Откройте страницу заново.";

    /// <summary>An event of the scope with the schools that the reader sees and its materials, or null.</summary>
    public Task<Event?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Events.Include(e => e.Schools).Include(e => e.Materials).SingleOrDefaultAsync(e => e.Id == id, cancellationToken);

    /// <summary>Words and norms of a region: its own, or the defaults.</summary>
    public async Task<EventRules> RulesAsync(int regionId, CancellationToken cancellationToken) =>
        await db.EventRules.SingleOrDefaultAsync(r => r.RegionId == regionId, cancellationToken) ?? new EventRules { RegionId = regionId };

    /// <summary>Takes a step. Returns a refusal, or null.</summary>
    public Task<string?> MoveAsync(Event held, Func<Event, DateTimeOffset, string?> step, CancellationToken cancellationToken) =>
        StepAsync(() => Task.FromResult(step(held, clock.GetUtcNow())), cancellationToken);

    /// <summary>Holds the event; an activity whose term counts from it gets its dates and its works.</summary>
    public Task<string?> HoldAsync(Event held, DateOnly today, CancellationToken cancellationToken) => StepAsync(
        async () =>
        {
            if (held.Hold(today, clock.GetUtcNow()) is { } refusal)
            {
                return refusal;
            }

            if (await CountedAsync(held, cancellationToken) is { } activity)
            {
                var days = held.MaterialDays ?? (await RulesAsync(held.RegionId, cancellationToken)).MaterialDays;
                var occurrence = activity.CountFrom(held.To, days)!;
                await db.SaveChangesAsync(cancellationToken);
                held.CarryOut(activity.Id, occurrence.Id);
                await db.SaveChangesAsync(cancellationToken);
                await works.RenewAsync(await db.Roadmaps.Where(r => r.Id == activity.RoadmapId).Select(r => r.ProgrammeId).SingleAsync(cancellationToken), cancellationToken);
            }

            return null;
        },
        cancellationToken);

    /// <summary>Opens an event again that was held or cancelled by mistake; dates that counted from it go, unless somebody reports of them.</summary>
    public Task<string?> ReopenAsync(Event held, string? reason, CancellationToken cancellationToken) => StepAsync(
        async () =>
        {
            if (held.Reopen(reason, clock.GetUtcNow()) is { } refusal)
            {
                return refusal;
            }

            if (held.OccurrenceId is { } counted && await CountedAsync(held, cancellationToken) is { } activity)
            {
                if (await db.Works.AnyAsync(w => w.OccurrenceId == counted && (w.State != WorkState.NotStarted || w.Events.Any()), cancellationToken))
                {
                    return "По дорожной карте уже отчитываются о сроке, который идёт от этого мероприятия: вернуть его в запланированные нельзя.";
                }

                held.CarryOut(activity.Id, null);
                db.Remove(activity.Occurrences.Single(o => o.Id == counted));
            }

            return null;
        },
        cancellationToken);

    /// <summary>Hands a material in: a file of the form, stored for whoever holds the event, or a link. Returns a refusal, or null.</summary>
    public Task<string?> AttachAsync(Event held, Func<int?, DateTimeOffset, EventMaterial> material, Func<FileOwner, Task<StoredFile>>? store, CancellationToken cancellationToken) => StepAsync(
        async () =>
        {
            var file = store is null ? null : await store(OwnerOf(held));
            return held.Attach(material(file?.Id, clock.GetUtcNow()));
        },
        cancellationToken);

    /// <summary>The activity of the event whose term counts from it, with its occurrences.</summary>
    private Task<Activity?> CountedAsync(Event held, CancellationToken cancellationToken) =>
        db.Activities.Include(a => a.Occurrences).SingleOrDefaultAsync(a => a.Id == held.ActivityId && a.Kind == TermKind.Relative, cancellationToken);

    private Task<string?> StepAsync(Func<Task<string?>> step, CancellationToken cancellationToken) => OneSnapshot.InAsync(db, step, ChangedByAnother, cancellationToken);

    private static FileOwner OwnerOf(Event held) => held switch
    {
        { SchoolId: { } school } => FileOwner.School(held.RegionId, school),
        { MunicipalityId: { } municipality } => FileOwner.Municipality(held.RegionId, municipality),
        _ => FileOwner.Region(held.RegionId),
    };
}
