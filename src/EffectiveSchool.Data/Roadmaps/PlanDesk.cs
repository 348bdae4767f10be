using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Roadmaps;

/// <summary>Moves programmes through their agreement, stores and amends their roadmaps, each with its works and the journal in one transaction.</summary>
public sealed class PlanDesk(PortalDb db, WorkFanOut works, TimeProvider clock)
{
    private const string ChangedByAnother = "Пока вы работали, программу или её план изменил кто-то другой, и ваше действие не выполнено. Откройте страницу заново.";

    /// <summary>A programme of the scope with the one above it and the history of its agreement, or null.</summary>
    public Task<Programme?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Programmes.Include(p => p.Parent).Include(p => p.ReviewEvents).SingleOrDefaultAsync(p => p.Id == id, cancellationToken);

    /// <summary>A roadmap of the scope with everything in it, or null.</summary>
    public Task<Roadmap?> FindRoadmapAsync(int id, CancellationToken cancellationToken) => db.Roadmaps
        .Include(r => r.Sections).Include(r => r.Activities).ThenInclude(a => a.Occurrences).Include(r => r.Amendments).ThenInclude(a => a.Activities)
        .SingleOrDefaultAsync(r => r.Id == id, cancellationToken);

    /// <summary>How many activities in force the roadmaps of a programme hold.</summary>
    public Task<int> CountActivitiesAsync(int programmeId, CancellationToken cancellationToken) =>
        db.Activities.CountAsync(a => a.WithdrawnIn == null && db.Roadmaps.Any(r => r.Id == a.RoadmapId && r.ProgrammeId == programmeId), cancellationToken);

    /// <summary>Takes a step of the agreement; once agreed, the works are made. Returns a refusal, or null.</summary>
    public Task<string?> ReviewAsync(Programme programme, Func<Programme, DateTimeOffset, string?> step, CancellationToken cancellationToken) => OneSnapshot.InAsync(
        db,
        async () =>
        {
            if (step(programme, clock.GetUtcNow()) is { } refusal)
            {
                return refusal;
            }

            await db.SaveChangesAsync(cancellationToken);
            await works.RenewAsync(programme.Id, cancellationToken);
            return null;
        },
        ChangedByAnother,
        cancellationToken);

    /// <summary>Stores what was added to the context and makes the works of the programme.</summary>
    public async Task StoreAsync(int programmeId, CancellationToken cancellationToken)
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await using (own)
        {
            await db.SaveChangesAsync(cancellationToken);
            await works.RenewAsync(programmeId, cancellationToken);
            if (own is not null)
            {
                await own.CommitAsync(cancellationToken);
            }
        }
    }

    /// <summary>
    /// Amends a roadmap. Works that nobody has touched follow the plan; those that somebody has begun are kept and marked. A programme
    /// that was agreed waits to be agreed again, unless whoever agrees amends it. Returns a refusal, or null.
    /// </summary>
    /// <param name="roadmapId">The roadmap, of the scope.</param>
    /// <param name="activityId">The activity amended; null for a new one.</param>
    /// <param name="change">Amends; told the activity, the occurrences that somebody has begun, and the moment.</param>
    /// <param name="by">Who amends.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public Task<string?> AmendAsync(
        int roadmapId, int? activityId, Func<Roadmap, Activity?, IReadOnlySet<int>, DateTimeOffset, string?> change, WorkActor by, CancellationToken cancellationToken) =>
        OneSnapshot.InAsync(
            db,
            async () =>
            {
                db.ChangeTracker.Clear();
                var now = clock.GetUtcNow();
                if (await FindRoadmapAsync(roadmapId, cancellationToken) is not { } roadmap
                    || roadmap.Activities.FirstOrDefault(a => a.Id == activityId) is var activity && activity is null != activityId is null)
                {
                    return "Этого мероприятия в дорожной карте больше нет.";
                }

                var begun = await BegunAsync(activity, cancellationToken);
                var before = activity?.Occurrences.ToDictionary(o => o.Id, o => (o.From, o.Due, o.RetiredIn)) ?? [];
                var (wasPerSchool, wasWithdrawn) = (activity?.PerSchool, activity?.WithdrawnIn is not null);
                if (change(roadmap, activity, begun.Select(w => w.OccurrenceId).ToHashSet(), now) is { } refusal)
                {
                    return refusal;
                }

                var programme = (await FindAsync(roadmap.ProgrammeId, cancellationToken))!;
                var ofSchool = programme.SchoolId is not null;
                var amendment = roadmap.LastAmendment!;
                foreach (var work in begun)
                {
                    var occurrence = activity!.Occurrences.Single(o => o.Id == work.OccurrenceId);
                    var was = before[occurrence.Id];
                    if (wasWithdrawn && activity.WithdrawnIn is null && occurrence.RetiredIn is null && (ofSchool || activity.PerSchool == work.SchoolId is not null))
                    {
                        work.Restore(amendment.Number, amendment.Reason, by.Author, now);
                    }
                    else if (activity.WithdrawnIn is not null || was.RetiredIn != occurrence.RetiredIn || (wasPerSchool != activity.PerSchool && !ofSchool))
                    {
                        work.Exclude(amendment.Number, amendment.Reason, by.Author, now);
                    }
                    else if ((was.From, was.Due) != (occurrence.From, occurrence.Due))
                    {
                        work.Mark(amendment.Number, occurrence.From, occurrence.Due, by.Author, now);
                    }
                }

                programme.Amend(amendment.Number, amendment.Reason, by, now);
                db.Reason = amendment.Reason;
                await db.SaveChangesAsync(cancellationToken);
                await works.RenewAsync(roadmap.ProgrammeId, cancellationToken);
                return null;
            },
            ChangedByAnother,
            cancellationToken);

    /// <summary>Works of an activity that somebody has begun.</summary>
    public async Task<IReadOnlyList<OccurrenceWork>> BegunAsync(Activity? activity, CancellationToken cancellationToken)
    {
        var occurrences = activity?.Occurrences.Select(o => o.Id).ToList() ?? [];
        return await db.Works.Include(w => w.Events)
            .Where(w => occurrences.Contains(w.OccurrenceId) && (w.State != WorkState.NotStarted || w.Events.Any())).ToListAsync(cancellationToken);
    }
}
