using System.Security.Cryptography;
using System.Text;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Results;

/// <summary>
/// Corrects one result by hand: a batch of one row, so that the correction has a source, a history and an undo like any file.
/// </summary>
public sealed class ResultEdit(PortalDb db, ImportApply apply, FileContents contents, TimeProvider clock)
{
    /// <summary>Stores the contested number as the objection says it should be, or as the region found it. Returns the batch, or a refusal.</summary>
    /// <param name="objection">An objection under review that contests a number.</param>
    /// <param name="participants">Participants.</param>
    /// <param name="failed">Of them failed.</param>
    /// <param name="reason">Why, required.</param>
    /// <param name="by">Who corrects.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public async Task<(int? BatchId, string? Refusal)> CorrectAsync(
        Objection objection, int participants, int failed, string? reason, Author by, CancellationToken cancellationToken)
    {
        if (objection is not { Number: { } number, State: ObjectionState.UnderReview })
        {
            return (null, "Число правится по возражению, которое оспаривает число и взято на рассмотрение.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return (null, "Укажите, чем подтверждено новое число.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockResultsAsync(objection.RegionId, cancellationToken);
        var school = await db.Schools.Where(s => s.Id == objection.SchoolId).Select(s => new { s.Name, s.RegionId }).SingleAsync(cancellationToken);
        var procedure = await db.Procedures.Where(p => p.Code == number.Procedure).Select(p => (int?)p.Id).SingleOrDefaultAsync(cancellationToken);
        if (procedure is null)
        {
            return (null, $"Процедуры «{number.Procedure}» нет в справочнике: исправьте файл с результатами и загрузите его.");
        }

        var stored = await db.Results.AsNoTracking()
            .SingleOrDefaultAsync(r => r.SchoolId == objection.SchoolId && r.ProcedureId == procedure && r.Year == number.Year, cancellationToken);
        var (was, wasFailed) = (stored?.Participants, stored?.Failed);
        if ((number with { ListParticipants = was, ListFailed = wasFailed, Participants = participants, Failed = failed }).Refusal is { } wrong)
        {
            return (null, was == participants && wasFailed == failed ? "Среди результатов уже стоят эти числа. Укажите исправление, которое их внесло, при решении." : wrong);
        }

        var text = $"Правка по возражению № {objection.Id}\r\n{school.Name}\r\n{number.Procedure}, {number.Year} год\r\n"
            + $"Было: {(was is null ? "чисел нет" : $"{wasFailed} из {was}")}\r\nСтало: {failed} из {participants}\r\nОснование: {reason.Trim()}\r\n";
        var bytes = Encoding.UTF8.GetBytes(text);
        var now = clock.GetUtcNow();
        var file = new ImportFile
        {
            RegionId = school.RegionId,
            Name = $"Правка по возражению № {objection.Id}.txt",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Size = bytes.Length,
            Sections = [new RecognisedSection(null, number.Procedure, number.Year, "правка одного результата", 1, participants, null, reason.Trim())],
        };
        var batch = new ImportBatch
        {
            RegionId = school.RegionId, AuthorId = by.Id, Author = by.Name, CreatedAt = now, AppliedAt = now, State = BatchState.Applied, RowsRead = 1,
        };
        batch.Files.Add(file);
        db.Batches.Add(batch);
        db.Reason = $"Правка по возражению № {objection.Id}: {reason.Trim()}";
        await db.SaveChangesAsync(cancellationToken);
        using (var content = new MemoryStream(bytes))
        {
            await contents.SaveAsync(file.Id, content, cancellationToken);
        }

        db.ImportRows.Add(new ImportRow
        {
            BatchId = batch.Id,
            FileId = file.Id,
            Outcome = stored is null ? RowOutcome.New : RowOutcome.Changed,
            AsWritten = school.Name,
            SchoolId = objection.SchoolId,
            ProcedureId = procedure,
            Year = number.Year,
            Participants = participants,
            Failed = failed,
            Version = ResultVersions.Corrected(stored?.Version),
            Before = was is null ? null : $"{wasFailed} из {was}",
        });
        await db.SaveChangesAsync(cancellationToken);
        await apply.StoreAsync(batch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (batch.Id, null);
    }
}
