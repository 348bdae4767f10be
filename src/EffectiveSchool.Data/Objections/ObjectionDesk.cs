using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Objections;

namespace EffectiveSchool.Data.Objections;

/// <summary>A file attached to an objection.</summary>
public sealed class ObjectionFile
{
    public int ObjectionId { get; set; }

    public int FileId { get; set; }
}

/// <summary>What a person submits.</summary>
/// <param name="ListId">The preliminary list.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="Side">Who objects.</param>
/// <param name="Number">The number contested; null where the use of the rule is.</param>
/// <param name="Grounds">Why.</param>
public sealed record ObjectionClaim(int ListId, int SchoolId, ObjectionSide Side, ClaimedNumber? Number, string? Grounds);

/// <summary>A number as it should be; what the list has is read from the list.</summary>
public sealed record ClaimedNumber(string Procedure, int Year, int Participants, int Failed);

/// <summary>An upload or edit that changed the contested number after the objection was submitted.</summary>
public sealed record Correction(int BatchId, string Files, string Author, DateTimeOffset AppliedAt);

/// <summary>Takes objections in and moves them, with their files and in one transaction with the journal.</summary>
public sealed class ObjectionDesk(PortalDb db, TimeProvider clock)
{
    private const string ChangedByAnother = "Пока вы работали, перечень или возражение изменил кто-то другой, и ваше действие не выполнено. Откройте страницу заново.";

    /// <summary>Submits an objection. Returns its key, or a refusal.</summary>
    /// <param name="claim">What is submitted.</param>
    /// <param name="by">Who submits.</param>
    /// <param name="store">Stores the files of the form for their owner, within the transaction.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public async Task<(int? Id, string? Refusal)> SubmitAsync(
        ObjectionClaim claim, Author by, Func<FileOwner, Task<IReadOnlyList<StoredFile>>> store, CancellationToken cancellationToken)
    {
        Objection? objection = null;
        var refusal = await OneSnapshot.InAsync(
            db,
            async () =>
            {
                var list = await db.Lists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == claim.ListId, cancellationToken);
                var row = await db.ListSchools.AsNoTracking().SingleOrDefaultAsync(s => s.ListId == claim.ListId && s.SchoolId == claim.SchoolId, cancellationToken);
                if (list is null || row is null || !await db.Schools.AnyAsync(s => s.Id == claim.SchoolId, cancellationToken))
                {
                    return "В этом перечне вашей школы нет: возражать не на что.";
                }

                var marker = row.Verdict.Markers.FirstOrDefault(m => m.Procedure == claim.Number?.Procedure && m.Year == claim.Number.Year);
                var number = claim.Number is not { } said ? null : new ContestedNumber(said.Procedure, said.Year, marker?.Participants, marker?.Failed, said.Participants, said.Failed);
                if (number is not null && marker is null)
                {
                    return $"{number.Procedure} за {number.Year} год в этом перечне не оценивается. Выберите процедуру и год из списка.";
                }

                var open = await db.Objections.AsNoTracking()
                    .Where(o => o.ListId == claim.ListId && o.SchoolId == claim.SchoolId && (o.State == ObjectionState.Submitted || o.State == ObjectionState.UnderReview))
                    .ToListAsync(cancellationToken);
                if (open.Find(o => (o.Number?.Procedure, o.Number?.Year) == (number?.Procedure, number?.Year)) is { } same)
                {
                    return $"Об этом уже подано возражение № {same.Id}, оно ещё не рассмотрено. Дополните его.";
                }

                var region = await db.Regions.SingleAsync(r => r.Id == list.RegionId, cancellationToken);
                var now = clock.GetUtcNow();
                var today = now.DayIn(region.TimeZone);
                if (Objection.Submit(list, claim.SchoolId, claim.Side, number, claim.Grounds, by, today, now, out objection) is { } refused)
                {
                    return refused;
                }

                db.Objections.Add(objection!);
                await db.SaveChangesAsync(cancellationToken);
                await AttachAsync(objection!, store, cancellationToken);
                return null;
            },
            ChangedByAnother,
            cancellationToken);
        return (refusal is null ? objection!.Id : null, refusal);
    }

    /// <summary>Takes a step of the objection's life, with the files that come with it. Returns a refusal, or null.</summary>
    public Task<string?> MoveAsync(
        Objection objection, Func<Objection, string?> step, Func<FileOwner, Task<IReadOnlyList<StoredFile>>>? store, CancellationToken cancellationToken) =>
        MoveAsync(objection, o => Task.FromResult(step(o)), store, cancellationToken);

    private Task<string?> MoveAsync(
        Objection objection, Func<Objection, Task<string?>> step, Func<FileOwner, Task<IReadOnlyList<StoredFile>>>? store, CancellationToken cancellationToken) => OneSnapshot.InAsync(
        db,
        async () =>
        {
            if (await step(objection) is { } refusal)
            {
                return refusal;
            }

            await db.SaveChangesAsync(cancellationToken);
            if (store is not null)
            {
                await AttachAsync(objection, store, cancellationToken);
            }

            return null;
        },
        ChangedByAnother,
        cancellationToken);

    /// <summary>Upholds an objection; a correction that did not change the contested number is refused. Returns a refusal, or null.</summary>
    public Task<string?> UpholdAsync(
        Objection objection, string? reason, int? batchId, Author by, Func<FileOwner, Task<IReadOnlyList<StoredFile>>> store, CancellationToken cancellationToken) => MoveAsync(
        objection,
        async o =>
        {
            // The batch is held until the decision is stored: it is not taken back between the look and the save.
            if (batchId is { } correction && (await db.LockBatchAsync(correction, cancellationToken) is null
                || !(await CorrectionsAsync(o, cancellationToken)).Any(c => c.BatchId == correction)))
            {
                return "Выбранная загрузка не меняла оспоренное число после подачи возражения. Выберите исправление из списка.";
            }

            return o.Uphold(reason, batchId, by, clock.GetUtcNow());
        },
        store,
        cancellationToken);

    /// <summary>Uploads and edits in force that changed the contested number after the objection, latest first.</summary>
    public async Task<IReadOnlyList<Correction>> CorrectionsAsync(Objection objection, CancellationToken cancellationToken)
    {
        if (objection.Number is not { } number)
        {
            return [];
        }

        var found = await db.Batches
            .Where(b => b.State == BatchState.Applied && b.AppliedAt > objection.SubmittedAt && db.ResultChanges.Any(c =>
                c.BatchId == b.Id && c.SchoolId == objection.SchoolId && c.Year == number.Year && db.Procedures.Any(p => p.Id == c.ProcedureId && p.Code == number.Procedure)))
            .OrderByDescending(b => b.Id)
            .Select(b => new { b.Id, Files = b.Files.Select(f => f.Name).ToList(), b.Author, b.AppliedAt })
            .ToListAsync(cancellationToken);
        return [.. found.Select(b => new Correction(b.Id, string.Join(", ", b.Files), b.Author, b.AppliedAt!.Value))];
    }

    private async Task AttachAsync(Objection objection, Func<FileOwner, Task<IReadOnlyList<StoredFile>>> store, CancellationToken cancellationToken)
    {
        var files = await store(FileOwner.School(objection.RegionId, objection.SchoolId));
        db.ObjectionFiles.AddRange(files.Select(f => new ObjectionFile { ObjectionId = objection.Id, FileId = f.Id }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
