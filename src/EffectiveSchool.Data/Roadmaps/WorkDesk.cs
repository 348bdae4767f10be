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

    /// <summary>
    /// Takes what a person filled in at once: the report, evidence (a file of the form, stored for whoever does the work, or a link), sending for review;
    /// all of it or nothing. Returns a refusal, or null.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="report">Writes the report down; null where none was filled in.</param>
    /// <param name="evidence">Makes the evidence of the key of the stored file, or of none; null where none was chosen.</param>
    /// <param name="store">Stores the file; null for a link.</param>
    /// <param name="sends">Whether it is sent for review then.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public Task<string?> FileAsync(
        OccurrenceWork work,
        Func<OccurrenceWork, DateTimeOffset, string?>? report,
        Func<int?, DateTimeOffset, WorkEvidence>? evidence,
        Func<FileOwner, Task<StoredFile>>? store,
        bool sends,
        WorkActor by,
        CancellationToken cancellationToken) =>
        OneSnapshot.InAsync(
            db,
            async () =>
            {
                var now = clock.GetUtcNow();
                return report?.Invoke(work, now)
                    ?? (evidence is null ? null : await AttachAsync(work, evidence, store, by, now, cancellationToken))
                    ?? (sends ? work.Submit(by, now) : null);
            },
            ChangedByAnother,
            cancellationToken);

    private async Task<string?> AttachAsync(
        OccurrenceWork work, Func<int?, DateTimeOffset, WorkEvidence> evidence, Func<FileOwner, Task<StoredFile>>? store, WorkActor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Whoever may not report stores no file either.
        if (store is null || !work.MayReport(by.Level))
        {
            return work.Attach(evidence(null, now), by, now);
        }

        var file = await store(OwnerOf(work));
        int[] attached = [.. work.Evidence.Select(e => e.FileId).OfType<int>()];
        var same = await db.StoredFiles.Where(f => attached.Contains(f.Id) && f.Sha256 == file.Sha256).Select(f => f.Id).ToHashSetAsync(cancellationToken);
        return work.Attach(evidence(file.Id, now), by, now, same);
    }

    /// <summary>Whose the files of the work are.</summary>
    internal static FileOwner OwnerOf(OccurrenceWork work) => work switch
    {
        { SchoolId: { } school } => FileOwner.School(work.RegionId, school),
        { MunicipalityId: { } municipality } => FileOwner.Municipality(work.RegionId, municipality),
        _ => FileOwner.Region(work.RegionId),
    };
}
