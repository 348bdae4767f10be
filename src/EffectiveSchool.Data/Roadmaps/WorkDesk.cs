using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Roadmaps;

/// <summary>Moves works, with their evidence and in one transaction with the journal.</summary>
public sealed class WorkDesk(PortalDb db, TimeProvider clock)
{
    private const string ChangedByAnother = "Пока вы работали, мероприятие изменил кто-то другой, и ваше действие не выполнено. Откройте страницу заново.";

    /// <summary>A work of the scope with its history and evidence, or null.</summary>
    public Task<OccurrenceWork?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Works.Include(w => w.Events).Include(w => w.Evidence).SingleOrDefaultAsync(w => w.Id == id, cancellationToken);

    /// <summary>Takes a step. Returns a refusal, or null.</summary>
    public Task<string?> MoveAsync(OccurrenceWork work, Func<OccurrenceWork, DateTimeOffset, string?> step, CancellationToken cancellationToken) =>
        OneSnapshot.InAsync(db, () => Task.FromResult(step(work, clock.GetUtcNow())), ChangedByAnother, cancellationToken);

    /// <summary>Attaches evidence: a file of the form, stored for whoever does the work, or a link. Returns a refusal, or null.</summary>
    /// <param name="work">The work.</param>
    /// <param name="evidence">Makes the evidence of the key of the stored file, or of none.</param>
    /// <param name="store">Stores the file; null for a link.</param>
    /// <param name="by">Who attaches it.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public Task<string?> AttachAsync(
        OccurrenceWork work, Func<int?, DateTimeOffset, WorkEvidence> evidence, Func<FileOwner, Task<StoredFile>>? store, WorkActor by, CancellationToken cancellationToken) =>
        OneSnapshot.InAsync(
            db,
            async () =>
            {
                var now = clock.GetUtcNow();
                if (!work.MayReport(by.Level))
                {
                    return work.Attach(evidence(null, now), by, now);
                }

                var file = store is null ? null : await store(OwnerOf(work));
                return work.Attach(evidence(file?.Id, now), by, now);
            },
            ChangedByAnother,
            cancellationToken);

    /// <summary>Whose the files of the work are.</summary>
    internal static FileOwner OwnerOf(OccurrenceWork work) => work switch
    {
        { SchoolId: { } school } => FileOwner.School(work.RegionId, school),
        { MunicipalityId: { } municipality } => FileOwner.Municipality(work.RegionId, municipality),
        _ => FileOwner.Region(work.RegionId),
    };
}
