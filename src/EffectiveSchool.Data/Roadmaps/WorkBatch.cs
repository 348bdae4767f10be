using EffectiveSchool.Data.Files;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Roadmaps;

/// <summary>What a change would make of one work.</summary>
/// <param name="Work">The work as it would be; as it is where it is refused.</param>
/// <param name="Version">Its version in the database when it was looked at.</param>
/// <param name="Before">State before.</param>
/// <param name="DueBefore">Last day before.</param>
/// <param name="Refusal">Why it stays as it is; null where it changes.</param>
public sealed record JudgedWork(OccurrenceWork Work, uint Version, WorkState Before, DateOnly DueBefore, string? Refusal);

/// <summary>What became of a change of many works.</summary>
/// <param name="Changed">How many changed.</param>
/// <param name="Left">Keys of those that stay as they are, with why.</param>
public sealed record BatchOutcome(int Changed, IReadOnlyList<(int Id, string Why)> Left);

/// <summary>One step of many works: looked at first, then done in one transaction; each by its own state machine, with its own line of the journal.</summary>
public sealed class WorkBatch(PortalDb db, TimeProvider clock)
{
    /// <summary>Works in one change: more than a programme of 40 schools and 60 activities has.</summary>
    public const int Most = 3000;

    public const string ChangedByAnother = "После предпросмотра работу изменил кто-то другой: посмотрите, что изменилось.";
    private const string Gone = "Работы больше нет или она вам не видна.";

    /// <summary>The key of a file that is not stored yet: a look changes nothing.</summary>
    private const int UnknownFile = 0;

    /// <summary>What the change would make of each work that the scope has; nothing is stored.</summary>
    public async Task<IReadOnlyList<JudgedWork>> PreviewAsync(IReadOnlyCollection<int> ids, WorkChange change, WorkActor by, CancellationToken cancellationToken)
    {
        var judged = await JudgeAsync(ids, change, by, _ => UnknownFile, null, cancellationToken);
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return judged;
    }

    /// <summary>Changes all that may be changed and have not changed since they were looked at, in one transaction.</summary>
    /// <param name="seen">Works of the preview with their versions.</param>
    /// <param name="change">What is done.</param>
    /// <param name="store">Stores the file of the evidence for whoever does the work; null where there is none.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Cancels; nothing is half changed.</param>
    public async Task<BatchOutcome> ApplyAsync(
        IReadOnlyDictionary<int, uint> seen, WorkChange change, Func<FileOwner, Task<StoredFile>>? store, WorkActor by, CancellationToken cancellationToken)
    {
        int[] ids = [.. seen.Keys.Order()];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Locked in the order of their keys: two changes of the same works wait for each other and never embrace.
        await db.Database.ExecuteSqlAsync($"select 1 from occurrence_works where id = any ({ids}) order by id for update", cancellationToken);
        var files = new Dictionary<FileOwner, int>();
        if (store is not null)
        {
            foreach (var owner in (await PreviewAsync(ids, change, by, cancellationToken)).Where(w => w.Refusal is null && w.Version == seen[w.Work.Id]).Select(w => WorkDesk.OwnerOf(w.Work)).Distinct())
            {
                files[owner] = (await store(owner)).Id;
            }

            db.ChangeTracker.Clear();
        }

        var judged = await JudgeAsync(ids, change, by, w => store is null ? UnknownFile : files.GetValueOrDefault(WorkDesk.OwnerOf(w)), seen, cancellationToken);
        foreach (var refused in judged.Where(w => w.Refusal is not null))
        {
            db.Entry(refused.Work).State = EntityState.Detached;
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        db.Reason = $"изменение списком: {change.Action.RussianName()}";
        await db.SaveManyAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var found = judged.Select(w => w.Work.Id).ToHashSet();
        return new BatchOutcome(
            judged.Count(w => w.Refusal is null),
            [.. judged.Where(w => w.Refusal is not null).Select(w => (w.Work.Id, w.Refusal!)), .. ids.Where(id => !found.Contains(id)).Select(id => (id, Gone))]);
    }

    /// <summary>Takes the step on each tracked work; a refused one is thrown away by the caller.</summary>
    private async Task<IReadOnlyList<JudgedWork>> JudgeAsync(
        IReadOnlyCollection<int> ids, WorkChange change, WorkActor by, Func<OccurrenceWork, int> fileOf, IReadOnlyDictionary<int, uint>? seen, CancellationToken cancellationToken)
    {
        var works = await db.Works.Include(w => w.Evidence).Where(w => ids.Contains(w.Id)).OrderBy(w => w.Id).ToListAsync(cancellationToken);
        var expected = change.Action == WorkAction.Report ? await ExpectedAsync(works, cancellationToken) : [];
        var now = clock.GetUtcNow();

        // Half changed works must not be noticed before those that are refused are thrown away.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var judged = new List<JudgedWork>(works.Count);
        foreach (var work in works)
        {
            var version = db.Entry(work).Property<uint>("Version").CurrentValue;
            var (before, due) = (work.State, work.Due);
            var refusal = seen is not null && seen[work.Id] != version
                ? ChangedByAnother
                : change.Make(work, expected.GetValueOrDefault(work.Id), change.Proof is { Link: null } ? fileOf(work) : null, by, now);
            judged.Add(new JudgedWork(work, version, before, due, refusal));
        }

        return judged;
    }

    private async Task<Dictionary<int, ExpectedQuantity?>> ExpectedAsync(List<OccurrenceWork> works, CancellationToken cancellationToken)
    {
        int[] occurrences = [.. works.Select(w => w.OccurrenceId).Distinct()];
        var found = await db.Activities.SelectMany(a => a.Occurrences, (a, o) => new { o.Id, a.ExpectedByHand, a.Quota, a.Expected }).Where(o => occurrences.Contains(o.Id)).ToListAsync(cancellationToken);
        var byOccurrence = found.ToDictionary(o => o.Id);
        return works.ToDictionary(w => w.Id, w => byOccurrence.TryGetValue(w.OccurrenceId, out var o) ? ExpectedQuantity.Of(o.ExpectedByHand, o.Quota, o.Expected, w.SchoolId is not null) : null);
    }
}
